import { Section } from '#renderer/components/section.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { ImportPreview } from '#shared/contract/imports.ts';

/** What was put right or could not be read on the cards, with the lines to look at. Nothing to do unless somebody wants to. */
export function NotesTable({ notes }: { readonly notes: ImportPreview['notes'] }) {
  const { t } = useI18n();
  if (notes.length === 0) return null;
  return (
    <Section title={t.imports.notes} note={t.imports.notesLead}>
      <table className="table notes-table">
        <thead>
          <tr>
            <th>{t.imports.noteHead}</th>
            <th className="num">{t.imports.noteRows}</th>
            <th>{t.imports.noteSamples}</th>
          </tr>
        </thead>
        <tbody>
          {notes.map(({ code, count, samples }) => (
            <tr key={code}>
              <td>{codeText(t.imports.noteKinds, code)}</td>
              <td className="num">{count.toLocaleString('en-US')}</td>
              <td className="sample">
                <div className="clip">
                  {samples.map(({ line, text }) => t.imports.noteSample(line, text)).join('　')}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
