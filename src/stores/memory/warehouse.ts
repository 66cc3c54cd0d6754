import type { Cell, Rows, Warehouse } from '../../kernel/ports/warehouse.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** What a query answers: rows, or a problem; and the tables that it counts as reading. */
export interface MemoryAnswer {
  readonly columns?: readonly string[];
  readonly rows?: ReadonlyArray<readonly Cell[]>;
  readonly tables?: readonly string[];
  readonly problem?: Problem;
}

/** A warehouse that knows the answers to a few queries by heart; any other query is `fact.invalid`. For tests and demos. */
export function memoryWarehouse(answers: Readonly<Record<string, MemoryAnswer>>): Warehouse {
  const answerTo = (sql: string): Result<MemoryAnswer, Problem> => {
    const answer = Object.hasOwn(answers, sql) ? answers[sql] : undefined;
    if (answer === undefined)
      return fail(problem('fact.invalid', 'the query cannot run: nobody knows it', 'teach it'));
    return answer.problem === undefined ? ok(answer) : fail(answer.problem);
  };
  return {
    engine: 'duckdb',
    async query(sql, options = {}): Promise<Result<Rows, Problem>> {
      const answer = answerTo(sql);
      if (!answer.ok) return answer;
      const { columns = [], rows = [] } = answer.value;
      const maximum = options.maximumRows ?? 10_000;
      return rows.length > maximum
        ? fail(
            problem(
              'fact.invalid',
              `the query gives more than ${maximum} rows`,
              'aggregate or filter in the query',
            ),
          )
        : ok({ columns, rows });
    },
    async tablesOf(sql) {
      const answer = answerTo(sql);
      return answer.ok ? ok(answer.value.tables ?? []) : answer;
    },
    async close() {},
  };
}
