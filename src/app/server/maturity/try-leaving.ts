import { randomUUID } from 'node:crypto';
import { prepare } from '../../../gate/decide.ts';
import { choicesRule } from '../../../gate/rules/choices.ts';
import type { UseState } from '../../../gate/use-state.ts';
import { contentHash } from '../../../kernel/canonical.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { EVERYTHING, type Scope } from '../../../playbook/6-control/ledger/scope.ts';
import { type SubjectKey, subjectKeyOf } from '../../../playbook/6-control/ledger/subject-key.ts';
import type { PageChoice } from '../../../playbook/6-control/preferences/page-choice.ts';
import { REFUSED_BY_SIGNAL } from '../../../playbook/6-control/signals/global-privacy-control.ts';
import { makeToken, type TokenPurpose } from '../../../playbook/6-control/tokens/token.ts';
import { readKeys } from '../../../stores/sql/repositories/gate-contacts.ts';
import type { Store, Work } from '../../../stores/sql/store.ts';
import { need } from '../change.ts';
import { heedSignal, saysGlobalPrivacyControl } from '../choices/heed-signal.ts';
import { openLink } from '../choices/opened-link.ts';
import { completed, scopeOf } from '../choices/page-draft.ts';
import { type PageSettings, pageSettingsIn } from '../choices/page-settings.ts';
import { keepChoice } from '../choices/preferences.ts';
import { openOneClick, unsubscribe } from '../choices/unsubscribe.ts';
import type { ServerContext } from '../context.ts';
import { gatePolicyIn } from '../gate/gate-policy.ts';
import { gatherPeople } from '../gate/gather-people.ts';
import { answerFor } from '../ledger/answer.ts';
import { appendChoices } from '../ledger/append.ts';
import { eventOf } from '../ledger/choose.ts';

/** The ways in which somebody leaves by themselves. */
export const WAYS = ['one-click', 'browser-signal', 'preference-page', 'all-off'] as const;
export type Way = (typeof WAYS)[number];

/** Where a trial went wrong: joining, so that nothing can be told; leaving itself; or what ledger or gate said after it. */
export const FAULTS = ['joining', 'leaving', 'ledger', 'gate'] as const;
export type Fault = (typeof FAULTS)[number];

/**
 * Lets somebody who does not exist say yes and leave, with the very functions that people use, and asks ledger and gate
 * before and after: first yes, then no. All of it is undone, so that nobody is counted, told or kept.
 * Gives `null` where it came out right. Problems: those of the store, which say nothing about leaving.
 */
export async function tryLeaving(context: ServerContext, way: Way): Promise<Result<Fault | null, Problem>> {
  let fault: Fault | null = 'leaving';
  try {
    const kept = await context.store.write(async (work) => {
      fault = 'leaving';
      fault = await faultOf(within(context, work), work, way);
      throw new Undone();
    });
    return kept.ok ? ok(fault) : kept;
  } catch (error) {
    // Whatever breaks on the way out keeps somebody in.
    return ok(error instanceof Undone ? fault : 'leaving');
  }
}

/** Ends a trial, of which nothing is kept. */
class Undone extends Error {}

type OnTrial = Omit<ServerContext, 'store'> & { readonly store: Pick<Store, 'read' | 'write'> };

/** The same server with a store that is one piece of work. */
const within = (context: ServerContext, work: Work): OnTrial => ({
  ...context,
  clock: { now: () => work.at },
  store: {
    read: (look) => work.attempt(() => look(work.db)),
    write: (part) => work.attempt(() => part(work)),
  },
});

async function faultOf(context: OnTrial, work: Work, way: Way): Promise<Fault | null> {
  const { settings } = await pageSettingsIn(work.db);
  const canary = need(
    subjectKeyOf(context.ledger.subjects, { kind: 'device', value: `canary-${randomUUID()}` }),
  );
  const planned = plannedFor(way, settings);
  await join(context, work, canary, planned);
  const before = await answers(context, work, canary, planned);
  if (!before.ledger || !before.gate) return 'joining';
  const left = await LEAVE[way](context, canary, settings, work.at);
  if (left === null || !left.ok) return 'leaving';
  const after = await answers(context, work, canary, planned);
  return after.ledger ? 'ledger' : after.gate ? 'gate' : null;
}

