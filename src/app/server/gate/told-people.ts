import { insteadOfJurisdiction } from '../../../kernel/jurisdiction.ts';
import { problem } from '../../../kernel/problem.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { tellGatePeople } from '../../../stores/sql/repositories/gate-people.ts';
import { type Change, demand, need } from '../change.ts';
import { askedSubject } from './asked-subject.ts';

/** What a system of the organisation knows of where somebody may be. Who is a minor is told as a hold, never here. */
export interface ToldPerson {
  readonly subject: string;
  readonly zones: readonly string[];
  readonly places: readonly string[];
  readonly isAdult: boolean;
}

/**
 * Takes where people may be: every time zone and every place that comes into question, in place of what was told before.
 * Refusals: `people.not-allowed`, `ledger.invalid-identifier`, `gate.invalid-place`.
 */
export async function tellPeople(change: Change, people: readonly ToldPerson[]): Promise<void> {
  demand(change, 'gate.tell');
  const { db, at, context } = change;
  for (const { zones, places } of people) {
    const wrong =
      zones.find((zone) => !isZone(zone)) ?? places.find((one) => insteadOfJurisdiction(one) !== null);
    if (wrong !== undefined)
      throw new Refusal(
        problem(
          'gate.invalid-place',
          `\`${wrong}\` is no time zone and no place`,
          'name zones as `Europe/Berlin`, and places as `eu-de` or `us-ca`',
        ),
      );
  }
  await tellGatePeople(
    db,
    people.map(({ subject, ...about }) => ({
      ...about,
      subject: need(askedSubject(context.ledger, subject)),
      toldAt: at,
    })),
  );
}

function isZone(name: string): boolean {
  try {
    // A name of which the engine knows no zone throws; an offset is none that a clock change is known of.
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
