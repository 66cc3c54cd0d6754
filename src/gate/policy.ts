import type { Channel } from '../kernel/vocabulary.ts';
import type { RestLength } from './protection/lot.ts';
import type { ContactCap } from './use-state.ts';

/** Names of the rules, in the order in which a report lists them. */
export const RULES = [
  'clearance',
  'content',
  'claims',
  'running',
  'choices',
  'suppression',
  'age',
  'place',
  'quiet-hours',
  'contact-cap',
  'protection',
] as const;
export type RuleName = (typeof RULES)[number];

/** What the organisation set for all its uses. */
export interface GatePolicy {
  /** Contacts of all uses together; each cap of a channel holds beside the one for all channels. */
  readonly caps: {
    readonly all: ContactCap;
    readonly channels: Readonly<Partial<Record<Channel, ContactCap>>>;
  };
  /** How old what is known of a person or a use may be, in seconds. */
  readonly stalenessSeconds: number;
  /** How long a permit may be used, in seconds. */
  readonly permitSeconds: number;
  /** Share of people, in [0, 1], who at any moment get a rest that nobody can tell from protection. */
  readonly restShare: number;
  /** How long rests last, and how often each length falls; the weights add up to 1. */
  readonly restLengths: readonly RestLength[];
  /** Rules that are tried out before they bind, each with an owner and an end; from the end on they bind. */
  readonly shadow: ReadonlyArray<{ readonly rule: RuleName; readonly owner: string; readonly until: Date }>;
}

/** What holds until somebody sets something else (ours). */
export const DEFAULT_POLICY: GatePolicy = {
  caps: {
    all: { count: 5, days: 7 },
    channels: { sms: { count: 2, days: 7 }, phone: { count: 1, days: 30 } },
  },
  stalenessSeconds: 60,
  permitSeconds: 120,
  restShare: 0.05,
  restLengths: [
    { days: 30, weight: 0.4 },
    { days: 90, weight: 0.3 },
    { days: 3650, weight: 0.3 },
  ],
  shadow: [],
};
