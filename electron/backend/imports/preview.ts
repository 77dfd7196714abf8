import { setImmediate as turn } from 'node:timers/promises';
import type { Context } from '#electron/backend/context.ts';
import { getAccount } from '#electron/backend/mail/accounts.ts';
import type { Reason } from '#shared/contract/base.ts';
import type { ImportPreview } from '#shared/contract/imports.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { forEachInSteps, inTurns, type Steps } from '#shared/domain/base/steps.ts';
import { FIELDS } from '#shared/domain/imports/aliases.ts';
import { countNotes } from '#shared/domain/imports/notes.ts';
import { countRows } from '#shared/domain/imports/resolve.ts';
import { companyDomain } from '#shared/domain/leads/emails.ts';
import { proposeAbout } from './about.ts';
import { busyCompanies, kindGroups } from './company-notes.ts';
import { readAll } from './file-rows.ts';
import { listRows } from './foretold.ts';
import { loadFormats } from './mappings.ts';
import type { KnownFormat } from './known-format.ts';
import { loadTeam, proposeCardOwners } from './owners.ts';
import { findImportOfFile } from './imports.repo.ts';
import { answersOf, isCardRow, planImport } from './plan-import.ts';
import { readFileBytes } from './read-file.ts';
import { type FileReading, understandSteps } from './reading.ts';

/** Rows of the file shown as they were read. */
const SHOWN = 8;

/** Rows of a big file the first screen foretells. */
const FIRST = 1000;

type PreviewInput = InputOf<'imports', 'preview'>;

/** Reads a file and says what importing its first rows would do. Writes nothing. Throws the FILE_ codes. */
export const previewImport = async (ctx: Context, input: PreviewInput): Promise<ImportPreview> =>
  await foretell(ctx, input, FIRST);

/** The same for every row of the file; stops when the caller goes away. */
export const foretellImport = async (ctx: Context, input: PreviewInput): Promise<ImportPreview> =>
  await foretell(ctx, input, Number.POSITIVE_INFINITY);

async function foretell(ctx: Context, input: PreviewInput, most: number): Promise<ImportPreview> {
  const today = dayOf(ctx.now());
  const breathe = async (): Promise<void> => {
    await turn();
    ctx.signal?.throwIfAborted();
  };
  const bytes = await readFileBytes(ctx.ports.files, input.file);
  const steps = understandSteps(bytes, input.reading, today, await loadFormats(ctx.read));
  const reading = await inTurns(steps, breathe);
  const team = await loadTeam(ctx);
  const { first, end } = reading.rows;
  const rows = await readAll({ ...reading.rows, end: Math.min(end, first + most) }, breathe);
  const cards = rows.filter(isCardRow).map(row => row.card);
  const plan = await planImport(ctx.read, rows, today, {
    answers: answersOf(input.answers),
    breathe,
    isFile: true,
  });
  const earlier = await findImportOfFile(ctx.read, reading.file.sha256);
  return {
    whole: end - first <= most,
    ...describe(reading),
    columns: await inTurns(describeColumns(reading), breathe),
    defaults: reading.reader.defaults ?? {},
    rows: reading.table.rows.slice(first, first + SHOWN),
    counts: countRows(plan.rows),
    groups: await kindGroups(ctx.read, plan),
    sameCompany: await busyCompanies(ctx.read, plan),
    listed: await listRows(ctx.read, reading, rows, plan),
    notes: countNotes(rows, await ownDomains(ctx)),
    about: proposeAbout(reading, cards, today, team),
    cardOwners: proposeCardOwners(cards, team),
    recognised: reading.known && pick(reading.known),
    earlier: earlier ? { importUid: earlier.uid, finishedAt: earlier.finished_at } : null,
  };
}

/** The mail domains of the user's own company, as far as the sending address tells. */
async function ownDomains(ctx: Context): Promise<ReadonlySet<string>> {
  const account = await getAccount(ctx);
  const domain = account ? companyDomain(account.fromAddress.toLowerCase()) : null;
  return new Set(domain === null ? [] : [domain]);
}

const pick = ({ key, fileName, importedOn }: KnownFormat): ImportPreview['recognised'] => ({
  key,
  fileName,
  importedOn,
});

const reason = (code: string, params: Reason['params'] = {}): Reason => ({ code, params });

/** How the file was read, with the reasons; also what an import keeps about it. */
export function describe(
  reading: FileReading,
): Pick<ImportPreview, 'file' | 'encoding' | 'delimiter' | 'sheet' | 'header' | 'product' | 'fields'> {
  const { file, encoding, delimiter, sheet, header, product, table } = reading;
  const line = header.index === null ? 0 : (table.lines[header.index] ?? 0);
  return {
    file: { name: file.name, size: file.size, sha256: file.sha256 },
    encoding: encoding && {
      value: encoding.encoding,
      reason: reason(encoding.reason, encoding.line === null ? {} : { line: encoding.line }),
    },
    delimiter: delimiter && {
      value: delimiter.delimiter,
      reason: reason(delimiter.reason, { count: delimiter.count, line: delimiter.line }),
    },
    sheet: sheet && {
      value: sheet.name,
      names: sheet.names,
      reason: reason(sheet.reason, { hits: sheet.hits }),
    },
    header: { row: line, reason: reason(header.reason, { hits: header.hits }) },
    product: product && {
      code: product.product,
      reason: reason('signature', { evidence: product.evidence.join('、') }),
    },
    fields: [...FIELDS, 'tag', 'ignore'],
  };
}

function* describeColumns({ columns, table, rows }: FileReading): Steps<ImportPreview['columns']> {
  const described = columns.map(({ index, header, use, reason: code }) => ({
    index,
    header,
    field: use,
    reason: reason(code),
    filled: 0,
    sample: '',
  }));
  yield* forEachInSteps(table.rows, (row, i) => {
    if (i < rows.first) return;
    for (const column of described) {
      const cell = (row[column.index] ?? '').trim();
      if (cell !== '' && column.filled++ === 0) column.sample = cell;
    }
  });
  return described;
}
