import type { Decision } from '../../../gate/decision.ts';
import type { Sending } from '../../../gate/question.ts';
import { deny, hold } from '../../../gate/reason.ts';
import { isEssential } from '../../../gate/rule.ts';
import type { UseState } from '../../../gate/use-state.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import {
  type GateContact,
  lockPeople,
  prolongContacts,
  readKeys,
  type Settled,
  settleContacts,
} from '../../../stores/sql/repositories/gate-contacts.ts';
import { addDecided } from '../../../stores/sql/repositories/gate-decided.ts';
import { countInStage, lockStages } from '../../../stores/sql/repositories/gate-uses.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import type { Sealer } from '../../../stores/sql/sealing/sealer.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { NewRow } from '../../../stores/sql/tables/index.ts';
import type { LedgerSecrets } from '../ledger/secrets.ts';
import type { GatePolicyInForce } from './gate-policy.ts';
import { type GateSecrets, pseudonymOf } from './gate-secrets.ts';
import { type GatheredPerson, gatherPeople } from './gather-people.ts';
import {
  countedOf,
  countsOf,
  type DecisionRow,
  type Door,
  newDecisionId,
  rowOfDecision,
} from './log-rows.ts';
import type { Asked } from './read-asked.ts';
import { realReasons } from './real-reasons.ts';
import { UseDeciders } from './use-deciders.ts';
import type { StandingUseState, UseStates } from './use-states.ts';
import type { World } from './world.ts';

/** What deciding works with. */
export interface GateParts {
  readonly ledger: LedgerSecrets;
  readonly gate: GateSecrets;
  readonly sealer: Sealer;
  readonly useStates: UseStates;
  readonly world: World;
}

/** A decision with its id in the log; `null` where nothing was asked that could be logged. */
export interface Answered extends Decision {
  readonly id: string | null;
}

export interface DecidedTogether {
  readonly answers: readonly Answered[];
  /** What the answers rested on, for when the store fails. */
  readonly policy: GatePolicyInForce;
  readonly uses: ReadonlyMap<string, StandingUseState>;
  /** Contacts that were set aside, with the place of their question. */
  readonly reserved: ReadonlyArray<{ readonly place: number; readonly contact: string }>;
}

export interface HowToDecide {
  readonly door: Door;
  /** Of an allotment: contacts are set aside for it, and until its end. */
  readonly lease?: { readonly id: string; readonly endsAt: Date };
  /** Whether who asked has gone by now: then nothing is set aside, since they were told no. */
  readonly isGone?: (place: number) => boolean;
}

/**
 * Decides questions in one transaction: the people are locked, what is known is read, contacts are set aside and every
 * answer is written down, all of it or nothing. So an answer that was given stands in the log, and no two senders at
 * once can pass a cap.
 */
export async function decideQuestions(
  { db, at }: Pick<Work, 'db' | 'at'>,
  parts: GateParts,
  questions: readonly Asked[],
  how: HowToDecide,
): Promise<DecidedTogether> {
  const readable = questions.flatMap((one) => (one.type === 'unreadable' ? [] : [one]));
  const { policy, uses } = await parts.world.read(
    db,
    readable.map(({ sending }) => sending.use),
    at,
  );
  const aboutPeople = readable.flatMap((one) =>
    one.type === 'asked' && isMarketing(uses.get(one.sending.use)) ? [one] : [],
  );
  const subjects = [...new Set(aboutPeople.map(({ subject }) => subject))];
  const locked = await lockPeople(db, subjects);
  const people = new Map(await gatherPeople(db, parts, subjects, locked, at));
  // Of who gets what is owed only the place is looked at, for the hours that law sets for calls and texts.
  const called = readable.flatMap((one) =>
    one.type === 'asked' && HAS_HOURS.has(one.sending.channel) && !people.has(one.subject)
      ? [one.subject]
      : [],
  );
  for (const [subject, person] of await gatherPeople(db, parts, called, await readKeys(db, called), at))
    people.set(subject, person);
  const staged = aboutPeople.flatMap(({ sending }) =>
    uses.get(sending.use)!.state.leftInStage === null ? [] : [sending.use],
  );
  const stages = await lockStages(db, [...new Set(staged)]);
  const sends = new UseDeciders(
    uses,
    policy,
    new Map(stages.map(({ useId, stageSize, stageSent }) => [useId, stageSize! - stageSent])),
  );
  const run = new Run(parts, policy, sends, people, how, at);
  const answers = questions.map((question, place) => run.answer(question, place));
  await run.write(db);
  return { answers, policy, uses, reserved: run.reserved };
}

const HAS_HOURS: ReadonlySet<Channel> = new Set(['phone', 'sms']);
const isOwed = (use: UseState | undefined): boolean => use !== undefined && isEssential(use);
const isMarketing = (use: StandingUseState | undefined): boolean =>
  use !== undefined && !isEssential(use.state);

/** One run over questions: later ones see what earlier ones set aside. */
class Run {
  readonly #parts: GateParts;
  readonly #policy: GatePolicyInForce;
  readonly #sends: UseDeciders;
  readonly #people: ReadonlyMap<SubjectKey, GatheredPerson>;
  readonly #how: HowToDecide;
  readonly #at: Date;
  readonly #contacts: Array<NewRow<'gateContacts'>> = [];
  readonly #prolonged = new Map<string, Date>();
  /** Contacts of allotments on which a permit was given here: they are not free when the allotment goes back. */
  readonly #drawn: Settled[] = [];
  readonly #rows: DecisionRow[] = [];
  readonly #counted: Array<ReturnType<typeof countedOf>> = [];
  readonly reserved: Array<{ readonly place: number; readonly contact: string }> = [];

