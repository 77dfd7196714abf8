import { dayOf, type Instant, minuteOf } from '#shared/domain/base/days.ts';
import { tidy } from '#shared/domain/base/text.ts';
import type { CallResult } from '#shared/domain/calls/outcomes.ts';
import type { WrittenResult } from '#shared/domain/calls/sheet.ts';
import { zCallData } from './call-data.ts';

/** The result a row of a list has, as it is written into a sheet and compared with one. */
export function storedResult(row: {
  readonly call_data: string | null;
  readonly call_at: Instant | null;
}): WrittenResult | null {
  if (row.call_data === null) return null;
  const data = zCallData.parse(JSON.parse(row.call_data));
  return {
    outcome: data.outcome as CallResult,
    doNotCall: data.doNotCall,
    reason: data.reason,
    calledOn: row.call_at === null ? null : dayOf(row.call_at),
    nextOn: data.nextAt === null ? data.nextOn : dayOf(data.nextAt),
    nextMinute: data.nextAt === null ? null : minuteOf(data.nextAt),
    place: tidy(data.place),
    note: tidy(data.note),
  };
}
