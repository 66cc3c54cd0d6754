import type { SubjectKey } from '../../playbook/6-control/ledger/subject-key.ts';
import {
  type AssembledFacts,
  assemble,
  type KnownPerson,
  type Likeness,
  takeApart,
} from '../known-person.ts';
import type { PersonFacts } from '../person-facts.ts';
import { SubjectTable } from './subject-table.ts';

/** A likeness with how many times of each person belong to it, and the facts themselves where none do. */
interface Kept {
  readonly likeness: Likeness;
  readonly times: number;
  readonly whole: AssembledFacts | null;
}

/**
 * What is known of people, in little memory: most of what decides is the same for very many, so it is kept once, and each
 * person has a row of numbers. Nothing of it is ever written to a disk.
 */
export class PeopleTable {
  readonly #subjects: SubjectTable;
  readonly #kept: Kept[] = [];
  readonly #numberOf = new Map<string, number>();
  /** Number of the likeness of each row, and where its times begin. */
  #likeness: Uint32Array;
  #timesAt: Uint32Array;
  #times: Float64Array;
  #timesEnd = 0;
  #timesUnused = 0;

  /** `expected`: how many people are about to come, so that there is room for just as many. */
  constructor(expected = 0) {
    this.#subjects = new SubjectTable(expected);
    const rows = Math.max(16, expected);
    this.#likeness = new Uint32Array(rows);
    this.#timesAt = new Uint32Array(rows);
    this.#times = new Float64Array(Math.max(16, expected >> 2));
    this.#keep(takeApart(NOTHING_KNOWN).likeness, 0);
  }

  get size(): number {
    return this.#subjects.size;
  }

  /** How many different likenesses there are. */
  get likenesses(): number {
    return this.#kept.length;
  }

  /** Bytes of all arrays; what the likenesses take comes on top. */
  get bytes(): number {
    return (
      this.#subjects.bytes + this.#likeness.byteLength + this.#timesAt.byteLength + this.#times.byteLength
    );
  }

  /** Takes in what is known of a person now, in place of what was known before. */
  set(known: KnownPerson): void {
    const row = this.#subjects.rowFor(known.subject);
    if (row >= this.#likeness.length) this.#addRows();
    const { likeness, times } = takeApart(known);
    const number = this.#keep(likeness, times.length);
    const before = this.#kept[this.#likeness[row]!]!.times;
    if (times.length > before) {
      this.#timesUnused += before;
      this.#timesAt[row] = this.#room(times.length);
    } else this.#timesUnused += before - times.length;
    this.#likeness[row] = number;
    this.#times.set(times, this.#timesAt[row]!);
    if (this.#timesUnused > 1024 && this.#timesUnused > this.#timesEnd / 2) this.#tidyTimes();
  }

  /**
   * The facts of a person. Whoever is not known never said anything. `contacts` are none: a gate in a sender's own process
   * draws on what the server set aside.
   */
  factsOf(subject: SubjectKey, asOf: Date): PersonFacts {
    const row = this.#subjects.rowOf(subject);
    const kept = this.#kept[row < 0 ? 0 : this.#likeness[row]!]!;
    let at = row < 0 ? 0 : this.#timesAt[row]!;
    const facts = kept.whole ?? assemble(kept.likeness, () => this.#times[at++]!);
    return {
      subject,
      choices: facts.states === null ? null : facts.states.map((state) => ({ subject, state })),
      rests: facts.rests,
      suppressions: facts.suppressions,
      contacts: NO_CONTACTS,
      rhythm: facts.rhythm,
      age: facts.age,
      zones: facts.zones,
      places: facts.places,
      asOf,
    };
  }

  #keep(likeness: Likeness, times: number): number {
    const text = JSON.stringify(likeness);
    const known = this.#numberOf.get(text);
    if (known !== undefined) return known;
    this.#numberOf.set(text, this.#kept.length);
    this.#kept.push({ likeness, times, whole: times === 0 ? assemble(likeness, () => 0) : null });
    return this.#kept.length - 1;
  }

  #addRows(): void {
    const rows = Math.ceil(this.#likeness.length * 1.5);
    this.#likeness = longer(this.#likeness, new Uint32Array(rows));
    this.#timesAt = longer(this.#timesAt, new Uint32Array(rows));
  }

  #room(times: number): number {
    if (this.#timesEnd + times > this.#times.length)
      this.#times = longer(this.#times, new Float64Array(Math.ceil(this.#times.length * 1.5) + times));
    this.#timesEnd += times;
    return this.#timesEnd - times;
  }

  #tidyTimes(): void {
    const times = new Float64Array(this.#times.length);
    let end = 0;
    for (let row = 0; row < this.size; row += 1) {
      const { times: count } = this.#kept[this.#likeness[row]!]!;
      const from = this.#timesAt[row]!;
      times.set(this.#times.subarray(from, from + count), end);
      this.#timesAt[row] = end;
      end += count;
    }
    this.#times = times;
    this.#timesEnd = end;
    this.#timesUnused = 0;
  }
}

const NO_CONTACTS = Object.freeze([]);
const NOTHING_KNOWN: KnownPerson = {
  subject: '',
  choices: [],
  rests: [],
  suppressions: [],
  rhythm: 'any',
  age: 'unknown',
  zones: [],
  places: [],
};

function longer<T extends Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
