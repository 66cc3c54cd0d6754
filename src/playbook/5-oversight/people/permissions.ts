import type { Role } from '../../../kernel/roles.ts';

/**
 * How far a role reaches in an action:
 * `any` use or record; `own` uses alone; `not-own`, never the owner of the use; `purpose`, with a purpose that is
 * stated and logged; `self`, one's own record alone.
 */
export const REACHES = {
  any: 'yes',
  own: 'own uses',
  'not-own': 'never of own uses',
  purpose: 'with a logged purpose',
  self: 'oneself',
} as const;
export type Reach = keyof typeof REACHES;

interface Row {
  readonly says: string;
  readonly roles: Readonly<Partial<Record<Role, Reach>>>;
}

const everyone = (reach: Reach): Row['roles'] => ({
  operator: reach,
  guest: reach,
  reviewer: reach,
  'customer-advocate': reach,
  analyst: reach,
  auditor: reach,
  administrator: reach,
});
const reviewers = (reach: Reach): Row['roles'] => ({ reviewer: reach, 'customer-advocate': reach });

/**
 * Who may do what: the one table from which permission checks, docs/roles.md and the tests of routes derive. A role
 * that a row does not name may not. Machines get their one action and nothing else, not even a stop: a key that
 * leaks must not halt a company.
 */
