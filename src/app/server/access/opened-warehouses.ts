import type { Rows, Warehouse } from '../../../kernel/ports/warehouse.ts';
import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import type { BoundQuery } from '../../../playbook/6-control/access/row-query.ts';
import type { AskableWarehouses } from './askable-warehouses.ts';

/** The most rows of one dataset in a copy; a dataset with more is not answered, never cut. */
export const MOST_ROWS = 100_000;

/** Warehouses that are opened at the first question of one copy, and closed together. */
export interface OpenedWarehouses {
  /** Problems: those of opening, `fact.invalid`, `fact.not-allowed`, `warehouse.unavailable`. */
  ask(name: string, query: BoundQuery): Promise<Result<Rows, Problem>>;
  close(): Promise<void>;
}

export function openedWarehouses(askable: AskableWarehouses): OpenedWarehouses {
  const opened = new Map<string, Promise<Result<Warehouse, Problem>>>();
  return {
    async ask(name, { sql, parameters }) {
      const opening = opened.get(name) ?? askable.open(name);
      opened.set(name, opening);
      const warehouse = await opening;
      if (!warehouse.ok) return warehouse;
      return warehouse.value.query(sql, { parameters, maximumRows: MOST_ROWS });
    },
    async close() {
      for (const opening of opened.values()) {
        const warehouse = await opening;
        if (warehouse.ok) await warehouse.value.close();
      }
    },
  };
}
