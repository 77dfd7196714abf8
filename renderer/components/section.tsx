import './section.css';
import type { ReactNode } from 'react';

type SectionProps = {
  readonly title: ReactNode;
  /** Small text beside the title: a count, a date, a rule version. */
  readonly note?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

/** A title over a rule and what belongs to it; structure by lines, never by boxes. */
export function Section({ title, note, action, children }: SectionProps) {
  return (
    <section className="section">
      <header className="section-head">
        <h2>{title}</h2>
        {note === undefined ? null : <span className="section-note">{note}</span>}
        {action === undefined ? null : <span className="section-action">{action}</span>}
      </header>
      {children}
    </section>
  );
}
