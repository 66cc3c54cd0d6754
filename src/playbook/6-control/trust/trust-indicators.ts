import { byGroup, type Grouped } from './by-group.ts';
import { type Measure, nineInTen, shareOf } from './measure.ts';

/** Days that are looked back (ours). */
export const LOOKS_BACK_DAYS = 365;
/** Days after a pause, and after an objection, before anything is said of it (ours). */
export const AFTER_PAUSE_DAYS = 30;
export const AFTER_OBJECTION_DAYS = 7;

/** How many of how many. */
export interface Hits {
  readonly hits: number;
  readonly of: number;
}

/** What trust is read from: counts of people, and of taps; nobody is in it. */
export interface TrustCounts {
  /** People who chose something in the preference centre, and of these those who did not leave altogether. */
  readonly stayed: Hits;
  /** People who said a no or paused there, and of these those who did not leave altogether. */
  readonly narrowed: Hits;
  /** People whose pause ended, and of these those who had not left thirty days later. */
  readonly returned: Hits;
  /** Contests that were answered, and of these those after which the decision was changed. */
  readonly contests: Hits;
  readonly expected: ReadonlyArray<{
    readonly category: string;
    readonly origin: string;
    readonly purpose: string;
    readonly channel: string;
    readonly yes: number;
    readonly all: number;
  }>;
  /** People who left altogether after they had been sent something: hours until the last marketing send; 0 without one. */
  readonly silences: ReadonlyArray<Grouped & { readonly hours: number }>;
}

export interface TrustIndicator {
  readonly id: string;
  readonly says: string;
  /** What it leaves out. */
  readonly limits: string;
  readonly measure: Measure;
  readonly parts: ReadonlyArray<{ readonly of: Readonly<Record<string, string>>; readonly measure: Measure }>;
  /** Why there is nothing by group; `null` where `parts` has what can be shown. */
  readonly withoutGroups: string | null;
}

const NO_GROUPS = 'cannot tell: choices and requests are kept without attributes of people';
const SILENT = 'nobody who left altogether had been sent a message that a system told with the person’s key';

/** What speaks for trust, each by itself: there is no sum of them, since one would hide which of them is bad. */
export function trustIndicators(counts: TrustCounts): readonly TrustIndicator[] {
  return [
    cannotTell(
      'stayed-after-why',
      'share of people who stay after they saw why they got a message',
      'nothing records who looks at the page, so that looking has no consequence',
    ),
    share(
      'stayed-after-choosing',
      'share of people who do not leave altogether, of those who chose something in the preference centre',
      'who looked and chose nothing is not recorded; who was erased is not in it',
      counts.stayed,
      'nobody chose anything in the preference centre',
    ),
    share(
      'narrowed',
      'share of people who narrow or pause, of those who said a no in the preference centre',
      'one click from a mail leaves what the mail was about, and is not in it; who was erased is not either',
      counts.narrowed,
      'nobody said a no in the preference centre',
    ),
    share(
      'returned',
      'share of people who had not left altogether thirty days after their pause ended',
      'whoever stays may just not have looked yet; who was erased is not in it',
      counts.returned,
      'no pause ended more than thirty days ago',
    ),
    cannotTell(
      'kept-current',
      'share of people who keep current what they gave of their own will',
      'nothing records which data is voluntary, or that a person looked at it and left it as it is',
    ),
    expected(counts.expected),
    share(
      'contests-won',
      'share of contests after which the decision was changed',
      'a high share says that machines err, a low one may say that nobody is heard: read it beside how many contest',
      counts.contests,
      'no contest was answered',
    ),
    cannotTell(
      'complaints-by-reason',
      'complaints by what they are about',
      'mail systems tell that somebody complained, and not why; how many there are stands with the outcomes',
    ),
    ...silence(counts.silences),
  ];
}

const share = (
  id: string,
  says: string,
  limits: string,
  { hits, of }: Hits,
  withoutAny: string,
): TrustIndicator => ({
  id,
  says,
  limits,
  measure: shareOf(hits, of, withoutAny),
  parts: [],
  withoutGroups: NO_GROUPS,
});

const cannotTell = (id: string, says: string, why: string): TrustIndicator => ({
  id,
  says,
  limits: why,
  measure: { status: 'cannot-tell', why },
  parts: [],
  withoutGroups: NO_GROUPS,
});

/** By data, purpose and channel alone: one tap is counted with each kind of data that a use has, so a sum would count it often. */
const expected = (counts: TrustCounts['expected']): TrustIndicator => ({
  id: 'expected',
  says: 'share of “yes” among answers to “did you expect this?”, by kind of data, purpose and channel',
  limits: 'who answers is not who is asked; since the server runs, as no answer has a day',
  measure: {
    status: 'cannot-tell',
    why: 'one answer counts for each kind of data, so they are not added up',
  },
  parts: counts.map(({ yes, all, ...of }) => ({ of, measure: shareOf(yes, all, 'nobody answered') })),
  withoutGroups: NO_GROUPS,
});

function silence(people: TrustCounts['silences']): readonly TrustIndicator[] {
  const limits =
    'those alone who objected to everything and had been sent something in the 90 days before; sends that no system tells are not seen';
  const groups = byGroup(people);
  const parts = (measured: (of: TrustCounts['silences']) => Measure) =>
    groups.map(({ attribute, value, people: own }) => ({
      of: { [attribute]: value },
      measure: measured(own),
    }));
  const atOnce = (of: TrustCounts['silences']) =>
    shareOf(of.filter(({ hours }) => hours === 0).length, of.length, SILENT);
  const within = (of: TrustCounts['silences']) =>
    nineInTen(
      of.map(({ hours }) => hours),
      SILENT,
    );
  const withoutGroups =
    groups.length === 0 ? 'cannot tell: no sender told a group of ten people or more' : null;
  return [
    {
      id: 'silent-at-once',
      says: 'share of people who got no marketing message after they objected',
      limits,
      measure: atOnce(people),
      parts: parts(atOnce),
      withoutGroups,
    },
    {
      id: 'time-to-silence',
      says: 'hours from an objection until the last marketing message, for nine in ten people',
      limits,
      measure: within(people),
      parts: parts(within),
      withoutGroups,
    },
  ];
}
