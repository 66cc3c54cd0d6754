import { z } from 'zod';
import { CHANNELS } from '../../../kernel/vocabulary.ts';
import { EVERYTHING } from '../../../playbook/6-control/ledger/scope.ts';
import { isSubjectKey, type SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { LANGUAGES } from '../choices/page-settings.ts';

const HOUR_MS = 3_600_000;

/**
 * What we write to customers, and for how long we try: a link that somebody waits for is worth nothing the next day,
 * what we owe them is tried for three days.
 */
export const LETTERS = {
  /** A link to one's choices, for whoever asks. */
  choices: 24 * HOUR_MS,
  /** A link that shows more, asked for on an open page. */
  'proof-preferences': HOUR_MS,
  'proof-why': HOUR_MS,
  /** A link to one's rights and requests. */
  rights: HOUR_MS,
  /** That somebody wants messages, to be confirmed by whoever reads the address. */
  'opt-in': 72 * HOUR_MS,
  /** That we have what somebody asked for, and until when they hear. */
  asked: 72 * HOUR_MS,
  /** That an objection was taken, which nobody had to prove. */
  objected: 72 * HOUR_MS,
  /** That something is to be read about what they asked for. */
  news: 72 * HOUR_MS,
  /** That it was answered. */
  answered: 72 * HOUR_MS,
  /** That they are erased here, so that no page can tell them any more. */
  erased: 72 * HOUR_MS,
} as const;
export type LetterKind = keyof typeof LETTERS;
export const LETTER_KINDS = Object.keys(LETTERS) as LetterKind[];

/** A letter to somebody. Its text is made when it leaves, so that its link works from then on. */
export interface Letter {
  readonly kind: LetterKind;
  readonly address: string;
  readonly language: (typeof LANGUAGES)[number];
  /** `null` of somebody who was erased. */
  readonly subject: SubjectKey | null;
  readonly scope: {
    readonly purpose: string | null;
    readonly channel: string | null;
    readonly topic: string | null;
  };
  /** The use, request or choice that its link is about. */
  readonly about: string | null;
  /** ISO 8601. */
  readonly dueAt: string | null;
  /** What an advocate wrote to somebody whom no page can show it any more. */
  readonly words: string | null;
}

/** The parts that few letters have. */
export const PLAIN_LETTER = { scope: EVERYTHING, about: null, dueAt: null, words: null } as const;

/** As it is sealed. */
export const letterShape = z.object({
  kind: z.enum(LETTER_KINDS),
  address: z.string(),
  language: z.enum(LANGUAGES),
  subject: z.custom<SubjectKey>((text) => typeof text === 'string' && isSubjectKey(text)).nullable(),
  scope: z.object({
    purpose: z.string().nullable(),
    channel: z.enum(CHANNELS).nullable(),
    topic: z.string().nullable(),
  }),
  about: z.string().nullable(),
  dueAt: z.string().nullable(),
  words: z.string().nullable(),
});

/** Letters in the outbox: nothing of them but their kind stands there. */
export const TOPIC = 'letter.';

/** The nearest of our languages; English where there is none. */
export const languageNear = (tag: string | null): Letter['language'] =>
  LANGUAGES.find((one) => tag?.toLowerCase().startsWith(one)) ?? 'en';
