import type { Identifier } from '../../../playbook/6-control/ledger/subject-key.ts';
import { isClosed } from '../../../playbook/6-control/requests/asked-request.ts';
import { changeCustomerRequest } from '../../../stores/sql/repositories/customer-requests.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { ServerContext } from '../context.ts';
import type { OpenedRequest } from '../requests/open.ts';
import { openSaid, sealSaid, sealStatement } from '../requests/said-by-person.ts';

/**
 * Adds to a request that was open already what its person says only now, with a fresh proof: where to write to, and what
 * it is about. What was said before stays. Refusals: `seal.unreadable`.
 */
export async function keepSaidLater(
  { db }: Pick<Work, 'db'>,
  context: Pick<ServerContext, 'sealer'>,
  { row, request, isNew }: OpenedRequest,
  later: { readonly identifiers: readonly Identifier[]; readonly statement: string | null },
): Promise<void> {
  if (isNew || isClosed(request)) return;
  const said = openSaid(context, row.id, row.sealed);
  const { identifiers, statement } = later;
  const hasNewAddress = said.identifiers.length === 0 && identifiers.length > 0;
  const hasNewWords = row.statement === null && statement !== null;
  if (!hasNewAddress && !hasNewWords) return;
  await changeCustomerRequest(db, row.id, null, {
    ...(hasNewAddress ? { sealed: sealSaid(context, row.id, { ...said, identifiers }) } : {}),
    ...(hasNewWords ? { statement: sealStatement(context, row.id, statement) } : {}),
  });
}
