import fc from 'fast-check';

/** Something that happens to the bytes of a file. */
export interface Damage {
  kind: number;
  /** Where, as a share of the file. */
  at: number;
  value: number;
}

const KINDS: readonly ((bytes: number[], at: number, value: number) => void)[] = [
  (bytes, at) => void bytes.splice(at, 1),
  (bytes, at, value) => void bytes.splice(at, 0, value),
  (bytes, at, value) => void (bytes[at] = value),
  (bytes, at) => void bytes.splice(at, 0, 0x22),
  (bytes, at) => void bytes.splice(at, 0, 0x2c),
  (bytes, at) => void bytes.splice(at, 0, 0x0a),
  (bytes, at) => void bytes.splice(at),
  (bytes, at, value) => void bytes.splice(at, 0, ...bytes.slice(at, at + value)),
  (bytes, at, value) => void bytes.splice(at, value),
];

export const damages: fc.Arbitrary<Damage[]> = fc.array(
  fc.record({
    kind: fc.nat({ max: KINDS.length - 1 }),
    at: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
    value: fc.nat({ max: 255 }),
  }),
  { minLength: 1, maxLength: 12 },
);

/** The file after what happened to it, in order. */
export function damaged(original: Uint8Array, list: readonly Damage[]): Uint8Array {
  const bytes = [...original];
  for (const { kind, at, value } of list) KINDS[kind]?.(bytes, Math.floor(at * bytes.length), value);
  return Uint8Array.from(bytes);
}
