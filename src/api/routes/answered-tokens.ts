import { createHash } from 'node:crypto';

/** Links remembered at once; beyond, the oldest are forgotten. */
const MOST = 100_000;

/**
 * Links from which a question was answered, so that no one counts twice by pressing twice. In memory alone and by a hash:
 * written down it would tell who answered. After a restart somebody may be counted again.
 */
export class AnsweredTokens {
  readonly #hashes = new Set<string>();

  isFirst(token: string): boolean {
    return !this.#hashes.has(hashOf(token));
  }

  remember(token: string): void {
    this.#hashes.add(hashOf(token));
    if (this.#hashes.size > MOST) this.#hashes.delete(this.#hashes.values().next().value!);
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
