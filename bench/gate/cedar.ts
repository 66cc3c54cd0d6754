/**
 * The same decisions by our rules and by Cedar, in one process. Cedar has no way to go through what somebody chose, and no
 * time zones: what choices, quiet hours and windows come to is worked out for it beforehand, and not counted.
 * Run: node bench/gate/cedar.ts. Writes results/cedar.json.
 */
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { prepare } from '../../src/gate/decide.ts';
import { PeopleTable } from '../../src/gate/library/people-table.ts';
import { DEFAULT_POLICY } from '../../src/gate/policy.ts';
import { NOON, sending, use } from '../../src/gate/testing/moments.ts';
import type { SubjectKey } from '../../src/playbook/6-control/ledger/subject-key.ts';
import { personNumbered, subjectOf } from './people.ts';
import { round, writeResults } from './results.ts';

const PEOPLE = 20_000;

const POLICIES = `
permit (principal, action == Action::"send", resource) when {
  context.clearance.begins <= context.now && context.now < context.clearance.ends &&
  context.clearance.texts.contains(context.contentHash) && context.clearance.channels.contains(context.channel)
};
forbid (principal, action, resource) when { context.use.isStopped || context.use.isPaused };
forbid (principal, action, resource) when { context.person.saidNo };
forbid (principal, action, resource) when { !context.person.hasConsent };
forbid (principal, action, resource) when { context.person.pausedUntil > context.now };
forbid (principal, action, resource) when { context.person.suppressedUntil > context.now };
forbid (principal, action, resource) when { context.person.restsUntil > context.now };
forbid (principal, action, resource) when { context.person.places.isEmpty() };
forbid (principal, action, resource) unless { context.use.places.containsAll(context.person.places) };
forbid (principal, action, resource) when { context.person.isQuietHour };
forbid (principal, action, resource) when { context.person.contactsInWindow >= context.person.cap };
`;

const parsed = preparsePolicySet('gate', { staticPolicies: POLICIES });
if (parsed.type === 'failure') throw new Error(JSON.stringify(parsed.errors));

const table = new PeopleTable(PEOPLE);
for (let index = 0; index < PEOPLE; index += 1) table.set(personNumbered(index, NOON.getTime()));
const state = use();
const decide = prepare(state, DEFAULT_POLICY);
const asked = sending();
const ours = (index: number) =>
  decide({ person: table.factsOf(subjectOf(index) as SubjectKey, NOON), sending: asked, now: NOON });

const ended = NOON.getTime() - 1;
const lasting = NOON.getTime() + 1;
const clearance = state.clearance!;
const contexts = Array.from({ length: PEOPLE }, (_, index) => {
  const codes = new Set<string>(ours(index).reasons.map(({ code }) => code));
  const { places } = personNumbered(index, NOON.getTime());
  return {
    now: NOON.getTime(),
    contentHash: asked.contentHash,
    channel: asked.channel,
    clearance: {
      begins: Date.parse(clearance.issuedAt),
      ends: Date.parse(clearance.expiresAt),
      texts: clearance.envelope.variants.map(({ messageHash }) => messageHash),
      channels: [...state.channels],
    },
    use: {
      isStopped: state.isStopped,
      isPaused: state.pausedBy !== null,
      places: ['eu-de', 'eu-fr', 'eu-pt', 'us-ny', 'us-ca'],
    },
    person: {
      saidNo: codes.has('said-no'),
      hasConsent: !codes.has('no-consent') && !codes.has('consent-lapsed'),
      pausedUntil: codes.has('paused-by-person') ? lasting : ended,
      suppressedUntil: codes.has('suppressed') ? lasting : ended,
      restsUntil: codes.has('protected') ? lasting : ended,
      places: [...places],
      isQuietHour: codes.has('quiet-hours'),
      contactsInWindow: 0,
      cap: 5,
    },
  };
});
const byCedar = (index: number): boolean => {
  const answer = statefulIsAuthorized({
    principal: { type: 'Person', id: String(index) },
    action: { type: 'Action', id: 'send' },
    resource: { type: 'Use', id: state.use },
    context: contexts[index]!,
    preparsedPolicySetId: 'gate',
    entities: [],
  });
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
  return answer.response.decision === 'allow';
};

let differing = 0;
for (let index = 0; index < PEOPLE; index += 1)
  if (byCedar(index) !== (ours(index).decision === 'permit')) differing += 1;

function perSecond(work: (index: number) => unknown): number {
  const cpu = process.cpuUsage();
  for (let index = 0; index < PEOPLE; index += 1) work(index);
  const { user, system } = process.cpuUsage(cpu);
  return Math.round(PEOPLE / ((user + system) / 1e6));
}
const subjects = Array.from({ length: PEOPLE }, (_, index) => subjectOf(index) as SubjectKey);
const [own, cedar] = [
  perSecond((index) => decide({ person: table.factsOf(subjects[index]!, NOON), sending: asked, now: NOON })),
  perSecond(byCedar),
];
const results = {
  people: PEOPLE,
  differing,
  ourDecisionsPerSecond: own,
  cedarDecisionsPerSecond: cedar,
  ratio: round(own / cedar),
  opa: 'not measured: Debian has no package of it, and what npm has runs only what its own compiler made',
};
await writeResults('cedar', results);
