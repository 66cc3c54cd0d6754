import { contentHash } from '../../../kernel/canonical.ts';
import { problem } from '../../../kernel/problem.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import {
  addSuppressed,
  addSuppressionList,
  changeSuppressionList,
  countSuppressed,
  findSuppressionList,
  listSuppressionLists,
  removeSuppressed,
  type SuppressionList,
  type SuppressionListSort,
} from '../../../stores/sql/repositories/suppression-lists.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, demand, missing, need, type View } from '../change.ts';
import { say } from '../evidence/say.ts';
import { askedSubject } from './asked-subject.ts';

const DAY_MS = 86_400_000;
/** What is no no of a person lasts two years at the most (ours): then somebody says again why. */
const LONGEST_DAYS = 731;

export interface ListTerms {
  readonly owner: string;
  readonly reason: string;
  readonly scope: {
    readonly purpose: string | null;
    readonly channel: Channel | null;
    readonly topic: string | null;
  };
  readonly isProtected: boolean;
  /** `null` only where the list stands for a no of the people on it. */
  readonly endsAt: Date | null;
}

export interface ShownList {
  readonly id: string;
  readonly owner: string;
  readonly reason: string;
  readonly scope: ListTerms['scope'];
  readonly standsForNo: boolean;
  readonly isProtected: boolean;
  readonly endsAt: string | null;
  /** Keys on it; `null` where being on it tells something: whoever adds somebody could see whether it grows. */
  readonly people: number | null;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly version: number;
}

/** Every list with its owner, reason and end. Refusals: `people.not-allowed`, `store.invalid-cursor`. */
export async function showLists(
  view: View,
  { query, inForce }: { readonly query?: string | undefined; readonly inForce?: boolean | undefined },
  request: PageRequest<SuppressionListSort>,
): Promise<Page<ShownList>> {
  demand(view, 'settings.read');
  const { items, next } = await listSuppressionLists(
    view.db,
    { query, ...(inForce === true ? { inForceAt: view.at } : {}) },
    request,
  );
  return { items: await shown(view.db, items), next };
}

/** Refusals: `people.not-allowed`, `store.not-found`. */
export async function showList(view: View, id: string): Promise<ShownList> {
  demand(view, 'settings.read');
  const list = await findSuppressionList(view.db, id);
  if (list === undefined) throw missing();
  return (await shown(view.db, [list]))[0]!;
}

/**
 * Makes a list. One that stands for a no never ends and hides nothing; any other has an end within two years.
 * Refusals: `people.not-allowed`, `store.exists`, `gate.invalid-list`.
 */
export async function makeList(
  change: Change,
  id: string,
  standsForNo: boolean,
  terms: ListTerms,
): Promise<ShownList> {
  demand(change, 'suppression.write');
  const { db, at } = change;
  mustHoldTogether(standsForNo, terms, at);
  await addSuppressionList(db, { id, standsForNo, ...rowOf(terms), createdAt: at, changedAt: at });
  sayChanged(change, id, null, terms);
  return showList(change, id);
}

/** Changes owner, reason, scope or end. Refusals: as `makeList`, and `store.not-found`, `store.changed`. */
export async function changeList(
  change: Change,
  id: string,
  version: number,
  terms: ListTerms,
): Promise<ShownList> {
  demand(change, 'suppression.write');
  const { db, at } = change;
  const before = await findSuppressionList(db, id);
  if (before === undefined) throw missing();
  mustHoldTogether(before.standsForNo, terms, at);
  await changeSuppressionList(db, id, version, { ...rowOf(terms), changedAt: at });
  sayChanged(change, id, before, terms);
  return showList(change, id);
}

/**
 * Puts people on a list, or on one that stands for no no, until a day. Gives nothing back of who was there.
 * Refusals: `people.not-allowed`, `store.not-found`, `gate.invalid-list`, `ledger.invalid-identifier`.
 */
export async function putOnList(
  change: Change,
  id: string,
  people: readonly string[],
  endsAt: Date | null,
): Promise<void> {
  const list = await listToChange(change, id);
  const { db, at } = change;
  if (endsAt !== null && list.standsForNo) throw invalid('a no has no end', 'leave the end out');
  if (endsAt !== null && endsAt <= at) throw invalid('the end has passed', 'name a later end');
  await addSuppressed(db, id, keysOf(change, people), endsAt, at);
}

