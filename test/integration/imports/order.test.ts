import { describe, expect, it } from 'vitest';
import { seeded } from '#shared/domain/base/seeded.ts';
import { companyStrictKey, parseCompany } from '#shared/domain/leads/company.ts';
import { testBackend } from '#test/helpers/backend.ts';
import { utf8 } from '#test/helpers/identity/layouts.ts';
import { groupsOf, importFile, readStored, type Stored } from '#test/helpers/identity/stored.ts';
import { identityWorld, shuffled, SMALL, type TrueFile, type World } from '#test/helpers/identity/world.ts';
import { runs, seed } from '#test/helpers/runs.ts';

async function stored(files: readonly TrueFile[]): Promise<Stored> {
  const t = await testBackend({ now: '2026-11-20T01:00:00Z' });
  try {
    for (const file of files) await importFile(t, file);
    return readStored(t.storePath);
  } finally {
    await t.stop();
  }
}

/** Rows of different people in one lead. */
function wrongJoins(world: World, { rows }: Stored): string[] {
  const person = new Map(
    world.files.flatMap(file => file.rows.map(row => [`${file.name}:${row.line}`, row.card.person])),
  );
  const leads = Map.groupBy([...rows.keys()], row => rows.get(row));
  return [...leads.values()]
    .filter(group => new Set(group.map(row => person.get(row))).size > 1)
    .map(group => group.join(' '));
}

/** What a row said that its person does not have. */
function lost(world: World, { rows, facts }: Stored): string[] {
  return world.files.flatMap(file =>
    file.rows.flatMap(row => {
      const { spelt, card } = row;
      const known = facts.get(rows.get(`${file.name}:${row.line}`) ?? 0) ?? [];
      const companies = known
        .filter(f => f.startsWith('at '))
        .map(f => companyStrictKey(f.slice(3, f.lastIndexOf(' '))));
      const memo = row.cells[file.layout.header.indexOf('メモ')] ?? '';
      const company = parseCompany(spelt.company)?.strictKey;
      const has = (start: string): boolean => known.some(f => f.startsWith(start));
      const missing = [
        spelt.email !== '' && !has(`point email ${spelt.email.normalize('NFKC').trim().toLowerCase()} `),
        spelt.mobile !== '' && !has(`point mobile +81${card.mobile.replaceAll('-', '').slice(1)} `),
        company !== undefined && !companies.includes(company),
        memo !== '' && !known.some(f => f.startsWith('memo ') && f.includes(memo)),
      ];
      return missing.some(Boolean)
        ? [`${file.name}:${row.line} ${row.cells.join('|')} -> ${known.join('|')}`]
        : [];
    }),
  );
}

describe('the order in which files come in', () => {
  it('decides nothing: the same people, joined or asked about, and nobody wrongly joined', {
    timeout: 900_000,
  }, async () => {
    for (let n = seed(); n < seed() + runs(20); n++) {
      const world = identityWorld(n, SMALL);
      const random = seeded(n);
      const first = await stored(world.files);
      expect(wrongJoins(world, first)).toEqual([]);
      expect(lost(world, first)).toEqual([]);
      expect(first.rows.size).toBe(world.files.flatMap(file => file.rows).length);
      for (const order of [
        world.files.toReversed(),
        shuffled(random, world.files),
        shuffled(random, world.files),
      ]) {
        const other = await stored(order);
        const names = order.map(file => file.name).join(' ');
        expect(wrongJoins(world, other), `seed ${n}: ${names}`).toEqual([]);
        expect(lost(world, other), `seed ${n}: ${names}`).toEqual([]);
        expect(groupsOf(other), `seed ${n}: ${names}`).toEqual(groupsOf(first));
      }
    }
  });

  it('a card that shows two known people to be one is a question about those two, surely one person', async () => {
    const row = (name: string, text: string) => ({
      name,
      bytes: utf8(`会社名,氏名,メール,携帯\n${text}\n`),
    });
    const [address, phone, both] = [
      row('address.csv', '甲商事,山本 太郎,a@example.jp,'),
      row('phone.csv', '乙商事,山本 太郎,,090-1234-5678'),
      row('both.csv', '丙商事,山本 太郎,a@example.jp,090-1234-5678'),
    ];
    const everyone = ['address.csv:2', 'both.csv:2', 'phone.csv:2'];
    const open: string[] = [];
    for (const order of [
      [address, phone, both],
      [both, address, phone],
      [phone, both, address],
    ]) {
      const t = await testBackend({ now: '2026-11-20T01:00:00Z' });
      for (const file of order) await importFile(t, file);
      const found = readStored(t.storePath);
      expect(groupsOf(found)).toEqual([everyone]);
      const { pairs } = await t.client.duplicates.list({});
      open.push(pairs.map(pair => `${pair.level} ${pair.reason}`).join());
      await t.stop();
    }
    expect(open).toEqual(['B severalPeople', '', '']);
  });
});
