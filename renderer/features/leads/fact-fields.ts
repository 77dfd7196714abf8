import type { LeadPatchInput } from '#shared/contract/lead-edit.ts';
import type { ListColumn } from '#shared/contract/lead-columns.ts';
import type { Lead, LeadRow } from '#shared/contract/leads.ts';
import type { Member } from '#shared/contract/system.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { typedDay } from '#shared/domain/calendar/typed.ts';
import { formatDayTyped } from '#shared/i18n/format.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import type { Lang } from '#shared/i18n/lang.ts';
import type { EditableFact } from './use-inline-edit.ts';

type Option = { readonly value: string; readonly label: string };
/** A fact with its label and the control it is typed in. */
export type FactField = EditableFact & {
  readonly label: string;
  readonly control: 'line' | 'area' | 'select' | 'point';
  readonly options?: readonly Option[];
  readonly hint?: string;
};
/** Before it is known whose it is. */
type Field = Omit<FactField, 'uid' | 'since'>;
type Point = Lead['contactPoints'][number];

const companyKinds = ['prospect', 'customer', 'partner', 'supplier', 'competitor', 'own'] as const;
const channels = ['event', 'inbound', 'outbound', 'referral', 'other'] as const;
const bases = ['card', 'organiser', 'enquiry', 'relationship', 'unknown'] as const;
const pointKinds = ['direct', 'mobile', 'main', 'department', 'fax', 'other', 'email'] as const;

/** What fields need besides their lead. */
export type FactWorld = {
  readonly t: Catalogue;
  readonly lang: Lang;
  readonly today: Day;
  readonly members: readonly Member[];
};

function line<L extends LeadRow>(
  key: Extract<keyof LeadPatchInput, keyof L>,
  label: string,
  lead: L,
  control: 'line' | 'area' = 'line',
): Field {
  return { key, label, control, value: String(lead[key] ?? ''), patch: typed => ({ [key]: typed }) };
}

function choice(key: keyof LeadPatchInput, label: string, value: string, options: readonly Option[]): Field {
  return { key, label, control: 'select', value, options, patch: typed => ({ [key]: typed }) };
}

const textOfPoint = (point: Point, t: Catalogue): string =>
  point.ext === '' ? point.value : `${point.value} ${t.leads.extension(point.ext)}`;

/** Kind and text of a number or address are typed as one: the kind stands before the first line end. */
export const joinPoint = (kind: string, text: string): string => `${kind}\n${text}`;
export function splitPoint(typed: string): { kind: (typeof pointKinds)[number]; text: string } {
  const at = typed.indexOf('\n');
  return {
    kind: pointKinds.find(kind => kind === typed.slice(0, at)) ?? 'main',
    text: typed.slice(at + 1),
  };
}

/** The number or address typed in its place, the others as they are. */
function pointFields(lead: Lead, { t }: FactWorld): Field[] {
  const options = pointKinds.map(value => ({ value, label: t.leads.phoneKinds[value] }));
  const fields = lead.contactPoints.map((point): Field => {
    const kinds = options.filter(option => (option.value === 'email') === (point.kind === 'email'));
    return {
      key: `point:${point.uid}`,
      label: t.leads.phoneKinds[point.kind],
      control: 'point',
      options: kinds,
      value: joinPoint(point.kind, textOfPoint(point, t)),
      patch: typed => {
        const { kind, text } = splitPoint(typed);
        return { point: { uid: point.uid, kind, value: text } };
      },
    };
  });
  const added: Field = {
    key: 'point:new',
    label: t.leadPage.addPoint,
    control: 'point',
    options,
    value: joinPoint('direct', ''),
    patch: typed => {
      const { kind, text } = splitPoint(typed);
      return text.trim() === '' ? {} : { point: { uid: null, kind, value: text } };
    },
  };
  return [...fields, added];
}

function originFields(lead: LeadRow, { t, lang, today }: FactWorld): Field[] {
  return [
    choice(
      'channel',
      t.leadPage.channel,
      lead.channel,
      channels.map(value => ({ value, label: t.common.channel[value] })),
    ),
    line('eventName', t.leadPage.eventName, lead),
    {
      key: 'acquiredOn',
      label: t.leadPage.acquiredOn,
      control: 'line',
      value: formatDayTyped(lead.acquiredOn, lang),
      patch: typed => {
        const on = typedDay(typed, today);
        return on === null ? t.leadPage.badDay : { acquiredOn: on };
      },
    },
  ];
}

