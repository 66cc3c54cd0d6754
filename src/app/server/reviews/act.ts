import { contentHash } from '../../../kernel/canonical.ts';
import { problem } from '../../../kernel/problem.ts';
import type { EnvelopeTerms } from '../../../playbook/5-oversight/clearances/envelope-terms.ts';
import type { EssentialReason } from '../../../playbook/5-oversight/clearances/statement.ts';
import { may } from '../../../playbook/5-oversight/people/may.ts';
import { type Person, type PersonKey, peopleOf } from '../../../playbook/5-oversight/people/person.ts';
import { standsToOwner } from '../../../playbook/5-oversight/people/reporting-line.ts';
import type { Decided, JudgedFirst, ReviewEvent } from '../../../playbook/5-oversight/reviews/event.ts';
import { isApproved, isOpen } from '../../../playbook/5-oversight/reviews/review.ts';
import { overrideOf } from '../../../playbook/5-oversight/reviews/review-record.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { findReview } from '../../../stores/sql/repositories/reviews.ts';
import { findUseVersion, type UseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import { changeUse } from '../../../stores/sql/repositories/uses.ts';
import { messageChecks } from '../../check-messages.ts';
import { type Change, demand, isAllowed, missing, need } from '../change.ts';
import { clearUse, confirmChange } from '../clearances/clear-use.ts';
import { say } from '../evidence/say.ts';
import { keysOf, reportsTo } from '../people/person-of.ts';
import type { Role } from '../rights.ts';
import { lockedUse, type StandingUse } from '../uses/standing.ts';
import { reportOf } from '../uses/stored-version.ts';
import { afterWaiverReview } from '../waivers/waivers.ts';
import { afterAlarmReview } from './after-alarm-review.ts';
import { addEvent, lockedReview, type StoredReview } from './stored-review.ts';

type Step<T extends ReviewEvent['type']> = Omit<Extract<ReviewEvent, { readonly type: T }>, 'by' | 'at'>;

/** What somebody does in a review. Who and when are not theirs to say, nor where they stand. */
export type ReviewStep =
  | { readonly type: 'joined'; readonly conflict: string | null }
  | Step<'opened-material'>
  | Step<'judged-first'>
  | Step<'revealed'>
  | Step<'considered-harm'>
  | Step<'considered-alternative'>
  | Step<'answered-finding'>
  | Step<'commented'>
  /** `essential` asks for the class that is sent whatever people chose; all who approve must ask for the same. */
  | (Step<'decided'> & { readonly essential: EssentialReason | null })
  | { readonly type: 'withdrawn'; readonly reason: string };

const ACTIONS = { commented: 'review.comment', withdrawn: 'review.ask' } as const;

/**
 * Adds a step of the caller to a review; where it ends in an approval, the use is cleared with it.
 * Refusals: `people.not-allowed`, `review.*`, `clearance.*`.
 */
export async function actInReview(change: Change, id: string, step: ReviewStep): Promise<StoredReview> {
  const found = await findReview(change.db, id);
  if (found === undefined) throw missing();
  // Use before review, as everywhere, so that two transactions cannot wait for one another.
  const stood = await lockedUse(change, found.useId);
  const action = step.type in ACTIONS ? ACTIONS[step.type as keyof typeof ACTIONS] : 'review.judge';
  if (!isAllowed(change, 'review.read', { owner: stood.owner })) throw missing();
  demand(change, action, { owner: stood.owner });
  const before = await lockedReview(change, id);
  if (before === null) throw missing();
  if (step.type === 'decided' && step.envelope != null)
    demandEnvelope(step.envelope, await findUseVersion(change.db, before.row.versionId));
  const after = await addEvent(change, before, await eventOf(change, step, stood));
  logStep(change, after, step);
  if (isOpen(before.review) && !isOpen(after.review)) await closed(change, after, stood);
  return after;
}

/** A slot that no message has, or a check that runs on none, would clear nothing and look as if it did. */
function demandEnvelope({ slots, silent }: EnvelopeTerms, version: UseVersion | undefined): void {
  const known = version === undefined ? [] : reportOf(version).slots;
  const slot = slots.find(({ name }) => !known.includes(name));
  if (slot !== undefined)
    throw new Refusal(
      problem(
        'clearance.unsound',
        `no message has a slot \`${slot.name}\``,
        known.length === 0 ? 'leave the slots out' : `name one of ${known.join(', ')}`,
      ),
    );
  const check = silent.find((one) => !messageChecks.some(({ id }) => id === one));
  if (check !== undefined)
    throw new Refusal(
      problem(
        'clearance.unsound',
        `\`${check}\` cannot run on a rendered message`,
        'name a check of `GET /v1/message-checks`',
      ),
    );
}

async function eventOf(change: Change, step: ReviewStep, stood: StandingUse): Promise<ReviewEvent> {
  const by = change.caller.account.key;
  const at = change.at.toISOString();
  if (step.type !== 'joined') return { ...step, by, at } as ReviewEvent;
  const { account } = change.caller;
  const stopping = may(account, 'use.stop', change.at);
  const standing =
    stood.trueOwner === null ? 'unknown' : standsToOwner(by, stood.trueOwner, await everyone(change));
  return {
    type: 'joined',
    by,
    at,
    role: need(may(account, 'review.judge', change.at, { owner: stood.owner })) as Role,
    standing: standing === 'self' ? 'inside' : standing,
    trainedAt: account.trainedAt,
    mayStop: stopping.ok,
    conflict: step.conflict,
  };
}

/** Everybody, as far as reporting lines go: companies have few people here, and lines cross departments. */
async function everyone({ db }: Change): Promise<ReadonlyMap<PersonKey, Person>> {
  const rows = await db.selectFrom('people').selectAll().execute();
  const keys = await keysOf(
    db,
    rows.map(({ id }) => id),
  );
  return peopleOf(
    rows.flatMap((row) => {
      const key = keys.get(row.id);
      return key === undefined
        ? []
        : [{ key, roles: [], trainedAt: null, until: null, ...reportsTo(row, keys) }];
    }),
  );
}

function logStep(change: Change, { row, review }: StoredReview, step: ReviewStep): void {
  const by = change.caller.account.key;
  const recordHash = contentHash(step);
  const place = { by, review: row.id } as const;
  if (step.type === 'judged-first') {
    const { judgement } = step as unknown as JudgedFirst;
    say(change, row.useId, 'review.judged-first', { ...place, judgement, recordHash });
  } else if (step.type === 'revealed') say(change, row.useId, 'review.verdict-revealed', place);
  else if (step.type !== 'decided')
    say(change, row.useId, 'review.recorded', { ...place, what: step.type, recordHash });
  else {
    const { decision } = step as unknown as Decided;
    if (decision === 'escalate') say(change, row.useId, 'review.escalated', { ...place, recordHash });
    else
      say(change, row.useId, 'review.decided', {
        ...place,
        decision,
        outsideOwnersLine: review.participations.get(by)?.standing === 'outside',
        override: overrideOf(decision, review.subject.verdict),
        recordHash,
      });
  }
}

async function closed(change: Change, stored: StoredReview, { use }: StandingUse): Promise<void> {
  const { review } = stored;
  if (review.kind === 'waiver') return afterWaiverReview(change, review, change.caller.account.key);
  if (review.kind === 'alarm') return afterAlarmReview(change, review);
  if (isApproved(review)) {
    if (review.kind === 'use') return clearUse(change, use, stored);
    if (review.kind === 'small-change') return confirmChange(change, use, stored);
    return;
  }
  if (use.state !== 'in-review') return;
  const to = use.clearedVersionId === null ? 'checked' : 'cleared';
  await changeUse(change.db, use.id, null, { state: to, changedAt: change.at });
  say(change, use.id, 'use.changed', { by: change.caller.account.key, from: use.state, to });
}
