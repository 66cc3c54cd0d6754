import type { WordingHit } from '../../../check/facts/message.ts';

const SPEAKS_FOR_READER = /^\W{0,3}(?:no|nah|nope|i)\b/i;

/** Whether a hit shames the reader through the refusal that it puts in their mouth, on a choice or in plain text. */
export const isRefusal = ({ technique, kind, role, quote, source }: WordingHit): boolean =>
  technique === 'shame' &&
  kind === 'pressure' &&
  (role === 'decline' || role === 'button' || (source === 'rule' && SPEAKS_FOR_READER.test(quote)));
