import { pick, type Random } from '#shared/domain/base/seeded.ts';
import { weighted } from './companies.ts';

/** A title as printed with the rank it really has; null where the card names none. */
export type SamplePost = {
  readonly title: string;
  readonly titleRank: number | null;
  readonly department: string;
  readonly departmentFunction: string | null;
};

/** Share of visitors per rank at a trade show, in percent, and how their cards word it. */
const TITLES: readonly (readonly [weight: number, rank: number | null, wordings: string])[] = [
  [6, 1, '代表取締役 代表取締役社長 代表取締役CEO 社長'],
  [5, 2, '取締役 常務取締役 専務取締役 執行役員 取締役CTO'],
  [5, 3, '本部長 事業部長 統括部長 支社長 工場長'],
  [18, 4, '部長 室長 支店長 所長 部長'],
  [21, 5, '課長 次長 マネージャー 店長 部長代理 副部長'],
  [17, 6, '係長 主任 リーダー チーフ 課長補佐 課長代理'],
  [15, 7, '担当 スタッフ エンジニア'],
  [5, 8, 'コンサルタント 顧問 准教授'],
  [8, null, ''],
];

const DEPARTMENTS: readonly (readonly [weight: number, fn: string | null, names: string])[] = [
  [26, 'sales', '営業部 営業本部 第一営業部 営業企画部'],
  [14, 'it', '情報システム部 DX推進室 情報システム課'],
  [12, 'production', '製造部 生産技術部 品質保証部'],
  [10, 'research', '研究開発部 技術部 開発部'],
  [10, 'planning', '経営企画室 社長室 経営企画部'],
  [10, 'hr', '総務部 人事部 総務人事部'],
  [7, 'marketing', 'マーケティング部 広報部 宣伝部'],
  [6, 'accounting', '経理部 財務部'],
  [5, 'purchasing', '購買部 調達部'],
];

/** A department and a title. Presidents and board members rarely name a department. */
export function samplePost(random: Random): SamplePost {
  const [titleRank, wordings] = weighted(
    random,
    TITLES.map(([weight, rank, words]) => [weight, [rank, words] as const] as const),
  );
  const title = pick(random, wordings.split(' '));
  const bare = titleRank !== null && titleRank <= 2 ? 0.85 : 0.06;
  if (random() < bare) return { title, titleRank, department: '', departmentFunction: null };
  const [departmentFunction, names] = weighted(
    random,
    DEPARTMENTS.map(([weight, fn, words]) => [weight, [fn, words] as const] as const),
  );
  return { title, titleRank, department: pick(random, names.split(' ')), departmentFunction };
}
