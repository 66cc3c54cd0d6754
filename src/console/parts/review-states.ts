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
