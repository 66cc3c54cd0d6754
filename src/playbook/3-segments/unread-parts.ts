import type { AudienceFact } from '../../check/facts/audience.ts';

interface Teller {
  cannotTell(missing: string, options?: { readonly required?: boolean }): void;
}

/**
 * Says which definitions could not be read, and which references lead nowhere. A reference keeps the verdict from
 * `allow` only where nothing else of the definition is known.
 */
export function tellUnread(audience: AudienceFact, context: Teller): void {
  for (const { pointer, reading } of audience.parts) {
    if (!reading.assessed)
      context.cannotTell(`${pointer}: ${reading.problem?.message ?? 'the definition could not be read'}`);
    else
      for (const name of reading.unresolved)
        context.cannotTell(`${pointer}: \`${name}\` is not at hand`, {
          required: reading.fields.length === 0,
        });
  }
}
