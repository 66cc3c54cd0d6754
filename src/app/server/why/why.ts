import type { UseCard } from '../../../check/facts/card.ts';
import { EXPLAINED_IN, sentencesForPerson } from '../../../gate/explain/for-person.ts';
import type { ReasonCode } from '../../../gate/reason-codes.ts';
import type { RanDecision } from '../../../kernel/ports/decision-log.ts';
import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import type { ChoiceState } from '../../../playbook/6-control/ledger/choice-state.ts';
import { normalIdentifier } from '../../../playbook/6-control/ledger/subject-key.ts';
import { isRefusedEverywhere } from '../../../playbook/6-control/preferences/said.ts';
import { isClosed } from '../../../playbook/6-control/requests/asked-request.ts';
import { proofNeeded } from '../../../playbook/6-control/requests/proof.ts';
import { findChoiceStates } from '../../../stores/sql/repositories/choices.ts';
import { listOpenRequests } from '../../../stores/sql/repositories/customer-requests.ts';
import { countExpectations } from '../../../stores/sql/repositories/expectation-counts.ts';
import { findUseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import { findUse } from '../../../stores/sql/repositories/uses.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { OpenedLink } from '../choices/opened-link.ts';
import { type Language, type PageSettings, pageSettingsIn } from '../choices/page-settings.ts';
import { identifiersOf } from '../choices/rights.ts';
import { keepSaidLater } from '../choices/said-later.ts';
import type { ServerContext } from '../context.ts';
import { gateDecisionLog } from '../gate/gate-decision-log.ts';
import { keysOf, subjectOf } from '../ledger/subject-of.ts';
import { type RequestForPerson, requestsForPerson } from '../requests/for-person.ts';
import { isDoneAtOnce } from '../requests/object.ts';
import { openRequest } from '../requests/open.ts';
import { clearedUseLog } from './cleared-use-log.ts';
import { type UsedData, usedDataOf } from './used-data.ts';

/** What a customer can ask for on the why page. */
export const ACTS = ['correct', 'stop', 'contest', 'talk'] as const;
export type Act = (typeof ACTS)[number];

/** Whether nothing is done about it before it is proven who asks. */
export const needsProof = (act: Act): boolean => proofNeeded(act, null) !== 'none';

export const EXPECTED = ['yes', 'no', 'unsure'] as const;
export type Expected = (typeof EXPECTED)[number];

/** What the why page shows of a use. */
export interface ShownWhy {
  readonly settings: PageSettings;
  /** `null` where nothing of the use was cleared to run. */
  readonly ran: {
    readonly decision: RanDecision;
    readonly purpose: string | null;
    /** On an open page without what nobody else at the screen should read. */
    readonly data: readonly UsedData[];
    /** Names of the scores and rules that decide, with a fresh proof alone. */
    readonly scores: readonly string[];
    readonly rules: readonly string[];
    readonly usesScore: boolean;
    /** Why the message was kept from them, in each language of the pages; `null` where it was not, nobody knows, or the page is open. */
    readonly keptBack: Readonly<Record<Language, readonly string[]>> | null;
  } | null;
  /** What is open of what they asked about this use; with a fresh proof alone. */
  readonly requests: ReadonlyArray<{
    readonly kind: Act;
    readonly askedAt: Date;
    readonly dueAt: Date;
    /** Whether nothing is done before it is proven who asks. */
    readonly needsProof: boolean;
  }>;
  /** What came of what was asked about this use; with a fresh proof alone. */
  readonly answers: readonly RequestForPerson[];
  /** Whether they object to what the use is for, on every channel; with a fresh proof alone. */
  readonly hasStopped: boolean;
  /** Whether nothing is to be weighed where somebody says stop: of the use, whoever asks. */
  readonly stopsAtOnce: boolean;
  readonly now: Date;
  readonly isProven: boolean;
}

type Shown = Pick<ServerContext, 'store' | 'ledger' | 'clock' | 'gate'>;

/** Why somebody got a message, or did not: from what ran. Problems: those of the store. */
export const showWhy = (
  context: Pick<ServerContext, 'store' | 'sealer' | 'gate' | 'clock'>,
  link: OpenedLink,
): Promise<Result<ShownWhy, Problem>> =>
  context.store.read(async (db) => {
    const { settings } = await pageSettingsIn(db);
    const ran = await whatRan(db, context, link);
    const purpose = ran?.card.purpose ?? link.scope.purpose;
    // What they chose and asked is not even read for an open page: whoever a mail is forwarded to may open it.
    const own = link.isProven ? await ownOf(db, context, link, purpose) : NOTHING_OF_THEM;
    return {
      settings,
      ran:
        ran === null
          ? null
          : {
              decision: ran.decision,
              purpose: ran.card.purpose ?? null,
              data: ran.data.filter(({ isDelicate }) => link.isProven || !isDelicate),
              scores: link.isProven ? (ran.card.scores ?? []).map(({ name }) => name) : [],
              rules: link.isProven ? (ran.card.rules ?? []).map(({ name }) => name) : [],
              usesScore: (ran.card.scores ?? []).length > 0,
              keptBack: keptBackBy(ran.decision),
            },
      ...own,
      stopsAtOnce: isDoneAtOnce('stop', purpose),
      now: context.clock.now(),
      isProven: link.isProven,
    };
  });

type OwnOfWhy = Pick<ShownWhy, 'requests' | 'answers' | 'hasStopped'>;
const NOTHING_OF_THEM: OwnOfWhy = { requests: [], answers: [], hasStopped: false };

async function ownOf(
  db: Database,
  context: Pick<ServerContext, 'sealer'>,
  { subject, about }: OpenedLink,
  purpose: string | null,
): Promise<OwnOfWhy> {
  const states = (await findChoiceStates(db, subject)).map(({ state }) => state as ChoiceState);
  const requests = await listOpenRequests(db, await keysOf(db, subject), about ?? '');
  return {
    requests: requests.flatMap(({ kind, askedAt, dueAt: due, state }) => {
      const known = ACTS.find((one) => one === kind);
      return known === undefined
        ? []
        : [{ kind: known, askedAt, dueAt: due, needsProof: state === 'needs-proof' }];
    }),
    answers: (await requestsForPerson(db, context, subject, about ?? '')).filter(isClosed),
    hasStopped: purpose !== null && isRefusedEverywhere(states, purpose),
  };
}

/**
 * Counts whether somebody expected this use: one count for each kind of data, with no trace of who or when.
 * Problems: those of the store.
 */
export const keepExpectation = (
  context: Pick<ServerContext, 'store' | 'gate'>,
  link: OpenedLink,
  answer: Expected,
): Promise<Result<null, Problem>> =>
  context.store.write(async ({ db }) => {
    const ran = await whatRan(db, context, link);
    if (ran === null) return null;
    const { purpose = '' } = ran.card;
    const channel = link.scope.channel ?? ran.decision.channel ?? '';
    const kinds = new Map(
      ran.data.map(({ category, origin }) => [
        `${category} ${origin}`,
        { category: category ?? '', origin: origin ?? '', purpose, channel, answer },
      ]),
    );
    await countExpectations(db, [...kinds.values()]);
    return null;
  });

/**
 * Keeps what somebody asks for about a use, with the clock that runs for it; asked again while it is open, it stays one.
 * To stop counts at once as an objection to the purpose on every channel. Problems: those of the store, `rights.too-many`.
 */
export const askAbout = (
  context: Shown & Pick<ServerContext, 'sealer'>,
  link: OpenedLink,
  kind: Act,
  { typed, statement }: SaidOnPage,
  shown: { readonly language: Language; readonly uiHash: string },
): Promise<Result<null, Problem>> =>
  context.store.write(async (work) => {
    const { settings } = await pageSettingsIn(work.db);
    const ran = await whatRan(work.db, context, link);
    const address = link.address ?? (await ownAddress(work.db, context, link, typed));
    const identifiers = identifiersOf(address);
    // Of an open page nobody knows who wrote it.
    const own = link.isProven ? statement : null;
    const opened = await openRequest(work, context, {
      ...shown,
      kind,
      subject: link.subject,
      jurisdiction: settings.jurisdiction,
      use: link.about,
      version: ran?.decision.versionId ?? null,
      purpose: kind === 'stop' ? (ran?.card.purpose ?? link.scope.purpose) : null,
      proofs: link.isProven ? ['address'] : [],
      identifiers,
      statement: own,
      through: 'why-page',
      actor: 'person',
    });
    if (link.isProven) await keepSaidLater(work, context, opened, { identifiers, statement: own });
    return null;
  });

/** What somebody typed beside the buttons. */
export interface SaidOnPage {
  readonly typed: string;
  readonly statement: string | null;
}

/** An address that was typed, where it is of whom the link is; that of somebody else is not kept, and nobody is told. */
async function ownAddress(
  db: Database,
  { ledger }: Pick<ServerContext, 'ledger'>,
  { subject }: OpenedLink,
  typed: string,
): Promise<string | null> {
  const normal = normalIdentifier({ kind: 'email', value: typed });
  if (!normal.ok) return null;
  const key = subjectOf(ledger, normal.value);
  return (await keysOf(db, subject)).includes(key) ? normal.value.value : null;
}

interface WhatRan {
  readonly decision: RanDecision;
  readonly card: UseCard;
  readonly data: readonly UsedData[];
}

/** In words that are true of whoever is protected and of whoever is left alone by lot. */
function keptBackBy({ outcome, because }: RanDecision): NonNullable<ShownWhy['ran']>['keptBack'] {
  if (outcome !== 'hold' && outcome !== 'deny') return null;
  const codes = (because ?? []) as readonly ReasonCode[];
  return Object.fromEntries(
    EXPLAINED_IN.map((language) => [language, sentencesForPerson(codes, language)]),
  ) as Record<Language, readonly string[]>;
}

/** For whoever else may have the link, what was cleared for everyone: what the gate decided about its person is private. */
async function whatRan(
  db: Database,
  { gate }: Pick<ServerContext, 'gate'>,
  { subject, about, isProven }: OpenedLink,
): Promise<WhatRan | null> {
  const cleared = clearedUseLog(db);
  const log = isProven ? gateDecisionLog(db, gate.parts.gate, cleared) : cleared;
  const decision = about === null ? null : await log.latest(about, subject);
  if (decision === null) return null;
  const use = await findUse(db, decision.use);
  const version = await findUseVersion(db, decision.versionId);
  if (use === undefined || version === undefined) return null;
  return { decision, card: version.card as UseCard, data: await usedDataOf(db, use, version) };
}
