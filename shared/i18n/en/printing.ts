import type { printing as source } from '#shared/i18n/ja/printing.ts';
import type { Translated } from '#shared/i18n/translated.ts';

/** Print preview: how a call list is put on paper. */
export const printing = {
  caller: 'Caller',
  paper: 'Paper',
  papers: { landscape: 'Landscape', portrait: 'Portrait, more notes' },
  density: 'Rows',
  densities: { roomy: 'Roomy', regular: 'Regular', tight: 'Tight' },
  rows: (name: string, rows: number) => `${name}, ${rows}`,
  binding: 'Binding',
  bindings: { left: 'Left', top: 'Top', none: 'None' },
  script: 'Script',
  scriptByList: 'What suits most',
  saveAll: (lists: number) => `Save ${lists} PDFs, one per caller`,
  savedAll: (lists: number) => `${lists} PDFs saved`,
} satisfies Translated<typeof source>;
