import type { Fetch } from '../../kernel/ports/fetch.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok } from '../../kernel/result.ts';

export interface MemoryDocument {
  readonly value?: unknown;
  readonly date?: Date | null;
  readonly problem?: Problem;
}

/** A web of a few JSON documents; any other address is `fact.not-allowed`. For tests and demos. */
export function memoryFetch(documents: Readonly<Record<string, MemoryDocument>>): Fetch {
  return {
    async json(url) {
      const document = Object.hasOwn(documents, url) ? documents[url] : undefined;
      if (document === undefined)
        return fail(
          problem('fact.not-allowed', `\`${url}\` may not be asked`, 'list its host under `facts.hosts`'),
        );
      if (document.problem !== undefined) return fail(document.problem);
      return ok({ value: document.value, date: document.date ?? null });
    },
  };
}
