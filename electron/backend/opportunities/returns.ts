import type { Context } from '#electron/backend/context.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { addDays, type Day, day, dayOf, instantAt } from '#shared/domain/base/days.ts';
import { zCard } from '#shared/domain/opportunities/card.ts';
import { MIN_HANDOVERS, returnsByRule } from '#shared/domain/opportunities/returns.ts';
import type { ReturnReason } from '#shared/domain/opportunities/stages.ts';
import { listAnswered } from './handovers.repo.ts';

/** The first day of the month that many months ago; 1: of this month. */
function monthsBack(today: Day, months: number): Day {
  const at = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - months;
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return day(`${pad(Math.floor(at / 12), 4)}-${pad((at % 12) + 1, 2)}-01`);
}

/** Which rule produced what came back: whole months up to today, by the cards as they were handed over. */
export async function handoverReturns(
  ctx: Context,
  { months }: InputOf<'handovers', 'returns'>,
): Promise<OutputOf<'handovers', 'returns'>> {
  const toOn = dayOf(ctx.now());
  const fromOn = monthsBack(toOn, months);
  const rows = await listAnswered(ctx.read, instantAt(fromOn, 0), instantAt(addDays(toOn, 1), 0));
  const { rules, reasons, ...found } = returnsByRule(
    rows.map(({ answer, reason, card }) => ({
      returned: answer === 'returned',
      reason: reason as ReturnReason | null,
      rules: [...new Set(zCard.parse(JSON.parse(card)).why.map(({ rule }) => rule))],
    })),
  );
  return { fromOn, toOn, min: MIN_HANDOVERS, ...found, rules: [...rules], reasons: [...reasons] };
}
