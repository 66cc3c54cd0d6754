import { createHash } from 'node:crypto';

/** SHA-256 in small hexadecimal letters, as the advertising systems compare addresses; `null` stays `null`. */
export const hashed = (text: string | null): string | null =>
  text === null ? null : createHash('sha256').update(text, 'utf8').digest('hex');