function workFields(lead: LeadRow, { t, members }: FactWorld): Field[] {
  return [
    {
      key: 'ownerUid',
      label: t.leadPage.owner,
      control: 'select',
      value: lead.ownerUid ?? '',
      options: [
        { value: '', label: t.leadPage.noOwner },
        ...members.map(member => ({ value: member.uid, label: member.name })),
      ],
      patch: typed => ({ ownerUid: typed === '' ? null : typed }),
    },
    {
      key: 'doNotCall',
      label: t.leadPage.calls,
      control: 'select',
      value: lead.doNotCall ? 'no' : 'yes',
      options: [
        { value: 'yes', label: t.leadPage.mayCall },
        { value: 'no', label: t.leadPage.mayNotCall },
      ],
      patch: typed => ({ doNotCall: typed === 'no' }),
    },
    choice(
      'companyKind',
      t.leads.companyKind,
      lead.companyKind,
      companyKinds.map(value => ({ value, label: t.leads.kinds[value] })),
    ),
  ];
}

const postFields = (lead: LeadRow, { t }: FactWorld): Field[] => [
  line('department', t.leads.department, lead),
  line('title', t.leads.jobTitle, lead),
  line('name', t.leads.name, lead),
  line('kana', t.leads.kana, lead),
];

const tagsField = (lead: LeadRow, { t }: FactWorld): Field => ({
  key: 'tags',
  label: t.leads.tags,
  control: 'line',
  value: lead.tags.join('、'),
  hint: t.leadPage.tagsHint,
  patch: typed => ({ tags: typed.split(/[、,，;；\n]/).map(tag => tag.trim()) }),
});

/** Every fact of a lead that can be typed, in the order of the page. */
export function factFields(lead: Lead, world: FactWorld): FactField[] {
  const { t } = world;
  const fields = [
    line('companyName', t.leads.company, lead),
    line('branch', t.leadPage.branch, lead),
    ...postFields(lead, world),
    ...pointFields(lead, world),
    line('postalCode', t.leadPage.postalCode, lead),
    line('address', t.leads.address, lead),
    line('url', t.leadPage.url, lead),
    line('memo', t.leads.memo, lead, 'area'),
    tagsField(lead, world),
    ...workFields(lead, world),
    ...originFields(lead, world),
    choice(
      'consentBasis',
      t.leadPage.consentBasis,
      lead.consentBasis,
      bases.map(value => ({ value, label: t.imports.consents[value] })),
    ),
  ];
  return fields.map(field => ({ ...field, uid: lead.uid, since: lead }));
}

/** The fact that stands in a column of the list. What follows from others (rank, next action) cannot be typed. */
const COLUMN_FACTS: Partial<Record<ListColumn, keyof LeadPatchInput>> = {
  company: 'companyName',
  name: 'name',
  kana: 'kana',
  department: 'department',
  title: 'title',
  phone: 'phone',
  email: 'email',
  owner: 'ownerUid',
  acquired: 'acquiredOn',
  channel: 'channel',
  event: 'eventName',
  companyKind: 'companyKind',
  tags: 'tags',
  doNotCall: 'doNotCall',
};
export const isTypedColumn = (column: ListColumn): boolean => COLUMN_FACTS[column] !== undefined;

/** What can be typed in these columns of a row, in their order. */
export function rowFields(
  row: LeadRow,
  shown: readonly ListColumn[],
  world: FactWorld,
): Map<ListColumn, FactField> {
  const { t } = world;
  const all = [
    line('companyName', t.leads.company, row),
    ...postFields(row, world),
    line('phone', t.leadList.columns.phone, row),
    line('email', t.leadList.columns.email, row),
    { ...tagsField(row, world), hint: '' },
    ...workFields(row, world),
    ...originFields(row, world),
  ];
  const byKey = new Map(all.map(field => [field.key, field]));
  return new Map(
    shown.flatMap(column => {
      const field = byKey.get(COLUMN_FACTS[column] ?? '');
      return field ? [[column, { ...field, key: `${row.uid}:${column}`, uid: row.uid, since: row }]] : [];
    }),
  );
}
