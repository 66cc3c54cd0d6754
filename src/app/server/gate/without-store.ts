import type { Decision } from '../../../gate/decision.ts';
import type { Sending } from '../../../gate/question.ts';
import { addGateCounts, addGateDecisions } from '../../../stores/sql/repositories/gate-decisions.ts';
import type { Store } from '../../../stores/sql/store.ts';
import { countedOf, countsOf, type DecisionRow } from './log-rows.ts';
import type { Spool } from './spool.ts';

/** What was refused while nothing could be written: counted, for as long as there is a count for it. */
export class StoppedCounts {
  #counted = new Map<string, { of: ReturnType<typeof countedOf>; times: number }>();

  get size(): number {
    return this.#counted.size;
  }

  add(sending: Pick<Sending, 'use' | 'channel'>, decision: Decision, at: Date): void {
    const of = countedOf(sending, decision, at);
    const key = JSON.stringify([of.useId, of.channel, of.codes, at.toISOString().slice(0, 10)]);
    const there = this.#counted.get(key);
    if (there !== undefined) there.times += 1;
    // A sender that makes up uses must not fill the memory.
    else if (this.#counted.size < 10_000) this.#counted.set(key, { of, times: 1 });
  }

  take(): ReadonlyArray<{ readonly of: ReturnType<typeof countedOf>; readonly times: number }> {
    const counted = [...this.#counted.values()];
    this.#counted = new Map();
    return counted;
  }

  putBack(counted: ReturnType<StoppedCounts['take']>): void {
    for (const { of, times } of counted)
      this.#counted.set(JSON.stringify(['back', this.#counted.size, of.useId]), { of, times });
  }
}

export const lineOf = (row: DecisionRow): string => JSON.stringify(row);

/** Brings into the log what was decided without the store; what stands there already is not counted twice. */
export async function reconcile(store: Store, spool: Spool, stopped: StoppedCounts): Promise<void> {
  await spool.drain(async (lines) => {
    const kept = await store.write(async ({ db, at }) => {
      const rows = lines.flatMap((line) => rowOf(line, at));
      const added = await addGateDecisions(db, rows);
      await addGateCounts(
        db,
        countsOf(
          rows.filter(({ id }) => added.has(id)).map((row) => ({ ...row, codes: codesOf(row), shadow: [] })),
        ),
      );
      return null;
    });
    return kept.ok;
  });
  const counted = stopped.take();
  if (counted.length === 0) return;
  const kept = await store.write(async ({ db }) => {
    await addGateCounts(
      db,
      counted.flatMap(({ of, times }) => countsOf([of]).map((one) => ({ ...one, decisions: times }))),
    );
    return null;
  });
  if (!kept.ok) stopped.putBack(counted);
}

const codesOf = ({ codes }: Pick<DecisionRow, 'codes'>): readonly string[] =>
  codes === '' ? [] : codes.split(' ');

/** The row of a line; nothing where a line was cut, of which no answer was ever given. */
function rowOf(line: string, loggedAt: Date): readonly DecisionRow[] {
  try {
    const row = JSON.parse(line) as Omit<DecisionRow, 'decidedAt' | 'permittedUntil'> & {
      readonly decidedAt: string;
      readonly permittedUntil: string | null;
    };
    const decidedAt = new Date(row.decidedAt);
    if (typeof row.id !== 'string' || Number.isNaN(decidedAt.getTime())) return [];
    return [
      {
        ...row,
        decidedAt,
        permittedUntil: row.permittedUntil === null ? null : new Date(row.permittedUntil),
        loggedAt,
      },
    ];
  } catch {
    return [];
  }
}
