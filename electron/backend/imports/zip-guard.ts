import { inflateRawSync } from 'node:zlib';

/** Why a zip file must not be opened. `locked`: its entries are encrypted. */
export type ZipRefusal = 'broken' | 'locked' | 'tooLarge';

export interface ZipLimits {
  /** Bytes all entries may have together once unpacked. */
  unpacked: number;
  /** An entry of `ratioFrom` bytes and more may not be packed harder than this. */
  ratio: number;
  ratioFrom: number;
}
export interface ZipEntry {
  name: string;
  bytes: Uint8Array;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

interface Declared {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

/**
 * Unpacks a zip file's entries, trusting nothing: sizes are first added up from the directory, and then no entry may
 * unpack to more than it declared, so a bomb costs nothing but its own bytes. Zip64, split and encrypted archives are
 * refused. Layout: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export function unpackZip(bytes: Uint8Array, limits: ZipLimits): ZipEntry[] | ZipRefusal {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const declared = directory(view);
    if (typeof declared === 'string') return declared;
    const sum = declared.reduce((total, entry) => total + entry.unpacked, 0);
    const bomb = declared.some(e => e.unpacked > limits.ratioFrom && e.unpacked > e.packed * limits.ratio);
    if (sum > limits.unpacked || bomb) return 'tooLarge';
    return declared.map(entry => ({ name: entry.name, bytes: unpack(view, entry) }));
  } catch {
    return 'broken';
  }
}

/** What the directory at the end of the file declares. Throws RangeError where it points outside the file. */
function directory(view: Buffer): Declared[] | ZipRefusal {
  let end = view.length - END_SIZE;
  const from = Math.max(0, end - MAX_COMMENT);
  while (end >= from && view.readUInt32LE(end) !== END) end--;
  if (end < from) return 'broken';
  const count = view.readUInt16LE(end + 10);
  let at = view.readUInt32LE(end + 16);
  const entries: Declared[] = [];
  for (let i = 0; i < count; i++) {
    if (view.readUInt32LE(at) !== CENTRAL) return 'broken';
    if ((view.readUInt16LE(at + 8) & 1) === 1) return 'locked';
    const nameLength = view.readUInt16LE(at + 28);
    entries.push({
      name: view.toString('utf8', at + 46, at + 46 + nameLength),
      method: view.readUInt16LE(at + 10),
      packed: view.readUInt32LE(at + 20),
      unpacked: view.readUInt32LE(at + 24),
      offset: view.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}

/** Throws when the entry is damaged, or longer or shorter than it declared. */
function unpack(view: Buffer, { offset, method, packed, unpacked }: Declared): Uint8Array {
  if (view.readUInt32LE(offset) !== LOCAL) throw new Error('no local header');
  const start = offset + 30 + view.readUInt16LE(offset + 26) + view.readUInt16LE(offset + 28);
  if (start + packed > view.length) throw new Error('entry beyond the end');
  const data = view.subarray(start, start + packed);
  if (method !== STORED && method !== DEFLATED) throw new Error('unknown method');
  // Zero is no limit to zlib.
  const plain = method === STORED ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, unpacked) });
  if (plain.length !== unpacked) throw new Error('another length than declared');
  return plain;
}
