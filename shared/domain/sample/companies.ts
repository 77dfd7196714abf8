import { below, pick, type Random } from '#shared/domain/base/seeded.ts';

export type SampleCompany = {
  /** With its legal form, as printed. */
  readonly name: string;
  /** The name without the form, for variants of writing. */
  readonly stem: string;
  readonly kana: string;
  /** A host below a domain reserved for documentation. */
  readonly host: string;
  /** Letter A–T of the Japan Standard Industrial Classification. */
  readonly industry: string;
  readonly employees: { readonly min: number; readonly max: number | null };
  readonly place: Place;
  readonly phone: string;
};
/** Prefecture, city with an invented ward, postal code without an assigned area, phone prefix not in use. */
type Place = {
  readonly prefecture: string;
  readonly city: string;
  readonly postal: string;
  readonly area: string;
};

// Coined words: with the trade they sound like a company but name none.
const HEADS =
  'ミナ/mina ソラ/sora トキ/toki ハル/haru カゼ/kaze ユラ/yura ノゾ/nozo アサ/asa リク/riku ツム/tsumu ホシ/hoshi ナギ/nagi シズ/shizu ヒナ/hina カナ/kana メグ/megu イロ/iro タマ/tama フク/fuku クモ/kumo ワカ/waka キラ/kira ムツ/mutsu セラ/sera ヤマ/yama オト/oto ルミ/rumi テン/ten サト/sato モカ/moka';
const TAILS =
  'リス/ris ノア/noa ビア/via ルカ/ruka ディオ/dio ネクス/nex ラボ/labo リオ/rio セル/sel トーン/tone ミラ/mira ポート/port ウェル/well クス/x ライト/lite モア/more ブリッジ/bridge フォート/fort スト/st レア/rea ビット/bit ゲート/gate ナス/nas ロード/road アーク/arc';
const TRADES =
  '精機/セイキ/seiki/E 電機/デンキ/denki/E 製作所/セイサクショ/works/E 化成/カセイ/kasei/E フーズ/フーズ/foods/E 工業/コウギョウ/kogyo/E 金属/キンゾク/kinzoku/E テック/テック/tech/G ソフト/ソフト/soft/G システムズ/システムズ/systems/G データ/データ/data/G クラウド/クラウド/cloud/G 商事/ショウジ/shoji/I 商会/ショウカイ/shokai/I 物産/ブッサン/bussan/I 建設/ケンセツ/kensetsu/D 設備/セツビ/setsubi/D 運輸/ウンユ/unyu/H 物流/ブツリュウ/logi/H 不動産/フドウサン/estate/K 設計/セッケイ/design/L コンサルティング/コンサルティング/consulting/L ホテルズ/ホテルズ/hotels/M 学園/ガクエン/gakuen/O メディカル/メディカル/medical/P 警備/ケイビ/keibi/R';
const REGIONS =
  '// 東日本/ヒガシニホン/higashi 西日本/ニシニホン/nishi 北日本/キタニホン/kita 中部/チュウブ/chubu';
const split = (list: string): string[][] => list.split(' ').map(entry => entry.split('/'));
const [heads, tails, trades, regions] = [split(HEADS), split(TAILS), split(TRADES), split(REGIONS)];

const PLACES: readonly (readonly [weight: number, place: Place])[] = [
  [38, { prefecture: '東京都', city: '架空区', postal: '100-0000', area: '03-0000-' }],
  [16, { prefecture: '大阪府', city: '大阪市仮想区', postal: '530-0000', area: '06-0000-' }],
  [12, { prefecture: '神奈川県', city: '横浜市仮想区', postal: '220-0000', area: '045-000-' }],
  [12, { prefecture: '愛知県', city: '名古屋市架空区', postal: '450-0000', area: '052-000-' }],
  [8, { prefecture: '福岡県', city: '福岡市仮想区', postal: '810-0000', area: '092-000-' }],
  [6, { prefecture: '北海道', city: '札幌市架空区', postal: '060-0000', area: '011-000-' }],
  [4, { prefecture: '宮城県', city: '仙台市仮想区', postal: '980-0000', area: '022-000-' }],
  [4, { prefecture: '広島県', city: '広島市架空区', postal: '730-0000', area: '082-000-' }],
];
const SIZES: readonly (readonly [weight: number, size: { min: number; max: number | null }])[] = [
  [18, { min: 1, max: 9 }],
  [30, { min: 10, max: 49 }],
  [14, { min: 50, max: 99 }],
  [18, { min: 100, max: 299 }],
  [12, { min: 300, max: 999 }],
  [8, { min: 1000, max: null }],
];

/** One of the values, as often as its weight says. */
export function weighted<T>(random: Random, choices: readonly (readonly [weight: number, value: T])[]): T {
  let at = random() * choices.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, value] of choices) {
    at -= weight;
    if (at < 0) return value;
  }
  throw new RangeError('no weights to choose by');
}

/** How many companies have different names. */
export const COMPANY_NAMES = heads.length * tails.length * trades.length * regions.length;
/** A step without a common factor with the number of names, so neighbours differ in every part. */
const STRIDE = 7919;

/** The `index`-th company; different indexes below COMPANY_NAMES give different names and hosts. */
export function sampleCompany(random: Random, index: number): SampleCompany {
  const local = heads.length * tails.length * trades.length;
  let at = (index * STRIDE) % local;
  const part = (list: string[][]): string[] => {
    const found = list[at % list.length] ?? [];
    at = Math.floor(at / list.length);
    return found;
  };
  const [head = '', headRomaji = ''] = part(heads);
  const [tail = '', tailRomaji = ''] = part(tails);
  const [trade = '', tradeKana = '', tradeRomaji = '', industry = ''] = part(trades);
  const [region = '', regionKana = '', regionRomaji = ''] =
    regions[Math.floor(index / local) % regions.length] ?? [];
  const stem = `${region}${head}${tail}${trade}`;
  const place = weighted(random, PLACES);
  const label = `${regionRomaji}${headRomaji}${tailRomaji}-${tradeRomaji}`;
  return {
    name: random() < 0.7 ? `株式会社${stem}` : `${stem}株式会社`,
    stem,
    kana: `${regionKana}${head}${tail}${tradeKana}`,
    host: `${label}.${pick(random, ['example.co.jp', 'example.co.jp', 'example.jp', 'example.com'])}`,
    industry,
    employees: weighted(random, SIZES),
    place,
    phone: place.area + String(below(random, 10_000)).padStart(4, '0'),
  };
}
