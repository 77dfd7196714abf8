/** Head count as a range; null where the text leaves an end open. */
export interface Employees {
  min: number | null;
  max: number | null;
}

const number = (text: string | undefined): number => Number((text ?? '').replace(/,/g, ''));

/** Reads 1〜9名, 100人以上, 300未満, 1,000〜4,999, 約200. Null when the text gives no number (非公開, 未確認). */
export function parseEmployees(text: string): Employees | null {
  const folded = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(
      /(?:(?:19|20)\d\d|(?:令和|平成|[RH])\d{1,2})[年.]度?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:期|末)?(?:現在|時点)?/g,
      '',
    )
    .replace(/(\d(?:\.\d)?)万/g, (_, n: string) => String(Number(n) * 10_000));
  const range = /(\d[\d,]*)[名人]?(?:[~〜～]|-|‐|–|—|―|−|から|to)(\d[\d,]*)/i.exec(folded);
  if (range) return ordered(number(range[1]), number(range[2]));
  const one = /(\d[\d,]*)[名人]?(以上|超|\+|以下|未満|まで|[~〜～])?/.exec(folded);
  if (!one) return null;
  const n = number(one[1]);
  if (one[2] === undefined && /[~〜～]$/.test(folded.slice(0, one.index))) return { min: null, max: n };
  if (one[2] === undefined) return { min: n, max: n };
  if (one[2] === '未満') return { min: null, max: n - 1 };
  if (one[2] === '以下' || one[2] === 'まで') return { min: null, max: n };
  return { min: one[2] === '超' ? n + 1 : n, max: null };
}

const ordered = (a: number, b: number): Employees => (a <= b ? { min: a, max: b } : { min: b, max: a });
