import type { AskedRequest } from './asked-request.ts';
import type { RequestEvent } from './request-event.ts';

const DAY_MS = 86_400_000;

/**
 * What stands on record of a review of one decision: what any review records, and what the person, the reviewer and the
 * outcome add to it. A decision that was opened again has the record of its last review.
 */
export interface IndividualReview {
  readonly openedAt: string;
  /** Who decided, or looks at it; `null` while nobody does. */
  readonly reviewer: string | null;
  /** When they were trained to read what the machine says, as it stood then; `null` where that is not on record. */
  readonly trainedAt: string | null;
  /** Whether the person said something in their own words. */
  readonly hasStatement: boolean;
  /** What was looked at that the machine had not. */
  readonly facts: string | null;
  /** `null` until it is decided. */
  readonly isChanged: boolean | null;
  /** As the person got it, with the answer. */
  readonly explanation: string | null;
  readonly decidedAt: string | null;
  /** In whole days, from when it was asked or opened again. */
  readonly daysToDecide: number | null;
}

/** The record of a contest by what happened to it; `null` for all else. */
export function individualReview(
  request: AskedRequest,
  events: readonly RequestEvent[],
  hasStatement: boolean,
): IndividualReview | null {
  if (request.kind !== 'contest') return null;
  const since = events.filter(({ at }) => at >= request.clockFrom);
  const considered = since.findLast((event) => event.type === 'considered');
  const answered = since.findLast((event) => event.type === 'answered');
  return {
    openedAt: request.clockFrom,
    reviewer: answered?.by ?? request.takenBy,
    trainedAt: considered?.trainedAt ?? null,
    hasStatement,
    facts: considered?.words ?? null,
    isChanged: answered === undefined ? null : answered.outcome === 'changed',
    explanation: answered?.words ?? null,
    decidedAt: answered?.at ?? null,
    daysToDecide:
      answered === undefined
        ? null
        : Math.floor((Date.parse(answered.at) - Date.parse(request.clockFrom)) / DAY_MS),
  };
}
