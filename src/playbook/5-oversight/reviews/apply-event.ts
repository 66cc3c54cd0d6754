import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { PersonKey } from '../people/person.ts';
import { concreteHarm } from './concrete-harm.ts';
import { decide } from './decide.ts';
import type { Joined, Opened, ReviewEvent } from './event.ts';
import { isOpen, type Participation, type Review } from './review.ts';

/** The review that begins with this event. */
export const opened = (event: Opened): Review => ({
  id: event.review,
  kind: event.kind,
  subject: event.subject,
  owner: event.owner,
  gravity: event.gravity,
  terms: event.terms,
  openedAt: event.at,
  closedAt: null,
  state: 'open',
  participations: new Map(),
  comments: [],
  escalatedBy: [],
});

/**
 * The review after one more event. The same rules hold for a new event and for one read back, so that a log that was
 * meddled with does not replay. Problems: `review.not-allowed`, `review.wrong-state`, `review.incomplete`,
 * `review.not-concrete`.
 */
export function applyEvent(review: Review, event: ReviewEvent): Result<Review, Problem> {
  if (event.type === 'commented')
    return ok({
      ...review,
      comments: [...review.comments, { by: event.by, at: event.at, text: event.text }],
    });
  if (event.type === 'revealed' && review.terms.seeing === 'hidden')
    return reveal(review, event.by, event.at);
  if (!isOpen(review)) return wrongState('the review has ended', 'open a new one for what has changed since');
  const isLate = Date.parse(event.at) >= Date.parse(review.terms.expiresAt);
  if (isLate && event.type !== 'expired' && event.type !== 'withdrawn')
    return wrongState(`the review expired on ${review.terms.expiresAt}`, 'open a new one');
  switch (event.type) {
    case 'opened':
      return wrongState('the review is open already', 'go on with it');
    case 'joined':
      return join(review, event);
    case 'opened-material':
      return inPart(review, event.by, (part) =>
        ok({
          ...part,
          opened: new Map(part.opened).set(
            event.material,
            (part.opened.get(event.material) ?? 0) + event.seconds,
          ),
        }),
      );
    case 'judged-first':
      return inPart(review, event.by, (part) => {
        if (part.firstJudgement !== null)
          return wrongState('a first judgement is given once', 'go on to the decision');
        if (part.verdictShownAt !== null)
          return wrongState(
            'a judgement after the verdict was shown is no first one',
            'go on to the decision',
          );
        const harm = concreteHarm(event.harm, seenBy(part, review));
        return harm.ok ? ok({ ...part, firstJudgement: event }) : harm;
      });
    case 'revealed':
      return reveal(review, event.by, event.at);
    case 'considered-harm':
      return inPart(review, event.by, (part) => {
        const harm = concreteHarm(event.harm, seenBy(part, review));
        return harm.ok ? ok({ ...part, harms: [...part.harms, harm.value] }) : harm;
      });
    case 'considered-alternative':
      return inPart(review, event.by, (part) => {
        const { alternative, whyNot } = event;
        return ok({ ...part, alternatives: [...part.alternatives, { alternative, whyNot }] });
      });
    case 'answered-finding':
      return inPart(review, event.by, (part) => {
        if (part.verdictShownAt === null)
          return wrongState('findings are answered once they are shown', 'look at the verdict first');
        if (!review.subject.findings.some(({ id }) => id === event.finding))
          return wrongState(`there is no finding \`${event.finding}\``, 'answer the findings of this review');
        if (!event.agrees && (event.reason ?? '').trim() === '')
          return incomplete('who disagrees with a finding says why', 'give the reason, in one sentence');
        const { agrees, reason } = event;
        return ok({ ...part, answers: new Map(part.answers).set(event.finding, { agrees, reason }) });
      });
    case 'decided':
      return decide(review, event);
    case 'escalated':
      return ok({ ...review, state: review.state === 'open' ? 'escalated' : review.state });
    case 'expired':
      if (!isLate) return wrongState('the review has not expired yet', 'withdraw it where it is not needed');
      return ok({ ...review, state: 'expired', closedAt: event.at });
    case 'withdrawn':
      return ok({ ...review, state: 'withdrawn', closedAt: event.at });
  }
}

/** The review that a series of events makes, or the first problem in it. The first event opens it. */
export function replay([first, ...rest]: readonly ReviewEvent[]): Result<Review, Problem> {
  if (first?.type !== 'opened') return wrongState('a review begins by being opened', 'start with that event');
  return rest.reduce<Result<Review, Problem>>(
    (review, event) => (review.ok ? applyEvent(review.value, event) : review),
    ok(opened(first)),
  );
}

function join(review: Review, event: Joined): Result<Review, Problem> {
  const { by: person, role, standing, trainedAt, mayStop, conflict } = event;
  if (person === review.owner) return notAllowed('nobody judges a use of their own');
  if (role !== 'reviewer' && role !== 'customer-advocate')
    return notAllowed(`the role \`${role}\` does not judge`);
  if (review.participations.has(person))
    return wrongState('the person takes part already', 'go on with the review');
  const part: Participation = {
    person,
    role,
    standing,
    trainedAt,
    mayStop,
    conflict,
    opened: new Map(),
    firstJudgement: null,
    verdictShownAt: null,
    harms: [],
    alternatives: [],
    answers: new Map(),
    decision: null,
  };
  return ok({ ...review, participations: new Map(review.participations).set(person, part) });
}

/** Shows the verdict to one person: once they have judged first where that is asked, or decided where it is hidden. */
function reveal(review: Review, person: PersonKey, at: string): Result<Review, Problem> {
  return inPart(review, person, (part) => {
    const { seeing } = review.terms;
    if (seeing === 'blind' && part.firstJudgement === null)
      return wrongState('the verdict is shown after a first judgement', 'say first what you think yourself');
    if (seeing === 'hidden' && part.decision === null)
      return wrongState('the verdict is shown after the decision', 'decide by what you see');
    return ok({ ...part, verdictShownAt: part.verdictShownAt ?? at });
  });
}

/** The findings that a person may know: a harm that is held against others would tell what they say. */
const seenBy = (part: Participation, { subject, terms }: Review): Pick<Review['subject'], 'findings'> =>
  terms.seeing === 'open' || part.verdictShownAt !== null ? subject : { findings: [] };

function inPart(
  review: Review,
  person: PersonKey,
  change: (part: Participation) => Result<Participation, Problem>,
): Result<Review, Problem> {
  const part = review.participations.get(person);
  if (part === undefined)
    return wrongState(
      'the person does not take part yet',
      'declare role, training, authority and conflicts first',
    );
  const changed = change(part);
  return changed.ok
    ? ok({ ...review, participations: new Map(review.participations).set(person, changed.value) })
    : changed;
}

const wrongState = (message: string, hint: string): Result<never, Problem> =>
  fail(problem('review.wrong-state', message, hint));
const notAllowed = (message: string): Result<never, Problem> =>
  fail(problem('review.not-allowed', message, 'ask a reviewer who is not the owner of the use'));
const incomplete = (message: string, hint: string): Result<never, Problem> =>
  fail(problem('review.incomplete', message, hint));
