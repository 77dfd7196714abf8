import { existsSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { searchPieces } from '#electron/backend/leads/search.ts';
import { below, pick, type Random, seeded } from '#shared/domain/base/seeded.ts';
import { addDays, day } from '#shared/domain/base/days.ts';
import { type SampleCompany, sampleCompany, weighted } from '#shared/domain/sample/companies.ts';
import { GIVEN_NAMES, SURNAMES } from '#shared/domain/sample/names.ts';
import { samplePost } from '#shared/domain/sample/posts.ts';
import { testBackend } from '#test/helpers/backend.ts';

const COMPANIES = 20_000;
const AT = '2026-11-20T01:00:00.000Z';
/** Percent of people called 佐藤 besides its share among the names, so that one surname finds tens of thousands. */
const COMMON = 1.5;

/**
 * A store of `n` invented people, written by bare SQL with the indexes built afterwards: the product's own import
 * of a million is measured elsewhere. Returns its path; a store that is there already is kept.
 */
export async function storeOf(dir: string, n: number): Promise<string> {
  const path = join(dir, 'dosen.db');
  if (existsSync(path)) return path;
  const maker = await testBackend({ dir, now: AT });
  await maker.client.members.save({ name: '佐藤 花子', roles: ['inside'] });
  await maker.client.members.save({ name: '鈴木 一郎', roles: ['inside'] });
  await maker.backend.stop();
  const db = new BetterSqlite3(path);
  db.pragma('synchronous = off');
  db.pragma('cache_size = -400000');
  const indexes = db
    .prepare(
      "select name, sql from sqlite_schema where type = 'index' and tbl_name = 'leads' and sql is not null",
    )
    .all() as { name: string; sql: string }[];
  db.transaction(() => {
    for (const { name } of indexes) db.exec(`drop index "${name}"`);
    fill(db, n);
    for (const { sql } of indexes) db.exec(sql);
  })();
  db.exec("insert into lead_search (lead_search) values ('optimize')");
  db.close();
  return path;
}

function fill(db: BetterSqlite3.Database, n: number): void {
  const random = seeded(11);
  const company = db.prepare(
    `insert into companies (id, uid, name, name_kana, strict_key, loose_key, kind, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, '${AT}', '${AT}')`,
  );
  const companies = Array.from({ length: COMPANIES }, (_, i) => sampleCompany(random, i));
  for (const [i, one] of companies.entries())
    company.run(
      i + 1,
      `c${i}`,
      one.name,
      one.kana,
      one.stem,
      one.stem,
      i % 50 === 0 ? 'customer' : 'prospect',
    );
  const { lead, search } = statements(db);
  for (let id = 1; id <= n; id++) {
    const at = below(random, COMPANIES);
    const person = personOf(random, companies[at] as SampleCompany);
    lead.run(id, `lead-${id}`, at + 1, ...COLUMNS.map(name => person[name]));
    search.run(id, searchPieces(SEARCHED.map(name => String(person[name]))));
  }
}

const SEARCHED = [
  'company_name',
  'name',
  'kana',
  'department',
  'title',
  'address',
  'memo',
  'event_name',
  'phone',
  'email',
] as const;
const EMPTY = ['branch', 'name_key', 'last_name', 'first_name', 'last_key', 'postal_code', 'url'] as const;
const COLUMNS = [
  ...SEARCHED,
  ...EMPTY,
  'prefecture',
  'channel',
  'acquired_on',
  'consent_basis',
  'title_rank',
  'department_function',
  'owner_id',
  'do_not_call',
  'stage',
  'next_kind',
  'next_on',
  'fit',
  'engagement',
  'total',
  'band',
  'last_touch_on',
  'created_at',
  'updated_at',
] as const;
type Values = Record<(typeof COLUMNS)[number], string | number | null>;

function statements(db: BetterSqlite3.Database) {
  const names = ['id', 'uid', 'company_id', ...COLUMNS];
  return {
    lead: db.prepare(`insert into leads (${names.join(',')}) values (${names.map(() => '?').join(',')})`),
    search: db.prepare('insert into lead_search (rowid, pieces) values (?, ?)'),
  };
}

function personOf(random: Random, company: SampleCompany): Values {
  const surname = random() < COMMON / 100 ? SURNAMES[0] : pick(random, SURNAMES);
  const [last = '', lastKana = '', romaji = ''] = surname ?? [];
  const [first, firstKana] = pick(random, GIVEN_NAMES);
  const post = samplePost(random);
  const [fit, engagement] = [below(random, 41), below(random, 61)];
  const on = addDays(day('2026-11-20'), -below(random, 700));
  return {
    ...(Object.fromEntries(EMPTY.map(name => [name, ''])) as Record<(typeof EMPTY)[number], string>),
    company_name: company.name,
    name: `${last} ${first}`,
    kana: `${lastKana} ${firstKana}`,
    department: post.department,
    title: post.title,
    address: `${company.place.prefecture}${company.place.city}架空町${below(random, 90) + 1}-2-3`,
    memo: random() < 0.1 ? '来期の計画に入れたい' : '',
    event_name: random() < 0.6 ? '架空ものづくりDX展' : '仮想オフィス効率化展',
    phone:
      random() < 0.15
        ? ''
        : `0${below(random, 9) + 1}-0000-${String(below(random, 10_000)).padStart(4, '0')}`,
    email: random() < 0.1 ? '' : `${romaji}.${below(random, 1e6)}@${company.host}`,
    prefecture: company.place.prefecture,
    channel: weighted(random, [
      [7, 'event'],
      [2, 'inbound'],
      [1, 'referral'],
    ]),
    acquired_on: on,
    consent_basis: 'card',
    title_rank: post.titleRank,
    department_function: post.departmentFunction,
    owner_id: weighted(random, [
      [5, 1],
      [4, 2],
      [1, null],
    ]),
    do_not_call: random() < 0.01 ? 1 : 0,
    stage: 'open',
    next_kind: weighted(random, [
      [5, 'call'],
      [4, 'mail'],
      [1, 'firstContact'],
    ]),
    next_on: addDays(on, 700 + below(random, 60)),
    fit,
    engagement,
    total: fit + engagement,
    band: fit >= 30 && engagement >= 50 ? 'hot' : fit + engagement >= 40 ? 'mid' : 'low',
    last_touch_on: on,
    created_at: AT,
    updated_at: AT,
  };
}
