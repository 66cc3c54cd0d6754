import type { Problem } from '../problem.ts';
import type { Result } from '../result.ts';

/**
 * Asks a JSON document of a listed host. An adapter refuses hosts that are not listed, private addresses unless listed,
 * redirects to another host, answers over 1 MiB, and waits no longer than the limit.
 * Problems: `fact.not-allowed`, `fact.unreachable`, `fact.invalid`.
 */
export interface Fetch {
  json(url: string): Promise<Result<{ readonly value: unknown; readonly date: Date | null }, Problem>>;
}
