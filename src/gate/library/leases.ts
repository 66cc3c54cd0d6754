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

/** One allotment, without a text for each of its people: 27 bytes for one, and some more for the few who were refused. */
interface Lease {
  readonly id: string;
  readonly endsAt: Date;
  readonly subjects: SubjectTable;
  readonly refused: ReadonlyMap<number, NonNullable<LeasedPerson['refused']>>;
}

/**
 * The allotments of this gate, by what they were taken for. The server set every contact in them aside before it gave
 * them out, so that the sum of what all gates may draw never exceeds a cap.
 */
export class Leases {
  readonly #held = new Map<string, Lease[]>();

  add(dispatch: Dispatch, { lease: id, endsAt, people }: LeaseGrant): void {
    const subjects = new SubjectTable(people.length);
    const refused = new Map<number, NonNullable<LeasedPerson['refused']>>();
    for (const one of people) {
      const row = subjects.rowFor(one.subject);
      if (one.refused !== null) refused.set(row, one.refused);
    }
    const name = nameOf(dispatch);
    this.#held.set(name, [...(this.#held.get(name) ?? []), { id, endsAt, subjects, refused }]);
  }

  drawFor(dispatch: Dispatch, subject: string, now: Date): Draw {
    let draw: Draw = NONE;
    for (const { id, endsAt, subjects, refused } of this.#held.get(nameOf(dispatch)) ?? []) {
      const row = endsAt > now ? subjects.rowOf(subject) : -1;
      if (row < 0) continue;
      const because = refused.get(row);
      if (because === undefined) return { type: 'set-aside', lease: id, endsAt };
      draw = { type: 'refused', because };
    }
    return draw;
  }

  /** Takes out the allotments of a sending, or of all, and names them. */
  end(dispatch?: Dispatch): readonly string[] {
    const names = dispatch === undefined ? [...this.#held.keys()] : [nameOf(dispatch)];
    return names.flatMap((name) => {
      const held = this.#held.get(name) ?? [];
      this.#held.delete(name);
      return held.map(({ id }) => id);
    });
  }

  /** Names allotments that have ended, and forgets them. */
  ended(now: Date): readonly string[] {
    const gone: string[] = [];
    for (const [name, held] of this.#held) {
      gone.push(...held.filter(({ endsAt }) => endsAt <= now).map(({ id }) => id));
      const left = held.filter(({ endsAt }) => endsAt > now);
      if (left.length === 0) this.#held.delete(name);
      else this.#held.set(name, left);
    }
    return gone;
  }
}

const NONE: Draw = { type: 'none' };

/** In none of the three stands a line feed: see `readQuestion`. */
const nameOf = ({ use, channel, dispatch }: Dispatch): string => `${use}\n${channel}\n${dispatch}`;
