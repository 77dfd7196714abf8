import type { Day, Instant } from '#shared/domain/base/days.ts';
import type { CallRules } from '#shared/domain/calls/call-rules.ts';
import type { PrintLayout } from '#shared/domain/calls/print-layout.ts';
import type { CallScript, ScriptCode } from '#shared/domain/calls/scripts.ts';
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

/** One person to call. All texts are as the user wrote them; escaping happens here. */
export interface CallListRow {
  /** Running number on this list, from 1 without gaps. */
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

/** A row whose person may no longer be called: its number stays, so that the others keep theirs. */
export interface FreeRow {
  readonly no: number;
  readonly isFree: true;
}

/** What the cover says besides the rows. */
export interface CallListCover {
  /** The script to print, its words in braces filled in. */
  readonly script: CallScript & { readonly code: ScriptCode };
  /** The team's rules: when to call again, and its own words for results. */
  readonly rules: CallRules;
  /** How many were left out, by reason; and where everybody is who is on no list, by code. Zeros are not printed. */
  readonly excluded: Readonly<Partial<Record<Exclusion, number>>>;
  readonly elsewhere: Readonly<Record<string, number>>;
  /** Numbers of the lists that hold whoever was left out for standing on one. */
  readonly listedOn: readonly string[];
  /** Days of the week people work on; the tallies leave the others grey. */
  readonly workdays: readonly Day[];
}

/** What one caller takes away, everything on it. Fetched by the use case, printed by `callListHtml`. */
export interface CallListInput {
  readonly language: Lang;
  /** The list's own name (この取込から作る); null prints 今週の電話リスト. */
  readonly name: string | null;
  /** First and last working day the list is for, and the public holidays among them. */
  readonly week: { readonly from: Day; readonly to: Day; readonly holidays: readonly Day[] };
  readonly caller: string;
  /** Serial of the list; check digit and QR code follow from it. */
  readonly serial: number;
  /** In calling order. Empty prints one page of ruled rows. */
  readonly rows: readonly (CallListRow | FreeRow)[];
  readonly cover: CallListCover;
  readonly layout: PrintLayout;
  readonly printedAt: Instant;
  /** Practice store: every sheet says 練習. */
  readonly practice: boolean;
}
