import {
  IconClockExclamation,
  IconFlame,
  IconListNumbers,
  IconPhoneCall,
  type TablerIcon,
} from '@tabler/icons-react';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { CallCard } from '#shared/contract/call-work.ts';
import { formatTime } from '#shared/i18n/format.ts';

/** The person in hand and the next eight. */
const shown = 9;

const icons: Readonly<Record<CallCard['why'], TablerIcon>> = {
  latePromise: IconClockExclamation,
  firstContact: IconFlame,
  todayPromise: IconPhoneCall,
  retry: IconPhoneCall,
  listed: IconListNumbers,
};

/** Why somebody is called now: icon, word, and the time where there is one. */
export function QueueWhy({ card }: { readonly card: CallCard }) {
  const { t } = useI18n();
  const Icon = icons[card.why];
  const dueAt = card.why === 'retry' ? null : card.dueAt;
  return (
    <span className={card.why === 'latePromise' ? 'with-icon late' : 'with-icon'}>
      <Icon size={16} stroke={1.5} aria-hidden />
      {t.callWork.why[card.why]}
      {dueAt ? <span className="mono">{formatTime(dueAt)}</span> : null}
    </span>
  );
}

type QueueProps = {
  readonly waiting: readonly CallCard[];
  readonly current: CallCard;
  readonly onChoose: (leadUid: string) => void;
};

/** Whom to call next and why, in order. */
export function WorkspaceQueue({ waiting, current, onChoose }: QueueProps) {
  const { t } = useI18n();
  return (
    <div className="work-queue">
      <Section title={t.callWork.queue} note={t.common.people(waiting.length)}>
        <ol>
          {waiting.slice(0, shown).map(card => (
            <li key={card.leadUid}>
              <button
                type="button"
                aria-current={card.leadUid === current.leadUid || undefined}
                onClick={() => onChoose(card.leadUid)}
              >
                <RankSeal band={card.band} />
                <span className="clip">
                  <b>{card.companyName || card.name}</b>
                  <span className="clip">{card.companyName === '' ? '' : card.name}</span>
                </span>
                <small>
                  <QueueWhy card={card} />
                </small>
              </button>
            </li>
          ))}
        </ol>
        {waiting.length > shown ? (
          <p className="small muted">{t.callWork.others(waiting.length - shown)}</p>
        ) : null}
      </Section>
    </div>
  );
}
