import { createHash } from 'node:crypto';
import type { Context } from '#electron/backend/context.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import { mapping } from '#electron/backend/settings/agreements.ts';
import { addVersion, newestVersion, versionKeys } from '#electron/backend/settings/versions.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { Mapping } from '#shared/contract/mappings.ts';
import { headerKey } from '#shared/domain/imports/aliases.ts';
import { isColumnUse } from '#shared/domain/imports/columns.ts';
import {
  formatText,
  type SavedColumn,
  type SavedFormat,
  savedColumns,
} from '#shared/domain/imports/saved-format.ts';
import type { About } from './about.ts';
import type { KnownFormat } from './known-format.ts';
import type { FileReading, ReadingChoice } from './reading.ts';

const keyOf = (columns: readonly SavedColumn[]): string =>
  createHash('sha256').update(formatText(columns)).digest('hex').slice(0, 32);

/** Every kind of file somebody made choices for, the newest import first. */
export async function loadFormats(db: ReadDb): Promise<KnownFormat[]> {
  const keys = await versionKeys(db, mapping);
  const versions = await Promise.all(keys.map(async key => await newestVersion(db, mapping, key)));
  return versions
    .flatMap(({ key, data, activeFromOn }) =>
      data === null ? [] : [{ ...data, key, importedOn: activeFromOn }],
    )
    .sort((a, b) => (a.importedOn < b.importedOn ? 1 : -1));
}

/**
 * Keeps how a file was read, for the next of its kind: when a person chose anything, or when the kind is known already.
 * Part of the import's own transaction.
 */
export async function rememberFormat(
  tx: WriteTx,
  reading: FileReading,
  about: About,
  choice: ReadingChoice,
  wasTouched: boolean,
): Promise<void> {
  if (reading.header.index === null || !(wasTouched || reading.known)) return;
  const columns = savedColumns(reading.columns);
  if (formatText(columns) === '[]') return;
  const { channel, consentBasis, owner } = about;
  const last = reading.known;
  const format: SavedFormat = {
    fileName: reading.file.name,
    product: reading.product?.product ?? null,
    columns,
    about: { channel, consentBasis, owner },
    encoding: choice.encoding ?? last?.encoding,
    delimiter: choice.delimiter ?? last?.delimiter,
    sheet: choice.sheet ?? last?.sheet,
    dateOrder: choice.dateOrder ?? last?.dateOrder,
    defaults: choice.defaults ?? last?.defaults,
  };
  await addVersion(tx, mapping, format, { key: reading.known?.key ?? keyOf(columns) });
}

/** Kinds of files that are recognised, newest import first. */
export async function listMappings(ctx: Context): Promise<Mapping[]> {
  return (await loadFormats(ctx.read)).map(({ key, fileName, importedOn, product, columns, about }) => ({
    key,
    fileName,
    importedOn,
    product,
    columns: columns.map(({ name, use }) => ({ header: name, field: use })),
    about,
  }));
}

/** Says how files with these headers are read. Throws INVALID_INPUT for a field that does not exist. */
export async function saveMapping(
  ctx: Context,
  input: InputOf<'mappings', 'save'>,
): Promise<OutputOf<'mappings', 'save'>> {
  const columns = input.columns.map(({ header, field }): SavedColumn => {
    if (!isColumnUse(field))
      throw new AppError('INVALID_INPUT', { issues: [{ path: 'columns.field', message: field }] });
    return { header: headerKey(header), name: header, use: field, loose: false };
  });
  const key = keyOf(columns);
  const { channel = 'other', consentBasis = 'card', owner = { kind: 'later' } } = input.about;
  const format = { fileName: input.name, product: null, columns, about: { channel, consentBasis, owner } };
  const operationUid = await writeFormat(ctx, 'mappings.save', input.name, async tx => {
    await addVersion(tx, mapping, format, { key });
  });
  return { operationUid, key };
}

/** Forgets a kind of file. Throws NOT_FOUND. */
export async function removeMapping(
  ctx: Context,
  { key }: InputOf<'mappings', 'remove'>,
): Promise<OutputOf<'mappings', 'remove'>> {
  const { data } = await newestVersion(ctx.read, mapping, key);
  if (data === null) throw new AppError('NOT_FOUND', { entity: 'mapping' });
  const operationUid = await writeFormat(ctx, 'mappings.remove', data.fileName, async tx => {
    await addVersion(tx, mapping, null, { key });
  });
  return { operationUid };
}

async function writeFormat(
  ctx: Context,
  kind: 'mappings.save' | 'mappings.remove',
  name: string,
  work: (tx: WriteTx) => Promise<void>,
): Promise<string> {
  const uid = ctx.newId();
  await ctx.write({ kind, data: { name }, uid, undoable: false }, work);
  return uid;
}
