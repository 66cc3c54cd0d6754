import {
  AFTER_OBJECTION_DAYS,
  AFTER_PAUSE_DAYS,
  LOOKS_BACK_DAYS,
  type TrustCounts,
  type TrustIndicator,
  trustIndicators,
} from '../../../playbook/6-control/trust/trust-indicators.ts';
import {
  type ExpectationCount,
  listExpectationCounts,
} from '../../../stores/sql/repositories/expectation-counts.ts';
import {
  countContests,
  countPageChoices,
  countReturned,
  listSilences,
} from '../../../stores/sql/repositories/trust-counts.ts';
import { demand, type View } from '../change.ts';

const DAY_MS = 86_400_000;

export interface ShownTrust {
  readonly from: string;
  readonly until: string;
  readonly indicators: readonly TrustIndicator[];
}

/** What speaks for trust or against it, of the last year, without anybody in it. Refusals: `people.not-allowed`. */
export async function showTrust(view: View): Promise<ShownTrust> {
  demand(view, 'aggregate.read');
  const { db, at } = view;
  const from = new Date(at.getTime() - LOOKS_BACK_DAYS * DAY_MS);
  const looked = { from, to: at };
  const untilSilent = { from, to: new Date(at.getTime() - AFTER_OBJECTION_DAYS * DAY_MS) };
  const indicators = trustIndicators({
    ...(await countPageChoices(db, looked)),
    returned: await countReturned(db, looked, AFTER_PAUSE_DAYS),
    contests: await countContests(db, looked),
    expected: expectedOf(await listExpectationCounts(db)),
    silences: await listSilences(db, untilSilent),
  });
  return { from: from.toISOString(), until: at.toISOString(), indicators };
}

function expectedOf(counts: readonly ExpectationCount[]): TrustCounts['expected'] {
  const places = new Map<string, TrustCounts['expected'][number]>();
  for (const { category, origin, purpose, channel, answer, people } of counts) {
    const key = JSON.stringify([category, origin, purpose, channel]);
    const { yes, all } = places.get(key) ?? { yes: 0, all: 0 };
    places.set(key, {
      category,
      origin,
      purpose,
      channel,
      yes: yes + (answer === 'yes' ? people : 0),
      all: all + people,
    });
  }
  return [...places.values()];
}
