import type { Generated } from 'kysely';
import type { Fixed } from './column-types.ts';

/** What gates in processes of their own have to be told, by name. */
export interface GateChangesTable {
  id: Generated<string>;
  /** The transaction that wrote it. */
  tx: Generated<string>;
  /** person, rest, use, policy. */
  kind: Fixed<string>;
  name: Fixed<string>;
  notedAt: Generated<Date>;
}

/** One row: which store this is, and up to which transaction its changes are no longer kept. */
export interface GateFeedTable {
  epoch: Fixed<string>;
  forgottenUpTo: string;
}
