import type { Step } from '../kernel/vocabulary.ts';
import type { Level } from './requirement.ts';

/** A question of the first day. What somebody believes is kept beside what can be seen, and never mixed with it. */
export interface Question {
  /** `1a` to `7c`. */
  readonly id: string;
  readonly step: Step;
  readonly asks: string;
  /** The level that a yes speaks of. */
  readonly level: Exclude<Level, 0>;
}

export const ANSWERS = ['yes', 'partly', 'no'] as const;
export type Answer = (typeof ANSWERS)[number];

/** 21 questions, three for each practice: of the levels 1, 2 and 3, beyond which nobody can know on the first day (ours). */
export const QUESTIONS: readonly Question[] = [
  { id: '1a', step: 1, level: 1, asks: 'Is it written down what customer data may not be used for?' },
  {
    id: '1b',
    step: 1,
    level: 2,
    asks: 'Can you list every campaign that runs today, with its purpose and owner?',
  },
  {
    id: '1c',
    step: 1,
    level: 3,
    asks: 'Would a campaign that nobody declared be stopped before it is sent?',
  },
  { id: '2a', step: 2, level: 1, asks: 'Is there a list of the systems that hold customer data?' },
  {
    id: '2b',
    step: 2,
    level: 2,
    asks: 'Do you know of nearly every field where it came from, and what for?',
  },
  { id: '2c', step: 2, level: 3, asks: 'Would you notice a campaign that uses a field nobody described?' },
  { id: '3a', step: 3, level: 1, asks: 'Does somebody look at segments that could be sensitive?' },
  { id: '3b', step: 3, level: 2, asks: 'Is every segment looked at before it is used?' },
  {
    id: '3c',
    step: 3,
    level: 3,
    asks: 'Is a segment of people in debt, grief or illness stopped by itself?',
  },
  { id: '4a', step: 4, level: 1, asks: 'Are messages tested for pressure and false urgency?' },
  { id: '4b', step: 4, level: 2, asks: 'Is every message tested before it is sent?' },
  { id: '4c', step: 4, level: 3, asks: 'Is "only today" checked against a date that really ends?' },
  { id: '5a', step: 5, level: 1, asks: 'Does a person sign off before a campaign starts?' },
  { id: '5b', step: 5, level: 2, asks: 'Could you show who approved what, when and why, a year later?' },
  { id: '5c', step: 5, level: 3, asks: 'Has somebody tried this quarter to stop an automation?' },
  { id: '6a', step: 6, level: 1, asks: 'Can customers leave with one click?' },
  { id: '6b', step: 6, level: 2, asks: 'Can you prove for each consent what the person was told?' },
  { id: '6c', step: 6, level: 3, asks: 'Is it tried out every day that leaving works in every system?' },
  { id: '7a', step: 7, level: 1, asks: 'Do you hear of complaints about campaigns?' },
  { id: '7b', step: 7, level: 2, asks: 'Do you see complaints, opt-outs and refunds for each campaign?' },
  { id: '7c', step: 7, level: 3, asks: 'Would a campaign that harms people be paused by itself?' },
];

/** The level that somebody believes a practice is at: the highest up to which every answer is yes. */
export function believed(answers: ReadonlyMap<string, Answer>, step: Step): Level {
  let level: Level = 0;
  for (const question of QUESTIONS.filter((one) => one.step === step)) {
    if (answers.get(question.id) !== 'yes') break;
    level = question.level;
  }
  return level;
}
