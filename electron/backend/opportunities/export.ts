import type { Context } from '#electron/backend/context.ts';
import { csvBytes } from '#electron/backend/exchange/csv-file.ts';
import { LostCharacters } from '#electron/backend/exchange/lost-characters.ts';
import { workbookBytes } from '#electron/backend/exchange/workbook.ts';
import { preferences } from '#electron/backend/settings/settings.ts';
import type { RowsFile } from '#shared/contract/base.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { type Day, dayOf } from '#shared/domain/base/days.ts';
import { daysInStage, OPEN_STAGES, STAGES, type Stage } from '#shared/domain/opportunities/stages.ts';
import { formatTime } from '#shared/i18n/format.ts';
import { type Catalogue, catalogue } from '#shared/i18n/index.ts';
import { listDeals, type ShownDeal } from './list.repo.ts';

type ExportInput = InputOf<'opportunities', 'export'>;

/** 商談 read at once. */
const PAGE = 250;
const MEDIA_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const stagesOf = (which: ExportInput['which']): readonly Stage[] =>
  which === 'all' ? STAGES : which === 'open' ? OPEN_STAGES : [which];

/** 商談 as CSV or workbook, page by page. Written down in the history: what left the app cannot be taken back. */
export async function exportOpportunities(ctx: Context, input: ExportInput): Promise<RowsFile> {
  const t = catalogue((await preferences(ctx.read)).language ?? 'ja');
  const today = dayOf(ctx.now());
  const header = headerOf(t);
  let count = 0;
  async function* rows(): AsyncGenerator<string[], void, void> {
    yield header;
    for (let offset = 0; ; offset += PAGE) {
      const filter = { stages: stagesOf(input.which), ownerId: undefined };
      const page = await listDeals(ctx.read, filter, { offset, limit: PAGE });
      for (const deal of page) yield cellsOf(t, deal, today);
      count += page.length;
      if (page.length < PAGE) return;
    }
  }
  const lost = new LostCharacters();
  const file = await ctx.ports.files.give({
    name: `${t.opportunities.fileName(today)}.${input.format}`,
    mediaType: MEDIA_TYPES[input.format],
    bytes:
      input.format === 'csv'
        ? csvBytes(rows(), input.encoding, lost)
        : workbookBytes(rows(), { name: t.opportunities.title, columns: header.length }),
  });
  const operation = { kind: 'opportunities.export', data: { count, format: input.format }, undoable: false };
  if (!ctx.store.readOnly) await ctx.write(operation, () => Promise.resolve());
  return { ...file, rows: count, ...lost.told(header, row => row) };
}

function headerOf(t: Catalogue): string[] {
  const { opportunities: deal, leads } = t;
  return [
    leads.company,
    leads.department,
    leads.jobTitle,
    leads.name,
    deal.owner,
    deal.stage,
    deal.since,
    deal.steps.appointment,
    deal.steps.met,
    deal.steps.accepted,
    deal.meeting,
    deal.meetingTime,
    deal.place,
    deal.amount,
    deal.lostReason,
    deal.override,
    deal.note,
  ];
}

function cellsOf(t: Catalogue, deal: ShownDeal, today: Day): string[] {
  const { stages, lostReasons } = t.opportunities;
  const lostReason = deal.lostReason as keyof typeof lostReasons | null;
  return [
    deal.companyName,
    deal.department,
    deal.title,
    deal.name,
    deal.ownerName ?? '',
    stages[deal.stage as Stage],
    String(daysInStage(deal.stageOn, today)),
    deal.appointmentOn,
    deal.metOn ?? '',
    deal.acceptedOn ?? '',
    deal.meetingOn ?? '',
    deal.meetingAt === null ? '' : formatTime(deal.meetingAt),
    deal.place,
    deal.amount === null ? '' : String(deal.amount),
    lostReason === null ? '' : lostReasons[lostReason],
    deal.overrideReason,
    deal.note,
  ];
}
