/** One property of a vCard as it stands in the file: names in upper case, the value still bytes in `charset`. */
export interface Property {
  /** `ITEM1` of `item1.TEL`, or ''. */
  group: string;
  name: string;
  /** Parameter values by name; bare words of version 2.1 (`TEL;WORK;VOICE`) count as TYPE. */
  params: ReadonlyMap<string, string[]>;
  value: Uint8Array;
}
export interface RawCard {
  /** 1-based line of its BEGIN. */
  line: number;
  properties: Property[];
  /** The file ends, or another card begins, before its END. */
  isCut: boolean;
}

const LF = 0x0a;
const CR = 0x0d;
const EQUALS = 0x3d;
const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09;
const ascii = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

interface Open {
  head: string;
  isQuotedPrintable: boolean;
  parts: Uint8Array[];
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Quoted-printable (RFC 2045, 6.7) to bytes; a `=` that starts no escape stays. Soft line breaks are gone already. */
function unquote(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const hex = bytes[i] === EQUALS ? ascii(bytes.subarray(i + 1, i + 3)) : '';
    if (/^[\da-f]{2}$/i.test(hex)) {
      out.push(Number.parseInt(hex, 16));
      i += 2;
    } else out.push(bytes[i] ?? 0);
  }
  return Uint8Array.from(out);
}

function paramsOf(head: string): { name: string; group: string; params: Map<string, string[]> } {
  const [label = '', ...rest] = head.match(/(?:"[^"]*"|[^;"])+/g) ?? [];
  const dot = label.lastIndexOf('.');
  const params = new Map<string, string[]>();
  for (const part of rest) {
    const [key = '', ...value] = part.split('=');
    const [name, text] = value.length === 0 ? ['TYPE', key] : [key.trim().toUpperCase(), value.join('=')];
    const values =
      name === 'TYPE' ? text.replaceAll('"', '').toUpperCase().split(',') : [text.replaceAll('"', '')];
    params.set(name, [...(params.get(name) ?? []), ...values.map(v => v.trim())]);
  }
  return {
    name: label
      .slice(dot + 1)
      .trim()
      .toUpperCase(),
    group: label.slice(0, Math.max(dot, 0)).toUpperCase(),
    params,
  };
}

/** The position of the colon between head and value; one inside quotes belongs to a parameter. */
function colonIn(line: Uint8Array): number {
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === 0x22) quoted = !quoted;
    if (line[i] === 0x3a && !quoted) return i;
  }
  return -1;
}

function* physicalLines(bytes: Uint8Array): Generator<Uint8Array> {
  let from = 0;
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i] !== LF && bytes[i] !== CR) continue;
    yield bytes.subarray(from, i);
    if (bytes[i] === CR && bytes[i + 1] === LF) i++;
    from = i + 1;
  }
}

/**
 * Splits a file into cards and properties. Lines are unfolded as bytes, before any decoding, because phones and Outlook
 * fold in the middle of a character (RFC 6350, 3.2). Version 2.1 keeps the blank a folded line starts with.
 */
export function rawCards(bytes: Uint8Array): RawCard[] {
  const cards: RawCard[] = [];
  let card: RawCard | null = null;
  let open: Open | null = null;
  let keepsBlank = false;
  let number = 0;
  const close = () => {
    if (!open) return;
    const { name, group, params } = paramsOf(open.head);
    const value = joined(open.parts);
    open = open.isQuotedPrintable ? { ...open, parts: [unquote(value)] } : open;
    if (name === 'VERSION') keepsBlank = ascii(value).trim() === '2.1';
    if (name === 'END' && card) {
      card.isCut = false;
      card = null;
    } else if (name === 'BEGIN') {
      card = { line: number, properties: [], isCut: true };
      cards.push(card);
    } else card?.properties.push({ name, group, params, value: joined(open.parts) });
    open = null;
  };
  for (const line of physicalLines(bytes)) {
    number++;
    const current: Open | null = open;
    const last = current?.parts.at(-1);
    const soft = current?.isQuotedPrintable && last?.at(-1) === EQUALS;
    if (current && last && soft) {
      current.parts.splice(-1, 1, last.subarray(0, -1), isBlank(line[0]) ? line.subarray(1) : line);
      continue;
    }
    if (current && isBlank(line[0])) {
      current.parts.push(keepsBlank ? line : line.subarray(1));
      continue;
    }
    close();
    const colon = colonIn(line);
    if (colon < 0) continue;
    const head = ascii(line.subarray(0, colon)).replace(/^\u00ef\u00bb\u00bf/, '');
    const isQuotedPrintable = /[;=]QUOTED-PRINTABLE(?:;|$)/i.test(head);
    open = { head, isQuotedPrintable, parts: [line.subarray(colon + 1)] };
    if (/^(?:BEGIN|END)$/i.test(head.trim())) close();
  }
  close();
  return cards;
}
