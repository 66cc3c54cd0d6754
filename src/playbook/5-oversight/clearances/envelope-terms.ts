import type { Envelope } from './statement.ts';

/** What a reviewer sets of an envelope; the variants and claims are those that were reviewed. */
export type EnvelopeTerms = Pick<Envelope, 'slots' | 'silent'>;

/** Slots whose content no reviewer can have seen: it is put together when the message is sent. */
export const isUnseen = ({ source }: EnvelopeTerms['slots'][number]): boolean => source.type !== 'field';

/**
 * The terms that all who approve stand behind: a slot only from a source that each of them cleared, and silent every
 * check that any of them asks for. Who says nothing clears the slots as they are, each from its field.
 */
export function commonTerms(
  approvals: ReadonlyArray<EnvelopeTerms | null>,
  fields: readonly string[],
): EnvelopeTerms {
  const usual = fields.map((name) => ({ name, source: { type: 'field' as const, ref: name } }));
  const cleared = approvals.map((terms) => new Set((terms?.slots ?? usual).map(keyOf)));
  const asked = approvals.flatMap((terms) => terms?.slots ?? usual);
  const slots = new Map(
    asked.filter((slot) => cleared.every((set) => set.has(keyOf(slot)))).map((slot) => [keyOf(slot), slot]),
  );
  return {
    slots: [...slots.values()],
    silent: [...new Set(approvals.flatMap((terms) => terms?.silent ?? []))].sort(),
  };
}

const keyOf = ({ name, source }: EnvelopeTerms['slots'][number]): string =>
  JSON.stringify([name, source.type, source.ref]);
