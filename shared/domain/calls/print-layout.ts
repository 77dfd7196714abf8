import { z } from 'zod';

/** 横 and 縦 */
export const PAPERS = ['landscape', 'portrait'] as const;
/** ゆったり・標準・詰め: how high a row is. Upright paper has one height. */
export const DENSITIES = ['roomy', 'regular', 'tight'] as const;
/** Where the sheets are punched: two holes, centre 12 mm from the edge, Ø 6 mm. */
export const BINDINGS = ['left', 'top', 'none'] as const;

/** How a call list is laid out on A4. */
export const zPrintLayout = z.object({
  paper: z.enum(PAPERS).default('landscape'),
  density: z.enum(DENSITIES).default('roomy'),
  binding: z.enum(BINDINGS).default('left'),
});
export type PrintLayout = z.output<typeof zPrintLayout>;

export const defaultLayout: PrintLayout = zPrintLayout.parse({});

/** Where things are on a sheet, in millimetres. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  readonly rowHeight: number;
  readonly rows: number;
  /** There is room for the line of codes between table and foot; else it stands in the head. */
  readonly hasNotes: boolean;
}

/** Heights of everything on a sheet but its rows. The outer lines of a table are 0.35 mm each. */
const HEAD = 14;
const FOOT = 7;
const NOTES = 7.2;
const LINES = 0.7;
const TABLE_HEAD = { landscape: 7, portrait: 10 } as const;
const ROW = { roomy: 13, regular: 11, tight: 9.5 } as const;
/** A lead on upright paper is a block with room for long notes. */
const BLOCK = 24;

/** Both papers keep their width of content: 269 mm and 182 mm. */
const MARGINS = {
  left: { top: 10, right: 10, bottom: 8, left: 18 },
  top: { top: 17, right: 14, bottom: 7, left: 14 },
  none: { top: 10, right: 14, bottom: 8, left: 14 },
} as const;

/** The sheet of a layout; rows as many as fit (reference ux §2.3). */
export function geometryOf({ paper, density, binding }: PrintLayout): Geometry {
  const [width, height] = paper === 'landscape' ? [297, 210] : [210, 297];
  const margin = MARGINS[binding];
  const rowHeight = paper === 'landscape' ? ROW[density] : BLOCK;
  const room = height - margin.top - margin.bottom - HEAD - FOOT - TABLE_HEAD[paper] - LINES;
  const rows = Math.floor(room / rowHeight);
  return { width, height, margin, rowHeight, rows, hasNotes: room - rows * rowHeight >= NOTES };
}
