import { type Kysely, sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RowOf } from '#electron/backend/db/access.ts';
import type { Schema } from '#electron/backend/db/schema.ts';
import { eventsOf, recordEvents } from '#electron/backend/events/events.ts';
import { findNewestUndoable, findOperation, listOperations } from '#electron/backend/history/history.repo.ts';
import { undoOperation } from '#electron/backend/history/undo.ts';
import { countMatching, type LeadOrder, listRows, listWindow } from '#electron/backend/leads/leads.repo.ts';
import { listSearchTexts } from '#electron/backend/leads/search.repo.ts';
import { listScoringRows } from '#electron/backend/scoring/scoring.repo.ts';
import { listMembers } from '#electron/backend/settings/members.repo.ts';
import { findSetting, putSetting } from '#electron/backend/settings/settings.repo.ts';
import { activeVersion, addVersion, type VersionKind } from '#electron/backend/settings/versions.ts';
import { zLeadFilter, zLeadSort, zLeadView } from '#shared/contract/lead-filter.ts';
import { type Day, day } from '#shared/domain/base/days.ts';
import { type Engine, ENGINE_NOW, ENGINES } from '#test/helpers/engines.ts';
import { createDb, migrateTo } from '#test/helpers/db.ts';
import { pgliteDb, stopPglite } from '#test/helpers/pglite.ts';

afterAll(stopPglite);

const leadRow = (uid: string, more: Partial<RowOf<'leads'>> = {}): RowOf<'leads'> => ({
  uid,
  company_id: null,
  company_name: '会社',
  branch: '',
  name: uid,
  name_key: uid,
  last_name: uid,
  first_name: '',
  last_key: uid,
  kana: '',
  department: '',
  title: '',
  email: '',
  phone: '',
  postal_code: '',
  prefecture: '',
  address: '',
  url: '',
  memo: '',
  channel: 'event',
  event_name: '',
  acquired_on: day('2026-11-18'),
  consent_basis: 'card',
  department_function: null,
  title_rank: null,
  owner_id: null,
  import_id: null,
  external_id: null,
  do_not_call: 0,
  stage: 'open',
  next_kind: 'call',
  next_on: day('2026-11-24'),
  next_at: null,
  next_reason: null,
  fit: 0,
  engagement: 0,
  total: 0,
  band: 'low',
  cools_on: null,
  next_change_on: null,
  scored_on: null,
  rules_n: null,
  appointment_on: null,
  meeting_on: null,
  accepted_on: null,
  trashed_at: null,
  last_touch_on: null,
  created_at: ENGINE_NOW,
  updated_at: ENGINE_NOW,
  ...more,
});

