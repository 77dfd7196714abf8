import type { RowOf } from '#electron/backend/db/access.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import { recordEvents } from '#electron/backend/events/events.ts';
import { day } from '#shared/domain/base/days.ts';
import { foldKey } from '#shared/domain/base/text.ts';
import type { TestBackend } from './backend.ts';

export interface LeadSeed {
  company?: string;
  name?: string;
  phone?: string;
  email?: string;
  titleRank?: number | null;
  acquiredOn?: string;
  appointmentOn?: string | null;
  fields?: Partial<RowOf<'leads'>>;
}

/** Puts leads into a store through the write helper, with their card event, points and search text. Returns uids. */
export async function makeLeads(t: TestBackend, seeds: readonly LeadSeed[]): Promise<string[]> {
  const ctx = await t.backend.contextFor(undefined);
  const rows = seeds.map(seed => leadRow(ctx.newId(), seed, ctx.now()));
  await ctx.write({ kind: 'test.leads' }, async tx => {
    const ids = await tx.insert('leads', rows);
    await tx.insert(
      'contact_points',
      rows.flatMap((row, i) => pointsOf(() => ctx.newId(), row, ids[i] ?? 0)),
    );
    await recordEvents(
      tx,
      rows.map((row, i) => ({
        uid: ctx.newId(),
        kind: 'card.exchanged',
        leadId: ids[i] ?? null,
        occurredOn: row.acquired_on,
        source: 'import',
      })),
    );
    await refreshLeads(ctx, tx, ids);
  });
  return rows.map(row => row.uid);
}

export function leadRow(uid: string, seed: LeadSeed, at: RowOf<'leads'>['created_at']): RowOf<'leads'> {
  const name = seed.name ?? '山本 太郎';
  const [last = '', first = ''] = name.split(' ');
  return {
    uid,
    company_id: null,
    company_name: seed.company ?? '株式会社架空ソリューションズ',
    branch: '',
    name,
    name_key: foldKey(name),
    last_name: last,
    first_name: first,
    last_key: foldKey(last),
    kana: '',
    department: '',
    title: '',
    email: seed.email ?? '',
    phone: seed.phone ?? '03-0000-1001',
    postal_code: '',
    prefecture: '',
    address: '',
    url: '',
    memo: '',
    channel: 'event',
    event_name: '展示会2026秋',
    acquired_on: day(seed.acquiredOn ?? '2026-11-18'),
    consent_basis: 'card',
    department_function: null,
    title_rank: seed.titleRank ?? null,
    owner_id: null,
    import_id: null,
    external_id: null,
    do_not_call: 0,
    stage: 'open',
    next_kind: 'none',
    next_on: null,
    next_at: null,
    next_reason: 'new',
    fit: 0,
    engagement: 0,
    total: 0,
    band: 'low',
    cools_on: null,
    next_change_on: null,
    scored_on: null,
    rules_n: null,
    appointment_on: seed.appointmentOn ? day(seed.appointmentOn) : null,
    meeting_on: null,
    accepted_on: null,
    trashed_at: null,
    created_at: at,
    updated_at: at,
    ...seed.fields,
  };
}

function pointsOf(newId: () => string, row: RowOf<'leads'>, leadId: number): RowOf<'contact_points'>[] {
  const base = { lead_id: leadId, ext: '', is_role: 0 as const, position: 0 };
  return [
    ...(row.phone
      ? [
          {
            ...base,
            uid: newId(),
            kind: 'main',
            value: row.phone,
            key: row.phone.replace(/^0/, '+81').replaceAll('-', ''),
          },
        ]
      : []),
    ...(row.email
      ? [{ ...base, uid: newId(), kind: 'email', value: row.email, key: row.email.toLowerCase() }]
      : []),
  ];
}
