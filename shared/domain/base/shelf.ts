/** A list, or a shelf. */
export interface Listed<T> extends Iterable<T> {
  readonly length: number;
  at(index: number): T | undefined;
  slice(from: number, to?: number): T[];
}

/** How a value becomes plain JSON and comes back. The smaller the JSON, the more fits. */
export interface Codec<T, P> {
  pack(value: T): P;
  unpack(packed: P): T;
}

/** Bytes reserved at once. */
const CHUNK = 1 << 20;
/** Before a character that takes more than one byte; the next two bytes are its code unit. */
const WIDE = 0x80;

/**
 * Many values in little room: kept as bytes outside the heap, made anew each time one is asked for. A value that was put
 * here never changes.
 */
export class Shelf<T, P> implements Listed<T> {
  readonly #codec: Codec<T, P>;
  readonly #chunks: Uint8Array[] = [];
  readonly #places: number[] = [];
  readonly #sizes: number[] = [];
  #free = CHUNK;

  constructor(codec: Codec<T, P>) {
    this.#codec = codec;
  }

  get length(): number {
    return this.#places.length;
  }

  /** Puts a value behind the others and returns its index. */
  push(value: T): number {
    const text = JSON.stringify(this.#codec.pack(value));
    const most = text.length * 3;
    if (this.#free + most > CHUNK) {
      this.#chunks.push(new Uint8Array(Math.max(CHUNK, most)));
      this.#free = 0;
    }
    const bytes = this.#chunks.at(-1) ?? new Uint8Array();
    let at = this.#free;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= WIDE) {
        bytes[at++] = WIDE;
        bytes[at++] = code >> 8;
      }
      bytes[at++] = code;
    }
    this.#sizes.push(at - this.#free);
    this.#free = at;
    return this.#places.push((this.#chunks.length - 1) * CHUNK + at - (this.#sizes.at(-1) ?? 0)) - 1;
  }

  at(index: number): T | undefined {
    const place = this.#places[index];
    const bytes = this.#chunks[Math.floor((place ?? 0) / CHUNK)];
    if (place === undefined || !bytes) return undefined;
    const from = place % CHUNK;
    return this.#codec.unpack(JSON.parse(textOf(bytes, from, from + (this.#sizes[index] ?? 0))) as P);
  }

  slice(from: number, to = this.length): T[] {
    const part: T[] = [];
    for (let i = from; i < Math.min(to, this.length); i++) part.push(this.at(i) as T);
    return part;
  }

  *[Symbol.iterator](): Generator<T> {
    for (let i = 0; i < this.length; i++) yield this.at(i) as T;
  }
}

/** Characters made at once, as arguments of one call: far below any engine's limit. */
const codes = new Uint16Array(8192);

function textOf(bytes: Uint8Array, from: number, end: number): string {
  let text = '';
  for (let i = from; i < end; ) {
    let length = 0;
    for (; i < end && length < codes.length; i++) {
      const byte = bytes[i] ?? 0;
      codes[length++] = byte === WIDE ? ((bytes[++i] ?? 0) << 8) | (bytes[++i] ?? 0) : byte;
    }
    text += Reflect.apply(String.fromCharCode, null, codes.subarray(0, length));
  }
  return text;
}
