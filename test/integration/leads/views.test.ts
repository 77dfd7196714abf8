import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { router } from '#electron/backend/rpc/router.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

const as = (memberUid: string) =>
  createRouterClient(router, { context: { backend: t.backend, member: memberUid } });

it('keeps a view for oneself or for all, replaces it and takes it away', async () => {
  const sato = as((await t.client.members.save({ name: '佐藤', roles: [] })).uid);
  const suzuki = as((await t.client.members.save({ name: '鈴木', roles: [] })).uid);
  const query = { filter: { event: '展示会', hasPhone: true }, columns: ['rank' as const, 'name' as const] };
  const own = await sato.views.save({ name: '展示会で電話あり', query });
  expect(own).toMatchObject({ own: true, shared: false, query: { sort: 'rank', density: 'compact' } });
  const shared = await sato.views.save({ name: 'みんなの展示会', shared: true, query });
  expect((await suzuki.views.list({})).map(view => [view.name, view.own])).toEqual([
    ['みんなの展示会', false],
  ]);
  await suzuki.views.save({
    uid: shared.uid,
    name: '秋の展示会',
    shared: true,
    query: { ...query, sort: 'company' },
  });
  t = await t.restart();
  const again = as('佐藤');
  expect((await again.views.list({})).map(view => [view.name, view.own, view.query.sort])).toEqual([
    ['展示会で電話あり', true, 'rank'],
    ['秋の展示会', true, 'company'],
  ]);
  await again.views.remove({ uid: own.uid });
  expect((await again.views.list({})).map(view => view.name)).toEqual(['秋の展示会']);
  await expect(again.views.remove({ uid: own.uid })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
