import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { leadsWhere } from '#renderer/lib/lead-link.ts';
import type { Filter } from './figures.ts';

type FigureLinkProps = {
  readonly filter: Filter;
  /** What the figure says, for whoever does not see where it stands. */
  readonly label: string;
  readonly children: ReactNode;
};

/** A figure of the map that opens the list of exactly these people. */
export const FigureLink = ({ filter, label, children }: FigureLinkProps) => (
  <Link href={leadsWhere(filter)} aria-label={label} className="journey-figure">
    {children}
  </Link>
);
