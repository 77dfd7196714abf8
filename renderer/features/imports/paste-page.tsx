import './imports.css';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { Page } from '#renderer/components/page.tsx';
import { focusFirst } from '#renderer/lib/focus-first.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { fileRefOf } from '#renderer/platform/files.ts';
import { leaveFiles } from './given-files.ts';

/** A table copied from a spreadsheet, on the same way as a file. */
export function PastePage() {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [, navigate] = useLocation();
  const check = async (): Promise<void> => {
    if (text.trim() === '') return;
    try {
      const name = `${t.imports.pasteFile}.tsv`;
      leaveFiles([{ ref: await fileRefOf(new File([text], name, { type: 'text/plain' })), name }]);
      navigate('/imports');
    } catch (cause) {
      setError(cause);
    }
  };
  useKeys([{ keys: 'mod+Enter', label: t.imports.pasteNext, run: () => void check(), whileTyping: true }]);
  return (
    <Page
      title={t.imports.paste}
      lead={t.imports.pasteLead}
      confirm={
        <>
          <Button
            variant="filled"
            size="lg"
            disabled={text.trim() === ''}
            onClick={() => void check()}
            rightSection={<Keycap keys="mod+Enter" />}
          >
            {t.imports.pasteNext}
          </Button>
          <Button size="lg" component={Link} href="/imports">
            {t.common.cancel}
          </Button>
        </>
      }
    >
      <Failure error={error} />
      <Textarea
        className="paste-field"
        label={t.imports.pasteField}
        description={t.imports.pasteHint}
        rows={16}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        ref={focusFirst}
      />
    </Page>
  );
}
