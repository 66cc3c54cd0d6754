import type { LeasedPerson, LeaseGrant, LeaseOrder } from './gate-server.ts';
import { SubjectTable } from './subject-table.ts';

/** What stands for a person in an allotment. */
export type Draw =
  | { readonly type: 'set-aside'; readonly lease: string; readonly endsAt: Date }
  | { readonly type: 'refused'; readonly because: NonNullable<LeasedPerson['refused']> }
  /** No allotment names them, or the one that did has ended. */
  | { readonly type: 'none' };

/** What an allotment is for. */
export type Dispatch = Omit<LeaseOrder, 'people'>;

interface Lease {
  readonly id: string;
  readonly endsAt: Date;
}

/** The allotments of one sending: some 30 bytes for each of its people, and some more for the few who were refused. */
class Allotment {
  readonly leases: Lease[] = [];
  readonly #subjects: SubjectTable;
  /** The lease of each row, in which it was named last. */
  #leaseOf: Uint16Array;
  readonly #refused = new Map<number, NonNullable<LeasedPerson['refused']>>();
  /** Rows whose contact went back to the server, where others may have it by now. */
  readonly #dropped = new Set<number>();

  constructor(expected: number) {
    this.#subjects = new SubjectTable(expected);
    this.#leaseOf = new Uint16Array(Math.max(16, expected));
  }

  add({ lease: id, endsAt, people }: LeaseGrant): void {
    const number = this.leases.push({ id, endsAt }) - 1;
    for (const { subject, refused } of people) {
      const known = this.#subjects.size;
      const row = this.#subjects.rowFor(subject);
      // A second asking is refused where the first still holds what it set aside.
      const holds = row < known && !this.#refused.has(row) && !this.#dropped.has(row);
      if (refused !== null && holds) continue;
      this.#dropped.delete(row);
      if (row >= this.#leaseOf.length) this.#grow();
      this.#leaseOf[row] = number;
      if (refused === null) this.#refused.delete(row);
      else this.#refused.set(row, refused);
    }
  }

  drawFor(subject: string, now: Date): Draw {
    const row = this.#subjects.rowOf(subject);
    if (row < 0 || this.#dropped.has(row)) return NONE;
    const { id, endsAt } = this.leases[this.#leaseOf[row]!]!;
    if (endsAt <= now) return NONE;
    const because = this.#refused.get(row);
    return because === undefined ? { type: 'set-aside', lease: id, endsAt } : { type: 'refused', because };
  }

  drop(subject: string): void {
    const row = this.#subjects.rowOf(subject);
    if (row >= 0) this.#dropped.add(row);
  }

  #grow(): void {
    const longer = new Uint16Array(Math.ceil(this.#leaseOf.length * 1.5));
    longer.set(this.#leaseOf);
    this.#leaseOf = longer;
  }
}

const NONE: Draw = { type: 'none' };
/** As many as a row can name; whoever takes more for one sending gets another table. */
const MOST_LEASES = 65_535;

/**
 * The allotments of this gate, by what they were taken for. The server set every contact in them aside before it gave
 * them out, so that the sum of what all gates may draw never exceeds a cap.
 */
export class Leases {
  readonly #held = new Map<string, Allotment[]>();

  /** `expected`: how many people the whole sending has, where that is known. */
  add(dispatch: Dispatch, grant: LeaseGrant, expected = grant.people.length): void {
    const name = nameOf(dispatch);
    const held = this.#held.get(name) ?? [];
    let last = held.at(-1);
    if (last === undefined || last.leases.length >= MOST_LEASES) {
      last = new Allotment(expected);
      held.push(last);
      this.#held.set(name, held);
    }
    last.add(grant);
  }

  drawFor(dispatch: Dispatch, subject: string, now: Date): Draw {
    let draw: Draw = NONE;
    for (const allotment of this.#held.get(nameOf(dispatch)) ?? []) {
      const one = allotment.drawFor(subject, now);
      if (one.type === 'set-aside') return one;
      if (one.type === 'refused') draw = one;
    }
    return draw;
  }

  /** Nothing is drawn any more for one person in a sending: their contact is given back. */
  drop(dispatch: Dispatch, subject: string): void {
    for (const allotment of this.#held.get(nameOf(dispatch)) ?? []) allotment.drop(subject);
  }

  /** Takes out the allotments of a sending, or of all, and names them. */
  end(dispatch?: Dispatch): readonly string[] {
    const names = dispatch === undefined ? [...this.#held.keys()] : [nameOf(dispatch)];
    return names.flatMap((name) => {
      const held = this.#held.get(name) ?? [];
      this.#held.delete(name);
      return held.flatMap(({ leases }) => leases.map(({ id }) => id));
    });
  }

  /** Names the allotments of sendings of which all have ended, and forgets them. */
  ended(now: Date): readonly string[] {
    const gone: string[] = [];
    for (const [name, held] of this.#held) {
      const leases = held.flatMap((one) => one.leases);
      if (leases.some(({ endsAt }) => endsAt > now)) continue;
      gone.push(...leases.map(({ id }) => id));
      this.#held.delete(name);
    }
    return gone;
  }
}

/** In none of the three stands a line feed: see `readQuestion`. */
const nameOf = ({ use, channel, dispatch }: Dispatch): string => `${use}\n${channel}\n${dispatch}`;
