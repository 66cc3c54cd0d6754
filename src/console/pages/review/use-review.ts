import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import {
  actInReview,
  type ListedFinding,
  listFindings,
  listPeople,
  type Review,
  type ReviewStep,
  readReview,
  readVersion,
  type Version,
} from '../../api/client.ts';
import { useMay, useMe } from '../../shell/session.tsx';
import type { DecisionDraft } from './decision-draft.ts';

/** How often a review is asked for anew, so that what others do shows by itself. */
const EVERY_MS = 15_000;

export type Participation = Review['participations'][number];

/** A review as the page works with it. */
export interface OpenReview {
  readonly review: Review;
  readonly version: Version;
  readonly findings: readonly ListedFinding[];
  /** The part of who is signed in; `null` before they take one. */
  readonly own: Participation | null;
  /** Whether who is signed in may judge it, and it still can be judged. */
  readonly mayJudge: boolean;
  readonly nameOf: (key: string) => string;
  /** The finding that is spoken of, on both sides of the page. */
  readonly current: ListedFinding | null;
  readonly setCurrent: (finding: ListedFinding | null) => void;
  /** The decision that is being written. */
  readonly decision: DecisionDraft;
  readonly setDecision: (next: DecisionDraft | ((now: DecisionDraft) => DecisionDraft)) => void;
  readonly clearDecision: () => void;
}

export const ReviewContext = createContext<OpenReview | null>(null);

export function useOpenReview(): OpenReview {
  const open = use(ReviewContext);
  if (open === null) throw new Error('asked for a review outside of its page');
  return open;
}

export const useReview = (id: string) =>
  useQuery({
    queryKey: ['reviews', id],
    queryFn: ({ signal }) => readReview(id, { signal }),
    refetchInterval: EVERY_MS,
  });

/** What is reviewed, and what was found in it as far as it may be known now. */
export function useReviewed(review: Review | undefined) {
  const use = review?.subject.use ?? '';
  const version = useQuery({
    queryKey: ['uses', use, 'versions', review?.useVersion],
    queryFn: ({ signal }) => readVersion(use, review!.useVersion, { signal }),
    enabled: review !== undefined,
  });
  const findings = useQuery({
    // What is shown depends on whether one has judged.
    queryKey: ['uses', use, 'findings', review?.useVersion, review?.isVerdictHidden],
    queryFn: ({ signal }) =>
      listFindings(use, { version: review!.useVersion, limit: 500, sort: 'position' }, { signal }),
    enabled: review !== undefined && !review.isVerdictHidden,
  });
  return { version, findings };
}

/** The part that who is signed in has, and whether they may judge. */
export function useOwnPart(review: Review | undefined) {
  const me = useMe();
  const may = useMay();
  return {
    own: review?.participations.find(({ person }) => person === me.key) ?? null,
    mayJudge:
      review !== undefined && review.closedAt === null && review.owner !== me.key && may('review.judge'),
  };
}

/** Names by key, as far as one may know them. */
export function useNames(): (key: string) => string {
  const me = useMe();
  const may = useMay();
  const people = useQuery({
    queryKey: ['people', 'names'],
    queryFn: ({ signal }) => listPeople({ limit: 500 }, { signal }),
    enabled: may('people.read'),
    staleTime: 300_000,
  });
  return (key) =>
    key === me.key
      ? 'you'
      : (people.data?.items.find((person) => person.key === key)?.name ?? 'somebody else');
}

/** Does a step in a review. What was refused leaves the page as it is, but for what others did meanwhile. */
export function useAct(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (steps: readonly ReviewStep[]) => inOrder(id, steps),
    onSuccess: async (review) => {
      const before = queries.getQueryData<Review>(['reviews', id]);
      queries.setQueryData(['reviews', id], review);
      if (before?.isVerdictHidden !== review.isVerdictHidden || review.closedAt !== null)
        await queries.invalidateQueries({ queryKey: ['uses', review.subject.use] });
      if (review.closedAt !== null) await queries.invalidateQueries({ queryKey: ['reviews'] });
    },
    onError: () => queries.invalidateQueries({ queryKey: ['reviews', id] }),
  });
}

async function inOrder(id: string, [first, ...rest]: readonly ReviewStep[]): Promise<Review> {
  let review = await actInReview(id, first!);
  for (const step of rest) review = await actInReview(id, step);
  return review;
}
