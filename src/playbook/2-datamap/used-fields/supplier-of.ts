import type { Supplier } from '../../../check/facts/card.ts';
import type { UsedField } from '../../../check/facts/field-use.ts';

/** The supplier on the card from which a field comes: the one that lists it, else the one that the data map names. */
export function supplierOf(
  field: UsedField,
  suppliers: readonly Supplier[],
): { readonly supplier: Supplier; readonly index: number } | null {
  const name = field.name.toLowerCase();
  const lists = ({ fields = [] }: Supplier): boolean =>
    fields.some((listed) => name === listed.toLowerCase() || name.endsWith(`.${listed.toLowerCase()}`));
  const named = field.entry?.supplier?.trim().toLowerCase();
  const byField = suppliers.findIndex(lists);
  const index =
    byField >= 0 ? byField : suppliers.findIndex((one) => one.name.trim().toLowerCase() === named);
  const supplier = suppliers[index];
  return supplier === undefined ? null : { supplier, index };
}
