import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconInfoCircle } from '@tabler/icons-react';
import { Link } from 'wouter';
import { DuplicatesLink, useOpenPairs } from '#renderer/components/duplicates-link.tsx';
import { Section } from '#renderer/components/section.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useUndo } from '#renderer/lib/use-undo.ts';
import { formatTime } from '#shared/i18n/format.ts';
import { useSide } from './queries.ts';

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

/** What runs by itself, and what was just done. */
export function Side() {
  const { t } = useI18n();
  const { outbox, history } = useSide();
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
