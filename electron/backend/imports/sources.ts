import { z } from 'zod';
import type { Context } from '#electron/backend/context.ts';
import { leadIdOf } from '#electron/backend/leads/leads.ts';
import type { LeadSource } from '#shared/contract/lead-edit.ts';
import { listSourceRows } from './rows.repo.ts';
import { storedReading } from './stored-reading.ts';

const zCells = z.array(z.string());

/** The rows of files a person came from, newest first, with the names of their columns. Throws NOT_FOUND. */
export async function leadSources(ctx: Context, input: { uid: string }): Promise<LeadSource[]> {
  const leadId = await leadIdOf(ctx, input.uid);
  return (await listSourceRows(ctx.read, leadId)).map(row => {
    const { columns } = storedReading(row.reading);
    return {
      importUid: row.importUid,
      fileName: row.fileName,
      finishedAt: row.finishedAt,
      line: row.line,
      cells: zCells
        .parse(JSON.parse(row.raw))
        .map((value, index) => ({
          header: columns.find(column => column.index === index)?.header ?? '',
          value,
        }))
        .filter(cell => cell.value.trim() !== ''),
    };
  });
}
