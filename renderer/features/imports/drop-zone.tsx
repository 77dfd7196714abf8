import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useRef } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';

/** Says that files can be dropped here (the whole window takes them), with a button for the keyboard. */
export function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className="drop-zone" aria-label={t.imports.drop}>
      <IconFileImport size={28} stroke={1.5} aria-hidden />
      <div>
        <b>{t.imports.drop}</b>
        <p className="small muted prose">{t.imports.dropNote}</p>
      </div>
      <Button variant="filled" onClick={() => input.current?.click()}>
        {t.imports.chooseFile}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept=".csv,.tsv,.txt,.xlsx,.vcf,text/csv,text/tab-separated-values,text/plain,text/vcard"
        hidden
        onChange={event => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </section>
  );
}
