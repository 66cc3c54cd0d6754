import type { Channel } from '../kernel/vocabulary.ts';
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
  /** How old what is known of a person may be, in seconds. */
  readonly stalenessSeconds: number;
  /** How long a permit may be used, in seconds. */
  readonly permitSeconds: number;
  /** Share of people, in [0, 1], who at any moment get a rest that nobody can tell from protection. */
  readonly restShare: number;
  /** Rules that are tried out before they bind, each with an owner and an end; from the end on they bind. */
  readonly shadow: ReadonlyArray<{ readonly rule: RuleName; readonly owner: string; readonly until: Date }>;
}
