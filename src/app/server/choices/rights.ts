import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import { type Identifier, normalIdentifier } from '../../../playbook/6-control/ledger/subject-key.ts';
import { isClosed, isProven } from '../../../playbook/6-control/requests/asked-request.ts';
import { clockOf, dueAt } from '../../../playbook/6-control/requests/request-clock.ts';
import { OBJECTIONS, type RequestKind } from '../../../playbook/6-control/requests/request-kind.ts';
import type { Work } from '../../../stores/sql/store.ts';
import { askOwnCopy } from '../access/ask-copy.ts';
import { makeCopiesSoon } from '../access/make-copies.ts';
import type { ShownCopy } from '../access/show-copies.ts';
import { ownCopies, type TakenCopy, takeOwnCopy } from '../access/take-copy.ts';
import { missing, need } from '../change.ts';
import type { ServerContext } from '../context.ts';
import { keysOf, subjectOf } from '../ledger/subject-of.ts';
import { type RequestForPerson, requestsForPerson, withdrawRequest } from '../requests/for-person.ts';
import { isDoneAtOnce } from '../requests/object.ts';
import { openRequest } from '../requests/open.ts';
import { proveBySecond, proveRequest } from '../requests/prove.ts';
import type { Correction } from '../requests/said-by-person.ts';
import type { StoredRequest } from '../requests/stored-request.ts';
import type { OpenedLink } from './opened-link.ts';
import { type Language, type PageSettings, pageSettingsIn } from './page-settings.ts';
import { keepSaidLater } from './said-later.ts';

/** What anyone can ask for on the public page, in the order in which it stands there. */
export const PUBLIC_RIGHTS = [
  'access',
  'portability',
  'correct',
  'erase',
  'restrict',
  'object',
  'opt-out-sale',
  'opt-out-profiling',
  'talk',
] as const satisfies readonly RequestKind[];
export type PublicRight = (typeof PUBLIC_RIGHTS)[number];

/** Whether it counts at once and needs no proof: the worst that a stranger does with it is that somebody gets less. */
export const needsNoProof = (kind: PublicRight): boolean => OBJECTIONS.includes(kind);

/** Whether nothing is left to do or to answer once it counts. */
export const endsAtOnce = (kind: PublicRight): boolean => needsNoProof(kind) && isDoneAtOnce(kind, null);

/** As it was shown to who pressed. */
export interface ShownAs {
  readonly language: Language;
  readonly uiHash: string;
}

/** Until when somebody who asks now hears from us. */
export const dueIfAskedNow = (
  { jurisdiction }: Pick<PageSettings, 'jurisdiction'>,
  kind: RequestKind,
  now: Date,
): Date => dueAt(clockOf(kind, jurisdiction, now), now);

export interface ShownRights {
  readonly settings: PageSettings;
  /** What the link was asked for; `null` where it was none of these, or was asked for since. */
  readonly wanted: PublicRight | null;
  readonly requests: readonly RequestForPerson[];
  readonly copies: readonly ShownCopy[];
  readonly now: Date;
}

/** Everything that somebody asked of us, and can ask. Problems: those of the store, `seal.unreadable`. */
export const showRights = (context: ServerContext, link: OpenedLink): Promise<Result<ShownRights, Problem>> =>
  context.store.read(async (db) => {
    const now = context.clock.now();
    const requests = await requestsForPerson(db, context, link.subject);
    const wanted = PUBLIC_RIGHTS.find((kind) => kind === link.about) ?? null;
    return {
      settings: (await pageSettingsIn(db)).settings,
      wanted: requests.some(({ kind, askedAt }) => kind === wanted && askedAt >= link.madeAt) ? null : wanted,
      requests,
      copies: await ownCopies(db, link.subject, now),
      now,
    };
  });

/**
 * Opens a request for whoever has just proven control of an address, and starts a copy where nothing more is to be
 * proven. Gives its id. Problems: those of the store, and of `openRequest`.
 */
