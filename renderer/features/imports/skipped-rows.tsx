import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { ImportPreview } from '#shared/contract/imports.ts';

/** The rows that would stay out and those on hold, each with its line and reason. */
export function SkippedRows({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useI18n();
  const rows = [
    ...preview.setAside.map(row => ({
      ...row,
      outcome: t.imports.outcome.setAside,
      text: row.cells.join(' '),
    })),
    ...preview.asked.map(row => ({
      ...row,
      outcome: t.imports.outcome.asked,
      text: `${row.companyName} ${row.name}`,
    })),
  ].sort((a, b) => a.line - b.line);
  return (
    <table className="table">
      <thead>
        <tr>
          <th className="num">{t.imports.line}</th>
          <th>{t.imports.outcomes}</th>
          <th>{t.imports.why}</th>
          <th>{t.imports.cells}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={`${row.line}-${row.outcome}`}>
            <td className="num">{row.line}</td>
            <td>{row.outcome}</td>
            <td>{codeText(t.imports.rowReasons, row.reason.code, row.reason.params)}</td>
            <td>{row.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