/**
 * Takes people off a list. A no is taken back by the person alone, who says yes in the ledger; a mistake is put right
 * here, and stands in the evidence. Refusals: as `putOnList`.
 */
export async function takeOffList(change: Change, id: string, people: readonly string[]): Promise<void> {
  const list = await listToChange(change, id);
  await removeSuppressed(change.db, id, keysOf(change, people));
  if (list.standsForNo)
    say(change, 'gate', 'suppression.lifted', {
      by: change.caller.account.key,
      list: id,
      count: people.length,
    });
}

/** Takes a list of people in from a file: one to a line, in the first column. Gives how many lines could not be read. */
export async function importToList(
  change: Change,
  id: string,
  csv: string,
  endsAt: Date | null,
): Promise<{ readonly lines: number; readonly bad: number }> {
  await listToChange(change, id);
  const lines = csv
    .split(/\r?\n/)
    .map((line) => (line.split(',')[0] ?? '').trim().replace(/^"|"$/g, ''))
    .filter((line) => line !== '' && line !== 'subject');
  const good = lines.filter((line) => line.length <= 400 && askedSubject(change.context.ledger, line).ok);
  await putOnList(change, id, good, endsAt);
  return { lines: lines.length, bad: lines.length - good.length };
}

async function listToChange(change: Change, id: string): Promise<SuppressionList> {
  demand(change, 'suppression.write');
  const list = await findSuppressionList(change.db, id);
  if (list === undefined) throw missing();
  return list;
}

const keysOf = ({ context }: Change, people: readonly string[]) =>
  people.map((one) => need(askedSubject(context.ledger, one)));

function mustHoldTogether(standsForNo: boolean, { endsAt, isProtected }: ListTerms, at: Date): void {
  if (standsForNo && endsAt !== null)
    throw invalid('a list that stands for a no never ends', 'leave the end out');
  if (standsForNo && isProtected)
    throw invalid('a no is no secret of the person', 'keep what is to be hidden as a hold');
  if (standsForNo) return;
  if (endsAt === null)
    throw invalid('only a list that stands for a no of people has no end', 'name the day on which it ends');
  if (endsAt <= at || endsAt.getTime() - at.getTime() > LONGEST_DAYS * DAY_MS)
    throw invalid('the end has passed, or is further away than two years', 'name an end within two years');
}

const invalid = (message: string, hint: string): Refusal =>
  new Refusal(problem('gate.invalid-list', message, hint));

const rowOf = ({ owner, reason, scope, isProtected, endsAt }: ListTerms) => ({
  owner,
  reason,
  ...scope,
  isProtected,
  endsAt,
});

const sayChanged = (change: Change, id: string, before: SuppressionList | null, terms: ListTerms): void =>
  say(change, 'gate', 'suppression.changed', {
    by: change.caller.account.key,
    list: id,
    before: before === null ? null : contentHash(hashed(before)),
    after: contentHash(hashed({ ...terms, ...terms.scope })),
  });

const hashed = ({
  owner,
  reason,
  purpose,
  channel,
  topic,
  isProtected,
  endsAt,
}: Omit<ListTerms, 'scope' | 'endsAt'> & {
  readonly purpose: string | null;
  readonly channel: string | null;
  readonly topic: string | null;
  readonly endsAt: Date | null;
}) => ({ owner, reason, purpose, channel, topic, isProtected, endsAt: endsAt?.toISOString() ?? null });

async function shown(db: Database, lists: readonly SuppressionList[]): Promise<ShownList[]> {
  const counts = await countSuppressed(
    db,
    lists.map(({ id }) => id),
  );
  return lists.map((list) => ({
    id: list.id,
    owner: list.owner,
    reason: list.reason,
    scope: { purpose: list.purpose, channel: list.channel as Channel | null, topic: list.topic },
    standsForNo: list.standsForNo,
    isProtected: list.isProtected,
    endsAt: list.endsAt?.toISOString() ?? null,
    people: list.isProtected ? null : (counts.get(list.id) ?? 0),
    createdAt: list.createdAt.toISOString(),
    changedAt: list.changedAt.toISOString(),
    version: list.version,
  }));
}
