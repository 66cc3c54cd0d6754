import type { Reason } from '../../../gate/decision.ts';
import { contactCapRule } from '../../../gate/rules/contact-cap.ts';
import { triedRules } from '../../../gate/shadow.ts';
import type { ContentHash } from '../../../kernel/canonical.ts';
import { problem } from '../../../kernel/problem.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import {
  addContacts,
  addLease,
  endLease,
  type GateContact,
  type GateLease,
  type GateLeaseSort,
  listLeases,
  lockLease,
  lockPeople,
} from '../../../stores/sql/repositories/gate-contacts.ts';
import { countInStage, lockStages } from '../../../stores/sql/repositories/gate-uses.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { type Change, demand, missing, type View } from '../change.ts';
import { askedSubject } from './asked-subject.ts';
import { gatePolicyIn } from './gate-policy.ts';
import { gatherPeople } from './gather-people.ts';
import { usesToSee } from './uses-to-see.ts';

export interface LeaseOrder {
  readonly use: string;
  readonly channel: Channel;
  readonly dispatch: string;
  readonly people: readonly string[];
  /** How long it lasts. */
  readonly seconds: number;
}

export interface GrantedLease {
  readonly lease: string;
  readonly endsAt: string;
  readonly people: ReadonlyArray<{
    readonly subject: string;
    readonly refused: { readonly code: Reason['code']; readonly retryAfter: string | null } | null;
  }>;
}

/**
 * Sets contacts aside for a sender who decides in a process of its own: for each person one, where every cap and the
 * stage of the use leave room. They count from now on, whether they are drawn on or not, until the lease is given back:
 * so that however many senders there are, the sum never exceeds a cap. Of what else may be against it nothing is asked.
 * Refusals: `people.not-allowed`, `store.not-found` for a use that is not there.
 */
export async function takeLease(change: Change, order: LeaseOrder): Promise<GrantedLease> {
  demand(change, 'gate.decide');
  const { db, at, caller, context } = change;
  const { parts } = context.gate;
  const { use: useId, channel, dispatch } = order;
  const { policy } = await gatePolicyIn(db);
  const use = (await parts.useStates.read(db, [useId], at)).get(useId);
  if (use === undefined) throw missing();
  const asked = order.people.map((text) => ({ text, subject: askedSubject(parts.ledger, text) }));
  const subjects = [...new Set(asked.flatMap(({ subject }) => (subject.ok ? [subject.value] : [])))];
  const people = await gatherPeople(db, parts, subjects, await lockPeople(db, subjects), at);
  const [stage] = await lockStages(db, [useId]);
  let left = stage === undefined ? Number.POSITIVE_INFINITY : stage.stageSize! - stage.stageSent;
  const isTried = triedRules(policy, at).has('contact-cap');
  const against = contactCapRule.prepare(use.state, policy);
  const lease = newId('lease', at);
  const endsAt = new Date(at.getTime() + order.seconds * 1000);
  const contacts: GateContact[] = [];
  const refusedBy = (text: string, code: Reason['code'], retryAfter: Date | null = null) => ({
    subject: text,
    refused: { code, retryAfter: retryAfter?.toISOString() ?? null },
  });
  const granted = asked.map(({ text, subject }): GrantedLease['people'][number] => {
    if (!subject.ok) return refusedBy(text, 'person-unknown');
    const person = people.get(subject.value)!;
    const sending = { use: useId, channel, contentHash: NO_HASH, dispatch, told: {} };
    const facts = person.factsFor(subject.value, use.state, policy, at);
    const [reason] = against({ person: facts, sending, now: at }).filter((one) => one.isFirm || !isTried);
    if (reason !== undefined) return refusedBy(text, reason.code, reason.retryAfter);
    const isThere = person.contacts.some(
      (one) => one.subject === subject.value && one.useId === useId && one.dispatch === dispatch,
    );
    // Two senders of one sending would each write to the person.
    if (isThere) return refusedBy(text, 'contact-cap');
    if (left <= 0) return refusedBy(text, 'stage-full');
    left -= 1;
    const contact: GateContact = {
      id: newId('contact', at),
      subject: subject.value,
      useId,
      channel,
      dispatch,
      leaseId: lease,
      decisionId: null,
      holder: caller.account.key,
      state: 'reserved',
      reservedAt: at,
      permittedUntil: endsAt,
      settledAt: null,
    };
    contacts.push(contact);
    person.contacts.push(contact);
    return { subject: text, refused: null };
  });
  await addLease(db, {
    id: lease,
    holder: caller.account.key,
    useId,
    channel,
    dispatch,
    granted: contacts.length,
    grantedAt: at,
    endsAt,
  });
  await addContacts(db, contacts);
  if (stage !== undefined) await countInStage(db, useId, contacts.length);
  return { lease, endsAt: endsAt.toISOString(), people: granted };
}

/** Caps do not look at the text. */
const NO_HASH: ContentHash = 'sha256:';

/** Gives a lease back: contacts that no report drew on are free again. Refusals: `people.not-allowed`, `store.not-found`. */
export async function giveLeaseBack(
  change: Change,
  id: string,
): Promise<{ readonly drawn: number; readonly released: number }> {
  demand(change, 'gate.decide');
  const { db, at, caller } = change;
  const lease = await lockLease(db, id);
  if (lease === undefined) throw missing();
  if (lease.holder !== caller.account.key)
    throw new Refusal(
      problem('people.not-allowed', 'the lease is of another sender', 'give back the leases that you took'),
    );
  await lockStages(db, [lease.useId]);
  const ended = await endLease(db, id, at);
  await countInStage(db, lease.useId, -ended.released);
  return ended;
}

export interface ShownLease {
  readonly id: string;
  readonly use: string;
  readonly channel: string;
  readonly dispatch: string;
  readonly granted: number;
  readonly grantedAt: string;
  readonly endsAt: string;
  readonly endedAt: string | null;
  /** `null` while it is not given back: all of it counts. */
  readonly drawn: number | null;
}

/** What senders took in advance, and how much of it they used. Refusals: `people.not-allowed`, `store.invalid-cursor`. */
export async function showLeases(
  view: View,
  filter: { readonly use?: string | undefined; readonly isOpen?: boolean | undefined },
  request: PageRequest<GateLeaseSort>,
): Promise<Page<ShownLease>> {
  const { items, next } = await listLeases(
    view.db,
    { useId: filter.use, isOpen: filter.isOpen, ...(await usesToSee(view)) },
    request,
  );
  return { items: items.map(shown), next };
}

const shown = (row: GateLease): ShownLease => ({
  id: row.id,
  use: row.useId,
  channel: row.channel,
  dispatch: row.dispatch,
  granted: row.granted,
  grantedAt: row.grantedAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  endedAt: row.settledAt?.toISOString() ?? null,
  drawn: row.sent,
});
