import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';

/** Takes a file dropped anywhere on the window; true while one hovers over it. */
function useFileDrop(onFile: (file: File) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setIsOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) onFile(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onFile]);
  return isOver;
}

/** A place to drop a file on, with a button for the keyboard. */
export function DropZone({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useI18n();
  const isOver = useFileDrop(onFile);
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className="drop-zone" data-over={isOver || undefined} aria-label={t.imports.drop}>
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
        accept=".csv,.tsv,.txt,.xlsx,.vcf,text/csv,text/tab-separated-values,text/plain,text/vcard"
        hidden
        onChange={event => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
          event.currentTarget.value = '';
        }}
      />
    </section>
  );
}
