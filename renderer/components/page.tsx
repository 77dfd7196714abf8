import './page.css';
import type { ReactNode } from 'react';

type PageProps = {
  readonly title: string;
  /** The sentence with the answer, beside the title. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** Side column behind one hairline. */
  readonly side?: ReactNode;
  readonly sideLabel?: string;
  /** Bar at the bottom: key hints (32 px) or confirm (60 px). */
  readonly foot?: ReactNode;
  readonly confirm?: ReactNode;
  /** Text and form pages stop growing at 1200 px; tables use all. */
  readonly isWide?: boolean;
  /** The page's own children scroll (a virtual table) instead of the page. */
  readonly ownScroll?: boolean;
  readonly children: ReactNode;
};

/** The frame of every page: title and answer, what to do next, the rows behind it. */
export function Page(props: PageProps) {
  return (
    <div className="page">
      <div className="page-columns">
        <div className="page-main">
          <div
            className="page-scroll"
            data-own-scroll={props.ownScroll || undefined}
            data-wide={props.isWide || undefined}
          >
            <header className="page-head">
              <h1>{props.title}</h1>
              <div className="page-lead">{props.lead}</div>
              <div className="page-actions">{props.actions}</div>
            </header>
            {props.children}
          </div>
          {props.foot === undefined ? null : <footer className="page-foot">{props.foot}</footer>}
        </div>
        {props.side === undefined ? null : (
          <aside className="page-side" aria-label={props.sideLabel}>
            {props.side}
          </aside>
        )}
      </div>
      {props.confirm === undefined ? null : <footer className="page-confirm">{props.confirm}</footer>}
    </div>
  );
}
