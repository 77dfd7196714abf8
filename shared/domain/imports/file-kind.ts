/** What a file is when it is no table of text. */
export const FILE_KINDS = [
  'empty',
  'png',
  'jpeg',
  'gif',
  'webp',
  'heic',
  'bmp',
  'tiff',
  'pdf',
  'zip',
  'office',
  'sqlite',
  'gzip',
  'binary',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const MAGIC: readonly (readonly [FileKind, string])[] = [
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF8'],
  ['bmp', 'BM'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['pdf', '%PDF-'],
  ['office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['zip', 'PK\x03\x04'],
  ['gzip', '\x1f\x8b'],
  ['sqlite', 'SQLite format 3\0'],
];

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** The kind of a file that cannot hold cards as text, judged by its first bytes; null when it may be text. */
export function fileKind(bytes: Uint8Array): FileKind | null {
  if (bytes.every(byte => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)) return 'empty';
  const head = ascii(bytes, 0, 32);
  if (head.startsWith('PK\x03\x04')) return ascii(bytes, 0, 3000).includes('xl/') ? 'office' : 'zip';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (/^ftyp(?:hei|mif|avif)/.test(head.slice(4))) return 'heic';
  if (head.startsWith('BM') && !head.includes('\0')) return null;
  return MAGIC.find(([, magic]) => head.startsWith(magic))?.[0] ?? null;
}
