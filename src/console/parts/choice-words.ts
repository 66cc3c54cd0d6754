import type { LedgerOfPersonChoicesItemKind } from '../api/client.ts';
import { purposeInWords } from './in-words.ts';

type Kind = LedgerOfPersonChoicesItemKind;

/** What somebody did, by the kind of the choice. */
export const CHOICE_KINDS: Readonly<Record<Kind, string>> = {
  given: 'said yes',
  objected: 'objected',
  withdrawn: 'took their yes back',
  refused: 'said no',
  gpc: 'their browser said no (Global Privacy Control)',
  paused: 'paused',
  'theme-spared': 'asked to be spared a theme',
  'theme-welcome': 'welcomed a theme again',
  'opt-in-requested': 'was asked to confirm a yes',
  'opt-in-confirmed': 'confirmed a yes',
  lapsed: 'their yes ended',
  claimed: 'another system says they agreed',
};

/** Why something may or may not be sent, as one reads it after "because". */
const BECAUSE: Readonly<Record<string, string>> = {
  objected: 'they objected',
  withdrawn: 'they took their yes back',
  refused: 'they said no',
  gpc: 'their browser says no (Global Privacy Control)',
  paused: 'they paused it',
  lapsed: 'their yes has ended',
  unknown: 'they never said yes',
  given: 'they said yes',
};
export const becauseInWords = (because: string): string => BECAUSE[because] ?? because.replaceAll('-', ' ');

const CHANNELS: Readonly<Record<string, string>> = {
  email: 'mail',
  sms: 'text message',
  push: 'push message',
  'in-app': 'message in the app',
  web: 'the web',
  landing: 'landing page',
  ad: 'advertisement',
  phone: 'phone',
  chat: 'chat',
  'sales-email': 'sales mail',
};
export const channelInWords = (channel: string | null): string =>
  channel === null ? 'every channel' : (CHANNELS[channel] ?? channel);

export interface ScopeShown {
  readonly purpose: string | null;
  readonly channel: string | null;
  readonly topic: string | null;
}

/** What a choice is about, without its channel: a purpose and, where one is named, a topic. */
export const aboutInWords = ({ purpose, topic }: Omit<ScopeShown, 'channel'>): string => {
  const what = purpose === null ? 'everything' : purposeInWords(purpose);
  return topic === null ? what : `${topic.replaceAll('-', ' ')} (${what})`;
};

/** The same with its channel: "Marketing Communications by mail". */
export const scopeInWords = ({ channel, ...about }: ScopeShown): string =>
  channel === null
    ? `${aboutInWords(about)}, on every channel`
    : `${aboutInWords(about)}, by ${channelInWords(channel)}`;

const ACTORS: Readonly<Record<string, string>> = {
  person: 'by themselves',
  advocate: 'by a colleague for them',
  agent: 'by an agent of theirs',
  system: 'by a system',
};
export const actorInWords = (actor: string): string => ACTORS[actor] ?? actor;
