import { randomUUID } from 'node:crypto';
import { keepAddress } from '../../../stores/sql/repositories/customer-addresses.ts';
import { outboxOf } from '../../../stores/sql/repositories/outbox.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { ServerContext } from '../context.ts';
import { type Letter, TOPIC } from './letter.ts';

/**
 * Owes somebody a letter, in the transaction of what it tells of. The outbox says of which kind it is and nothing else;
 * the address and what its link is about are sealed beside it until it is handed over. One with the same id is owed
 * once, ever.
 */
export async function oweLetter(
  { db, at }: Pick<Work, 'db' | 'at'>,
  context: Pick<ServerContext, 'sealer'>,
  letter: Letter,
  id = `letter_${randomUUID()}`,
): Promise<void> {
  const isNew = await outboxOf(db).put({ id, topic: `${TOPIC}${letter.kind}`, body: {}, createdAt: at });
  if (!isNew) return;
  await keepAddress(db, {
    letter: id,
    subject: letter.subject ?? '',
    sealed: context.sealer.seal(JSON.stringify(letter), sealContext(id)),
    keptAt: at,
  });
}

export const sealContext = (id: string): string => `customer_addresses ${id}`;
