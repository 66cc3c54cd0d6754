/** Characters of a key that tell people apart: 22 of base64url are 132 bits, of which 128 are kept. */
const TOLD_BY = 22;
const PREFIX = 'subject:'.length;
/** Rows beside the keys are found at a glance as long as a quarter of the places is free. */
const FULLEST = 0.75;

/**
 * The rows of people by their keys: 16 bytes of the key and 4 of the row each, in arrays that hold no objects. Two people
 * whose keys begin alike would be taken for one; with 128 bits of a keyed hash that does not happen.
 */
export class SubjectTable {
  #capacity: number;
  #keys: Uint32Array;
  /** Row + 1 at each place; 0 where it is free. */
  #rows: Uint32Array;
  #size = 0;
  readonly #key = new Uint32Array(4);

  constructor(expected = 0) {
    this.#capacity = Math.max(16, Math.ceil(expected / FULLEST) + 1);
    this.#keys = new Uint32Array(4 * this.#capacity);
    this.#rows = new Uint32Array(this.#capacity);
  }

  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.#keys.byteLength + this.#rows.byteLength;
  }

  /** The row of a person; -1 where they are not known. */
  rowOf(subject: string): number {
    this.#read(subject);
    return this.#rows[this.#place()]! - 1;
  }

  /** The row of a person, who gets the next one where they are new. */
  rowFor(subject: string): number {
    if (this.#size + 1 > this.#capacity * FULLEST) this.#grow();
    this.#read(subject);
    const place = this.#place();
    if (this.#rows[place] !== 0) return this.#rows[place]! - 1;
    this.#keys.set(this.#key, 4 * place);
    this.#size += 1;
    this.#rows[place] = this.#size;
    return this.#size - 1;
  }

  /** The first place, from where the key belongs on, that holds it or is free. */
  #place(): number {
    const [a, b, c, d] = this.#key as unknown as [number, number, number, number];
    for (let place = a % this.#capacity; ; place = place + 1 === this.#capacity ? 0 : place + 1) {
      if (this.#rows[place] === 0) return place;
      const at = 4 * place;
      if (
        this.#keys[at] === a &&
        this.#keys[at + 1] === b &&
        this.#keys[at + 2] === c &&
        this.#keys[at + 3] === d
      )
        return place;
    }
  }

  #read(subject: string): void {
    this.#key.fill(0);
    for (let index = 0; index < TOLD_BY; index += 1) {
      const six = SIX_BITS[subject.charCodeAt(PREFIX + index) & 127]!;
      const word = (index * 6) >> 5;
      const shift = (index * 6) & 31;
      this.#key[word]! ^= six << shift;
      if (shift > 26 && word < 3) this.#key[word + 1]! ^= six >>> (32 - shift);
    }
  }

  #grow(): void {
    const [keys, rows, capacity] = [this.#keys, this.#rows, this.#capacity];
    this.#capacity = Math.ceil(capacity * 1.5);
    this.#keys = new Uint32Array(4 * this.#capacity);
    this.#rows = new Uint32Array(this.#capacity);
    for (let old = 0; old < capacity; old += 1) {
      if (rows[old] === 0) continue;
      this.#key.set(keys.subarray(4 * old, 4 * old + 4));
      const place = this.#place();
      this.#keys.set(this.#key, 4 * place);
      this.#rows[place] = rows[old]!;
    }
  }
}

const SIX_BITS = new Uint8Array(128);
for (const [value, character] of [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
].entries())
  SIX_BITS[character.charCodeAt(0)] = value;
