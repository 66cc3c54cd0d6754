import type { AudienceFact, FieldUse } from '../../../../check/facts/audience.ts';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { UsedFieldsFact } from '../../../../check/facts/field-use.ts';
import { isDenied } from '../../../../kernel/denied-values.ts';
import type { Location } from '../../../../kernel/source-text.ts';

/**
 * The uses of fields but for those that only spare people: an open complaint that keeps marketing away from them is no
 * use of it against them. That a card declares such a field is none either.
 */
export function usedAgainst(
  card: UseCard,
  { parts }: AudienceFact,
  { used }: UsedFieldsFact,
): UsedFieldsFact {
  const places = parts.flatMap(({ part, reading }) => {
    const leavesOut = part === 'exclude' || (part === 'rule' && card.kind === 'suppression');
    const spares = (field: FieldUse): boolean =>
      ((field.role === 'exclude') === isDenied(field)) === leavesOut;
    return reading.fields.filter((field) => field.role !== 'output' && spares(field)).map(placeOf);
  });
  const sparing = new Set(places);
  const spared = used.filter((field) => sparing.has(placeOf(field)));
  const names = new Set(spared.map(({ name }) => name));
  return {
    used: used.filter(
      (field) => !spared.includes(field) && !(field.where === 'declared' && names.has(field.name)),
    ),
  };
}

const placeOf = ({ at }: { readonly at: Location }): string => `${at.file}\n${at.line}\n${at.column}`;