export const askRight = (
  context: ServerContext,
  link: OpenedLink,
  kind: PublicRight,
  { statement, correction }: { readonly statement: string | null; readonly correction: Correction | null },
  shown: ShownAs,
): Promise<Result<string, Problem>> =>
  withCopies(context, async (work) => {
    const { settings } = await pageSettingsIn(work.db);
    const identifiers = identifiersOf(link.address);
    const opened = await openRequest(work, context, {
      ...shown,
      kind,
      subject: link.subject,
      identifiers,
      jurisdiction: settings.jurisdiction,
      proofs: ['address'],
      statement,
      correction,
      through: 'rights-page',
      actor: 'person',
    });
    await keepSaidLater(work, context, opened, { identifiers, statement });
    const isCopy = await startCopy(work, context, link, opened, shown.language);
    return { isCopy, value: opened.row.id };
  });

/**
 * Objects for an address without any proof (11 CCR § 7060(b), § 7221(f)): it counts from the answer on, and whoever reads
 * the address is told by a letter. Problems: those of the store, `ledger.invalid-identifier`, and of `openRequest`.
 */
export const objectFor = (
  context: ServerContext,
  address: string,
  kind: PublicRight,
  shown: ShownAs,
): Promise<Result<null, Problem>> =>
  context.store.write(async (work) => {
    const { settings } = await pageSettingsIn(work.db);
    const identifier = need(normalIdentifier({ kind: 'email', value: address }));
    await openRequest(work, context, {
      ...shown,
      kind,
      subject: subjectOf(context.ledger, identifier),
      identifiers: [identifier],
      jurisdiction: settings.jurisdiction,
      proofs: [],
      through: 'public-page',
      actor: 'person',
    });
    return null;
  });

/** What somebody does with a request of theirs. */
export type OwnStep =
  | { readonly do: 'prove' }
  /** Another thing that we know them by. Whether it was right shows in the request alone. */
  | { readonly do: 'second'; readonly identifier: Identifier }
  | { readonly do: 'withdraw' };

/** Takes a step in a request of one’s own; that of somebody else is not there. Problems: `store.not-found`, `rights.wrong-state`. */
export const stepOwnRequest = (
  context: ServerContext,
  link: OpenedLink,
  id: string,
  step: OwnStep,
  language: Language,
): Promise<Result<null, Problem>> =>
  withCopies(context, async (work) => {
    const keys = await keysOf(work.db, link.subject);
    const own = await requestsForPerson(work.db, context, link.subject);
    if (keys.length === 0 || !own.some((request) => request.id === id)) throw missing();
    if (step.do === 'withdraw') {
      await withdrawRequest(work, context, id);
      return { isCopy: false, value: null };
    }
    const after =
      step.do === 'prove'
        ? await proveRequest(work, context, id, 'address')
        : await proveBySecond(work, context, id, step.identifier);
    return { isCopy: await startCopy(work, context, link, after, language), value: null };
  });

/** A copy of one’s own, as it is handed over. Problems: `store.not-found`, `access.not-ready`, `seal.unreadable`. */
export const takeCopyOf = (
  context: ServerContext,
  link: OpenedLink,
  id: string,
): Promise<Result<TakenCopy, Problem>> =>
  context.store.write((work) => takeOwnCopy(work, context, link.subject, id));

export const identifiersOf = (address: string | null): readonly Identifier[] =>
  address === null ? [] : [{ kind: 'email', value: address }];

/** Whether there is a copy to be made now. */
async function startCopy(
  work: Work,
  context: ServerContext,
  { subject }: OpenedLink,
  { row, request }: StoredRequest,
  language: Language,
): Promise<boolean> {
  const isOfCopy = request.kind === 'access' || request.kind === 'portability';
  if (!isOfCopy || isClosed(request) || !isProven(request) || row.sealed === null) return false;
  await askOwnCopy(work, context, subject, row.id, language);
  return true;
}

async function withCopies<T>(
  context: ServerContext,
  change: (work: Work) => Promise<{ readonly isCopy: boolean; readonly value: T }>,
): Promise<Result<T, Problem>> {
  const done = await context.store.write(change);
  if (!done.ok) return done;
  if (done.value.isCopy) makeCopiesSoon(context);
  return { ok: true, value: done.value.value };
}
