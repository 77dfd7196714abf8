import type { Day } from '#shared/domain/base/days.ts';
import type { Field } from '#shared/domain/imports/aliases.ts';
import { readCard } from '#shared/domain/imports/row-card.ts';
import type { Card } from '#shared/domain/leads/card.ts';
import { cardKey } from './card-key.ts';

/** What somebody types, and the column of a file it is read as. */
const COLUMNS = {
  companyName: 'company',
  name: 'fullName',
  kana: 'kana',
  department: 'department',
  title: 'title',
  email: 'email',
  phone: 'phoneMain',
  address: 'address',
  memo: 'memo',
} as const satisfies Record<string, Field>;
export type TypedField = keyof typeof COLUMNS;

/** A card typed by hand, cleaned like a row of a file. */
export function typedCard(typed: Partial<Record<TypedField, string>>, today: Day): Card {
  const fields = Object.keys(COLUMNS) as TypedField[];
  return readCard(
    fields.map(field => typed[field] ?? ''),
    {
      columns: fields.map((field, index) => ({
        index,
        header: COLUMNS[field],
        use: COLUMNS[field],
        set: 0,
        reason: 'header',
        filled: 1,
      })),
      source: 'typed',
      year: Number(today.slice(0, 4)),
      dateOrder: 'unknown',
      cardKey,
    },
  );
}
