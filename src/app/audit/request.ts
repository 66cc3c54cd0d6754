import type { AuditSpec } from '../../playbook/4-harm/fairness/spec.ts';

/** What `scruple audit` was asked, before anything is opened. */
export interface AuditRequest {
  /** A file, `duckdb:FILE`, `postgres://…` or `env:NAME`; a table may follow after `#`. */
  readonly decisions: string;
  /** A table of a database, or one SELECT. */
  readonly relation?: string;
  /** The time that a query covers, as people should read it. */
  readonly window?: string;
  /** The columns and their meaning; source and vault are found out. */
  readonly columns: Omit<AuditSpec, 'source' | 'vault' | 'areas' | 'minimumCell' | 'threshold' | 'seed'>;
  /** Attributes kept apart: a file, or a schema or table of the same database. */
  readonly vault?: string;
  /** Shares of groups by area, in a file with its record beside it, and the column of the area. */
  readonly areas?: string;
  readonly area?: string;
  readonly pack?: string;
  readonly purpose?: string;
  readonly at: Date;
  readonly timeoutMs: number;
  readonly version: string;
  /** Variables that `env:NAME` may name. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}
