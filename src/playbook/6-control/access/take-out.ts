import { isUnder } from '../../../kernel/taxonomy/index.ts';
import type { Origin } from '../../../kernel/vocabulary.ts';

/** Why something of a row is not in the copy that a person gets. */
export type TakenOutBecause =
  /** Nobody wrote down what the column holds, so nobody knows whether it is about others. */
  | 'not-described'
  /** It tells of other people: whom the person knows. */
  | 'about-others'
  /** Text that somebody else wrote, in which others may stand. */
  | 'text-of-others'
  /** A mail address in a text that is not the person’s own. */
  | 'address-of-others';

/** What a column says of itself in the data map, as far as it matters here. */
export interface ColumnMeaning {
  readonly category: string | null;
  readonly origin: Origin | null;
}

/**
 * Whether a whole column stays out, and why; `null` where it goes in. Free text goes in where the person wrote it.
 * Whom a person knows is about those others.
 */
export function columnStaysOut(meaning: ColumnMeaning | undefined): TakenOutBecause | null {
  if (meaning === undefined) return 'not-described';
  const { category, origin } = meaning;
  if (category === null) return null;
  if (isUnder(category, 'user.social')) return 'about-others';
  if (isFreeText(category) && origin !== 'provided') return 'text-of-others';
  return null;
}

const isFreeText = (category: string): boolean =>
  isUnder(category, 'user.content') || category === 'comms_content';

/** Whether a column holds addresses or numbers, which stay as they are: the row was found by them. */
export const holdsContact = ({ category }: ColumnMeaning): boolean =>
  category !== null && isUnder(category, 'user.contact');

/** An apostrophe may stand in the part before the `@`, as in o'brien, and before all of it as a quotation mark. */
const ADDRESS = /[^\s@<>"(),;:[\]]{1,64}@[^\s@<>"'(),;:[\]]{1,255}/g;
export const IN_PLACE_OF_ADDRESS = '[address of somebody else]';

/** A text without the mail addresses of others, and how many were taken out. */
export function withoutAddresses(
  text: string,
  own: ReadonlySet<string>,
): { readonly text: string; readonly count: number } {
  if (!text.includes('@')) return { text, count: 0 };
  let count = 0;
  const left = text.replace(ADDRESS, (address) => {
    if (own.has(address.toLowerCase().replace(/^'/, '').replace(/\.$/, ''))) return address;
    count += 1;
    return IN_PLACE_OF_ADDRESS;
  });
  return { text: left, count };
}