/** What the way out is about: it would prove nothing to ask for something else. */
function plannedFor(way: Way, settings: PageSettings): Scope & { readonly purpose: string } {
  const [topic, channel] = [settings.topics[0]?.id ?? null, settings.channels[0]!];
  const { purpose } = way === 'browser-signal' ? REFUSED_BY_SIGNAL[0]! : scopeOf(settings, topic, channel);
  return { purpose: purpose!, channel, topic: way === 'browser-signal' ? null : topic };
}

/** Without a notice, which no way in would take: it is the way out that is tried. */
const join = ({ ledger }: OnTrial, work: Work, canary: SubjectKey, scope: Scope) =>
  appendChoices(work, [
    eventOf(
      ledger,
      canary,
      completed(
        { kind: 'given', scope },
        `canary-${randomUUID()}`,
        { language: 'en', uiHash: UI_HASH, notice: null, jurisdiction: null, at: work.at },
        'trial',
      ),
    ),
  ]);

const UI_HASH = contentHash('a trial of leaving');

type Leave = (
  context: OnTrial,
  canary: SubjectKey,
  settings: PageSettings,
  at: Date,
) => Promise<Result<unknown, Problem> | null>;

const LEAVE: Readonly<Record<Way, Leave>> = {
  async 'one-click'(context, canary, settings, at) {
    const scope = plannedFor('one-click', settings);
    const opened = openOneClick(context, linkFor(context, 'one-click', canary, scope, at));
    return opened === null ? null : unsubscribe(context, opened);
  },
  async 'browser-signal'(context, canary) {
    return saysGlobalPrivacyControl(['1']) ? heedSignal(context, canary) : null;
  },
  'preference-page': (context, canary, settings, at) => {
    const { topic, channel } = plannedFor('preference-page', settings);
    return onPage(context, canary, { does: 'no', topic, channel: channel! }, at);
  },
  'all-off': (context, canary, _settings, at) => onPage(context, canary, { does: 'all-off' }, at),
};

async function onPage(context: OnTrial, canary: SubjectKey, choice: PageChoice, at: Date) {
  const opened = openLink(context, 'preferences', linkFor(context, 'preferences', canary, EVERYTHING, at));
  return opened === null ? null : keepChoice(context, opened, choice, { language: 'en', uiHash: UI_HASH });
}

const linkFor = (
  { ledger }: OnTrial,
  purpose: TokenPurpose,
  subject: SubjectKey,
  scope: Scope,
  at: Date,
): string => makeToken(ledger.tokens, purpose, { subject, scope, about: null }, at);

/** Whether ledger and gate would let something be sent to somebody, as far as it is for the person to say. */
async function answers(
  { ledger, gate }: OnTrial,
  { db, at }: Work,
  canary: SubjectKey,
  { purpose, channel, topic }: Scope & { readonly purpose: string },
): Promise<{ readonly ledger: boolean; readonly gate: boolean }> {
  const topics = topic === null ? [] : [topic];
  const question = { purpose, channel, topics, themes: [], needsConsent: true };
  const { permitted } = await answerFor(db, ledger, canary, question, at);
  const { policy } = await gatePolicyIn(db);
  const people = await gatherPeople(
    db,
    { ledger, gate: gate.parts.gate },
    [canary],
    await readKeys(db, [canary]),
    at,
  );
  const use: UseState = { ...NO_USE, purpose, topics, channels: [channel!], asOf: at };
  const { decision } = prepare(use, policy, [choicesRule])({
    person: people.get(canary)!.factsFor(canary, use, policy, at),
    sending: { use: use.use, channel: channel!, contentHash: UI_HASH, dispatch: null, told: {} },
    now: at,
  });
  return { ledger: permitted, gate: decision === 'permit' };
}

/** No use: the gate is asked for what the person says alone, since everything else would say no to it. */
const NO_USE: UseState = {
  use: 'trial-of-leaving',
  kind: 'campaign',
  clearance: null,
  clearanceProblem: null,
  isStopped: false,
  pausedBy: null,
  leftInStage: null,
  purpose: '',
  basis: 'consent',
  channels: [],
  topics: [],
  themes: [],
  jurisdictions: [],
  profiles: false,
  adultsOnly: false,
  cap: null,
  claims: [],
  checks: { assessed: [], found: [] },
  monitors: {},
  asOf: new Date(0),
};
