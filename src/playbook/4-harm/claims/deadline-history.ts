import { z } from 'zod';
import type { History } from '../../../kernel/ports/history.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import { readYaml } from '../../../kernel/yaml-document.ts';

/** A deadline that an offer had, and where it stood. */
export interface PastDeadline {
  readonly at: Date;
  /** As it was written. */
  readonly value: string;
  readonly where: string;
}

/** The deadlines that each offer ever had, oldest first; offers by `offerKey`. */
export interface DeadlineHistory {
  /** False where git is missing, or older versions cannot be seen. */
  readonly read: boolean;
  readonly byOffer: ReadonlyMap<string, readonly PastDeadline[]>;
}

export const NO_HISTORY: DeadlineHistory = { read: false, byOffer: new Map() };

/** What a deadline belongs to: its offer across facts and uses, else the fact of that name alone. */
export const offerKey = (offer: string | undefined, factName: string): string =>
  offer === undefined ? `fact ${factName}` : `offer ${offer.trim().toLowerCase()}`;

/** The end of a deadline: a day without a time holds to its last moment, in UTC. */
export const deadlineEnd = (at: string): Date => new Date(at.includes('T') ? at : `${at}T23:59:59Z`);

/**
 * Collects the deadlines of every offer from all versions of a facts file. A version that cannot be read, or a deadline
 * of an older form, is passed over: the past need not fit today's schema.
 */
export async function deadlineHistory(history: History, path = 'facts.yaml'): Promise<DeadlineHistory> {
  const past = await history.versions(path);
  if (!past.ok) return NO_HISTORY;
  const byOffer = new Map<string, PastDeadline[]>();
  for (const { commit, at, text } of past.value.versions.toReversed()) {
    const where = `${path} at ${commit.slice(0, 10)} of ${at.toISOString().slice(0, 10)}`;
    for (const [name, { at: value, offer }] of deadlinesIn(path, text)) {
      const key = offerKey(offer, name);
      const known = byOffer.get(key) ?? [];
      const end = deadlineEnd(value);
      if (known.at(-1)?.at.getTime() !== end.getTime())
        byOffer.set(key, [...known, { at: end, value, where }]);
    }
  }
  return { read: past.value.complete, byOffer };
}

const pastDeadline = z.object({
  type: z.literal('deadline'),
  at: z.string().refine((value) => !Number.isNaN(deadlineEnd(value).getTime())),
  offer: z.string().optional(),
});

function deadlinesIn(path: string, text: string): [string, z.infer<typeof pastDeadline>][] {
  const { value } = readYaml(new SourceText(path, text), z.record(z.string(), z.unknown()).nullable());
  return Object.entries(value ?? {}).flatMap(([name, entry]) => {
    const parsed = pastDeadline.safeParse(entry);
    return parsed.success ? [[name, parsed.data] satisfies [string, z.infer<typeof pastDeadline>]] : [];
  });
}
