import { Link } from 'wouter';
import { Section } from '#renderer/components/section.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { CalendarEffect } from '#shared/contract/calendar.ts';
import { formatTime } from '#shared/i18n/format.ts';
import { useWords } from './words.ts';

/** Promises that fall on a day off: nobody moves them but the people who made them. */
export function Promises({ effect }: { readonly effect: CalendarEffect }) {
  const { t } = useI18n();
  const words = useWords();
  return (
    <Section title={t.calendar.promises(effect.promises)} note={t.calendar.promisesText}>
      <table className="table">
        <thead>
          <tr>
            <th>{t.calendar.promiseLead}</th>
            <th>{t.calendar.promiseKind}</th>
            <th className="num">{t.calendar.promiseOn}</th>
          </tr>
        </thead>
        <tbody>
          {effect.promised.map(({ leadUid, name, companyName, nextKind, on, at }) => (
            <tr key={leadUid}>
              <td className="two-line">
                <Link href={`/leads/${leadUid}`}>{name || companyName}</Link>
                {name === '' ? null : <span className="second">{companyName}</span>}
              </td>
              <td>{codeText(t.leads.nextKinds, nextKind)}</td>
              <td className="num mono">
                {words.day(on)} {at === null ? '' : formatTime(at)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