  constructor(
    parts: GateParts,
    policy: GatePolicyInForce,
    sends: UseDeciders,
    people: ReadonlyMap<SubjectKey, GatheredPerson>,
    how: HowToDecide,
    at: Date,
  ) {
    this.#parts = parts;
    this.#policy = policy;
    this.#sends = sends;
    this.#people = people;
    this.#how = how;
    this.#at = at;
  }

  answer(question: Asked, place: number): Answered {
    if (question.type === 'unreadable') return { ...refusal('question-invalid'), id: null };
    if (this.#how.isGone?.(place) === true) return { ...refusal('feed-stale'), id: null };
    const { sending } = question;
    const use = this.#sends.of(sending.use);
    if (question.type === 'garbled' && !isOwed(use?.state))
      return { ...refusal('question-invalid'), id: null };
    const subject = question.type === 'asked' ? question.subject : null;
    if (use === null) return this.#log(sending, subject, null, refusal('use-unknown'), null);
    const person = subject === null ? undefined : this.#people.get(subject);
    const facts =
      person === undefined || subject === null
        ? null
        : person.factsFor(subject, use.state, this.#policy.policy, this.#at);
    const decision = use.decide({ person: facts, sending, now: this.#at });
    if (decision.decision !== 'permit' || isEssential(use.state) || person === undefined)
      return this.#log(sending, subject, person ?? null, decision, use.state);
    return this.#permit(sending, subject!, person, decision, use.state, place, question);
  }

  /** Sets a contact aside, or takes the one that this sending has already. */
  #permit(
    sending: Sending,
    subject: SubjectKey,
    person: GatheredPerson,
    decision: Decision,
    use: UseState,
    place: number,
    question: Asked,
  ): Answered {
    const { dispatch } = sending;
    const until = this.#how.lease?.endsAt ?? decision.expiresAt!;
    const there = person.contacts.find(
      (one) =>
        dispatch !== null &&
        one.dispatch === dispatch &&
        one.useId === sending.use &&
        one.subject === subject,
    );
    if (there !== undefined && isTaken(there, sending))
      return this.#log(sending, subject, person, { ...decision, ...TAKEN }, use);
    // Asked again while the permit is good, it is the same answer, and it stands in the log.
    if (there !== undefined && there.decisionId !== null && there.permittedUntil > this.#at)
      return {
        ...decision,
        expiresAt: earlier(there.permittedUntil, decision.expiresAt!),
        id: there.decisionId,
      };
    const answered = this.#log(sending, subject, person, { ...decision, expiresAt: until }, use);
    if (there !== undefined) {
      this.#prolonged.set(there.id, there.permittedUntil > until ? there.permittedUntil : until);
      if (there.leaseId !== null) this.#drawn.push({ useId: sending.use, subject, dispatch: dispatch! });
      return answered;
    }
    const contact: GateContact = {
      id: newId('contact', this.#at),
      subject,
      useId: sending.use,
      channel: sending.channel,
      dispatch,
      leaseId: this.#how.lease?.id ?? null,
      decisionId: answered.id,
      holder: question.type === 'asked' ? question.by : null,
      state: 'reserved',
      reservedAt: this.#at,
      permittedUntil: until,
      settledAt: null,
    };
    this.#contacts.push(contact);
    person.contacts.push(contact);
    this.reserved.push({ place, contact: contact.id });
    this.#sends.count(sending.use);
    return answered;
  }

  #log(
    sending: Sending,
    subject: SubjectKey | null,
    person: GatheredPerson | null,
    decision: Decision,
    use: UseState | null,
  ): Answered {
    const id = newDecisionId(this.#at);
    this.#rows.push(
      rowOfDecision(this.#parts.sealer, sending, decision, {
        id,
        pseudonym: subject === null ? 'nobody' : pseudonymOf(this.#parts.gate, subject),
        versionId: this.#sends.versionOf(sending.use),
        door: this.#how.door,
        policy: this.#policy.version,
        real: () =>
          person === null || use === null
            ? []
            : realReasons(person, use, sending.channel, this.#policy.policy, this.#parts.gate.lots, this.#at),
        decidedAt: this.#at,
        loggedAt: this.#at,
      }),
    );
    this.#counted.push(countedOf(sending, decision, this.#at));
    return { ...decision, id };
  }

  async write(db: Work['db']): Promise<void> {
    for (const [until, ids] of Map.groupBy(this.#prolonged.keys(), (id) => this.#prolonged.get(id)!))
      await prolongContacts(db, ids, until);
    await settleContacts(db, this.#drawn, 'drawn', this.#at);
    for (const [use, sends] of this.#sends.counted) await countInStage(db, use, sends);
    await addDecided(db, {
      contacts: this.#contacts,
      decisions: this.#rows,
      counts: countsOf(this.#counted),
    });
  }
}

/** It was sent, or goes on another channel: one contact is one message. */
const isTaken = ({ state, channel }: GateContact, sending: Sending): boolean =>
  state === 'sent' || channel !== sending.channel;

const TAKEN = {
  decision: 'hold',
  reasons: [hold('contact-cap', 'owner', null)],
  expiresAt: null,
} satisfies Partial<Decision>;

const refusal = (code: 'question-invalid' | 'use-unknown' | 'feed-stale'): Decision => ({
  decision: 'deny',
  reasons: [deny(code)],
  shadow: [],
  clearance: null,
  expiresAt: null,
});

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