describe.each(ENGINES)('on %s', (_name, start) => {
  let e: Engine;
  beforeEach(async () => {
    e = await start();
  });
  afterEach(async () => await e.close());

  const addLeads = async (...rows: RowOf<'leads'>[]): Promise<number[]> =>
    await e.write({ kind: 'leads.add' }, async tx => await tx.insert('leads', rows));
  const memoOf = async () =>
    (await e.read.selectFrom('leads').select(['uid', 'memo']).orderBy('id').execute()).map(
      row => `${row.uid}:${row.memo}`,
    );

  it('keeps members and settings', async () => {
    await e.write({ kind: 'm' }, async tx => {
      await tx.insert('members', [
        { uid: 'a', name: '佐藤', roles: '["inside"]', active: 1 },
        { uid: 'b', name: '鈴木', roles: '[]', active: 0 },
      ]);
      await putSetting(tx, 'k', { n: 1 });
      await putSetting(tx, 'k', { n: 2 });
    });
    expect((await listMembers(e.read)).map(row => row.member)).toEqual([
      { uid: 'a', name: '佐藤', roles: ['inside'], active: true },
      { uid: 'b', name: '鈴木', roles: [], active: false },
    ]);
    expect(await findSetting(e.read, 'k', z.object({ n: z.number() }))).toEqual({ n: 2 });
  });

  it('takes the newest version whose day has come', async () => {
    const kind: VersionKind<number> = { kind: 'test', schema: z.number(), fallback: 0 };
    await e.write(null, async tx => {
      await addVersion(tx, kind, 10, { activeFromOn: day('2026-11-01') });
      await addVersion(tx, kind, 20, { activeFromOn: day('2026-12-01') });
    });
    const on = async (text: string) => await activeVersion(e.read, kind, text as Day);
    expect(await on('2026-10-31')).toMatchObject({ n: 0, data: 0 });
    expect(await on('2026-11-30')).toMatchObject({ n: 1, data: 10 });
    expect(await on('2026-12-01')).toMatchObject({ n: 2, data: 20 });
  });

  it('counts an event once per dedupe key, and again after it was retracted', async () => {
    const [leadId = 0] = await addLeads(leadRow('l1'));
    const record = async (uid: string) =>
      await e.write(
        { kind: 'events.record', uid: `op-${uid}` },
        async tx =>
          await recordEvents(tx, [
            {
              uid,
              kind: 'mail.replied',
              leadId,
              occurredOn: day('2026-11-19'),
              source: 'user',
              dedupeKey: 'once',
            },
          ]),
      );
    expect(await record('e1')).toHaveLength(1);
    expect(await record('e2')).toHaveLength(0);
    const operation = await findOperation(e.read, 'op-e1');
    await e.write({ kind: 'history.undo', undoable: false }, async tx => {
      expect((await undoOperation(tx, operation?.id ?? 0)).leadIds).toEqual([leadId]);
    });
    expect(await eventsOf(e.read, [leadId])).toEqual([]);
    expect(await record('e3')).toHaveLength(1);
    const all = await eventsOf(e.read, [leadId], { retracted: true });
    expect(all.map(event => [event.uid, event.retracted])).toEqual([
      ['e1', true],
      ['e3', false],
    ]);
  });

  it('takes inserts, changes and removals back, newest first', async () => {
    const [first = 0, second = 0] = await addLeads(leadRow('l1', { memo: 'a' }), leadRow('l2'));
    await e.write({ kind: 'edit', uid: 'edit' }, async tx => {
      await tx.update('leads', first, { memo: 'b' });
      await tx.update('leads', first, { memo: 'c' });
      await tx.insert('lead_tags', [{ uid: 't1', lead_id: first, tag: '展示会' }]);
      await tx.remove('leads', second);
    });
    expect(await memoOf()).toEqual(['l1:c']);
    const edit = await findNewestUndoable(e.read);
    expect(edit?.uid).toBe('edit');
    await e.write({ kind: 'history.undo', undoable: false }, async tx => {
      const undone = await undoOperation(tx, edit?.id ?? 0);
      expect(undone.kept).toEqual([]);
    });
    expect(await memoOf()).toEqual(['l1:a', 'l2:']);
    expect(await e.read.selectFrom('lead_tags').selectAll().execute()).toEqual([]);
    expect((await listOperations(e.read, 9)).map(o => [o.kind, o.undone])).toEqual([
      ['history.undo', false],
      ['edit', true],
      ['leads.add', false],
    ]);
  });

  it('brings a removed row back although its number was given to another, and names its lead', async () => {
    const [leadId = 0] = await addLeads(leadRow('l1'));
    const tag = (uid: string) => ({ uid, lead_id: leadId, tag: uid });
    const addTag = async (uid: string) =>
      await e.write({ kind: 'tag' }, async tx => (await tx.insert('lead_tags', [tag(uid)]))[0] ?? 0);
    const removed = await addTag('t1');
    await e.write({ kind: 'untag', uid: 'untag' }, async tx => await tx.remove('lead_tags', removed));
    await addTag('t2');
    const untag = await findOperation(e.read, 'untag');
    await e.write({ kind: 'history.undo', undoable: false }, async tx => {
      expect((await undoOperation(tx, untag?.id ?? 0)).leadIds).toEqual([leadId]);
    });
    const tags = await e.read.selectFrom('lead_tags').select('uid').orderBy('uid').execute();
    expect(tags).toEqual([{ uid: 't1' }, { uid: 't2' }]);
  });

  it('keeps a lead that was used since its import was made', async () => {
    const [used = 0, free = 0] = await addLeads(leadRow('used'), leadRow('free'));
    await e.write({ kind: 'events.record' }, async tx => {
      await recordEvents(tx, [
        { uid: 'e1', kind: 'call.reached', leadId: used, occurredOn: day('2026-11-19'), source: 'user' },
      ]);
    });
    const added = (await listOperations(e.read, 9)).find(o => o.kind === 'leads.add');
    const undone = await e.write(
      { kind: 'history.undo', undoable: false },
      async tx => await undoOperation(tx, added?.id ?? 0),
    );
    expect(undone.kept).toEqual([{ table: 'leads', uid: 'used', fields: [] }]);
    expect(await memoOf()).toEqual(['used:']);
    expect(free).toBeGreaterThan(used);
  });

  it('lists leads by rank with their next action, and reads what scoring and search need', async () => {
    const ids = await addLeads(
      leadRow('low', { total: 5 }),
      leadRow('hot', { total: 90, band: 'hot' }),
      leadRow('gone', { total: 99, trashed_at: ENGINE_NOW }),
    );
    const on = { filter: zLeadFilter.parse({}), today: day('2026-11-20') };
    const best = { sort: 'rank', direction: 'desc' } as const;
    const found = await listRows(e.read, await listWindow(e.read, on, best, { offset: 0, limit: 10 }));
    expect(found.map(row => row.uid)).toEqual(['hot', 'low']);
    // Whoever lies in the trash is explained all the same; that they are not computed anew is their reader's business.
    expect((await listScoringRows(e.read, ids)).map(row => [row.total, row.trashed_at])).toEqual([
      [5, null],
      [90, null],
      [99, ENGINE_NOW],
    ]);
    expect((await listSearchTexts(e.read, ids)).map(({ texts }) => texts[0])).toEqual([
      '会社',
      '会社',
      '会社',
    ]);
  });
});

