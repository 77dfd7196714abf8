import './empty-state.css';
import type { ReactNode } from 'react';

type EmptyStateProps = {
  readonly title: string;
  readonly text: string;
  /** The one primary button. */
  readonly action?: ReactNode;
  /** At most one further way, as a link. */
  readonly other?: ReactNode;
};

/** What will appear here and how to get there: the line with one open stop, a title, a sentence, one button. */
export function EmptyState({ title, text, action, other }: EmptyStateProps) {
  return (
    <div className="empty">
      <svg width="160" height="40" viewBox="0 0 160 40" fill="none" aria-hidden="true">
        <path d="M8 32h44a12 12 0 0 0 12-12 12 12 0 0 1 12-12h44" className="empty-line" />
        <path d="M132 8h20" className="empty-line" strokeDasharray="2 6" />
        <circle cx="8" cy="32" r="5" className="empty-stop" />
        <circle cx="126" cy="8" r="6" className="empty-open" />
      </svg>
      <h2>{title}</h2>
      <p>{text}</p>
      {action === undefined && other === undefined ? null : (
        <div className="empty-actions">
          {action}
          {other}
        </div>
      )}
    </div>
  );
}
