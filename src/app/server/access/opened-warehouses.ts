import type { Rows, Warehouse } from '../../../kernel/ports/warehouse.ts';
import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import type { BoundQuery } from '../../../playbook/6-control/access/row-query.ts';
import type { AskableWarehouses } from './askable-warehouses.ts';

/** The most rows of one dataset in a copy; a dataset with more is not answered, never cut. */
export const MOST_ROWS = 100_000;

/** So many engines start at once; each is a process. */
const AT_ONCE = 4;

/** Warehouses that are opened at the first question of one copy, and closed together. */
export interface OpenedWarehouses {
  /** Begins to open some, so that nobody waits for one after another. */
  begin(names: Iterable<string>): void;
  /** Problems: those of opening, `fact.invalid`, `fact.not-allowed`, `warehouse.unavailable`. */
  ask(name: string, query: BoundQuery): Promise<Result<Rows, Problem>>;
  close(): Promise<void>;
}

export function openedWarehouses(askable: AskableWarehouses): OpenedWarehouses {
  const opened = new Map<string, Promise<Result<Warehouse, Problem>>>();
  const open = (name: string): Promise<Result<Warehouse, Problem>> => {
    const opening = opened.get(name) ?? askable.open(name);
    opened.set(name, opening);
    return opening;
  };
  return {
    begin(names) {
      for (const name of [...new Set(names)].slice(0, AT_ONCE)) void open(name);
    },
    async ask(name, { sql, parameters }) {
      const warehouse = await open(name);
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
