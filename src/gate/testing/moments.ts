import { contentHash } from '../../kernel/canonical.ts';
import { partsOf } from '../../playbook/5-oversight/clearances/content-parts.ts';
import type { ClearancePayload } from '../../playbook/5-oversight/clearances/statement.ts';
import { content, TEMPLATE, TEXT } from '../../playbook/5-oversight/testing/clearance.ts';
import { foldChoices } from '../../playbook/6-control/ledger/choice-state.ts';
import { EVENT, subjectNamed } from '../../playbook/6-control/testing/choices.ts';
import type { PersonFacts } from '../person-facts.ts';
import { DEFAULT_POLICY, type GatePolicy } from '../policy.ts';
import type { Sending } from '../question.ts';
import type { Moment } from '../rule.ts';
import type { UseState } from '../use-state.ts';

/** A Tuesday, at noon in Berlin. */
export const NOON = new Date('2026-11-24T11:00:00.000Z');
export const HASH = TEMPLATE;
export const hoursAfter = (hours: number, from = NOON): Date => new Date(from.getTime() + hours * 3_600_000);

export const clearance = (over: Partial<ClearancePayload> = {}): ClearancePayload => ({
  schema: 'scruple.clearance/1',
  id: 'clearance:abcdefgh',
  use: 'winback-spring',
  class: 'marketing',
  essential: null,
  contentHash: contentHash('a use'),
  parts: partsOf(content(TEXT)),
  found: [],
  envelope: { variants: [{ name: 'a', messageHash: HASH }], slots: [], claims: [], silent: [] },
  conditions: [],
  owner: 'person:ann',
  reviewers: [
    { key: 'person:bea', role: 'reviewer', standing: 'inside', decidedAt: '2026-11-01T09:00:00.000Z' },
  ],
  approversNeeded: 1,
  stopOwner: 'person:dee',
  review: { id: 'review-1', hash: contentHash('a review') },
  issuedAt: '2026-11-01T10:00:00.000Z',
  expiresAt: '2027-02-01T00:00:00.000Z',
  lineage: { full: 'clearance:abcdefgh', smallChanges: 0, changedShare: 0 },
  ...over,
});

export const use = (over: Partial<UseState> = {}): UseState => ({
  use: 'winback-spring',
  kind: 'campaign',
  clearance: clearance(),
  clearanceProblem: null,
  isStopped: false,
  pausedBy: null,
  leftInStage: null,
  purpose: 'marketing.communications.email',
  basis: 'consent',
  channels: ['email', 'sms', 'phone', 'push'],
  topics: [],
  themes: [],
  jurisdictions: ['eu', 'us'],
  profiles: false,
  adultsOnly: false,
  cap: null,
  claims: [],
  checks: { assessed: [], found: [] },
  monitors: {},
  asOf: NOON,
  ...over,
});

const ANN = subjectNamed('ann');
const YES = foldChoices(
  (['email', 'sms', 'phone', 'push'] as const).map((channel) => ({
    ...EVENT,
    id: `yes-${channel}`,
    scope: { ...EVENT.scope, channel },
  })),
);

/** Somebody in Berlin who said yes on every channel, and whom nobody has reached. */
export const person = (over: Partial<PersonFacts> = {}): PersonFacts => ({
  subject: ANN,
  choices: [{ subject: ANN, state: YES }],
  rests: [],
  suppressions: [],
  contacts: [],
  rhythm: 'any',
  age: 'adult',
  zones: ['Europe/Berlin'],
  places: ['eu-de'],
  asOf: NOON,
  ...over,
});

export const sending = (over: Partial<Sending> = {}): Sending => ({
  use: 'winback-spring',
  channel: 'email',
  contentHash: HASH,
  dispatch: 'monday',
  told: {},
  ...over,
});

export const policy = (over: Partial<GatePolicy> = {}): GatePolicy => ({ ...DEFAULT_POLICY, ...over });

/** A moment at which a marketing message may be sent, to vary. */
export const moment = (over: Partial<Moment> = {}): Moment => ({
  use: use(),
  person: person(),
  sending: sending(),
  policy: policy(),
  now: NOON,
  ...over,
});

/** The same use with a message that is owed. */
export const essentialUse = (over: Partial<UseState> = {}, of: Partial<ClearancePayload> = {}): UseState =>
  use({ clearance: clearance({ class: 'essential', essential: 'service', ...of }), ...over });
