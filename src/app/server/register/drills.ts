import { contentHash } from '../../../kernel/canonical.ts';
import { problem } from '../../../kernel/problem.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import {
  addStopDrill,
  findAutomation,
  type StopDrill,
} from '../../../stores/sql/repositories/automations.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import { type Change, demand, missing } from '../change.ts';
import { say } from '../evidence/say.ts';
import { lockedUse } from '../uses/standing.ts';
import { readChangedCards } from './bring-up-to-date.ts';

export interface ShownDrill {
  readonly id: string;
  readonly use: string;
  readonly startedAt: string;
  readonly stoppedAt: string | null;
  readonly seconds: number | null;
  readonly note: string | null;
  readonly recordedAt: string;
}

export interface NewDrill {
  /** When somebody said stop. */
  readonly startedAt: string;
  /** When nothing was decided any more; null where it could not be stopped, which is worth knowing. */
  readonly stoppedAt: string | null;
  readonly note: string | null;
}

/**
 * Records that stopping an automation was tried, and goes into the evidence log.
 * Refusals: `people.not-allowed`, `drill.impossible-times`, `store.not-found` where the use decides nothing.
 */
export async function recordDrill(change: Change, useId: string, drill: NewDrill): Promise<ShownDrill> {
  const { db, at, caller } = change;
  const { owner } = await lockedUse(change, useId);
  demand(change, 'stop.drill', { owner });
  await readChangedCards(db);
  if ((await findAutomation(db, useId)) === undefined) throw missing();
  const startedAt = new Date(drill.startedAt);
  const stoppedAt = drill.stoppedAt === null ? null : new Date(drill.stoppedAt);
  if (startedAt > at || (stoppedAt !== null && (stoppedAt < startedAt || stoppedAt > at)))
    throw new Refusal(
      problem(
        'drill.impossible-times',
        'a drill ends before it began, or lies ahead',
        'give the moments at which it was begun and took effect',
      ),
    );
  const { note } = drill;
  const row = await addStopDrill(db, {
    id: newId('drill', at),
    useId,
    startedAt,
    stoppedAt,
    note,
    recordedAt: at,
  });
  const shown = shownDrill(row);
  say(change, useId, 'stop.drilled', {
    by: caller.account.key,
    drill: row.id,
    outcome: stoppedAt === null ? 'not-stopped' : 'stopped',
    seconds: shown.seconds === null ? null : Math.round(shown.seconds),
    noteHash: note === null ? null : contentHash(note),
  });
  return shown;
}

export const shownDrill = ({ id, useId, startedAt, stoppedAt, note, recordedAt }: StopDrill): ShownDrill => ({
  id,
  use: useId,
  startedAt: startedAt.toISOString(),
  stoppedAt: stoppedAt?.toISOString() ?? null,
  seconds: stoppedAt === null ? null : (stoppedAt.getTime() - startedAt.getTime()) / 1000,
  note,
  recordedAt: recordedAt.toISOString(),
});
