import { addLease } from '../../src/stores/sql/repositories/gate-contacts.ts';
import { addGateCounts, addGateDecisions } from '../../src/stores/sql/repositories/gate-decisions.ts';
import { newId } from '../../src/stores/sql/repositories/new-id.ts';
import { addSuppressionList } from '../../src/stores/sql/repositories/suppression-lists.ts';
import type { Work } from '../../src/stores/sql/store.ts';
import { asJson } from '../../src/stores/sql/tables/column-types.ts';

/** Several of all that the gate lists, two of each at one moment. */
export async function fillGate({ db, at }: Work, useId: string): Promise<void> {
  for (const number of [0, 1, 2, 3]) {
    const day = new Date(at.getTime() + (number >> 1) * 86_400_000);
    const of = { useId, channel: number % 2 === 0 ? 'email' : 'sms' };
    await addGateDecisions(db, [
      {
        id: newId('decision', at),
        ...of,
        pseudonym: `person-${number}`,
        outcome: number % 2 === 0 ? 'permit' : 'hold',
        codes: number % 2 === 0 ? '' : 'contact-cap',
        reasons: asJson([]),
        shadow: asJson([]),
        inputs: asJson({}),
        door: 'single',
        decidedAt: day,
        loggedAt: day,
      },
    ]);
    const counted = { ...of, day: day.toISOString().slice(0, 10), mode: 'binds', outcome: 'hold' };
    await addGateCounts(db, [{ ...counted, code: '', decisions: 9 }]);
    await addLease(db, {
      id: newId('lease', at),
      ...of,
      holder: 'person:mailer',
      dispatch: `d${number}`,
      granted: 3,
      grantedAt: day,
      endsAt: day,
    });
    await addSuppressionList(db, {
      id: `list-${number}`,
      owner: `owner-${number % 2}`,
      reason: 'complained',
      standsForNo: true,
      isProtected: false,
      createdAt: at,
      changedAt: day,
    });
  }
}
