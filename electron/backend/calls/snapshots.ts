import type { ReadDb } from '#electron/backend/db/access.ts';
import { reasonsOf } from '#electron/backend/scoring/reasons.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { cycleSince, promisedOn } from '#shared/domain/calls/candidate.ts';
import type { ListRow } from '#shared/domain/calls/selection.ts';
import type { Band } from '#shared/domain/scoring/band.ts';
import { listNumbers, listPrintFields } from './calls.repo.ts';
import { listCalls, type StoredCall } from './candidates.repo.ts';
import type { Snapshot } from './snapshot.ts';

type Fields = Awaited<ReturnType<typeof listPrintFields>> extends Map<number, infer T> ? T : never;
type Point = { kind: string; value: string; key: string; ext: string };

/** What rows show of their leads on a day, by lead number: everything of a list is fetched at once. */
export async function snapshotsOf(
  db: ReadDb,
  rows: readonly (ListRow & { id: number })[],
  on: Day,
): Promise<Map<number, Snapshot>> {
  const ids = rows.map(row => row.id);
  const fields = await listPrintFields(db, ids);
  const numbers = await listNumbers(db, ids);
  const reasons = await reasonsOf(db, ids, on);
  const calls = await listCalls(db, cycleSince(on), ids);
  return new Map(
    rows.flatMap(({ id, inCompany }) => {
      const lead = fields.get(id);
      if (!lead) return [];
      const shown = {
        ...personOf(lead),
        ...phonesOf(lead.phone, numbers.get(id) ?? []),
        lastCall: lastCallOf(calls.get(id) ?? []),
        inCompany,
        reasons: reasons.get(id) ?? [],
      };
      return [[id, shown] as const];
    }),
  );
}

function personOf(lead: Fields) {
  const next = { kind: lead.next_kind, on: lead.next_on, at: lead.next_at };
  const isPromised = lead.next_kind === 'callback';
  return {
    band: lead.band as Band,
    total: lead.total,
    companyName: [lead.company_name, lead.branch].filter(Boolean).join(' '),
    department: lead.department,
    title: lead.title,
    name: lead.name,
    kana: lead.kana,
    channel: lead.channel,
    eventName: lead.event_name,
    acquiredOn: lead.acquired_on,
    coolsOn: lead.cools_on,
    promiseAt: isPromised ? lead.next_at : null,
    promiseOn: promisedOn(next),
  };
}

/** The number to dial and one more. */
function phonesOf(phone: string, points: readonly Point[]): Pick<Snapshot, 'phone' | 'phone2'> {
  const first = points.find(point => point.value === phone) ?? points[0];
  const second = points.find(point => point !== first);
  return {
    phone: first ? phoneOf(first) : { text: phone, tel: null, extension: null },
    phone2: second ? { ...phoneOf(second), kind: shortKind(second.kind) } : null,
  };
}

function lastCallOf(past: readonly StoredCall[]): Snapshot['lastCall'] {
  const last = past.at(-1);
  if (!last) return null;
  const { outcome = 'other', note = '' } = last.data;
  return { on: last.occurredOn, outcome, times: past.length, note };
}

const phoneOf = (point: { value: string; key: string; ext: string }) => ({
  text: point.value,
  tel: point.key === '' ? null : point.key,
  extension: point.ext === '' ? null : point.ext,
});

const shortKind = (kind: string): 'mobile' | 'direct' | 'main' | 'other' =>
  kind === 'mobile' || kind === 'direct' || kind === 'main' ? kind : 'other';
