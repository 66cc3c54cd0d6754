import { reaches } from '../../../kernel/gravity.ts';
import { isUnseen } from '../clearances/envelope-terms.ts';
import type { PersonKey } from '../people/person.ts';
import type { Decided } from './event.ts';
import type { Participation, Review } from './review.ts';

/** Something that must be on record before an approval counts. */
export interface Missing {
  readonly field:
    | 'participation'
    | 'conflict'
    | 'training'
    | 'authority'
    | 'material'
    | 'first-judgement'
    | 'verdict-shown'
    | 'harm'
    | 'alternative'
    | 'answer'
    | 'reason'
    | 'against'
    | 'condition'
    | 'until'
    | 'stop-owner'
    | 'contest'
    | 'silent-check'
    | 'second-approver'
    | 'outside-approver';
  /** Whose part it is; `null` where it is the review's. */
  readonly by: PersonKey | null;
  readonly says: string;
}

const DAY_MS = 86_400_000;

/** What is still missing before this person's approval counts, but for what the decision itself says. */
export function missingOf(review: Review, person: PersonKey, at: Date): readonly Missing[] {
  const part = review.participations.get(person);
  const missing: Missing[] = [];
  const add = (field: Missing['field'], says: string): void => {
    missing.push({ field, by: person, says });
  };
  if (part === undefined) {
    add('participation', 'the declaration of role, training, authority and conflict of interest');
    return missing;
  }
  if (part.conflict !== null) add('conflict', 'a reviewer without a conflict of interest');
  if (!isTrained(part, review, at))
    add('training', `a training not older than ${review.terms.trainingDays} days`);
  if (!part.mayStop) add('authority', 'the authority to change or stop the use');
  for (const material of review.subject.materials)
    if (!part.opened.has(material)) add('material', `a look at ${material}`);
  if (review.terms.seeing !== 'open' && part.firstJudgement === null)
    add('first-judgement', 'a first judgement of one’s own');
  // What was found, whom it could harm and what else there was stand as they were judged: nothing new was found.
  if (review.kind === 'small-change') return missing;
  const { seeing } = review.terms;
  if (seeing !== 'hidden' && part.verdictShownAt === null)
    add('verdict-shown', 'the tool’s verdict with its limits, shown');
  // Before a first judgement, what is asked must not tell what was found.
  const mayKnow = seeing === 'open' || part.verdictShownAt !== null;
  if (seeing !== 'hidden' && mayKnow)
    for (const { id, check, gravity } of review.subject.findings)
      if (reaches(gravity, 'review') && !part.answers.has(id))
        add('answer', `an answer to the finding of ${check}`);
  const harms = harmsOf(part);
  if (harms.length === 0) add('harm', 'one concrete harm, and to whom');
  for (const group of mayKnow ? review.subject.groups : [])
    if (!harms.some((harm) => harm.group === group)) add('harm', `a harm considered for ${group}`);
  // Where the verdict stays hidden to the end, all reviews ask the same.
  const asksAlternative = seeing === 'hidden' || (mayKnow && reaches(review.gravity, 'review'));
  if (asksAlternative && part.alternatives.length === 0)
    add('alternative', 'an alternative that was considered');
  return missing;
}

/** What a decision lacks to be an approval that counts. */
export function missingFrom(decided: Decided, review: Review): readonly Missing[] {
  const missing: Missing[] = [];
  const need = (isThere: boolean, field: Missing['field'], says: string): void => {
    if (!isThere) missing.push({ field, by: decided.by, says });
  };
  const isSaid = (text: string | null): boolean => text !== null && /[\p{L}\p{N}]/u.test(text);
  need(isSaid(decided.reason), 'reason', 'the reason in own words');
  if (decided.decision === 'approve' || decided.decision === 'approve-with-conditions') {
    const isFull = review.kind !== 'small-change';
    need(!isFull || isSaid(decided.against), 'against', 'the strongest reason against');
    // A small change ends when the clearance before ends, and is stopped by the same person.
    need(
      !isFull || (decided.until !== null && Date.parse(decided.until) > Date.parse(decided.at)),
      'until',
      'an end of the approval',
    );
    need(!isFull || decided.stopOwner !== null, 'stop-owner', 'who stops the use');
    const { slots = [], silent = [] } = decided.envelope ?? {};
    need(
      !slots.some(isUnseen) || silent.length > 0,
      'silent-check',
      'a check that must stay silent on what is filled in from a feed, a recommendation or a generator',
    );
  }
  if (decided.decision === 'approve-with-conditions')
    need(decided.conditions.length > 0, 'condition', 'at least one condition');
  if (review.kind === 'contest' && decided.decision !== 'escalate')
    need(
      decided.contest !== null,
      'contest',
      'the person’s statement, further facts, outcome and explanation',
    );
  return missing;
}

/**
 * What is still missing before the review can end in an approval: of each person who takes part, and of the review as
 * a whole. Empty once it has ended.
 */
export function missing(review: Review, at: Date): readonly Missing[] {
  if (review.closedAt !== null) return [];
  const undecided = [...review.participations.values()].filter(({ decision }) => decision === null);
  const own = undecided.flatMap(({ person }) => missingOf(review, person, at));
  return [...own, ...missingApprovers(review)];
}

/** Which approvers a review still needs. Where nobody knows the line of an approver, nobody stands outside it. */
export function missingApprovers(review: Review): readonly Missing[] {
  const approvers = approversOf(review);
  const list: Missing[] = [];
  const add = (field: Missing['field'], says: string): void => {
    list.push({ field, by: null, says });
  };
  if (approvers.length === 0) add('participation', 'somebody who approves');
  if (review.terms.approversNeeded === 2) {
    if (approvers.length < 2) add('second-approver', 'two people who approve');
    if (!approvers.some(({ standing }) => standing === 'outside'))
      add('outside-approver', 'an approver outside the owner’s reporting line');
  }
  return list;
}

/** Those who approve: distinct people, never the owner. */
export const approversOf = (review: Review): readonly Participation[] =>
  [...review.participations.values()].filter(
    ({ person, decision }) => person !== review.owner && decision !== null && isApproval(decision),
  );

export const isApproval = ({ decision }: Decided): boolean =>
  decision === 'approve' || decision === 'approve-with-conditions';

/** All harms that a person considered, the first judgement's included. */
export const harmsOf = (part: Participation): readonly Participation['harms'][number][] =>
  part.firstJudgement === null ? part.harms : [part.firstJudgement.harm, ...part.harms];

const isTrained = ({ trainedAt }: Participation, { terms }: Review, at: Date): boolean =>
  trainedAt !== null && at.getTime() - Date.parse(trainedAt) <= terms.trainingDays * DAY_MS;
