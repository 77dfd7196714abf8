import { describe, expect, it } from 'vitest';
import { createDb, insertRows, migrateTo, tableRows } from '#test/helpers/db.ts';

const lead = {
  uid: 'l1',
  company_name: '会社',
  branch: '',
  name: '山本 太郎',
  name_key: '山本太郎',
  last_name: '山本',
  first_name: '太郎',
  last_key: '山本',
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
  acquired_on: '2026-11-20',
  consent_basis: 'card',
  do_not_call: 0,
  stage: 'open',
  next_kind: 'call',
  next_on: '2026-11-24',
  fit: 0,
  engagement: 0,
  total: 0,
  band: 'low',
  created_at: '2026-11-20T01:00:00.000Z',
  updated_at: '2026-11-20T01:00:00.000Z',
};

describe('0010_foundation', () => {
  it('demands a next action with a date, or a reason for none', async () => {
    const db = createDb();
    await migrateTo(db, '0010_foundation');
    insertRows(db, 'leads', [
      lead,
      { ...lead, uid: 'l2', next_kind: 'none', next_on: null, next_reason: 'x' },
    ]);
    for (const bad of [
      { ...lead, uid: 'l3', next_on: null },
      { ...lead, uid: 'l4', next_kind: 'none', next_reason: null },
    ])
      expect(() => insertRows(db, 'leads', [bad])).toThrow('leads_next_action');
    db.raw.close();
  });

  it('keeps one event per dedupe key, and refuses a text where a number belongs', async () => {
    const db = createDb();
    await migrateTo(db, '0010_foundation');
    const event = {
      uid: 'e1',
      kind: 'card.exchanged',
      occurred_on: '2026-11-20',
      recorded_at: '2026-11-20T01:00:00.000Z',
      source: 'user',
      dedupe_key: 'k',
      data: '{}',
    };
    insertRows(db, 'events', [event]);
    expect(() => insertRows(db, 'events', [{ ...event, uid: 'e2' }])).toThrow('UNIQUE');
    expect(() => insertRows(db, 'leads', [{ ...lead, total: 'many' }])).toThrow('cannot store TEXT');
    db.raw.close();
  });
});

describe('0020_work', () => {
  it('keeps what a store of 0010 holds, and cascades from an import to its rows', async () => {
    const db = createDb();
    await migrateTo(db, '0010_foundation');
    insertRows(db, 'leads', [lead]);
    await migrateTo(db, '0020_work');
    expect(tableRows(db, 'leads')).toMatchObject([lead]);
    const counts = Object.fromEntries(
      ['read', 'new', 'filled', 'updated', 'asked', 'set_aside', 'blank', 'unchanged'].map(name => [
        `rows_${name}`,
        0,
      ]),
    );
    const texts = ['uid', 'file_name', 'file_sha256', 'reading', 'channel', 'event_name', 'consent_basis'];
    insertRows(db, 'imports', [
      {
        ...Object.fromEntries(texts.map(name => [name, name])),
        ...counts,
        file_size: 1,
        finished_at: '2026-11-20T01:00:00.000Z',
      },
    ]);
    insertRows(db, 'import_rows', [{ import_id: 1, line: 1, raw: '[]', outcome: 'new', lead_id: 1 }]);
    db.raw.exec('delete from imports');
    expect(tableRows(db, 'import_rows')).toEqual([]);
    db.raw.close();
  });
});

describe('0100_opportunities', () => {
  it('gives everybody with an appointment a 商談, and nobody else', async () => {
    const db = createDb();
    await migrateTo(db, '0080_colleagues');
    insertRows(db, 'leads', [
      lead,
      { ...lead, uid: 'l2', stage: 'converted', appointment_on: '2026-11-10', accepted_on: '2026-11-12' },
    ]);
    await migrateTo(db, '0100_opportunities');
    expect(tableRows(db, 'opportunities')).toMatchObject([
      {
        uid: 'l2',
        lead_id: 2,
        stage: 'appointment',
        stage_on: '2026-11-10',
        appointment_on: '2026-11-10',
        met_on: null,
        accepted_on: '2026-11-12',
      },
    ]);
    db.raw.close();
  });
});
