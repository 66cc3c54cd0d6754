import type { Block } from './block.ts';
import { aggregates, columnIn } from './expression-parts.ts';
import { isPersonKey } from './person-key.ts';
import type { Expression } from './tree.ts';

/** Aggregates that give one of the values of a group as it is. */
const CHOOSING =
  /^(?:max|min|any_value|first|last|first_value|last_value|arbitrary|mode|(?:arg_)?(?:max|min)(?:_by)?)$/i;

/**
 * Whether an aggregate in the output picks the person that a group stands for, as `max(customer_id) … group by religion`:
 * other groups would be other people. Where a person stands beside it, the groups are of people already.
 */
export function choosesPerson(of: Extract<Expression, { kind: 'call' }>, block: Block): boolean {
  if (!CHOOSING.test(of.name) || !namesPerson(of.arguments[0])) return false;
  const beside = [...block.select.items.map((item) => item.of), ...groupsOf(block)];
  return !beside.some((one) => !aggregates(one) && namesPerson(one));
}

const groupsOf = ({ select: { group } }: Block): readonly Expression[] => (group === 'all' ? [] : group);

function namesPerson(of: Expression | undefined): boolean {
  const column = of === undefined ? null : columnIn(of);
  return column !== null && isPersonKey(column.parts.at(-2)?.text ?? null, column.parts.at(-1)!.text);
}
