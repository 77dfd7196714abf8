import { fieldsOf } from '#shared/domain/imports/split.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import { codeText } from './code-text.ts';

/** What a column of a file goes to, in words: 会社名＋部署＋役職 for one that is split. */
export function columnText(t: Catalogue, use: string): string {
  const fields = fieldsOf(use);
  return fields.length > 1
    ? t.imports.splitTo(fields.map(field => codeText(t.imports.fields, field)))
    : codeText(t.imports.fields, use);
}
