import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend();
});
afterEach(async () => await t.stop());

it('undoes an edit, also after a restart, and says what it was', async () => {
  const [me] = await t.client.members.list({});
  await t.client.members.save({ uid: me?.uid, name: '佐藤 花子', roles: ['inside'] });
  t = await t.restart();
  const undone = await t.client.history.undo({});
  expect(undone.operation).toMatchObject({ kind: 'members.save', undone: true });
  expect(await t.client.members.list({})).toMatchObject([
    { name: '', roles: ['manager', 'marketing', 'inside', 'field'] },
  ]);
});

it('restores only fields nobody changed since, and lists the rest', async () => {
  const [me] = await t.client.members.list({});
  await t.client.members.save({ uid: me?.uid, name: 'a', roles: ['inside'] });
  const first = (await t.client.history.list({})).operations[0]?.uid;
  await t.client.members.save({ uid: me?.uid, name: 'b', roles: ['inside'] });
  const undone = await t.client.history.undo({ operationUid: first });
  expect(undone.kept).toEqual([{ table: 'members', uid: me?.uid, fields: ['name'] }]);
  expect(await t.client.members.list({})).toMatchObject([
    { name: 'b', roles: ['manager', 'marketing', 'inside', 'field'] },
  ]);
  await expect(t.client.history.undo({ operationUid: first })).rejects.toMatchObject({
    code: 'UNDO_ALREADY_DONE',
  });
});

it('answers bad input with the path of what is wrong', async () => {
  await expect(t.client.history.list({ limit: 0 })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    data: { issues: [{ path: 'limit' }] },
  });
});
