import type { Fetch } from '../../../kernel/ports/fetch.ts';
import type { Warehouse } from '../../../kernel/ports/warehouse.ts';
import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import type { DeadlineHistory } from './deadline-history.ts';

/** What claims are compared through, at the check and again at the send. */
export interface ClaimPorts {
  /** False under `--no-facts`: every bound claim is then unknown. */
  readonly asksFacts: boolean;
  /** The warehouse of that name in scruple.yaml, opened at the first call. Problems: `warehouse.*`. */
  warehouse(name: string): Promise<Result<Warehouse, Problem>>;
  readonly fetch: Fetch;
  /** The deadlines of each offer in the past of facts.yaml; asked once for all uses. */
  deadlines(): Promise<DeadlineHistory>;
}
