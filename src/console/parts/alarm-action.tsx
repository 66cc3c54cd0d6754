import type { Alarm } from '../api/client.ts';
import { Gravity } from './gravity.tsx';

const ACTIONS = {
  pause: { gravity: 'block', words: 'paused' },
  review: { gravity: 'review', words: 'calls for a review' },
  warn: { gravity: 'advise', words: 'warning' },
} as const;

export const actionInWords = (action: Alarm['action']): string => ACTIONS[action].words;

/** What an alarm did, as shape and word. */
export const AlarmAction = ({ of }: { readonly of: Alarm['action'] }) => (
  <Gravity of={ACTIONS[of].gravity}>{ACTIONS[of].words}</Gravity>
);
