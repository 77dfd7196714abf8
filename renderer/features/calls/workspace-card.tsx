import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { CallCard } from '#shared/contract/call-work.ts';
import { formatDateTime, formatDay } from '#shared/i18n/format.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import { valueText } from '#shared/i18n/reasons.ts';
import { HistoryLine } from './workspace-history.tsx';
import { QueueWhy } from './workspace-queue.tsx';

type Phone = CallCard['phones'][number];
const touchesShown = 3;

function PhoneLine({ phone, onDial }: { readonly phone: Phone; readonly onDial: () => void }) {
  const { t } = useI18n();
  return (
    <div className="work-phone">
      {phone.tel === null ? (
        <span className="number" title={t.callWork.noTel}>
          {phone.text}
        </span>
      ) : (
        <a className="number" href={`tel:${phone.tel}`} title={t.callWork.dial} onClick={onDial}>
          {phone.text}
        </a>
      )}
      {phone.extension === '' ? null : <span>{t.leads.extension(phone.extension)}</span>}
      <span className="small muted">{t.leads.phoneKinds[phone.kind]}</span>
      <CopyButton value={phone.text}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t.common.copied : t.callWork.copy}>
            <ActionIcon
              aria-label={`${t.callWork.copy} ${phone.text}`}
              onClick={() => {
                copy();
                onDial();
              }}
            >
              <IconCopy size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  );
}

function Who({ card }: { readonly card: CallCard }) {
  const { t } = useI18n();
  const place = [card.branch, card.department, card.title].filter(text => text !== '').join('　');
  return (
    <header className="work-who">
      <div className="work-why">
        <RankSeal band={card.band} withWord />
        <b>{t.common.points(card.total)}</b>
        <QueueWhy card={card} />
        {card.listNumber === null || card.position === null ? null : (
          <span className="small muted">{t.callWork.position(card.listNumber, card.position)}</span>
        )}
        <Link className="end" href={`/leads/${card.leadUid}`}>
          {t.common.details}
        </Link>
      </div>
      <h2>
        {card.name || card.companyName}
        <small>{card.kana}</small>
      </h2>
      <div>
        {card.name === '' ? null : <b>{card.companyName}</b>}
        {place === '' ? null : <span className="muted">　{place}</span>}
      </div>
    </header>
  );
}

function reasonText(t: Catalogue, { rule, value }: CallCard['reasons'][number]): string {
  const name = codeText({ ...t.leads.rules, ...t.leads.attributes }, rule);
  return value === null ? name : `${name} ${valueText(t, rule, value)}`;
}

function Reasons({ card }: { readonly card: CallCard }) {
  const { t } = useI18n();
  return (
    <ul>
      {card.reasons.map(row => (
        <li key={`${row.rule} ${row.occurredOn ?? ''}`}>
          <b className="mono">+{row.points}</b> {reasonText(t, row)}
        </li>
      ))}
    </ul>
  );
}

function Consent({ card }: { readonly card: CallCard }) {
  const { t } = useI18n();
  const mail = card.suppressed
    ? t.leads.suppressed
    : card.mayMail
      ? t.callWork.mayMail
      : t.callWork.mayNotMail;
  return (
    <>
      {t.imports.consents[card.consentBasis]}　{t.callWork.mayCall}・
      <span className={card.suppressed ? 'late' : undefined}>{mail}</span>
    </>
  );
}

function Colleagues({ colleagues }: Pick<CallCard, 'colleagues'>) {
  const { t } = useI18n();
  const { total, shown } = colleagues;
  if (total === 0) return <span className="muted">{t.callWork.nobodyElse}</span>;
  return (
    <ul>
      {shown.map(person => (
        <li key={person.leadUid}>
          <RankSeal band={person.band} /> <Link href={`/leads/${person.leadUid}`}>{person.name}</Link>{' '}
          <span className="muted">
            {[person.department, person.title, codeText(t.leads.nextKinds, person.nextKind)]
              .filter(text => text !== '')
              .join(' ')}
          </span>
        </li>
      ))}
      {total > shown.length ? <li className="muted">{t.callWork.others(total - shown.length)}</li> : null}
    </ul>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Everything a caller has to know of a person, and no more. */
export function WorkspaceCard({ card, onDial }: { readonly card: CallCard; readonly onDial: () => void }) {
  const { t, lang } = useI18n();
  const { promise } = card;
  const source = [t.common.channel[card.channel], card.eventName, formatDay(card.acquiredOn, lang)].filter(
    text => text !== '',
  );
  return (
    <article className="work-card" aria-label={t.calls.card}>
      <Who card={card} />
      <div className="work-phones">
        {card.phones.map(phone => (
          <PhoneLine key={`${phone.kind} ${phone.text}`} phone={phone} onDial={onDial} />
        ))}
      </div>
      <dl>
        <Fact name={t.callWork.reasons}>
          <Reasons card={card} />
        </Fact>
        <Fact name={t.callWork.source}>{source.join('　')}</Fact>
        <Fact name={t.callWork.touches}>
          {card.history.length === 0 ? (
            <span className="muted">{t.callWork.noTouch}</span>
          ) : (
            <ul>
              {card.history.slice(0, touchesShown).map(event => (
                <li key={event.uid}>
                  <HistoryLine event={event} />
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={t.callWork.promise}>
          {promise === null ? (
            <span className="muted">{t.callWork.noPromise}</span>
          ) : (
            <b>{promise.at === null ? formatDay(promise.on, lang) : formatDateTime(promise.at, lang)}</b>
          )}
        </Fact>
        <Fact name={t.callWork.consent}>
          <Consent card={card} />
        </Fact>
        <Fact name={t.callWork.sameCompany}>
          <Colleagues colleagues={card.colleagues} />
        </Fact>
        <Fact name={t.callWork.memo}>
          {card.memo === '' ? <span className="muted">{t.callWork.noMemo}</span> : card.memo}
        </Fact>
      </dl>
    </article>
  );
}
