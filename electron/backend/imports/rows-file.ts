import type { Context } from '#electron/backend/context.ts';
import { csvBytes } from '#electron/backend/exchange/csv-file.ts';
import { LostCharacters } from '#electron/backend/exchange/lost-characters.ts';
import { preferences } from '#electron/backend/settings/settings.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { headerOf } from '#shared/domain/imports/aliases.ts';
import { savedRowsHeader } from '#shared/domain/imports/saved-rows.ts';
import { fieldsOf } from '#shared/domain/imports/split.ts';
import { catalogue, type Catalogue } from '#shared/i18n/index.ts';
import { needImport } from './imports.ts';
import { cellsOf, reasonOf } from './rows.ts';
import { listRowsOf } from './rows.repo.ts';
import { type StoredReading, storedReading } from './stored-reading.ts';

const PAGE = 500;

/**
 * All rows of an import with an outcome as a CSV file that can be corrected and taken in again: line and reason first,
 * then the cells under the file's own header. Throws NOT_FOUND.
 */
export async function rowsFile(
  ctx: Context,
  input: InputOf<'imports', 'rowsFile'>,
): Promise<OutputOf<'imports', 'rowsFile'>> {
  const found = await needImport(ctx, input.importUid);
  const t = catalogue((await preferences(ctx.read)).language ?? 'ja');
  const header = [...savedRowsHeader, ...columnNames(storedReading(found.reading))];
  const written: number[] = [];
  async function* lines(): AsyncGenerator<string[], void, void> {
    yield header;
    for (let offset = 0; ; offset += PAGE) {
      const rows = await listRowsOf(ctx.read, found.id, input.outcome, { offset, limit: PAGE });
      for (const row of rows) {
        written.push(row.line);
        yield [String(row.line), reasonWord(t, reasonOf(row)?.code), ...cellsOf(row)];
      }
      if (rows.length < PAGE) return;
    }
  }
  const lost = new LostCharacters();
  const file = await ctx.ports.files.give({
    name: t.imports.rowsFileName(found.file_name.replace(/\.[^.]*$/, ''), t.imports.outcome[input.outcome]),
    mediaType: 'text/csv',
    bytes: csvBytes(lines(), input.encoding, lost),
  });
  return { ...file, rows: written.length, ...lost.told(header, row => written[row - 1] ?? 0) };
}

/** Names of the columns; a file without a header gets names our own reading knows. */
function columnNames({ header, columns }: StoredReading): string[] {
  if (header.length > 0) return header;
  return columns.map(({ use }) => fieldsOf(use).map(headerOf).join('・'));
}

const reasonWord = (t: Catalogue, code: string | undefined): string => {
  const words: Readonly<Record<string, unknown>> = t.imports.rowReasons;
  const word = code === undefined ? '' : words[code];
  return typeof word === 'string' ? word : (code ?? '');
};
