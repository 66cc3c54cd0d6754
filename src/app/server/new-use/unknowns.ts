import type { UseCard } from '../../../check/facts/card.ts';
import { requiredKeys } from '../../../check/required-keys.ts';
import { messageReference } from '../../definition-files.ts';
import { type Answers, QUESTIONS } from './questions.ts';

/** Something that nobody said, and that is not guessed. */
export interface Unknown {
  /** Path in the card, as `audience.dialect`. */
  readonly key: string;
  /** What is open. */
  readonly says: string;
  /** Why it matters. */
  readonly why: string;
  /** The question whose answer closes it; `null` where it takes more than an answer. */
  readonly question: keyof Answers | null;
}

/** What was given and cannot be read, or leaves something open that it seems to answer. */
export interface Given {
  /** A picture instead of words. */
  readonly picture: boolean;
  /** The answer to how people come to be in the audience leaves the ground open. */
  readonly boughtData: boolean;
}

type Words = Pick<Unknown, 'says' | 'why'>;

const KEYS: Readonly<Partial<Record<keyof UseCard, Words>>> = {
  owner: { says: 'who answers for it', why: 'nobody can be asked, and nobody stops it in time' },
  approver: {
    says: 'who approves it, somebody else than the owner',
    why: 'who planned it sees it with the eyes of who planned it',
  },
  purpose: { says: 'what the data is used for', why: 'whether people were told of it cannot be judged' },
  basis: { says: 'the legal ground', why: 'whether people may be reached at all cannot be judged' },
  intent: { says: 'what is wanted from people', why: 'it is held against what the message does' },
  benefit: { says: 'what a person gains', why: 'what is good for us alone is where harm begins' },
  without_it: {
    says: 'what happens to a person who is left alone',
    why: 'help that is left out harms, and so does pressure where nothing is lost',
  },
  channels: { says: 'how it reaches people', why: 'each channel has rules and a way out of its own' },
  expires: { says: 'until when it runs', why: 'a use without an end goes on after its reason is gone' },
  audience: { says: 'who is reached', why: 'who is singled out, and who is left out, cannot be judged' },
  messages: { says: 'what people get to read', why: 'no word of it was judged' },
  explanation: {
    says: 'why a person gets it, in one sentence to them',
    why: 'people who ask are owed an answer, and it is held against what really decides',
  },
  fields: { says: 'which data is used', why: 'whether that data may be used for this cannot be judged' },
};

/** Everything that is open in a card, in its order. */
export function unknownsOf(card: UseCard, given: Given): readonly Unknown[] {
  const open = requiredKeys(card.kind).flatMap((key): Unknown[] => {
    const words = KEYS[key];
    return words === undefined || card[key] !== undefined ? [] : [{ key, ...words, question: askedBy(key) }];
  });
  return [...open.map((one) => asGiven(one, given)), ...inAudience(card), ...inMessages(card)];
}

const askedBy = (key: string): keyof Answers | null =>
  QUESTIONS.find(({ fills }) => fills.includes(key))?.id ?? null;

function asGiven(unknown: Unknown, { picture, boughtData }: Given): Unknown {
  if (unknown.key === 'messages' && picture)
    return {
      ...unknown,
      says: 'what the message says: a picture was given, and pictures are not assessed',
      why: 'no word in it was judged, so nothing here speaks for it',
    };
  if (unknown.key === 'basis' && boughtData)
    return {
      ...unknown,
      says: 'the legal ground, as the data comes from somebody else',
      why: 'who sold it must show what people were told, and agreed to',
      question: null,
    };
  return unknown;
}

function inAudience({ audience, channels }: UseCard): readonly Unknown[] {
  const { segment, dialect, origin, expansion } = audience ?? {};
  const ending = /\.[a-z]+$/.exec(segment ?? '')?.[0];
  const open: Unknown[] = [];
  const add = (key: string, says: string, why: string): void => {
    open.push({ key: `audience.${key}`, says, why, question: null });
  };
  if (ending === '.txt' || ending === '.md')
    add(
      'segment',
      'who exactly is reached: words were given, and words are no definition',
      'which data decides, and whom it leaves out, cannot be judged',
    );
  if (ending === '.sql' && dialect === undefined)
    add(
      'dialect',
      'which database the query is written for; it was read as PostgreSQL',
      'another one may read it differently',
    );
  if (ending === '.csv' && origin === undefined)
    add(
      'origin',
      'where the list comes from',
      'nobody can tell why people are on it, nor whether they may be',
    );
  if (channels?.includes('ad') === true && (expansion === undefined || expansion === 'unknown'))
    add(
      'expansion',
      'whether the ad platform widens the audience',
      'people alike to a sensitive group are likely to belong to it',
    );
  return open;
}

function inMessages({ messages = [], channels }: UseCard): readonly Unknown[] {
  const isMail = channels?.includes('email') === true || channels?.includes('sales-email') === true;
  return messages.map(messageReference).flatMap((message, index) => {
    const open: Unknown[] = [];
    const add = (key: string, says: string, why: string): void => {
      open.push({ key: `messages[${index}].${key}`, says, why, question: null });
    };
    if (isMail && message.subject === undefined)
      add('subject', 'the subject line', 'it is read first, and often presses the most');
    if (isMail && message.from === undefined)
      add('from', 'the sender that people see', 'who writes must be plain to see');
    if (isMail && message.headers === undefined)
      add(
        'headers',
        'the mail headers, as `List-Unsubscribe`',
        'whether people can leave with one click cannot be judged',
      );
    return open;
  });
}
