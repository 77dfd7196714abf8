/** Ids in order, alike in shape to the real ones and the same in every run. */
export function countingIds(prefix = '00000000'): () => string {
  let n = 0;
  return () => {
    n += 1;
    return `${prefix}-0000-7000-8000-${String(n).padStart(12, '0')}`;
  };
}
