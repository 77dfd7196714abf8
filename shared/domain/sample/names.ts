/** Kanji, katakana, romaji. Common names; the people made of them are invented. */
export type NamePart = readonly [kanji: string, kana: string, romaji: string];

const parse = (list: string): NamePart[] =>
  list
    .trim()
    .split(/\s+/)
    .map(entry => entry.split('/') as [string, string, string]);

export const SURNAMES = parse(`
佐藤/サトウ/sato 鈴木/スズキ/suzuki 高橋/タカハシ/takahashi 田中/タナカ/tanaka 伊藤/イトウ/ito 渡辺/ワタナベ/watanabe
山本/ヤマモト/yamamoto 中村/ナカムラ/nakamura 小林/コバヤシ/kobayashi 加藤/カトウ/kato 吉田/ヨシダ/yoshida 山田/ヤマダ/yamada
佐々木/ササキ/sasaki 山口/ヤマグチ/yamaguchi 松本/マツモト/matsumoto 井上/イノウエ/inoue 木村/キムラ/kimura 林/ハヤシ/hayashi
斎藤/サイトウ/saito 清水/シミズ/shimizu 山崎/ヤマザキ/yamazaki 森/モリ/mori 池田/イケダ/ikeda 橋本/ハシモト/hashimoto
阿部/アベ/abe 石川/イシカワ/ishikawa 山下/ヤマシタ/yamashita 中島/ナカジマ/nakajima 石井/イシイ/ishii 小川/オガワ/ogawa
前田/マエダ/maeda 岡田/オカダ/okada 長谷川/ハセガワ/hasegawa 藤田/フジタ/fujita 後藤/ゴトウ/goto 近藤/コンドウ/kondo
村上/ムラカミ/murakami 遠藤/エンドウ/endo 青木/アオキ/aoki 坂本/サカモト/sakamoto 福田/フクダ/fukuda 太田/オオタ/ota
西村/ニシムラ/nishimura 藤井/フジイ/fujii 金子/カネコ/kaneko 岡本/オカモト/okamoto 藤原/フジワラ/fujiwara 三浦/ミウラ/miura
中野/ナカノ/nakano 原田/ハラダ/harada 松田/マツダ/matsuda 竹内/タケウチ/takeuchi 小野/オノ/ono 田村/タムラ/tamura
中川/ナカガワ/nakagawa 和田/ワダ/wada 石田/イシダ/ishida 森田/モリタ/morita 上田/ウエダ/ueda 浜田/ハマダ/hamada`);

export const GIVEN_NAMES = parse(`
太郎/タロウ/taro 健一/ケンイチ/kenichi 翔太/ショウタ/shota 大輔/ダイスケ/daisuke 拓也/タクヤ/takuya 直樹/ナオキ/naoki
和也/カズヤ/kazuya 雄介/ユウスケ/yusuke 隆/タカシ/takashi 誠/マコト/makoto 浩二/コウジ/koji 剛/ツヨシ/tsuyoshi
智也/トモヤ/tomoya 修/オサム/osamu 博/ヒロシ/hiroshi 亮/リョウ/ryo 達也/タツヤ/tatsuya 康弘/ヤスヒロ/yasuhiro
秀樹/ヒデキ/hideki 正人/マサト/masato 悠斗/ユウト/yuto 蓮/レン/ren 颯太/ソウタ/sota 慎吾/シンゴ/shingo
花子/ハナコ/hanako 美咲/ミサキ/misaki 由美/ユミ/yumi 陽子/ヨウコ/yoko 愛/アイ/ai 恵子/ケイコ/keiko
真由美/マユミ/mayumi 智子/トモコ/tomoko 彩/アヤ/aya 裕子/ユウコ/yuko 千尋/チヒロ/chihiro 麻衣/マイ/mai
久美子/クミコ/kumiko 結衣/ユイ/yui 奈々/ナナ/nana 綾香/アヤカ/ayaka 典子/ノリコ/noriko 直美/ナオミ/naomi
葵/アオイ/aoi 遥/ハルカ/haruka 優子/ユウコ/yuko 桃子/モモコ/momoko 里奈/リナ/rina 早紀/サキ/saki`);
