import { Button, MultiSelect, NativeSelect } from '@mantine/core';
import { DayField } from '#renderer/components/typed-fields.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { LeadFilter } from '#shared/contract/lead-filter.ts';
import type { Facets } from '#shared/contract/leads.ts';
import { valueWord } from './filter-words.ts';
import { setFilter } from './list-state.ts';

type Many = 'owner' | 'channel' | 'event' | 'tag' | 'prefecture' | 'departmentFunction' | 'companyKind';
const many: readonly Many[] = [
  'owner',
  'event',
  'tag',
  'channel',
  'prefecture',
  'departmentFunction',
  'companyKind',
];
const yesNo = ['hasPhone', 'hasEmail', 'doNotCall'] as const;
const days = ['acquiredFrom', 'acquiredTo', 'dueTo'] as const;
const quiet = ['30', '60', '90', '180', '365'];

type PanelProps = { readonly filter: LeadFilter; readonly facets: Facets | undefined };

function ManyField({ field, filter, facets }: PanelProps & { readonly field: Many }) {
  const { t } = useI18n();
  const found = facets?.[field] ?? [];
  const chosen = [filter[field] ?? []].flat();
  const known = found.map(({ value }) => value);
  const data = [
    ...found.map(({ value, count }) => ({
      value,
      label: t.leadList.optionCount(valueWord(t, field, value, facets), count),
    })),
    ...chosen
      .filter(value => !known.includes(value))
      .map(value => ({ value, label: valueWord(t, field, value, facets) })),
  ];
  return (
    <MultiSelect
      label={t.leadList.fields[field]}
      data={data}
      value={chosen}
      searchable
      clearable
      limit={100}
      comboboxProps={{ withinPortal: false }}
      onChange={values => setFilter({ [field]: values.length === 0 ? undefined : values })}
    />
  );
}

function SingleFields({ filter, facets }: PanelProps) {
  const { t } = useI18n();
  const today = useStatus()?.today;
  const any = { value: '', label: t.leadList.any };
  return (
    <>
      <NativeSelect
        label={t.leadList.fields.titleRank}
        value={filter.titleRank === undefined ? '' : String(filter.titleRank)}
        data={[
          any,
          ...Object.keys(t.leads.titleRanks).map(rank => ({
            value: rank,
            label: valueWord(t, 'titleRank', rank, facets),
          })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          setFilter({ titleRank: value === '' ? undefined : Number(value) })
        }
      />
      {yesNo.map(field => (
        <NativeSelect
          key={field}
          label={t.leadList.fields[field]}
          value={filter[field] === undefined ? '' : String(filter[field])}
          data={[any, { value: 'true', label: t.leadList.has }, { value: 'false', label: t.leadList.hasNot }]}
          onChange={({ currentTarget: { value } }) =>
            setFilter({ [field]: value === '' ? undefined : value === 'true' })
          }
        />
      ))}
      {today === undefined
        ? null
        : days.map(field => (
            <DayField
              key={field}
              label={t.leadList.fields[field]}
              value={filter[field] ?? null}
              today={today}
              onChange={on => setFilter({ [field]: on ?? undefined })}
            />
          ))}
      <NativeSelect
        label={t.leadList.fields.quietDays}
        value={filter.quietDays === undefined ? '' : String(filter.quietDays)}
        data={[any, ...quiet.map(value => ({ value, label: valueWord(t, 'quietDays', value, facets) }))]}
        onChange={({ currentTarget: { value } }) =>
          setFilter({ quietDays: value === '' ? undefined : Number(value) })
        }
      />
      <NativeSelect
        label={t.leadList.fields.importUid}
        value={filter.importUid ?? ''}
        data={[
          any,
          ...(facets?.importUid ?? []).map(({ value, name, count }) => ({
            value,
            label: t.leadList.optionCount(name, count),
          })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          setFilter({ importUid: value === '' ? undefined : value })
        }
      />
    </>
  );
}

/** Every condition on one panel, each choice with how many leads have it; it narrows the list at once. */
export function FilterPanel({ filter, facets, onClear }: PanelProps & { readonly onClear: () => void }) {
  const { t } = useI18n();
  return (
    <div className="lead-filter-panel">
      {many.map(field => (
        <ManyField key={field} field={field} filter={filter} facets={facets} />
      ))}
      <SingleFields filter={filter} facets={facets} />
      <div className="wide">
        <span className="small muted">{t.leadList.filterNote}</span>
        <Button size="xs" onClick={onClear}>
          {t.leadList.clearAll}
        </Button>
      </div>
    </div>
  );
}
