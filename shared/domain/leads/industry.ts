/** Words people write, per major group of the Japan Standard Industrial Classification; the first match wins. */
const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ['S', /官公庁|自治体|公務|行政|市役所|県庁/],
  ['P', /医療|福祉|病院|介護|ヘルスケア|薬局|healthcare/],
  ['O', /教育|学習|学校|大学|education/],
  ['A', /農業|林業/],
  ['B', /漁業|水産業/],
  ['C', /鉱業|採石/],
  ['D', /建設|建築|土木|工事|construction/],
  ['F', /電気・?ガス|電力|ガス業|水道|エネルギー/],
  ['G', /情報通信|通信|it|ソフトウェア|インターネット|web|システム開発|放送|software|information/],
  ['H', /運輸|運送|物流|倉庫|郵便|logistics|transport/],
  ['I', /卸売|小売|商社|流通|販売業|百貨店|retail|wholesale|trading/],
  ['J', /金融|保険|銀行|証券|リース|finance|insurance|bank/],
  ['K', /不動産|賃貸|real estate/],
  ['L', /コンサル|専門サービス|技術サービス|士業|広告|研究|設計事務所|consult|advertis/],
  ['M', /宿泊|飲食|ホテル|レストラン|外食|hotel|restaurant/],
  ['N', /生活関連|娯楽|旅行|美容|レジャー|冠婚葬祭|travel/],
  ['Q', /複合サービス|協同組合|農協/],
  ['E', /製造|メーカー|食品|化学|機械|電機|電子|自動車|金属|印刷|繊維|医薬|manufactur/],
  ['R', /サービス|人材|派遣|警備|service/],
];

/** The letter A–T of the industry a text names (a letter alone counts), or null. Forms use loose lists, so this is a reading, not a fact. */
export function industryLetter(text: string): string | null {
  const folded = text.normalize('NFKC').toLowerCase().trim();
  if (folded === '') return null;
  if (/^[a-t]$/.test(folded)) return folded.toUpperCase();
  return PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
