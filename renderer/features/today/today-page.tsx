import './today.css';
import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconInfoCircle } from '@tabler/icons-react';
import { Link } from 'wouter';
import { DuplicatesLink, useOpenPairs } from '#renderer/components/duplicates-link.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Section } from '#renderer/components/section.tsx';
import { TriageOffer } from '#renderer/components/triage-offer.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useUndo } from '#renderer/lib/use-undo.ts';
import { holidayName } from '#shared/domain/calendar/holidays.ts';
import { formatDayLong, formatTime } from '#shared/i18n/format.ts';
import { useToday } from './queries.ts';
import { LeadQueueRow, QueueRow } from './queue-row.tsx';
import { StoreProblem } from './store-problem.tsx';
import { Welcome } from './welcome.tsx';

type Today = ReturnType<typeof useToday>;

function Side({ outbox, history }: Pick<Today, 'outbox' | 'history'>) {
  const { t } = useI18n();
  const undo = useUndo();
  const counts = outbox.data?.counts ?? {};
  const coming = (counts['planned'] ?? 0) + (counts['ready'] ?? 0) + (counts['deferred'] ?? 0);
  return (
    <>
      <Section title={t.today.mails}>
        <p>
          <Link href="/mail">{coming === 0 ? t.today.noMails : t.today.nextMails(coming)}</Link>
          {outbox.data?.waitingForAccount === true ? (
            <span className="warn"> {t.today.mailsWait}</span>
          ) : null}
        </p>
      </Section>
      <LookAlikes />
      <Section title={t.today.recent}>
        <ul className="side-list">
          {(history.data?.operations ?? []).map(operation => (
            <li key={operation.uid}>
              <span className="mono small muted">{formatTime(operation.recordedAt)}</span>
              <span className="clip">{codeText(t.history.kinds, operation.kind)}</span>
              {operation.undoable && !operation.undone ? (
                <ActionIcon
                  className="end"
                  aria-label={t.today.undoOne(codeText(t.history.kinds, operation.kind))}
                  onClick={() => undo.run(operation.uid)}
                >
                  <IconArrowBackUp size={16} stroke={1.5} aria-hidden />
                </ActionIcon>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      <p className="small muted with-icon">
        <IconInfoCircle size={16} stroke={1.5} aria-hidden />
        {t.today.recommended}
      </p>
    </>
  );
}

/** Pairs that wait to be decided, where there are any. */
function LookAlikes() {
  const { t } = useI18n();
  const pairs = useOpenPairs();
  if (pairs === 0) return null;
  return (
    <Section title={t.duplicates.title}>
      <p>
        <DuplicatesLink />
      </p>
    </Section>
  );
}

/** Lists to go on with, or the list that is still to be made. */
function Calls({ lists, imports, callable }: Pick<Today, 'lists' | 'imports' | 'callable'>) {
  const { t } = useI18n();
  const open = (lists.data ?? []).filter(list => list.done < list.rows);
  const latest = imports.data?.find(row => !row.undone);
  if (open.length === 0 && callable === 0) return null;
  return (
    <Section title={t.today.listSection}>
      {open.map(list => (
        <QueueRow
          key={list.uid}
          href={`/calls/${list.uid}`}
          icon="list"
          title={t.calls.listKind[list.kind]}
          second={list.printedAt === null ? t.today.listToPrint : ''}
          why={t.today.listWhy(list.number)}
          due={t.today.listLeft(list.rows - list.done)}
          end={list.number}
        />
      ))}
      {open.length === 0 ? (
        <QueueRow
          href="/calls"
          icon="list"
          title={t.today.makeListTitle}
          second={latest === undefined ? '' : t.today.fromImportWhy(latest.fileName)}
          why={t.today.makeListWhy(callable)}
        />
      ) : null}
    </Section>
  );
}

/** Leads of one bucket with the reason they share. */
function Bucket(props: {
  readonly title: string;
  readonly note?: string;
  readonly icon: 'hot' | 'none';
  readonly why: string;
  readonly query: Today['hot'];
}) {
  const { t } = useI18n();
  const { rows, total } = props.query.data ?? { rows: [], total: 0 };
  if (rows.length === 0) return <Failure error={props.query.error} />;
  return (
    <Section title={props.title} note={props.note === undefined ? total : `${total}　${props.note}`}>
      {rows.map(lead => (
        <LeadQueueRow
          key={lead.uid}
          lead={lead}
          icon={props.icon}
          why={
            lead.nextReason === null
              ? props.why
              : t.today.because(props.why, codeText(t.leads.nextReasons, lead.nextReason))
          }
        />
      ))}
      {total > rows.length ? (
        <p>
          <Link href="/leads">{t.today.more(total - rows.length)}</Link>
        </p>
      ) : null}
    </Section>
  );
}

function Queue() {
  const { t, lang } = useI18n();
  const status = useStatus();
  const today = useToday();
  const open = (today.lists.data ?? []).filter(list => list.done < list.rows).length;
  const toMake = open === 0 && today.callable > 0 ? 1 : 0;
  const count = (today.hot.data?.total ?? 0) + open + toMake + (today.noNext.data?.total ?? 0);
  return (
    <Page
      title={t.today.title}
      lead={
        <>
          {status ? `${formatDayLong(status.today, lang, holidayName(status.today) !== null)}　` : ''}
          {today.hot.data === undefined ? '' : count === 0 ? t.today.nothing : t.today.sentence(count)}
        </>
      }
      sideLabel={t.today.recent}
      side={<Side outbox={today.outbox} history={today.history} />}
    >
      <Bucket title={t.today.hot} note={t.today.hotNote} icon="hot" why={t.today.hotWhy} query={today.hot} />
      <TriageOffer />
      <Calls lists={today.lists} imports={today.imports} callable={today.callable} />
      <Bucket title={t.today.noNext} icon="none" why={t.today.noNextWhy} query={today.noNext} />
    </Page>
  );
}

/** What to do now, every row with its reason; on an empty store the three ways in. */
export function TodayPage() {
  const { t } = useI18n();
  const status = useStatus();
  if (!status) return <Page title={t.today.title}>{null}</Page>;
  if (status.store === null) {
    return <StoreProblem problem={status.storeProblem} path={status.ownPath} />;
  }
  return status.store.leads === 0 ? <Welcome /> : <Queue />;
}
