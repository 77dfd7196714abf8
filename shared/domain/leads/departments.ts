export const DEPARTMENT_FUNCTIONS = [
  'planning',
  'it',
  'marketing',
  'sales',
  'hr',
  'accounting',
  'purchasing',
  'research',
  'production',
  'logistics',
  'support',
  'legal',
  'other',
] as const;
export type DepartmentFunction = (typeof DEPARTMENT_FUNCTIONS)[number];

/** First match wins, so the words that contain another function's word come first. */
const PATTERNS: readonly (readonly [DepartmentFunction, RegExp])[] = [
  [
    'planning',
    /経営企画|経営戦略|社長室|事業開発|新規事業|事業企画|経営管理|corporate planning|business development/,
  ],
  [
    'it',
    /情報システム|情報管理|情シス|dx|it統括|it推進|システム部|システム課|デジタル(?!マーケ|広告)|電算|\bit\b|information (?:system|technology)/,
  ],
  [
    'support',
    /カスタマーサクセス|カスタマーサポート|サポート|お客様相談|コールセンター|customer (?:success|support)/,
  ],
  ['production', /生産技術|製造|生産|品質|工場|工務|製作|manufacturing|production|quality/],
  ['purchasing', /購買|調達|資材|仕入|procurement|purchas/],
  ['logistics', /物流|ロジスティクス|配送|運輸|倉庫|logistics/],
  ['marketing', /マーケティング|広報|宣伝|販促|販売促進|広告|marketing|\bpr\b/],
  ['sales', /営業|セールス|販売|sales/],
  ['research', /研究|開発|技術|設計|r&d|research|engineering/],
  ['hr', /人事|総務|労務|人材|採用|庶務|human resource|\bhr\b/],
  ['accounting', /経理|財務|会計|finance|accounting/],
  ['legal', /法務|コンプライアンス|知財|知的財産|legal/],
];

/** The function a department serves; null when the card names no department. */
export function departmentFunction(department: string): DepartmentFunction | null {
  const text = department.normalize('NFKC').toLowerCase().trim();
  if (text === '') return null;
  return PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}
