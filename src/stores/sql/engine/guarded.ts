import { AsyncLocalStorage } from 'node:async_hooks';
import { CamelCasePlugin, type Dialect, Kysely } from 'kysely';
import type { Database } from '../tables/index.ts';

/** Names as TypeScript writes them on our side, with underscores in SQL; JSON stays as it was stored. */
const CAMEL_CASE = new CamelCasePlugin({ maintainNestedObjectKeys: true });

export interface GuardedDatabase {
  readonly database: Database;
  /** The same connection with the names as they stand in SQL, for libraries that bring their own tables. */
  readonly plain: Kysely<unknown>;
  destroy(): Promise<void>;
}

/**
 * A database on which a query outside the open transaction, asked for inside its callback, fails at once. On the
 * embedded engine such a query would wait for ever, for the transaction that waits for it; on a server it would not
 * see what the transaction wrote, and could drain the pool.
 */
export function guarded(dialect: Dialect): GuardedDatabase {
  const driver = dialect.createDriver();
  const config = {
    dialect: {
      createDriver: () => driver,
      createAdapter: () => dialect.createAdapter(),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createIntrospector: (db: Kysely<unknown>) => dialect.createIntrospector(db),
    },
  };
  const unguarded = new Kysely<unknown>(config);
  const executor = unguarded.getExecutor();
  const holding = new AsyncLocalStorage<{ isHeld: boolean }>();
  const plain = new Kysely<unknown>({
    config,
    driver,
    dialect: config.dialect,
    executor: executor.withConnectionProvider({
      async provideConnection(consumer, options) {
        if (holding.getStore()?.isHeld === true)
          throw new Error('a query outside the open transaction was asked for inside its callback');
        return executor.provideConnection(async (connection) => {
          const hold = { isHeld: true };
          try {
            return await holding.run(hold, () => consumer(connection));
          } finally {
            // Work that was started inside and goes on afterwards may ask again.
            hold.isHeld = false;
          }
        }, options);
      },
    }),
  });
  return {
    plain,
    database: plain.withPlugin(CAMEL_CASE) as unknown as Database,
    destroy: () => unguarded.destroy(),
  };
}
