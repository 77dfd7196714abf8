import { below, pick, type Random } from '#shared/domain/base/seeded.ts';
import type { NamePart } from './names.ts';

/** A firm as it is registered. */
export interface Firm {
  readonly form: string;
  /** The legal form stands before the name (前株). */
  readonly front: boolean;
  readonly stem: string;
  readonly domain: string;
  readonly main: string;
  readonly postal: string;
  readonly address: string;
  readonly sites: readonly string[];
}

/** What one card says, in full and without any slip, and who it belongs to. */
export interface Card {
  readonly person: string;
  /** Which story this card is from; for reports. */
  readonly story: string;
  readonly last: NamePart;
  readonly first: NamePart;
  readonly firm: Firm;
  readonly site: string;
  readonly department: string;
  readonly title: string;
  readonly email: string;
  readonly direct: string;
  readonly mobile: string;
  readonly metOn: string;
  /** The number a card service gives a person, or blank. */
  readonly serviceId: string;
  /** Nothing of this card may be left out or written otherwise: the story depends on it. */
  readonly exact: boolean;
}

const STEMS =
  `青葉電機 港北物流 三崎フーズ 東雲システム 北斗精密 瑞穂印刷 白樺建設 暁ソフト 若草薬品 千歳商事 鳴海工業
グリーンリーフ ブルースカイ ネクストウェーブ ライトハウス オーシャンテック メディカルケア サンライズ アルファ ベータ クラウドナイン
桜堂 松風園 竹中製作所 梅田鉄工 富士見食品 明星運輸 朝日奈 夕凪 大和田染色 小金井機械 丸菱 角屋 ABCデザイン TKG ヤマト屋 みらい計画 ひかり設備 あすか不動産`.split(
    /\s+/,
  );
const FORMS = ['株式会社', '株式会社', '株式会社', '株式会社', '有限会社', '合同会社'];
const AREAS: readonly (readonly [string, string, string])[] = [
  ['03', '100-00', '東京都架空区'],
  ['06', '530-00', '大阪府大阪市仮想区'],
  ['045', '220-00', '神奈川県横浜市仮想区'],
  ['052', '460-00', '愛知県名古屋市仮想区'],
  ['011', '060-00', '北海道札幌市仮想区'],
];
const SITES = ['大阪支店', '名古屋営業所', '横浜工場', '東京本社', '福岡支社'];
export const DEPARTMENTS = [
  '営業部',
  '第一営業部',
  '総務部',
  '経営企画室',
  '情報システム部',
  '製造部',
  '開発部',
  '購買部',
  '人事部',
  '',
];
export const TITLES = ['部長', '課長', '係長', '主任', '取締役', '代表取締役', 'マネージャー', '', ''];

/** Hands out firms, people's numbers and addresses that nobody else has. */
export class Registry {
  readonly random: Random;
  #serial = 0;

  constructor(random: Random) {
    this.random = random;
  }

  next(): number {
    this.#serial += 1;
    return this.#serial;
  }
  /** A number in the ranges that are never given out (exchange 0000). */
  mobile(): string {
    return `${pick(this.random, ['090', '080', '070'])}-0000-${this.#four()}`;
  }
  landline(area = '03'): string {
    return `${area}-${'0'.repeat(6 - area.length)}-${this.#four()}`;
  }
  person(): string {
    return `p${this.next()}`;
  }
  serviceId(): string {
    return `J-${this.next()}`;
  }
  firm(stem?: string): Firm {
    const n = this.next();
    const [area, postal, place] = pick(this.random, AREAS);
    return {
      form: pick(this.random, FORMS),
      front: this.random() < 0.6,
      stem: stem ?? this.#stem(),
      domain: `f${n}.example.${pick(this.random, ['co.jp', 'jp', 'com'])}`,
      main: this.landline(area),
      postal: `${postal}${String(n % 100).padStart(2, '0')}`,
      address: `${place}${pick(this.random, ['本町', '中町', '緑町', '港町'])}${1 + below(this.random, 9)}-${n}`,
      sites: this.random() < 0.4 ? [pick(this.random, SITES)] : [],
    };
  }
  day(): string {
    const month = 1 + below(this.random, 10);
    return `2026-${String(month).padStart(2, '0')}-${String(1 + below(this.random, 28)).padStart(2, '0')}`;
  }
  /** A stem of two words now and then, so that most firms stand alone and some share a name. */
  #stem(): string {
    const stem = pick(this.random, STEMS);
    return this.random() < 0.75 ? `${pick(this.random, STEMS).slice(0, 2)}${stem}` : stem;
  }
  #four(): string {
    return String(this.next() % 10_000).padStart(4, '0');
  }
}
