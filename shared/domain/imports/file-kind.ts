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
  'xlsx',
  'xls',
  'locked',
  'sqlite',
  'gzip',
  'html',
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
  ['zip', 'PK\x03\x04'],
  ['gzip', '\x1f\x8b'],
  ['sqlite', 'SQLite format 3\0'],
];

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** True for the first bytes of a zip file; an Excel workbook is one. */
export const isZip = (bytes: Uint8Array): boolean => ascii(bytes, 0, 4) === 'PK\x03\x04';

/** An old Office file. Excel wraps a workbook with a password in one, with the encrypted package as a named stream (MS-OFFCRYPTO 2.3.4). */
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const ENCRYPTED = [...'EncryptedPackage'].map(c => `${c}\0`).join('');

function holds(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (ascii(bytes, at, at + text.length) === text) return true;
  return false;
}

/** A page of a web system that calls itself .xls: its tags would come in as names. */
const PAGE = /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype\s+html|html|head|meta|table|\?xml)[\s>]/i;

/** The kind of a file that cannot hold cards as text, judged by its first bytes; null when it may be text. */
export function fileKind(bytes: Uint8Array): FileKind | null {
  if (bytes.every(byte => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)) return 'empty';
  const head = ascii(bytes, 0, 32);
  if (isZip(bytes)) return holds(bytes, 'xl/workbook.xml') ? 'xlsx' : 'zip';
  if (head.startsWith(OLE)) return holds(bytes, ENCRYPTED) ? 'locked' : 'xls';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (/^ftyp(?:hei|mif|avif)/.test(head.slice(4))) return 'heic';
  if (PAGE.test(head)) return 'html';
  if (head.startsWith('BM') && !head.includes('\0')) return null;
  return MAGIC.find(([, magic]) => head.startsWith(magic))?.[0] ?? null;
}
