import { monitorInWords } from './outcome-words.ts';

const CAUSES: Readonly<Record<string, string>> = {
  'uncleared-send': 'It was sent without a clearance',
  'changed-send': 'What was sent is not what was cleared',
  'refused-send': 'It was sent although the gate had answered otherwise',
  'send-after-no': 'It was sent to people who had said no',
  'send-after-opt-out': 'It was sent to somebody who had opted out',
  blind: 'It was sent, and nothing was told any more of what followed',
  'contest-changed': 'A person contested a decision and was right',
  'wrong-price': 'A price that was not true',
  'wrong-claim': 'A claim that was not true',
  'wrong-person': 'It reached the wrong person, or showed data of another',
  'unfair-exclusion': 'People were left out who should not have been',
  pressure: 'People were pressed, or caught in a weak moment',
  other: 'Something else that did harm',
};
/** What somebody can report. */
export const REPORTED = [
  'wrong-price',
  'wrong-claim',
  'wrong-person',
  'unfair-exclusion',
  'pressure',
  'other',
] as const;

/** What happened, as a heading; of an alarm the monitor that raised it. */
export const causeInWords = (cause: string): string =>
  CAUSES[cause] ?? `Too many ${monitorInWords(cause).toLowerCase()}`;

export const INCIDENT_STATES: Readonly<Record<string, string>> = {
  open: 'to be decided',
  remedying: 'being made good',
  closed: 'closed',
};

export const NOTICES: Readonly<Record<string, string>> = {
  'no-breach': 'No personal data breach: nobody has to be told by law',
  'breach-without-risk': 'A breach that puts nobody at risk: it is on record here, and nobody is told',
  authority: 'A breach: the authority is told',
  'authority-and-people': 'A breach with a high risk: the authority and the people concerned are told',
};

export const REMEDIES: Readonly<Record<string, string>> = {
  correction: 'a correction',
  apology: 'an apology',
  refund: 'a refund',
  reversal: 'the exclusion is reversed',
};

export const GUARDS: Readonly<Record<string, string>> = {
  check: 'A check of Scruple',
  rule: 'A rule of ours, as a boundary or a cap',
  test: 'A test of ours',
  'none-yet': 'Nothing yet',
};

export const CLOCKS: Readonly<Record<string, string>> = {
  authority: 'Whether an authority has to be told, and that it was',
  remedy: 'What is done for those it reached',
  proof: 'That it was done',
};

export const STEPS: Readonly<Record<string, string>> = {
  opened: 'it was opened',
  'evidence-added': 'more was seen',
  'known-since': 'it was known earlier',
  'cause-found': 'what caused it',
  'notice-decided': 'whether somebody has to be told',
  told: 'somebody was told',
  'remedy-decided': 'what is done about it',
  'remedy-proven': 'that it was done',
  'guard-named': 'what would have caught it',
  closed: 'it was closed',
};
