import type { Problem } from '../problem.ts';
import type { Result } from '../result.ts';

/** A statement of ours that changes rows, with the values of its `$1`, `$2` … placeholders. */
export interface ChangeStatement {
  readonly sql: string;
  readonly parameters: readonly string[];
  /** What a person confirmed: where more rows would change, nothing does. */
  readonly mostRows: number;
}

/**
 * Changes rows of a company’s own tables, through a connection that whoever runs the server gave for that alone.
 * Problems: `warehouse.unavailable` (nothing was begun), `warehouse.not-changed` (what was begun was taken back),
 * `warehouse.unconfirmed` (nobody knows whether all of it was kept or nothing was).
 */
export interface ChangeableWarehouse {
  /** All in one transaction, in their order; gives how many rows each changed. */
  change(statements: readonly ChangeStatement[]): Promise<Result<readonly number[], Problem>>;
  close(): Promise<void>;
}
