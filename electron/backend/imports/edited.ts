import { z } from 'zod';

/** What a row may have counted as before it was corrected. */
export const zWas = z.enum(['setAside', 'blank', 'asked']);
const zEdited = z.object({
  cells: z.array(z.string()),
  was: zWas,
  unchanged: z.boolean(),
});
/** What a correction leaves on a row: the cells, what the row counted as before, and whether it brought nothing new. */
export type Edited = z.output<typeof zEdited>;

export const editedOf = (text: string): Edited => zEdited.parse(JSON.parse(text));
