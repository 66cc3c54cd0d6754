import type { View } from '../change.ts';
import { showRequests } from '../requests/show.ts';
import type { WaitingItem } from './waiting.ts';

/**
 * What customers asked that is overdue or due soon, or whose sources have not said in time what was done there: what is
 * due first comes first. Nothing of who asks.
 */
export async function dueRequests(view: View, limit: number): Promise<readonly WaitingItem[]> {
  const asked = async (filter: Parameters<typeof showRequests>[1]) =>
    (await showRequests(view, { open: true, ...filter }, { limit })).items;
  const [overdue, soon, unconfirmed] = [
    await asked({ urgency: 'overdue' }),
    await asked({ urgency: 'due-soon' }),
    await asked({ destinationsOverdue: true }),
  ];
  const items = [...overdue, ...soon].map(
    ({ id, use, kind, askedAt, dueAt }): WaitingItem => ({
      kind: 'answer-request',
      use,
      review: null,
      request: { id, kind },
      verdict: null,
      since: askedAt,
      dueAt,
    }),
  );
  const known = new Set(items.map(({ request }) => request?.id));
  return [
    ...items,
    ...unconfirmed
      .filter(({ id }) => !known.has(id))
      .map(
        ({ id, use, kind, askedAt, destinationsDueAt }): WaitingItem => ({
          kind: 'confirm-sources',
          use,
          review: null,
          request: { id, kind },
          verdict: null,
          since: askedAt,
          dueAt: destinationsDueAt,
        }),
      ),
  ];
}
