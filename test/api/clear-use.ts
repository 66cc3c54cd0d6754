import { addClearance } from '../../src/stores/sql/repositories/clearances.ts';
import type { TestServer } from './harness.ts';

/** As if a review had cleared the newest version of a use. */
export async function clear(server: TestServer, use: string): Promise<void> {
  const kept = await server.context.store.write(async ({ db, at }) => {
    const version = await db
      .selectFrom('useVersions')
      .selectAll()
      .where('useId', '=', use)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow();
    const key = await db.selectFrom('signingKeys').select('id').executeTakeFirstOrThrow();
    await addClearance(db, {
      id: `clearance_${use}`,
      useId: use,
      versionId: version.id,
      class: 'review',
      contentHash: version.contentHash,
      statement: '{}',
      keyId: key.id,
      issuedAt: at,
      expiresAt: new Date(at.getTime() + 86_400_000),
    });
  });
  if (!kept.ok) throw new Error(kept.problem.message);
}
