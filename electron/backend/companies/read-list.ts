import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { readFileBytes } from '#electron/backend/imports/read-file.ts';
import { readTable } from '#electron/backend/imports/read-table.ts';
import type { FileRef } from '#shared/contract/base.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { type CompanyList, readCompanyList } from '#shared/domain/leads/company-list.ts';

type Source = InputOf<'companies', 'previewKinds'>['source'];

/**
 * Reads a list of companies: a file like any import, or pasted text, a table when it has tabs and otherwise one company
 * per line (a comma may be part of a name). Throws the FILE_ codes, FILE_NO_ROWS when nobody is named.
 */
export async function readListed(ctx: Context, source: Source): Promise<CompanyList> {
  const { name, rows, lines } =
    'text' in source ? { name: '', ...textRows(source.text) } : await fileRows(ctx, source.file);
  const list = readCompanyList(rows, lines);
  if (list.companies.length === 0) throw new AppError('FILE_NO_ROWS', { name });
  return list;
}

function textRows(text: string): { rows: string[][]; lines: number[] } {
  const rows = text.split(/\r\n|\n|\r/).map(line => line.split('\t'));
  return { rows, lines: rows.map((_, i) => i + 1) };
}

async function fileRows(
  ctx: Context,
  ref: FileRef,
): Promise<{ name: string; rows: string[][]; lines: number[] }> {
  const bytes = await readFileBytes(ctx.ports.files, ref);
  const { rows, lines } = readTable(bytes, {}).table;
  return { name: bytes.name, rows: [...rows], lines: [...lines] };
}
