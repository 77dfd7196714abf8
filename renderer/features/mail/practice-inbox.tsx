import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { formatDateTime } from '#shared/i18n/format.ts';
import { usePracticeInbox } from './queries.ts';

/** What the practice mailbox received, to be read as the person would read it. */
export function PracticeInbox() {
  const { t, lang } = useI18n();
  const inbox = usePracticeInbox();
  const [chosen, setChosen] = useState<string | null>(null);
  const mails = inbox.data ?? [];
  const open = mails.find(mail => mail.uid === chosen) ?? mails[0];
  return (
    <Section title={t.mailScreen.practice} note={t.mailScreen.practiceNote}>
      <Failure error={inbox.error} />
      {inbox.data && mails.length === 0 ? <p className="muted">{t.mailScreen.practiceEmpty}</p> : null}
      {open === undefined ? null : (
        <div className="inbox">
          <ul>
            {mails.map(mail => (
              <li key={mail.uid}>
                <button
                  type="button"
                  className="item"
                  aria-current={mail.uid === open.uid}
                  onClick={() => setChosen(mail.uid)}
                >
                  <b className="clip">{mail.subject}</b>
                  <span className="small muted mono">
                    {mail.to}　{formatDateTime(mail.receivedAt, lang)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <article aria-label={open.subject}>
            <h3>{open.subject}</h3>
            <p className="small muted mono">
              {open.from} → {open.to}
            </p>
            <pre className="mail-text">{open.text}</pre>
          </article>
        </div>
      )}
    </Section>
  );
}
