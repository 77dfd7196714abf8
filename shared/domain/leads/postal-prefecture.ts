/**
 * The prefecture of the first two digits of a postal code, as Japan Post numbers its regions (日本郵便「郵便番号データ」,
 * https://www.post.japanpost.jp/zipcode/download.html). Ranges of two digits, both ends included.
 */
const REGIONS =
  '00 北海道,01 秋田県,02 岩手県,03 青森県,04-09 北海道,10-20 東京都,21-25 神奈川県,26-29 千葉県,30-31 茨城県,32 栃木県,33-36 埼玉県,' +
  '37 群馬県,38-39 長野県,40 山梨県,41-43 静岡県,44-49 愛知県,50 岐阜県,51 三重県,52 滋賀県,53-59 大阪府,60-62 京都府,63 奈良県,' +
  '64 和歌山県,65-67 兵庫県,68 鳥取県,69 島根県,70-71 岡山県,72-73 広島県,74-75 山口県,76 香川県,77 徳島県,78 高知県,79 愛媛県,' +
  '80-83 福岡県,84 佐賀県,85 長崎県,86 熊本県,87 大分県,88 宮崎県,89 鹿児島県,90 沖縄県,91 福井県,92 石川県,93 富山県,94-95 新潟県,' +
  '96-97 福島県,98 宮城県,99 山形県';

const BY_TWO = new Map<string, string>();
for (const region of REGIONS.split(',')) {
  const [range = '', prefecture = ''] = region.split(' ');
  const [from = '', to = from] = range.split('-');
  for (let n = Number(from); n <= Number(to); n++) BY_TWO.set(String(n).padStart(2, '0'), prefecture);
}

/**
 * Offices that also serve, or are thought to serve, a place beyond the border (十和田湖, 木曽岬, 島本, 久多, 壱岐, 対馬, 隠岐, 栄村 …).
 * A code from one of these says nothing: no prefecture is better than a wrong one.
 */
const SHARED = new Set(
  '018 311 349 384 389 431 498 519 520 529 563 618 619 630 637 647 648 684 685 689 690 811 817 839 848 871 879 922 939 949'.split(
    ' ',
  ),
);

/** The prefecture a postal code (`NNN-NNNN`) lies in, or '' where its first three digits do not settle it. */
export const prefectureOfPostalCode = (code: string): string =>
  SHARED.has(code.slice(0, 3)) || code === '' ? '' : (BY_TWO.get(code.slice(0, 2)) ?? '');