describe.each(ENGINES)('the list on %s', (_name, start) => {
  let e: Engine;
  beforeEach(async () => {
    e = await start();
    const member = { name: '佐藤', roles: '[]', active: 1 } as const;
    await e.write({ kind: 'leads.add' }, async tx => {
      const [ownerId = 0] = await tx.insert('members', [{ uid: 'sato', ...member }]);
      await tx.insert('leads', [
        leadRow('a', { kana: 'ア', owner_id: ownerId, title_rank: 4, prefecture: '東京都', phone: '03' }),
        leadRow('b', { kana: '', company_name: '', event_name: '展示会', last_touch_on: day('2026-08-01') }),
        leadRow('c', { kana: 'ウ', next_on: day('2026-11-20'), channel: 'inbound', email: 'c@example.jp' }),
        leadRow('d', { kana: 'イ', band: 'hot', total: 50, do_not_call: 1, acquired_on: day('2026-08-01') }),
      ]);
    });
  });
  afterEach(async () => await e.close());

  const uids = async (filter: z.input<typeof zLeadFilter>, order: LeadOrder): Promise<string> => {
    const on = { filter: zLeadFilter.parse(filter), today: day('2026-11-20') };
    const ids = await listWindow(e.read, on, order, { offset: 0, limit: 10 });
    expect(await countMatching(e.read, on)).toBe(ids.length);
    return (await listRows(e.read, ids)).map(row => row.uid).join('');
  };

  it.each(zLeadSort.options)('has everybody once by %s, in either direction', async sort => {
    for (const direction of ['asc', 'desc'] as const) {
      const sorted = await uids({}, { sort, direction });
      expect([...sorted].toSorted().join('')).toBe('abcd');
    }
  });

  it('keeps who has no kana, company or owner last in either direction', async () => {
    expect(await uids({}, { sort: 'name', direction: 'asc' })).toBe('adcb');
    expect(await uids({}, { sort: 'name', direction: 'desc' })).toBe('cdab');
    expect(await uids({}, { sort: 'company', direction: 'asc' })).toBe('acdb');
    expect(await uids({}, { sort: 'company', direction: 'desc' })).toBe('dcab');
    expect(await uids({}, { sort: 'owner', direction: 'desc' })).toBe('adcb');
    expect(await uids({}, { sort: 'rank', direction: 'asc' })).toBe('cbad');
  });

  it.each<[z.input<typeof zLeadFilter>, string]>([
    [{ owner: 'sato' }, 'a'],
    [{ owner: 'none' }, 'bcd'],
    [{ owner: ['none', 'sato'] }, 'abcd'],
    [{ band: ['hot', 'mid'] }, 'd'],
    [{ channel: 'inbound' }, 'c'],
    [{ event: ['展示会'] }, 'b'],
    [{ tag: 'x' }, ''],
    [{ prefecture: '東京都' }, 'a'],
    [{ titleRank: 4 }, 'a'],
    [{ titleRank: 3 }, ''],
    [{ companyKind: 'prospect' }, 'abcd'],
    [{ companyKind: 'customer' }, ''],
    [{ companyUid: 'x' }, ''],
    [{ importUid: 'x' }, ''],
    [{ hasEmail: true }, 'c'],
    [{ hasPhone: false }, 'bcd'],
    [{ doNotCall: true }, 'd'],
    [{ acquiredTo: day('2026-08-31') }, 'd'],
    [{ acquiredFrom: day('2026-11-01') }, 'abc'],
    [{ dueTo: day('2026-11-20') }, 'c'],
    [{ quietDays: 100 }, 'bd'],
    [{ view: 'neglected' }, 'bd'],
    [{ view: 'thisWeek' }, 'c'],
    [{ view: 'noPhone' }, 'bcd'],
    [{ trash: true }, ''],
  ])('finds with %o', async (filter, found) => {
    expect(
      await uids(filter, { sort: 'acquired', direction: 'desc' }).then(all => [...all].toSorted().join('')),
    ).toBe(found);
  });

  it.each(zLeadView.options)('asks for the view %s', async view => {
    expect(await uids({ view }, { sort: 'next', direction: 'asc' })).toMatch(/^[abcd]*$/);
  });
});

describe('PostgreSQL', () => {
  it('gets the same tables and columns as SQLite from the same migrations', async () => {
    const sqlite = createDb();
    await migrateTo(sqlite);
    const postgres = await pgliteDb();
    expect(await columnsOf(postgres)).toEqual(await columnsOf(sqlite.db as unknown as Kysely<Schema>));
    await expect(
      sql`insert into lead_aliases (uid, lead_id) values ('x', 99)`.execute(postgres),
    ).rejects.toThrow('foreign key');
    sqlite.raw.close();
  });
});

/** Columns per table, without the search index, which is SQLite's own. */
async function columnsOf(db: Kysely<Schema>): Promise<Record<string, string[]>> {
  const tables = await db.introspection.getTables();
  return Object.fromEntries(
    tables
      .filter(table => !table.name.startsWith('lead_search'))
      .map(table => [table.name, table.columns.map(column => column.name).sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
