import type { TableRows } from './import.ts';
import { insertAll, openBare } from './open.ts';

/** What the product was asked for, and what it wrote. */
export interface CallListResult {
  rows: number;
  lastOn: string;
  since: string;
  added: readonly TableRows[];
}

const FREE = `leads.trashed_at is null and leads.stage = 'open' and leads.do_not_call = 0 and leads.phone <> ''
  and coalesce(companies.kind, 'prospect') = 'prospect'`;
const DUE = `(leads.next_kind in ('firstContact', 'stepMail', 'findNumber', 'none') or leads.next_on <= ?)`;

/** Whom to call, best first: one statement that sorts in SQL. */
const BEST = `select leads.id from leads left join companies on companies.id = leads.company_id
  where ${FREE} and ${DUE} and (leads.band in ('hot', 'mid') or leads.next_kind = 'callback')
  order by case leads.next_kind when 'callback' then leads.next_on else '~' end,
    case leads.band when 'hot' then 0 else 1 end, leads.total desc, companies.name_kana, leads.uid
  limit ?`;

/** How many stay out for which reason, and where they are: one statement over everybody. */
const REST = `select
    case when leads.trashed_at is not null then 'trashed'
      when leads.stage <> 'open' then 'closed'
      when coalesce(companies.kind, 'prospect') <> 'prospect' then 'companyKind'
      when leads.do_not_call = 1 then 'doNotCall'
      when leads.phone = '' then 'noPhone'
      when tried.n >= 2 then 'attemptsUsedUp'
      when not ${DUE} then 'notDue'
      when leads.band = 'low' then 'lowRank' else 'taken' end as why,
    leads.stop, count(*) as people
  from leads left join companies on companies.id = leads.company_id
  left join (select lead_id, count(*) as n from events where kind = 'call' and occurred_on >= ?
    and retracted_by_id is null group by lead_id) as tried on tried.lead_id = leads.id
  group by 1, 2`;

/**
 * The least the week's lists can cost: who comes first and how many stay out why, both sorted and counted by SQL, everything
 * a row shows, and the rows written in one transaction. It shares nothing out and knows no reasons: it is told the result.
 */
export function callListFloor(storePath: string, { rows, lastOn, since, added }: CallListResult): number {
  const db = openBare(storePath);
  const ids = db.prepare(BEST).pluck().all(lastOn, rows) as number[];
  const people = (db.prepare(REST).all(since, lastOn) as { people: number }[]).reduce(
    (sum, row) => sum + row.people,
    0,
  );
  const chosen = `(select value from json_each('${JSON.stringify(ids)}'))`;
  for (const sql of [
    `select * from leads where id in ${chosen}`,
    `select * from contact_points where lead_id in ${chosen} order by position, id`,
    `select * from events where lead_id in ${chosen} and retracted_by_id is null order by id`,
  ])
    db.prepare(sql).all();
  db.transaction(() => {
    for (const { table, columns, rows: written } of added) insertAll(db, table, written, columns);
  })();
  db.close();
  return people;
}
