/** 1 代表 … 7 一般, 8 専門・その他. Smaller is higher among 1–7. */
export type TitleRank = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface TitleReading {
  /** Null when the card has no title: unknown, not low. */
  rank: TitleRank | null;
  /** The word may mean something else in this firm (Director, 主任研究員); a person should look. */
  unsure: boolean;
}

/** In this order; within a rank the pattern order does not matter. */
const RANKS: readonly (readonly [TitleRank, RegExp])[] = [
  [2, /副社長|副会長|副理事長|vice president|\b[se]?vp\b|専務|常務|managing director|executive officer/],
  [
    1,
    /代表取締役|代表執行役|代表社員|代表理事|理事長|(?<!支)社長|会長|頭取|代表|代取|経営者|オーナー|院長|学長|園長|学校長|校長|総裁|組合長|(?<!部|課)市長|町長|村長|\bceo\b|president|founder|owner|chairman/,
  ],
  [2, /取締役|監査役|執行役員|執行役|理事|役員|\bc(?!eo)[a-z]{1,2}o\b/],
  [3, /本部長|事業部長|統括部長|支社長|工場長|局長|部門長|head of/],
  [
    4,
    /部長|室長|支店長|事務長|所長|センター長|general manager|(?:ゼネラル|ジェネラル)マネー?ジャー|\bgm\b|director|ディレクター/,
  ],
  [5, /次長|課長|参事|主幹|主管|グループ長|ユニット長|チーム長|マネージャー|マネジャー|manager|店長/],
  [6, /係長|主任|主査|班長|リーダー|チーフ|\blead\b|leader|senior|シニア|chief/],
  [7, /^担当$|担当$|主事|スタッフ|エンジニア|engineer|staff|社員|一般|営業$|事務$|アシスタント|assistant/],
];
/** Words that hold a rank word but name something else. */
const SPECIALIST =
  /主任研究員|主席研究員|主任技師|研究員|教授|准教授|講師|医師|^mr$|コンサルタント|consultant|顧問|相談役|フリーランス|弁護士|税理士|プランナー|記者|デザイナー/;
const ONE_LOWER =
  /長(?:代理|代行|補佐|補|付|心得)|副(?!社長|会長|理事長)\S*(?:長)|^担当(?:部長|課長)|次席|deputy|assistant manager|associate director/;
/** 社長室 and 役員秘書 are places to work, not ranks; 社長室長 is a 室長. */
const PLACE = /(?:社長|会長|役員|理事長|頭取|代表)(?:室|付|秘書|補佐)|秘書/g;
const FORMER = /^(?:元|前|ex[- ])/;
const UNSURE = /director|ディレクター|主任研究員|主席研究員|主任技師|参事|主幹|\blead\b/;

const lower = (rank: TitleRank): TitleRank => (rank < 7 ? ((rank + 1) as TitleRank) : rank);

function rankOf(part: string): TitleRank | null {
  if (SPECIALIST.test(part)) return 8;
  const text = part.replace(PLACE, match =>
    match.endsWith('室') && part.includes(`${match}長`) ? '室' : ' ',
  );
  const found = RANKS.find(([, pattern]) => pattern.test(text));
  if (found) return ONE_LOWER.test(text) ? lower(found[0]) : found[0];
  return text.trim() === part.trim() ? null : 7;
}

/**
 * The rank of a title. Several posts in one cell (執行役員 兼 本部長, 課長（兼）係長): the highest counts. 元 and 前 posts are
 * ignored. 代理, 補佐, 副, 付 and 担当 put a rank one lower.
 */
export function readTitle(title: string): TitleReading {
  const text = title
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/(^|[\s/、,;(])(元|前)[・\s]+/g, '$1$2');
  if (text === '') return { rank: null, unsure: false };
  const parts = text
    .split(/[/・,、;|\n()&]|(?:^|\s)兼(?:任|務)?(?:\s|$)|兼/)
    .flatMap(part => (/[a-z]/.test(part) ? [part] : part.split(/\s+/)))
    .map(part => part.trim())
    .filter(part => part !== '' && !FORMER.test(part));
  const ranks = parts.map(rankOf).filter(rank => rank !== null);
  const managing = ranks.filter(rank => rank < 7);
  const rank = managing.length > 0 ? (Math.min(...managing) as TitleRank) : (ranks[0] ?? 8);
  return { rank: parts.length === 0 ? 8 : rank, unsure: UNSURE.test(text) };
}
