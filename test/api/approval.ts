/** An approval as a reviewer sends it; `more` takes the place of what a test is about. */
export const approval = (stopOwner: string, more: object = {}) => ({
  type: 'decided',
  decision: 'approve',
  reason: 'it says what is new, and people asked for it',
  against: 'some may get too many letters',
  dissent: null,
  conditions: [],
  until: '2027-02-01T00:00:00Z',
  stopOwner,
  contest: null,
  essential: null,
  ...more,
});
