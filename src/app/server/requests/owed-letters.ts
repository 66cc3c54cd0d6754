import type { RequestEventType } from '../../../playbook/6-control/requests/request-event.ts';
import { listEventsOfRequests, listOwedLetters } from '../../../stores/sql/repositories/customer-requests.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { ServerContext } from '../context.ts';
import { openSaid, openWords } from './said-by-person.ts';

export { letterIsSettled } from '../../../stores/sql/repositories/customer-requests.ts';

/** A letter that a step of a request owes to the person. It is owed until `letterIsSettled` says of its number that it went. */
export interface OwedLetter {
  readonly request: string;
  /** Number of the event that it tells of. */
  readonly event: number;
  readonly type: RequestEventType;
  readonly kind: string;
  readonly use: string | null;
  /** `null` where the request stands for nobody any more. */
  readonly subject: string | null;
  readonly address: string;
  readonly language: string | null;
  readonly dueAt: Date;
  readonly outcome: string | null;
  /** As the advocate wrote them to the person. */
  readonly words: string | null;
}

/** Letters that are owed, oldest request first. Refusals: `seal.unreadable`. */
export async function owedLetters(
  db: Database,
  context: Pick<ServerContext, 'sealer'>,
  limit: number,
): Promise<readonly OwedLetter[]> {
  const rows = await listOwedLetters(db, limit);
  const events = await listEventsOfRequests(
    db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const event = events.get(row.id)?.find(({ number }) => number === row.letterOf);
    const address = openSaid(context, row.id, row.sealed).identifiers.find(({ kind }) => kind === 'email');
    if (event === undefined || address === undefined) return [];
    return [
      {
        request: row.id,
        event: event.number,
        type: event.type as RequestEventType,
        kind: row.kind,
        use: row.useId === '' ? null : row.useId,
        subject: row.subject,
        address: address.value,
        language: row.language,
        dueAt: row.dueAt,
        outcome: row.outcome,
        words: openWords(context, row.id, event),
      },
    ];
  });
}
