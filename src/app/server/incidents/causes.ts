import type { SendFlaw } from '../../../gate/incidents/flaws-of-send.ts';

/** The cause of an incident by what was wrong with a send. */
export const CAUSE_OF_FLAW: Readonly<Record<SendFlaw, string>> = {
  uncleared: 'uncleared-send',
  changed: 'changed-send',
  refused: 'refused-send',
  'after-no': 'send-after-no',
};
export const flawOfCause = (cause: string): SendFlaw | null =>
  (Object.keys(CAUSE_OF_FLAW) as SendFlaw[]).find((flaw) => CAUSE_OF_FLAW[flaw] === cause) ?? null;

export const CONTEST_CHANGED = 'contest-changed';

/** What people report that no monitor and no gate saw. */
export const REPORTED = {
  'wrong-price': 'a price or a discount was claimed that was not true',
  'wrong-claim': 'something else was claimed that was not true',
  'wrong-person': 'it reached somebody whom it was not meant for, or showed them data of another',
  'unfair-exclusion': 'people were left out who should not have been',
  pressure: 'people were pressed, or caught in a weak moment',
  other: 'something else that did harm',
} as const;
export type Reported = keyof typeof REPORTED;
export const REPORTED_CAUSES = Object.keys(REPORTED) as Reported[];
