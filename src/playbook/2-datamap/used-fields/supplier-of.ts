import type { Supplier } from '../../../check/facts/card.ts';
import type { UsedField } from '../../../check/facts/field-use.ts';

/**
 * The supplier on the card from which a field comes: the one that lists it, else the one that the data map names, else
 * one that lists another field of its dataset.
 */
export function supplierOf(
  field: UsedField,
  suppliers: readonly Supplier[],
): { readonly supplier: Supplier; readonly index: number } | null {
  const name = field.name.toLowerCase();
  const named = field.entry?.supplier?.trim().toLowerCase();
  const dataset = field.entry === null ? null : `${field.entry.dataset.toLowerCase()}.`;
  const listing = (fits: (listed: string) => boolean) => (one: Supplier) =>
    (one.fields ?? []).some((listed) => fits(listed.toLowerCase()));
  const ways = [
    listing((listed) => name === listed || name.endsWith(`.${listed}`)),
    (one: Supplier) => one.name.trim().toLowerCase() === named,
    listing((listed) => dataset !== null && listed.startsWith(dataset)),
  ];
  for (const way of ways) {
    const index = suppliers.findIndex(way);
    if (index >= 0) return { supplier: suppliers[index]!, index };
  }
  return null;
}
