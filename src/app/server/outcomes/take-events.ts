import type { Problem } from '../../../kernel/problem.ts';
import { type OutcomeEvent, readOutcomeEvent, sentBy } from '../../../playbook/7-outcomes/outcome-event.ts';
import { countDelivery } from '../../../stores/sql/repositories/intake-counts.ts';
import { asJson } from '../../../stores/sql/tables/column-types.ts';
import { type Change, demand } from '../change.ts';
import { noteIncidents, type ToldSend } from '../incidents-of-sends/note-incidents.ts';
import { takeRows } from './take-rows.ts';

/** Who told what came through `POST /v1/outcomes`; other systems have their own names. */
export const OWN = 'own';

/** What became of a delivery: nothing of it is lost without a word. */
export interface TakenEvents {
  readonly accepted: number;
  /** Told before, by the same id. */
  readonly duplicates: number;
  /** Of those accepted, such as speak of a use that is not known: kept, and watched from when it is. */
  readonly quarantined: number;
  readonly refused: ReadonlyArray<{ readonly index: number; readonly problem: Problem }>;
  /** Known uses that were spoken of. */
  readonly uses: readonly string[];
}

/** Keeps what can be read of a delivery and says what cannot. Refusals: `people.not-allowed`. */
export async function takeEvents(change: Change, values: readonly unknown[]): Promise<TakenEvents> {
  demand(change, 'event.deliver');
  const { at } = change;
  const refused: Array<TakenEvents['refused'][number]> = [];
  const events = new Map<string, OutcomeEvent>();
  const sends: ToldSend[] = [];
  let repeated = 0;
  values.forEach((value, index) => {
    const read = readOutcomeEvent(value);
    if (!read.ok) refused.push({ index, problem: read.problem });
    else if (events.has(read.value.id)) repeated += 1;
    else {
      const { id, type, use, subject, at: happened } = read.value;
      events.set(id, read.value);
      if (type === 'send')
        sends.push({ source: OWN, id, use, subject, at: new Date(happened), ...sentBy(value) });
    }
  });
  const rows = [...events.values()].map(
    ({ id, type, use, at: happened, subject, isEssential, groups, provider }) => ({
      source: OWN,
      id,
      type,
      useId: use,
      at: new Date(happened),
      subject,
      isEssential,
      groups: asJson(groups),
      receivedAt: at,
      provider,
    }),
  );
  const { fresh, quarantined, uses } = await takeRows(change, OWN, rows);
  await noteIncidents(change, change.context, sends);
  const taken = {
    accepted: fresh.length,
    duplicates: rows.length - fresh.length + repeated,
    quarantined,
    refused,
    uses,
  };
  const unreadable = refused.length;
  await countDelivery(change.db, OWN, { ...taken, deliveries: 1, unreadable, refused: 0 }, at);
  return taken;
}
