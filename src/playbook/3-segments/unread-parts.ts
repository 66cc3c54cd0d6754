import type { AudienceFact } from '../../check/facts/audience.ts';

interface Teller {
  cannotTell(missing: string, options?: { readonly required?: boolean }): void;
}

/**
 * Says which definitions could not be read in full: those that no reader understands, and those of which nothing is known
 * but a reference to something that is not at hand.
 */
export function tellUnread(audience: AudienceFact, context: Teller): void {
  for (const { pointer, reading } of audience.parts) {
    if (!reading.assessed)
      context.cannotTell(`${pointer}: ${reading.problem?.message ?? 'the definition could not be read'}`);
    else if (reading.fields.length === 0)
      for (const name of reading.unresolved)
        context.cannotTell(`${pointer}: \`${name}\` is not at hand`, { required: true });
  }
}

/** Says which references lead nowhere beside fields that are known; one check says it for all. */
export function tellUnresolved(audience: AudienceFact, context: Teller): void {
  for (const { pointer, reading } of audience.parts)
    if (reading.assessed && reading.fields.length > 0)
      for (const name of reading.unresolved)
        context.cannotTell(`${pointer}: \`${name}\` is not at hand`, { required: false });
}
