import type { Outbox, OutboxEntry } from '../../../kernel/ports/outbox.ts';
import { asJson } from '../tables/column-types.ts';
import type { Database, Row } from '../tables/index.ts';

/**
 * The outbox on a connection or in an open transaction; `put` belongs into the transaction of the change it tells of.
 * Several processes may deliver at once: each claims other messages.
 */
export const outboxOf = (db: Database): Outbox => ({
  async put({ id, topic, body, createdAt }) {
    const added = await db
      .insertInto('outbox')
      .values({ id, topic, body: asJson(body), createdAt, nextAttemptAt: createdAt })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    return added.length > 0;
  },
  async claimDue(now, claimedUntil, limit, topic = '') {
    const rows = await db
      .updateTable('outbox')
      .set({ claimedUntil })
      .where('id', 'in', (one) =>
        one
          .selectFrom('outbox')
          .select('id')
          .where('deliveredAt', 'is', null)
          .where('nextAttemptAt', '<=', now)
          .where('topic', 'like', `${topic}%`)
          .where((due) => due.or([due('claimedUntil', 'is', null), due('claimedUntil', '<=', now)]))
          .orderBy('nextAttemptAt')
          .orderBy('id')
          .limit(limit)
          .forUpdate()
          .skipLocked(),
      )
      .returningAll()
      .execute();
    return rows
      .sort((a, b) => Number(a.nextAttemptAt) - Number(b.nextAttemptAt) || (a.id < b.id ? -1 : 1))
      .map(entryOf);
  },
  async delivered(id, at) {
    await db
      .updateTable('outbox')
      .set({ deliveredAt: at, claimedUntil: null })
      .where('id', '=', id)
      .execute();
  },
  async failed(id, failure, nextAttemptAt) {
    await db
      .updateTable('outbox')
      .set((one) => ({
        attempts: one('attempts', '+', 1),
        lastFailure: failure,
        nextAttemptAt,
        claimedUntil: null,
      }))
      .where('id', '=', id)
      .where('deliveredAt', 'is', null)
      .execute();
  },
  async deadLetters(limit) {
    const rows = await db
      .selectFrom('outbox')
      .selectAll()
      .where('deliveredAt', 'is', null)
      .where('nextAttemptAt', 'is', null)
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(entryOf);
  },
  async revive(id, at) {
    await db
      .updateTable('outbox')
      .set({ attempts: 0, nextAttemptAt: at, claimedUntil: null })
      .where('id', '=', id)
      .where('deliveredAt', 'is', null)
      .where('nextAttemptAt', 'is', null)
      .execute();
  },
});

const entryOf = ({
  id,
  topic,
  body,
  createdAt,
  attempts,
  nextAttemptAt,
  lastFailure,
}: Row<'outbox'>): OutboxEntry => ({
  id,
  topic,
  body,
  createdAt,
  attempts,
  nextAttemptAt,
  lastFailure,
});

/** Delivered messages are kept for a while, so that people can look them up. How many were removed. */
export async function removeDelivered(db: Database, deliveredBefore: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('outbox')
    .where('deliveredAt', '<', deliveredBefore)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
