import type { IsolationLevel, Kysely } from 'kysely';
import type { Clock } from '../../kernel/ports/clock.ts';
import type { EvidenceDraft, NextEntry } from '../../kernel/ports/evidence-log.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Result } from '../../kernel/result.ts';
import type { Database } from './tables/index.ts';

export type StoreLocation =
  | { readonly folder: string }
  | {
      readonly databaseUrl: string;
      /** Default `scruple`; made when it is not there. */
      readonly schema?: string;
    };

export interface StoreOptions {
  /** Default: the system's clock. */
  readonly clock?: Clock;
  /** How the evidence log is chained. */
  readonly nextEntry: NextEntry;
  /** PostgreSQL only; default 10. */
  readonly maximumConnections?: number;
  /** PostgreSQL only: the server ends a statement after this time; default 15 s. */
  readonly statementTimeoutMs?: number;
  /** Told of every step on the way to an open store. */
  readonly onProgress?: (says: string) => void;
}

/** A unit of work: all of it is kept, with its entries in the evidence log, or nothing. */
export interface Work {
  readonly db: Database;
  readonly at: Date;
  /** Adds an entry to the evidence log when the work is kept: at its end, so that nobody waits for the log's lock long. */
  record(draft: EvidenceDraft): void;
  /**
   * Runs a part of the work on trial: where it ends in a `Refusal` nothing of the part is kept, entries included, and
   * the rest goes on.
   */
  attempt<T>(part: () => Promise<T>): Promise<Result<T, Problem>>;
}

export interface WriteOptions {
  /** Default `read committed`, with the lock functions of the repositories where two may act at once. */
  readonly isolation?: IsolationLevel;
}

export interface Store {
  readonly engine: 'embedded' | 'postgres';
  /** Where it is, without a secret, for people. */
  readonly place: string;
  readonly schema: string;
  /** The connection with names as in SQL, for libraries that bring their own tables into the same schema. */
  readonly plain: Kysely<unknown>;
  /**
   * Reads; each query for itself. A `Refusal` thrown inside comes back as its problem, as do failures of the database.
   */
  read<T>(work: (db: Database) => Promise<T>): Promise<Result<T, Problem>>;
  /**
   * Runs work in one transaction and keeps it, or, where it throws, nothing of it. Serialisation failures and deadlocks
   * are tried again, so the work may run more than once: it does nothing outside the store.
   * Where the connection breaks at the very end nobody knows whether the work was kept (`store.unavailable`).
   */
  write<T>(work: (work: Work) => Promise<T>, options?: WriteOptions): Promise<Result<T, Problem>>;
  /** Whether the store answers. Problems: `store.unavailable`. */
  ping(): Promise<Result<null, Problem>>;
  /**
   * Removes what changed rows left behind and counts rows anew for the planner: what a server does by itself. Call it
   * now and then, and after a load; it takes no lock that keeps others from writing for long.
   */
  maintain(): Promise<Result<null, Problem>>;
  close(): Promise<void>;
}
