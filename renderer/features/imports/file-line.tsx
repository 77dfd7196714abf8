import { IconCircleCheck, IconFileSpreadsheet, IconHistory } from '@tabler/icons-react';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { ImportPreview } from '#shared/contract/imports.ts';
import { formatBytes, formatDateTime, formatDay } from '#shared/i18n/format.ts';

/** Which file it is, what it was taken for and why, and whether it or one like it came in before. */
export function FileLine({ preview }: { readonly preview: ImportPreview }) {
  const { t, lang } = useI18n();
  const { file, header, product } = preview;
  const byContent = header.reason.code === 'none';
  const unknown = byContent ? t.imports.noHeaderWords : t.imports.productUnknown;
  const words = product?.reason.params['evidence'];
  return (
    <div className="file-line">
      <IconFileSpreadsheet size={28} stroke={1.5} aria-hidden />
      <div>
        <b>{file.name}</b>
        <span className="small muted">
          {t.imports.fileFacts(formatBytes(file.size), preview.counts.read, preview.columns.length)}
        </span>
        <div className="with-icon ok">
          <IconCircleCheck size={16} stroke={1.5} aria-hidden />
          {product === null ? unknown : codeText(t.imports.products, product.code)}
          {words === undefined ? '' : t.imports.productEvidence(String(words))}
        </div>
        {preview.recognised === null ? null : (
          <div className="with-icon ok">
            <IconHistory size={16} stroke={1.5} aria-hidden />
            {t.imports.recognised(formatDay(preview.recognised.importedOn, lang))}
          </div>
        )}
        {preview.earlier === null ? null : (
          <div className="warn">{t.imports.earlier(formatDateTime(preview.earlier.finishedAt, lang))}</div>
        )}
      </div>
    </div>
  );
}
