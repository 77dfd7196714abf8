/**
 * Numbers under texts, for millions of them: only hashes are kept, in four typed arrays. Two texts may share a hash, so
 * what is found may belong to another text, and who asks must look.
 */
export class HashIndex {
  /** By the low bits of a hash: the newest entry, or -1. */
  #heads = new Int32Array(1024).fill(-1);
  #hashes = new Int32Array(1024);
  #numbers = new Int32Array(1024);
  /** The next older entry of the same low bits, or -1. */
  #older = new Int32Array(1024);
  #length = 0;

  add(text: string, number: number): void {
    if (this.#length === this.#hashes.length) this.#grow();
    const hash = hashOf(text);
    this.#hashes[this.#length] = hash;
    this.#numbers[this.#length] = number;
    this.#link(this.#length, hash);
    this.#length++;
  }

  /** The numbers under a text in the order they were added, perhaps some of other texts among them. */
  find(text: string): number[] {
    const hash = hashOf(text);
    const found: number[] = [];
    for (let at = this.#heads[hash & (this.#heads.length - 1)] ?? -1; at >= 0; at = this.#older[at] ?? -1)
      if (this.#hashes[at] === hash) found.push(this.#numbers[at] ?? 0);
    return found.toReversed();
  }

  #link(at: number, hash: number): void {
    const bucket = hash & (this.#heads.length - 1);
    this.#older[at] = this.#heads[bucket] ?? -1;
    this.#heads[bucket] = at;
  }

  #grow(): void {
    const twice = (of: Int32Array): Int32Array<ArrayBuffer> => {
      const grown = new Int32Array(of.length * 2);
      grown.set(of);
      return grown;
    };
    this.#hashes = twice(this.#hashes);
    this.#numbers = twice(this.#numbers);
    this.#older = twice(this.#older);
    this.#heads = new Int32Array(this.#hashes.length).fill(-1);
    for (let at = 0; at < this.#length; at++) this.#link(at, this.#hashes[at] ?? 0);
  }
}

/** FNV-1a over the code units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
