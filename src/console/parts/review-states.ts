/** Where a review stands, in words. */
export const REVIEW_STATES: Readonly<Record<string, string>> = {
  open: 'waits for a judgement',
  'awaiting-second': 'waits for a second approver',
  disagreement: 'two disagree: a third decides',
  escalated: 'handed on',
  approved: 'approved',
  'approved-with-conditions': 'approved with conditions',
  'changes-asked': 'changes asked for',
  rejected: 'rejected',
  expired: 'ended undecided',
  withdrawn: 'withdrawn',
};

/** What a review is of, in words. */
export const REVIEW_KINDS: Readonly<Record<string, string>> = {
  use: 'use',
  'small-change': 'small change',
  waiver: 'waiver',
  record: 'record',
  contest: 'contest',
  alarm: 'alarm',
};
