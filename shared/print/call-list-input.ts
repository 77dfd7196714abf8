import type { Day, Instant } from '#shared/domain/base/days.ts';
import type { Exclusion } from '#shared/domain/calls/selection.ts';
import type { Band } from '#shared/domain/scoring/band.ts';
import type { Lang } from '#shared/i18n/lang.ts';

/** A number as it is dialled and as it is read. */
export interface PrintPhone {
  /** As people read it: `03-0000-1182`. Up to 13 characters print at full size; longer ones smaller, never cut. */
  readonly text: string;
  /** E.164 (`+81300001182`): makes the number a `tel:` link. Null for a number nobody can dial as it stands. */
  readonly tel: string | null;
  /** 内線, digits as on the card; null for none. */
  readonly extension: string | null;
}

/** One person to call: one row of 13 mm. All texts are as the user wrote them; escaping happens here. */
export interface CallListRow {
  /** Running number in this caller's part, from 1 without gaps. */
  readonly no: number;
  readonly band: Band;
  readonly points: number;
  readonly company: string;
  /** 部署 and 役職, empty when unknown. */
  readonly department: string;
  readonly jobTitle: string;
  /** The how-many-th of how many people of one company on the list; printed when there is more than one. */
  readonly inCompany: { readonly index: number; readonly of: number };
  readonly name: string;
  readonly kana: string;
  readonly phone: PrintPhone;
  readonly secondPhone: (PrintPhone & { readonly kind: 'mobile' | 'direct' | 'main' | 'other' }) | null;
  /** 前回・経緯: at most three short lines, the first one bold; further lines are not printed. */
  readonly history: readonly string[];
  /** A promised or planned day; null leaves `／` to write on. */
  readonly nextOn: Day | null;
  /** `15:00`, `13時台`, `18:00まで`, already worded; null leaves `：` to write on. */
  readonly nextTime: string | null;
}

/** What one person takes away: own sheets, own numbering, own list number. */
export interface CallListPart {
  readonly caller: string;
  /** Serial of this caller's list; check digit and QR code follow from it. */
  readonly serial: number;
  /** In calling order. Empty prints one page of ruled rows. */
  readonly rows: readonly CallListRow[];
}

/** Everything on the weekly call list. Fetched by the use case, printed by `callListHtml`. */
export interface CallListInput {
  readonly language: Lang;
  /** The list's own name (この取込から作る); null prints 今週の電話リスト. */
  readonly name: string | null;
  /** First and last working day the list is for, and the public holidays among them; null leaves the week out. */
  readonly week: { readonly from: Day; readonly to: Day; readonly holidays: readonly Day[] } | null;
  readonly parts: readonly CallListPart[];
  /** How many were left out, by reason; on the first page of each part. Zeros are not printed. */
  readonly excluded: Readonly<Partial<Record<Exclusion, number>>>;
  readonly printedAt: Instant;
  /** Practice store: every sheet says 練習. */
  readonly practice: boolean;
}
