import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Remaining } from '#renderer/components/clock-state.tsx';
import { Due } from '#renderer/components/next-action.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { TodayBucket, TodayRow } from '#shared/contract/today.ts';
import { type Day, dayOf } from '#shared/domain/base/days.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import { ownerText } from '#shared/i18n/alert-text.ts';
import { formatDateTime, formatTime } from '#shared/i18n/format.ts';
import { QueueRow } from './queue-row.tsx';
import type { Scope } from './queries.ts';

/** Why a row is here, as a sentence. */
function whyText(t: Catalogue, { code, params }: TodayRow['why']): string {
  const { why } = t.today;
  switch (code) {
    case 'hot': {
      const reason = params['reason'];
      return typeof reason === 'string' ? why.hotBecause(codeText(t.leads.eventKinds, reason)) : why.hot;
    }
    case 'retry':
      return why.retry(Number(params['n'] ?? 1));
    case 'noNext':
      return why.noNext(codeText(t.leads.nextReasons, String(params['reason'])));
    default:
      return codeText(why.plain, code);
  }
}

/** By when: the time left of a clock over its moment, the time of a promise, or the day. */
function DueCell({ row, today }: { readonly row: TodayRow; readonly today: Day }) {
  const { t, lang } = useI18n();
  if (row.clock && row.dueAt !== null)
    return (
      <span className="two-line">
        <Remaining clock={row.clock} />
        <span className="second">{formatDateTime(row.dueAt, lang)}</span>
      </span>
    );
  if (row.dueAt === null) return row.dueOn === null ? null : <Due on={row.dueOn} />;
  const isToday = dayOf(row.dueAt) === today;
  const time = isToday ? formatTime(row.dueAt) : formatDateTime(row.dueAt, lang);
  // On its own day a passed time is late, which the day alone would not say.
  if (row.why.code === 'latePromise' && isToday) return <span className="late">{t.today.passed(time)}</span>;
  return (
    <span className="two-line">
      {row.dueOn === null ? null : <Due on={row.dueOn} />}
      <span className="second">{time}</span>
    </span>
  );
}

type LeadRowProps = {
  readonly row: TodayRow;
  readonly icon: TodayBucket['code'];
  readonly today: Day;
  readonly showsOwner: boolean;
};

/** A row about one lead. */
export function TodayLeadRow({ row, icon, today, showsOwner }: LeadRowProps) {
  const { t } = useI18n();
  const owner = showsOwner ? ownerText(t, row.ownerName) : '';
  return (
    <QueueRow
      href={row.nextKind === 'handOver' ? `/opportunities/hand-over/${row.leadUid}` : `/leads/${row.leadUid}`}
      handover={row.handoverUid === null ? undefined : { uid: row.handoverUid, name: row.name }}
      sends={row.nextKind === 'sendMaterial' ? row.leadUid : undefined}
      lead={row}
      title={row.companyName || row.name}
      second={[row.name, row.department, row.title].filter(text => text !== '').join('　')}
      icon={icon}
      why={whyText(t, row.why)}
      note={row.note}
      due={<DueCell row={row} today={today} />}
      end={
        <span className="two-line">
          {row.phone === '' ? t.leads.noPhone : <span className="mono">{row.phone}</span>}
          {owner === '' ? null : <span className="second clip">{owner}</span>}
        </span>
      }
    />
  );
}

/** One bucket of the queue; all of it once somebody asks. */
export function Bucket(props: {
  readonly bucket: TodayBucket;
  readonly scope: Scope;
  readonly today: Day;
  /** Leads that stand above already. */
  readonly without: ReadonlySet<string>;
}) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const { bucket, scope, today, without } = props;
  const [isWhole, setIsWhole] = useState(false);
  const whole = useQuery({
    ...orpc.today.queue.queryOptions({ input: { scope, bucket: bucket.code, limit: 500 } }),
    enabled: isWhole,
  });
  const found = (isWhole ? whole.data?.buckets[0] : undefined) ?? bucket;
  const rows = found.rows.filter(row => !without.has(row.leadUid));
  const left = found.total - found.rows.length;
  const shown = rows.length + left;
  if (shown === 0) return null;
  return (
    <Section title={t.today.buckets[bucket.code]} note={`${shown}　${t.today.notes[bucket.code]}`}>
      {rows.map(row => (
        <TodayLeadRow
          key={row.leadUid}
          row={row}
          icon={bucket.code}
          today={today}
          showsOwner={scope === 'team'}
        />
      ))}
      {left > 0 && !isWhole ? (
        <button type="button" className="link-button" onClick={() => setIsWhole(true)}>
          {t.today.more(left)}
        </button>
      ) : null}
    </Section>
  );
}
