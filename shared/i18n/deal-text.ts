import { type Criterion, isShipped } from '#shared/domain/opportunities/criteria.ts';
import type { Catalogue } from './index.ts';

/** A line of the 商談化基準 in words: the team's own, or those of the shipped list. */
export const criterionText = (t: Catalogue, { id, text }: Pick<Criterion, 'id' | 'text'>): string =>
  text !== '' || !isShipped(id) ? text : t.opportunities.criterion[id];
