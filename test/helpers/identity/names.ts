import { pick, type Random } from '#shared/domain/base/seeded.ts';

/** One half of a name: as people write it every day, as it may be printed instead, how it is read. */
export interface NamePart {
  readonly text: string;
  readonly printed: string;
  readonly kana: string;
  readonly romaji: string;
}

const SURNAMES = `佐藤,佐藤,サトウ,sato 鈴木,鈴木,スズキ,suzuki 高橋,髙橋,タカハシ,takahashi 田中,田中,タナカ,tanaka
渡辺,渡邊,ワタナベ,watanabe 渡辺,渡邉,ワタナベ,watanabe 斎藤,齋藤,サイトウ,saito 伊藤,伊藤,イトウ,ito
山本,山本,ヤマモト,yamamoto 中村,中村,ナカムラ,nakamura 小林,小林,コバヤシ,kobayashi 加藤,加藤,カトウ,kato
吉田,𠮷田,ヨシダ,yoshida 山崎,山﨑,ヤマザキ,yamazaki 浜田,濵田,ハマダ,hamada 桜井,櫻井,サクライ,sakurai
中島,中嶋,ナカジマ,nakajima 沢田,澤田,サワダ,sawada 広瀬,廣瀨,ヒロセ,hirose 国分,國分,コクブ,kokubu
富田,冨田,トミタ,tomita 柳,栁,ヤナギ,yanagi 森,森,モリ,mori 林,林,ハヤシ,hayashi 原,原,ハラ,hara
長谷川,長谷川,ハセガワ,hasegawa 五十嵐,五十嵐,イガラシ,igarashi 勅使河原,勅使河原,テシガワラ,teshigawara
東,東,アズマ,azuma 東海林,東海林,ショウジ,shoji 石川,石川,イシカワ,ishikawa 橋本,橋本,ハシモト,hashimoto`;

const GIVEN = `健,健,ケン,ken 健一,健一,ケンイチ,kenichi 健太,健太,ケンタ,kenta 一郎,一郎,イチロウ,ichiro
太郎,太郎,タロウ,taro 誠,誠,マコト,makoto 誠一,誠一,セイイチ,seiichi 恵,惠,メグミ,megumi 恵子,惠子,ケイコ,keiko
由美,由美,ユミ,yumi 由美子,由美子,ユミコ,yumiko 真由美,眞由美,マユミ,mayumi 優子,優子,ユウコ,yuko
裕子,裕子,ヒロコ,hiroko 直樹,直樹,ナオキ,naoki 直人,直人,ナオト,naoto 徳之,德之,ノリユキ,noriyuki
涼,凉,リョウ,ryo 浩二,浩二,コウジ,koji 浩,浩,ヒロシ,hiroshi 博,博,ヒロシ,hiroshi さくら,さくら,サクラ,sakura
明美,明美,アケミ,akemi 和代,和代,カズヨ,kazuyo 和子,和子,カズコ,kazuko 翔太,翔太,ショウタ,shota
大輔,大輔,ダイスケ,daisuke 美咲,美咲,ミサキ,misaki 陽子,陽子,ヨウコ,yoko 拓海,拓海,タクミ,takumi
玲奈,玲奈,レナ,rena 修,修,オサム,osamu 薫,薫,カオル,kaoru 千尋,千尋,チヒロ,chihiro 彩,彩,アヤ,aya
隆,隆,タカシ,takashi 孝,孝,タカシ,takashi 純,純,ジュン,jun 博之,博之,ヒロユキ,hiroyuki 亮介,亮介,リョウスケ,ryosuke`;

const parts = (list: string): NamePart[] =>
  list
    .trim()
    .split(/\s+/)
    .map(entry => {
      const [text = '', printed = '', kana = '', romaji = ''] = entry.split(',');
      return { text, printed, kana, romaji };
    });

const ALL_SURNAMES = parts(SURNAMES);
const ALL_GIVEN = parts(GIVEN);

export const surname = (random: Random): NamePart => pick(random, ALL_SURNAMES);
export const given = (random: Random): NamePart => pick(random, ALL_GIVEN);
export const otherSurname = (random: Random, not: NamePart): NamePart =>
  pick(
    random,
    ALL_SURNAMES.filter(part => part.text !== not.text),
  );
export const otherGiven = (random: Random, not: NamePart): NamePart =>
  pick(
    random,
    ALL_GIVEN.filter(part => part.text !== not.text),
  );

/** The same characters, read otherwise: 健 is Ken or Takeshi. */
export const SAME_TEXT_OTHER_READING: readonly [NamePart, NamePart][] = [
  ['健', 'ケン', 'ken', 'タケシ', 'takeshi'],
  ['裕子', 'ユウコ', 'yuko', 'ヒロコ', 'hiroko'],
  ['純', 'ジュン', 'jun', 'マコト', 'makoto'],
  ['恵', 'メグミ', 'megumi', 'ケイ', 'kei'],
].map(([text = '', kana1 = '', romaji1 = '', kana2 = '', romaji2 = '']) => [
  { text, printed: text, kana: kana1, romaji: romaji1 },
  { text, printed: text, kana: kana2, romaji: romaji2 },
]);

/** Given names of brothers, sisters, fathers and sons: a character shared, the rest not. */
export const KIN: readonly [NamePart, NamePart][] = [
  ['一郎', 'イチロウ', 'ichiro', '健一郎', 'ケンイチロウ', 'kenichiro'],
  ['健', 'ケン', 'ken', '健一', 'ケンイチ', 'kenichi'],
  ['誠', 'マコト', 'makoto', '誠一', 'セイイチ', 'seiichi'],
  ['由美', 'ユミ', 'yumi', '真由美', 'マユミ', 'mayumi'],
  ['和代', 'カズヨ', 'kazuyo', '和子', 'カズコ', 'kazuko'],
  ['健太', 'ケンタ', 'kenta', '健汰', 'ケンタ', 'kenta'],
  ['浩', 'ヒロシ', 'hiroshi', '博', 'ヒロシ', 'hiroshi'],
  ['恵子', 'ケイコ', 'keiko', '恵美子', 'エミコ', 'emiko'],
].map(([text1 = '', kana1 = '', romaji1 = '', text2 = '', kana2 = '', romaji2 = '']) => [
  { text: text1, printed: text1, kana: kana1, romaji: romaji1 },
  { text: text2, printed: text2, kana: kana2, romaji: romaji2 },
]);
