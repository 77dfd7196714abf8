import type { LostCharacter } from '#shared/domain/exchange/cp932.ts';

/** Places that are told one by one; of more only the number is. */
const TOLD = 1000;

/** What a file could not hold: how many characters, and where the first thousand stood. */
export class LostCharacters {
  readonly places: LostCharacter[] = [];
  #count = 0;

  add(character: LostCharacter): void {
    this.#count += 1;
    if (this.places.length < TOLD) this.places.push(character);
  }

  get count(): number {
    return this.#count;
  }

  /** As a contract tells it. `lineOf`: the line people know a row by; `header`: the names of the columns. */
  told(header: readonly string[], lineOf: (row: number) => number) {
    const lost = this.places.map(({ row, column, character }) => ({
      line: lineOf(row),
      column: header[column] ?? '',
      character,
    }));
    return { lost, lostCount: this.#count };
  }
}
