import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RowOf } from '#electron/backend/db/access.ts';
import {
  countByLevel,
  findDeciding,
  findIdsOfUids,
  listIdsOfNames,
  listPairsOf,
  listPairWindow,
  listSharedKeys,
  type PairFilter,
} from '#electron/backend/duplicates/duplicates.repo.ts';
import { listCourses, listPlaces, listWaiting } from '#electron/backend/duplicates/merge.repo.ts';
import { findSurvivors, listMergedInto } from '#electron/backend/leads/cards.repo.ts';
import { day } from '#shared/domain/base/days.ts';
import { type Engine, ENGINE_NOW, ENGINES } from '#test/helpers/engines.ts';
import { leadRow } from '#test/helpers/make-lead.ts';
import { stopPglite } from '#test/helpers/pglite.ts';

afterAll(stopPglite);

const all: PairFilter = { state: 'open', importUid: undefined, leadId: undefined, level: undefined };

describe.each(ENGINES)('on %s', (_name, start) => {
  let e: Engine;
  let ids: number[];
  beforeEach(async () => {
    e = await start();
    const people = ['山本 太郎', '山本 太郎', '佐藤 花子', '鈴木 一郎'];
    const rows = people.map((name, i) => leadRow(`l${i}`, { name, email: '', phone: '' }, ENGINE_NOW));
    ids = await e.write({ kind: 'leads.add' }, async tx => await tx.insert('leads', rows));
  });
  afterEach(async () => await e.close());

  const id = (n: number): number => ids[n] ?? 0;
  const pair = (uid: string, lead: number, other: number, level: string): RowOf<'duplicates'> => ({
    uid,
    lead_id: id(lead),
    other_id: id(other),
    level,
    reason: 'companyAndName',
    state: 'open',
    import_id: null,
    found_at: ENGINE_NOW,
    decided_at: null,
    member_id: null,
  });

  it('lists pairs by sureness, those of one person, and leaves out people who are gone', async () => {
    await e.write({ kind: 'x' }, async tx => {
      await tx.insert('duplicates', [pair('d', 3, 0, 'D'), pair('c', 1, 0, 'C'), pair('c2', 2, 1, 'C')]);
    });
    const uids = async (filter: Partial<PairFilter>) =>
      (await listPairWindow(e.read, { ...all, ...filter }, 0, 10)).map(row => row.uid);
    expect(await uids({})).toEqual(['c', 'c2', 'd']);
    expect(await uids({ level: 'D' })).toEqual(['d']);
    expect(await uids({ leadId: id(1) })).toEqual(['c', 'c2']);
    expect(await uids({ importUid: 'none' })).toEqual([]);
    expect(await countByLevel(e.read, all)).toEqual(
      new Map([
        ['C', 2],
        ['D', 1],
      ]),
    );
    expect((await listPairsOf(e.read, [id(0), id(2)])).map(row => row.uid)).toEqual(['d', 'c', 'c2']);
    await e.write(null, async tx => await tx.update('leads', id(0), { trashed_at: ENGINE_NOW }));
    expect(await uids({})).toEqual(['c2']);
    expect(await findIdsOfUids(e.read, ['l0', 'l1'])).toEqual(new Map([['l1', id(1)]]));
  });

  it('names the operation that decided a pair, until it is taken back', async () => {
    const operation = { kind: 'duplicates.mergeMany', uid: 'op', data: { pairs: 2 } };
    const [pairId = 0] = await e.write(
      { kind: 'x' },
      async tx => await tx.insert('duplicates', [pair('c', 1, 0, 'C')]),
    );
    await e.write(operation, async tx => await tx.update('duplicates', pairId, { state: 'merged' }));
    expect(await findDeciding(e.read, ['c'])).toEqual(new Map([['c', { uid: 'op', pairs: 2 }]]));
    await e.write(null, async tx => {
      await tx.db
        .updateTable('operations')
        .set(o => ({ undone_by_id: o.ref('id') }))
        .where('uid', '=', 'op')
        .execute();
    });
    expect(await findDeciding(e.read, ['c'])).toEqual(new Map());
  });

  it('finds who shares an address or a name, without a desk’s address', async () => {
    const point = (uid: string, lead: number, key: string, isRole: 0 | 1 = 0): RowOf<'contact_points'> => ({
      uid,
      lead_id: id(lead),
      kind: 'email',
      value: key,
      key,
      ext: '',
      is_role: isRole,
      position: 0,
    });
    await e.write({ kind: 'x' }, async tx => {
      await tx.insert('contact_points', [
        point('a', 0, 'same@kakuu.example'),
        point('b', 2, 'same@kakuu.example'),
        point('c', 1, 'info@kakuu.example', 1),
        point('d', 3, 'info@kakuu.example', 1),
        point('e', 3, 'own@kakuu.example'),
      ]);
    });
    const { leadIds, nameKeys } = await listSharedKeys(e.read);
    expect(leadIds.toSorted((a, b) => a - b)).toEqual([id(0), id(2)]);
    expect(await listIdsOfNames(e.read, nameKeys)).toEqual([id(0), id(1)]);
  });

  it('follows merges to whoever is there now, and back', async () => {
    await e.write(null, async tx => {
      await tx.update('leads', id(0), { merged_into_id: id(1) });
      await tx.update('leads', id(1), { merged_into_id: id(2) });
    });
    expect(await findSurvivors(e.read, ids)).toEqual(
      new Map([
        [id(0), id(2)],
        [id(1), id(2)],
        [id(2), id(2)],
        [id(3), id(3)],
      ]),
    );
    const former = await listMergedInto(e.read, [id(2), id(3)]);
    expect(former.map(row => [row.id, row.survivorId])).toEqual([
      [id(1), id(2)],
      [id(0), id(2)],
    ]);
  });

  it('knows how far a sequence came, what waits, and whether a place on a list is fixed', async () => {
    await e.write(null, async tx => {
      const [course = 0] = await tx.bulk.insert('enrollments', [
        {
          uid: 'e1',
          lead_id: id(0),
          sequence_key: 'thanks',
          sequence_n: 1,
          status: 'active',
          stop_reason: null,
          enrolled_at: ENGINE_NOW,
          operation_id: null,
        },
      ]);
      const mail = (uid: string, step_no: number, state: string): RowOf<'outbox'> => ({
        uid,
        idem_key: uid,
        account_id: null,
        enrollment_id: course,
        lead_id: id(0),
        kind: 'step',
        address: 'a@kakuu.example',
        address_key: 'a@kakuu.example',
        subject: '',
        state,
        message_id: null,
        raw_sha256: null,
        expires_at: null,
        next_try_at: null,
        reason: null,
        accepted_at: null,
        step_no,
        raw: null,
        not_before_at: ENGINE_NOW,
        attempt_no: 0,
        rev: 4,
        created_at: ENGINE_NOW,
      });
      await tx.bulk.insert('outbox', [mail('m1', 1, 'accepted'), mail('m2', 2, 'planned')]);
      const list = (uid: string, serial: number, printed: boolean): RowOf<'call_lists'> => ({
        uid,
        serial,
        batch_uid: uid,
        caller_id: null,
        settings_n: null,
        elsewhere: '{}',
        listed_on: '{}',
        kind: 'weekly',
        import_id: null,
        week_on: day('2026-11-16'),
        rule: '{}',
        rules_n: 0,
        excluded: '{}',
        created_at: ENGINE_NOW,
        printed_at: printed ? ENGINE_NOW : null,
      });
      const [open = 0, printed = 0] = await tx.bulk.insert('call_lists', [
        list('open', 1, false),
        list('printed', 2, true),
      ]);
      const place = (uid: string, listId: number, position: number): RowOf<'call_list_rows'> => ({
        uid,
        list_id: listId,
        caller_id: null,
        position,
        lead_id: id(0),
        snapshot: '{}',
      });
      await tx.bulk.insert('call_list_rows', [
        place('p1', open, 1),
        place('p2', open, 2),
        place('p3', printed, 1),
      ]);
      await tx.bulk.insert('events', [
        {
          uid: 'call',
          kind: 'call',
          lead_id: id(0),
          member_id: null,
          occurred_on: day('2026-11-20'),
          occurred_at: null,
          recorded_at: ENGINE_NOW,
          source: 'user',
          dedupe_key: 'listRow:p2',
          data: '{}',
          operation_id: null,
          retracted_by_id: null,
        },
      ]);
    });
    const [course] = await listCourses(e.read, id(0));
    expect(course).toMatchObject({ sequenceKey: 'thanks', status: 'active', progress: 1 });
    expect((await listWaiting(e.read, course?.id ?? 0)).map(row => row.rev)).toEqual([4]);
    const fixed = (await listPlaces(e.read, id(0))).filter(place => place.isFixed);
    expect([fixed.length, new Set(fixed.map(place => place.listId)).size]).toEqual([2, 2]);
  });
});
