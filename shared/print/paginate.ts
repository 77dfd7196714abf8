/**
 * Splits rows into pages of `perPage`, in order. No rows still make one (empty) page, so that everybody gets a sheet.
 * Throws RangeError unless `perPage` is a positive whole number.
 */
export function paginate<T>(rows: readonly T[], perPage: number): T[][] {
  if (!Number.isInteger(perPage) || perPage < 1) throw new RangeError(`rows per page: ${perPage}`);
  const pages = Array.from({ length: Math.max(1, Math.ceil(rows.length / perPage)) }, (_, page) =>
    rows.slice(page * perPage, (page + 1) * perPage),
  );
  return pages;
}
