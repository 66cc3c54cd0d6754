import type { OutcomeEvent } from '../outcome-event.ts';

/** An event with everything that a test does not care for. */
export const event = (
  some: Pick<OutcomeEvent, 'id' | 'type' | 'at'> & Partial<OutcomeEvent>,
): OutcomeEvent => ({
  use: 'news',
  subject: 'someone',
  isEssential: false,
  groups: {},
  provider: '',
  ...some,
});
