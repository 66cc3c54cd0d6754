import type { Basis, Channel, Intent } from '../../../kernel/vocabulary.ts';

/** What a use is to reach, as marketers say it, and what that is on a card. */
interface AimOption {
  readonly says: string;
  readonly intent: Intent;
  /** Key of the taxonomy; `null` where the aim leaves open what the data is used for. */
  readonly purpose: string | null;
}

export const AIMS = {
  sell: { says: 'people buy something', intent: 'sell', purpose: 'marketing.communications' },
  keep: { says: 'people stay, or come back', intent: 'retain', purpose: 'marketing.communications' },
  news: { says: 'people hear our news', intent: 'inform', purpose: 'marketing.communications' },
  learn: { says: 'people tell us something, or agree to something', intent: 'collect', purpose: null },
  notice: {
    says: 'people know what they must know about their order, contract or account',
    intent: 'inform',
    purpose: 'essential.service.notifications',
  },
  help: {
    says: 'people get help that they asked for',
    intent: 'support',
    purpose: 'essential.service.operations.support',
  },
  protect: {
    says: 'people are kept from harm: a recall, fraud, a leak',
    intent: 'protect',
    purpose: 'essential.service.notifications',
  },
} as const satisfies Record<string, AimOption>;
export type Aim = keyof typeof AIMS;

interface GroundOption {
  readonly says: string;
  /** `null` where the answer leaves the ground open. */
  readonly basis: Basis | null;
}

/** How people come to be in the audience, and which legal ground that is. */
export const GROUNDS = {
  asked: { says: 'they asked us for these messages', basis: 'consent' },
  customers: { says: 'they are our customers, and did not ask', basis: 'legitimate-interest' },
  contract: { says: 'it belongs to what they ordered or signed', basis: 'contract' },
  law: { says: 'a law obliges us to tell them', basis: 'legal-obligation' },
  danger: { says: 'somebody’s life or health is at stake', basis: 'vital-interest' },
  bought: { says: 'we have their data from somebody else', basis: null },
} as const satisfies Record<string, GroundOption>;
export type Ground = keyof typeof GROUNDS;

const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  email: 'e-mail',
  sms: 'text message',
  push: 'push notification',
  'in-app': 'inside our app',
  web: 'on our site',
  landing: 'landing page',
  prompt: 'prompt or pop-up',
  ad: 'advertisement',
  post: 'letter',
  phone: 'telephone',
  chat: 'chat',
  'sales-email': 'e-mail from a salesperson',
};

/** What is asked when a use is made from a message and an audience. None must be answered: what is not, stands open. */
export interface Answers {
  readonly aim?: Aim | undefined;
  /** Address of who answers for it. */
  readonly owner?: string | undefined;
  readonly channels?: readonly Channel[] | undefined;
  readonly ground?: Ground | undefined;
  readonly benefit?: string | undefined;
  /** Day as `2027-02-28`. */
  readonly until?: string | undefined;
}

export interface Question {
  readonly id: keyof Answers;
  readonly asks: string;
  readonly why: string;
  readonly form: 'one-of' | 'some-of' | 'address' | 'text' | 'day';
  /** Keys of the card that the answer fills. */
  readonly fills: readonly string[];
  readonly options: ReadonlyArray<{ readonly value: string; readonly says: string }>;
}

const optionsOf = (options: Readonly<Record<string, { readonly says: string }>>): Question['options'] =>
  Object.entries(options).map(([value, { says }]) => ({ value, says }));

/** The six questions, in the order in which they are asked: the page, the API and its validation have them from here. */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'aim',
    asks: 'What do you want to reach?',
    why: 'What you say is held against what the message does.',
    form: 'one-of',
    fills: ['intent', 'purpose'],
    options: optionsOf(AIMS),
  },
  {
    id: 'channels',
    asks: 'How does it reach people?',
    why: 'A letter, a call and a pop-up have different rules and different ways out.',
    form: 'some-of',
    fills: ['channels', 'purpose'],
    options: Object.entries(CHANNEL_NAMES).map(([value, says]) => ({ value, says })),
  },
  {
    id: 'ground',
    asks: 'How do people come to be in the audience?',
    why: 'It decides whether they may be written to at all.',
    form: 'one-of',
    fills: ['basis'],
    options: optionsOf(GROUNDS),
  },
  {
    id: 'benefit',
    asks: 'What does a person gain who gets it?',
    why: 'What is good for us alone is where harm begins.',
    form: 'text',
    fills: ['benefit'],
    options: [],
  },
  {
    id: 'owner',
    asks: 'Who answers for it?',
    why: 'Somebody has to be asked, and to stop it in time.',
    form: 'address',
    fills: ['owner'],
    options: [],
  },
  {
    id: 'until',
    asks: 'Until when does it run?',
    why: 'A use that nobody has to look at again goes on after its reason is gone.',
    form: 'day',
    fills: ['expires'],
    options: [],
  },
];
