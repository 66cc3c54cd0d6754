import { readFileSync } from 'node:fs';
import type { BlockRole } from '../../src/check/facts/message.ts';
import { hashOf } from './hash.ts';

/** A sentence of our own, labelled like the mail: what it says is judged by its words and the place they stand in. */
export interface OwnText {
  readonly channel: string;
  readonly text: string;
  /** 0 nothing, 1 claim, 2 pressure. */
  readonly tier: 0 | 1 | 2;
  readonly techniques: readonly string[];
  readonly quote: string;
}

/** `fresh` lines were written after the rules, and no rule, cue or weight was made with them since. */
export type OwnPart = 'tuning' | 'held-out' | 'fresh';

/** Two in five of the lines that the rules were written beside are kept out. The text alone decides which. */
export const partOf = (text: string): OwnPart => (hashOf(text) % 5 < 2 ? 'held-out' : 'tuning');

export const readOwnTexts = (part: OwnPart): OwnText[] =>
  part === 'fresh'
    ? read('fresh-texts.jsonl')
    : read('own-texts.jsonl').filter(({ text }) => partOf(text) === part);

const read = (file: string): OwnText[] =>
  readFileSync(new URL(`../../bench/wording/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as OwnText);

const ROLES: Readonly<Record<string, BlockRole>> = {
  subject: 'subject',
  preheader: 'preheader',
  button: 'button',
  decline: 'decline',
};

/** Where the text stands in a message: its own place, else the body. */
export const roleOf = ({ channel }: OwnText): BlockRole => ROLES[channel] ?? 'body';
