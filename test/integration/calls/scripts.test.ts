import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noOwnScripts } from '#shared/domain/calls/scripts.ts';
import { scriptText } from '#shared/i18n/call-scripts.ts';
import { catalogue } from '#shared/i18n/index.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { oneList } from '#test/helpers/call-lists.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend();
});
afterEach(async () => await t.stop());

describe('call scripts', () => {
  it('are the shipped ones until the team writes its own, which can be taken back', async () => {
    expect(await t.client.callScripts.get({})).toEqual({ n: 0, scripts: noOwnScripts });
    const own = { ...scriptText(noOwnScripts, 'material', catalogue('ja')), opening: 'もしもし' };
    const { operationUid } = await t.client.callScripts.save({ scripts: { ...noOwnScripts, material: own } });
    expect((await t.client.callScripts.get({})).scripts).toEqual({ ...noOwnScripts, material: own });
    await t.client.history.undo({ operationUid });
    expect((await t.client.callScripts.get({})).scripts).toEqual(noOwnScripts);
  });

  it.each([
    ['event', '展示会後'],
    ['referral', '掘り起こし'],
  ])('of the cover go by how people were met, as on screen, named or not: %s', async (channel, title) => {
    await makeLeads(t, [{ titleRank: 4, fields: { channel, event_name: '' } }]);
    const { uid } = await oneList(t);
    expect((await t.client.callLists.html({ uid })).html).toContain(title);
  });

  it('longer than the paper holds are refused', async () => {
    const own = { ...scriptText(noOwnScripts, 'material', catalogue('ja')), opening: 'あ'.repeat(241) };
    await expect(
      t.client.callScripts.save({ scripts: { ...noOwnScripts, material: own } }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect((await t.client.callScripts.get({})).n).toBe(0);
  });
});
