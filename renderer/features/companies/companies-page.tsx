import './companies.css';
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { KeyHint } from '#renderer/components/keycap.tsx';
import { Page } from '#renderer/components/page.tsx';
import { focusPageSearch, SearchField } from '#renderer/components/search-field.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import type { CompanyRow } from '#shared/contract/companies.ts';
import { type CompanyFilter, kinds, pageSize, useCompanies } from './queries.ts';

/** Every company by name, with its kind and how many people it has. */
export function CompaniesPage() {
  const { t } = useI18n();
  const [filter, setFilter] = useState<CompanyFilter>({ search: '', kind: null, offset: 0 });
  const { data, error, refetch } = useCompanies(filter);
  useKeys([{ keys: '/', label: t.common.search, run: focusPageSearch }]);
  const { offset } = filter;
  const total = data?.total ?? 0;
  return (
    <Page
      title={t.companies.title}
      lead={data ? t.companies.lead(total) : ''}
      isWide
      actions={
        <Button component={Link} href="/companies/kinds">
          {t.companies.fromList}
        </Button>
      }
      foot={<KeyHint keys={['/']} label={t.common.search} />}
    >
      <div className="company-filters">
        <SearchField
          label={t.companies.search}
          placeholder={t.companies.search}
          value={filter.search}
          onSearch={search => setFilter({ ...filter, search, offset: 0 })}
        />
        <NativeSelect
          aria-label={t.companies.kindFilter}
          value={filter.kind ?? ''}
          data={[
            { value: '', label: t.common.all },
            ...kinds.map(kind => ({ value: kind, label: t.leads.kinds[kind] })),
          ]}
          onChange={event =>
            setFilter({
              ...filter,
              kind: kinds.find(kind => kind === event.currentTarget.value) ?? null,
              offset: 0,
            })
          }
        />
      </div>
      <Failure error={error} onRetry={() => void refetch()} />
      {data && total === 0 ? <None isFiltered={filter.search !== '' || filter.kind !== null} /> : null}
      {data && total > 0 ? <CompanyTable rows={data.rows} /> : null}
      {total > pageSize ? (
        <div className="company-pager">
          <Button
            size="xs"
            disabled={offset === 0}
            onClick={() => setFilter({ ...filter, offset: Math.max(0, offset - pageSize) })}
          >
            {t.common.previous}
          </Button>
          <span>{t.common.of(Math.min(offset + pageSize, total), total)}</span>
          <Button
            size="xs"
            disabled={offset + pageSize >= total}
            onClick={() => setFilter({ ...filter, offset: offset + pageSize })}
          >
            {t.common.next}
          </Button>
        </div>
      ) : null}
    </Page>
  );
}

function None({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useI18n();
  if (isFiltered) return <p className="muted">{t.companies.none}</p>;
  return (
    <EmptyState
      title={t.companies.emptyTitle}
      text={t.companies.emptyText}
      action={
        <Button component={Link} href="/imports">
          {t.nav.importCards}
        </Button>
      }
    />
  );
}

function CompanyTable({ rows }: { readonly rows: readonly CompanyRow[] }) {
  const { t } = useI18n();
  return (
    <table className="table companies-table">
      <thead>
        <tr>
          <th>{t.companies.colName}</th>
          <th>{t.companies.colKind}</th>
          <th>{t.companies.colDomain}</th>
          <th className="num">{t.companies.colPeople}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.uid}>
            <td>
              <Link href={`/companies/${row.uid}`}>{row.name}</Link>
            </td>
            <td>{t.leads.kinds[row.kind]}</td>
            <td className="mono muted">{row.domain ?? ''}</td>
            <td className="num">{t.common.people(row.people)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