export const PERMISSIONS = {
  'use.write': { says: 'draft, push and edit a use', roles: { operator: 'own', guest: 'own' } },
  'use.read': {
    says: 'see a use, its verdict, findings and counts, with `protected` reasons',
    roles: { ...everyone('any'), guest: 'own' },
  },
  'use.stop': { says: 'stop a use at once, with a reason', roles: everyone('any') },
  'stop.drill': {
    says: 'record a drill of stopping an automation',
    roles: { operator: 'own', ...reviewers('any') },
  },
  'stop.lift': { says: 'lift a stop', roles: reviewers('not-own') },
  'review.ask': { says: 'ask for a review, withdraw the asking', roles: { operator: 'own', guest: 'own' } },
  'review.read': {
    says: 'see a review with its comments',
    roles: { ...reviewers('any'), auditor: 'any', operator: 'own', guest: 'own' },
  },
  'review.comment': {
    says: 'comment on a review',
    roles: { ...reviewers('any'), operator: 'own', guest: 'own' },
  },
  'review.judge': {
    says: 'judge in a review: harms, answers to findings, decision',
    roles: reviewers('not-own'),
  },
  'clearance.confirm': { says: 'confirm a small change', roles: reviewers('not-own') },
  'clearance.revoke': { says: 'take a clearance back', roles: reviewers('any') },
  'clearance.read': { says: 'see a clearance', roles: { ...everyone('any'), guest: 'own' } },
  'waiver.ask': { says: 'ask for a waiver', roles: { operator: 'own', guest: 'own' } },
  'record.write': {
    says: 'write an impact assessment or a record of legitimate interest, or name one kept elsewhere',
    roles: { operator: 'own', ...reviewers('any') },
  },
  'record.approve': { says: 'approve such a record', roles: reviewers('not-own') },
  'reason.read': {
    says: 'see the real reason behind `protected`',
    roles: reviewers('purpose'),
  },
  'decision.override': {
    says: 'override a decision of a machine, with a reason',
    roles: { operator: 'any', guest: 'own', ...reviewers('any') },
  },
  'contest.decide': {
    says: 'decide contests, rights requests and remedies',
    roles: { 'customer-advocate': 'any' },
  },
  'request.read': {
    says: 'see the queue of what customers ask, with its clocks, and not who asks',
    roles: { 'customer-advocate': 'any', auditor: 'any' },
  },
  'request.read-person': {
    says: 'see who asks and what they say',
    roles: { 'customer-advocate': 'purpose' },
  },
  'request.open': {
    says: 'open a request for a customer who asks',
    roles: { 'customer-advocate': 'any', intake: 'any' },
  },
  'request.acknowledge': {
    says: 'say what a source did that was asked to erase or correct',
    roles: { 'customer-advocate': 'any', intake: 'any' },
  },
  'incident.report': { says: 'report that a use did harm', roles: { ...everyone('any'), guest: 'own' } },
  'incident.work': {
    says: 'say of an incident what caused it, what would have caught it, and that a remedy was done',
    roles: { operator: 'own', guest: 'own', ...reviewers('any') },
  },
  'incident.read-people': {
    says: 'see whom an incident reached, by their keys',
    roles: { 'customer-advocate': 'purpose' },
  },
  'ledger.read': {
    says: 'see the choices of one person, and export them',
    roles: { 'customer-advocate': 'purpose' },
  },
  'ledger.write': {
    says: 'record what a person chose, and which keys are theirs',
    roles: { 'customer-advocate': 'any', intake: 'any' },
  },
  'ledger.import': { says: 'import choices from another system', roles: { administrator: 'any' } },
  'ledger.erase': { says: 'erase a person from the ledger', roles: { 'customer-advocate': 'any' } },
  'hold.set': {
    says: 'leave a person in peace until a day, without a reason',
    roles: { 'customer-advocate': 'any', intake: 'any' },
  },
  'hold.end': { says: 'end the holds of a person', roles: { 'customer-advocate': 'any' } },
  'access.export': {
    says: 'make and take a copy of what is known of a person, or ask for a dossier',
    roles: { 'customer-advocate': 'purpose' },
  },
  'access.read': {
    says: 'see which copies and dossiers are being made, and not of whom',
    roles: { ...reviewers('any'), auditor: 'any' },
  },
  'access.remove': { says: 'remove a copy before its end', roles: { 'customer-advocate': 'any' } },
  'dossier.decide': {
    says: 'agree to a dossier that somebody else asked for, or refuse it',
    roles: reviewers('any'),
  },
  'agent.write': {
    says: 'register agents of customers, and take them off',
    roles: { administrator: 'any' },
  },
  'agent.read': {
    says: 'see which agents of customers there are',
    roles: { administrator: 'any', auditor: 'any', 'customer-advocate': 'any' },
  },
  'agent.act': {
    says: 'exercise rights for people under the Data Rights Protocol, see how far it is',
    roles: { agent: 'any' },
  },
  'notice.write': { says: 'publish a notice that people agree to', roles: { administrator: 'any' } },
  'audit.run': { says: 'run a bias audit', roles: { analyst: 'any' } },
  'aggregate.read': {
    says: 'see results by group, as counts and rates',
    roles: { analyst: 'any', ...reviewers('any'), auditor: 'any' },
  },
  'maturity.read': {
    says: 'see where the seven practices stand, with all evidence',
    roles: { analyst: 'any', ...reviewers('any'), auditor: 'any', administrator: 'any' },
  },
  'maturity.attest': {
    says: 'sign for what time or people outside must prove',
    roles: { auditor: 'any', 'customer-advocate': 'any' },
  },
  'maturity.lower': {
    says: 'say that a practice is worse than its evidence',
    roles: { ...reviewers('any'), auditor: 'any' },
  },
  'evidence.read': { says: 'read the evidence log', roles: { auditor: 'any' } },
  'evidence.export': { says: 'export the evidence of a use as an archive', roles: { auditor: 'any' } },
  'statistics.read-own': { says: 'see one’s own review statistics', roles: reviewers('self') },
  'statistics.read-groups': {
    says: 'see review statistics of groups of at least five, and the review budget',
    roles: { ...reviewers('any'), auditor: 'any', administrator: 'any' },
  },
  'statistics.allow': {
    says: 'record the agreement that review statistics rest on',
    roles: { administrator: 'any' },
  },
  'people.write': {
    says: 'invite people, give and take roles, set reporting lines',
    roles: { administrator: 'any' },
  },
  'people.read': {
    says: 'see who holds which role',
    roles: { administrator: 'any', auditor: 'any', ...reviewers('any') },
  },
  'key.read': {
    says: 'see keys and who made them, never their secrets',
    roles: { administrator: 'any', auditor: 'any' },
  },
  'key.write': { says: 'make, rotate and revoke keys', roles: { administrator: 'any' } },
  'settings.write': { says: 'set thresholds, shares and retention', roles: { administrator: 'any' } },
  'settings.read': { says: 'see them', roles: everyone('any') },
  'gate.tell': {
    says: 'tell the gate where people may be, that they are of age, and whether named facts are true',
    roles: { administrator: 'any', intake: 'any' },
  },
  'suppression.write': {
    says: 'make suppression lists, and put people on them',
    roles: { operator: 'any', 'customer-advocate': 'any', administrator: 'any', intake: 'any' },
  },
  'gate.decide': { says: 'ask the gate for a decision on a message', roles: { gate: 'any' } },
  'event.deliver': { says: 'deliver events', roles: { intake: 'any' } },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof PERMISSIONS;
export const ACTIONS = Object.keys(PERMISSIONS) as readonly Action[];

/** How far a role reaches in an action; `null` where it may not at all. */
export const reachOf = (role: Role, action: Action): Reach | null =>
  (PERMISSIONS[action].roles as Readonly<Partial<Record<Role, Reach>>>)[role] ?? null;
