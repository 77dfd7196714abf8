import { Button, CopyButton, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { CallDay } from '#shared/contract/call-day.ts';
import { reportDraft } from './report-draft.ts';

/** 日報: the draft follows the day until somebody edits it. */
export function DayReport({ day }: { readonly day: CallDay }) {
  const { t, lang } = useI18n();
  const [edited, setEdited] = useState<string | null>(null);
  const text = edited ?? reportDraft(day, t, lang);
  return (
    <Section title={t.callDay.report} note={t.callDay.reportHint}>
      <Textarea
        className="day-report"
        aria-label={t.callDay.report}
        autosize
        minRows={14}
        maxRows={20}
        value={text}
        onChange={event => setEdited(event.currentTarget.value)}
      />
      <div className="day-actions">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="filled" onClick={copy}>
              {copied ? t.common.copied : t.callDay.copyReport}
            </Button>
          )}
        </CopyButton>
        {edited === null ? null : <Button onClick={() => setEdited(null)}>{t.callDay.redraft}</Button>}
      </div>
    </Section>
  );
}
