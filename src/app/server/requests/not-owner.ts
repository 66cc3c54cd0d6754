import { problem } from '../../../kernel/problem.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import type { CustomerRequest } from '../../../stores/sql/repositories/customer-requests.ts';
import { findUse } from '../../../stores/sql/repositories/uses.ts';
import type { View } from '../change.ts';
import { standing } from '../uses/standing.ts';

/** Whoever works on what is contested neither judges it nor learns who contests it. Refusals: `people.not-allowed`. */
export async function demandNotOwner(
  view: Pick<View, 'db' | 'caller'>,
  { useId }: Pick<CustomerRequest, 'useId'>,
): Promise<void> {
  const use = useId === '' ? undefined : await findUse(view.db, useId);
  if (use === undefined) return;
  const { owner } = await standing(view, use);
  if (owner !== view.caller.account.key) return;
  throw new Refusal(
    problem(
      'people.not-allowed',
      'nobody answers for a use of their own',
      'ask a customer advocate who does not work on it',
    ),
  );
}
