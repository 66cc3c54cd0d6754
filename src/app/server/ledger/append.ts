import { canonicalJson } from '../../../kernel/canonical.ts';
import { problem } from '../../../kernel/problem.ts';
import type { ChoiceEvent } from '../../../playbook/6-control/ledger/choice-event.ts';
import { type ChoiceState, foldChoices } from '../../../playbook/6-control/ledger/choice-state.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import {
  addChoices,
  findChoices,
  lockChoiceStates,
  saveChoiceStates,
} from '../../../stores/sql/repositories/choices.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { choiceOf, rowOf } from './stored-choice.ts';

export interface Appended {
  readonly added: number;
  /** Were there already, word for word. */
  readonly known: number;
}

/**
 * Appends choices that hold together, and brings what they come to up to date in the same transaction. Whatever is kept
 * under a key is always the fold of its choices and of what stayed of an erasure.
 * Refusals: `ledger.id-taken`, where another choice has the id.
 */
export async function appendChoices(
  { db, at }: Pick<Work, 'db' | 'at'>,
  events: readonly ChoiceEvent[],
): Promise<Appended> {
  if (events.length === 0) return { added: 0, known: 0 };
  const states = await lockChoiceStates(
    db,
    events.map(({ subject }) => subject),
    at,
  );
  const rows = new Map(events.map((event) => [nameOf(event), event]));
  const added = new Set(
    (
      await addChoices(
        db,
        [...rows.values()].map((event) => rowOf(event, at)),
      )
    ).map(nameOf),
  );
  await mustBeThere(
    { db },
    events.filter((event) => !added.has(nameOf(event)) || rows.get(nameOf(event)) !== event),
  );
  const bySubject = Map.groupBy(
    events.filter((event) => added.has(nameOf(event))),
    ({ subject }) => subject,
  );
  await saveChoiceStates(
    db,
    states.flatMap(({ subject, state }) => {
      const news = bySubject.get(subject as ChoiceEvent['subject']);
      return news === undefined ? [] : [{ subject, state: foldChoices(news, state as ChoiceState) }];
    }),
    at,
  );
  return { added: added.size, known: events.length - added.size };
}

const nameOf = ({ subject, id }: Pick<ChoiceEvent, 'id'> & { readonly subject: string }): string =>
  `${subject} ${id}`;

/** Whoever brings a choice again brings the same; one that differs would be lost without a word. */
async function mustBeThere({ db }: Pick<Work, 'db'>, events: readonly ChoiceEvent[]): Promise<void> {
  const there = new Map(
    (await findChoices(db, events)).map((row) => [nameOf(row), canonicalJson(choiceOf(row))]),
  );
  const other = events.find((event) => there.get(nameOf(event)) !== canonicalJson(event));
  if (other !== undefined)
    throw new Refusal(
      problem(
        'ledger.id-taken',
        `another choice of the same person has the id \`${other.id}\``,
        'give every choice an id of its own',
      ),
    );
}
