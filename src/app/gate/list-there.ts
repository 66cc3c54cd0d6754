import type { ClassAnswers } from '../../gate/batch/answer-classes.ts';
import { type Asking, classForm } from '../../gate/batch/class-form.ts';
import { PEOPLE_TABLES } from '../../gate/batch/people-rows.ts';
import type { ToldFacts } from '../../gate/question.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { quoteIdentifier } from '../../kernel/quote-identifier.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { FilledRow } from './answer-engine.ts';
import { answerRows } from './answer-rows.ts';
import { type AudienceColumns, missingColumn, toldOf } from './ask-rows.ts';
import { type Audience, textOf, wrongNames } from './audience-file.ts';
import { placeOfTable, unreadableTable } from './audience-table.ts';
import type { BatchEngine } from './batch-engine.ts';
import { DatabaseFailure, PostgresEngine } from './postgres-engine.ts';

/**
 * A list that is decided about in the PostgreSQL that it lies in: what is known of people goes there, as pseudonyms and
 * numbers in temporary tables, and the rows come here once, each with its answer.
 */
export class ListThere {
  readonly #engine: PostgresEngine;
  readonly audience: Audience;

  private constructor(engine: PostgresEngine, audience: Audience) {
    this.#engine = engine;
    this.audience = audience;
  }

  /** Problems: `usage.invalid`, `gate.unreadable-audience`. */
  static async open(
    list: string,
    { key }: AudienceColumns,
    environment: Readonly<Record<string, string | undefined>>,
  ): Promise<Result<ListThere, Problem>> {
    const place = placeOfTable(list, environment);
    if (!place.ok) return place;
    if (!('address' in place.value)) return fail(notThere('the list is not in a PostgreSQL'));
    // Whoever runs that database could read the secret in the query.
    if (key.kind !== 'subject') return fail(notThere('the secret of the pseudonyms stays here'));
    const { address, relation } = place.value;
    let engine: PostgresEngine | null = null;
    try {
      engine = await PostgresEngine.open(address);
      const columns = await engine.columnsOf(`SELECT * FROM ${relation}`);
      const wrong = wrongNames(columns);
      if (wrong === null) {
        const cells = columns.map((name, index) => `l.${quoteIdentifier(name)} AS c${index}`);
        await engine.make(
          'audience',
          `SELECT row_number() OVER () - 1 AS row_no, ${cells.join(', ')} FROM ${relation} l`,
        );
        const [[rows] = ['0']] = await engine.rows('SELECT count(*) FROM audience');
        return ok(new ListThere(engine, { format: 'csv', columns, delimiter: ',', rows: Number(rows) }));
      }
      await engine.close();
      return fail(unreadableTable('the table', wrong));
    } catch (error) {
      await engine?.close();
      if (!(error instanceof DatabaseFailure)) throw error;
      return fail(
        MAY_NOT_MAKE_TABLES.has(error.code ?? '')
          ? notThere('the account may make no temporary tables there')
          : unreadableTable('the table', 'cannot be read to its end'),
      );
    }
  }

  /** What rows tell of the moment, by number. Problems: `gate.unknown-column`, `gate.unreadable-audience`. Throws `DatabaseFailure`. */
  async ask(columns: AudienceColumns): Promise<Result<readonly ToldFacts[], Problem>> {
    const { key, timeZone, jurisdiction } = columns;
    const missing = missingColumn(this.audience, [key.column, timeZone, jurisdiction]);
    if (missing !== null) return fail(missing);
    const told = await toldOf(this.#engine, this.audience, columns);
    if (!told.ok) return told;
    const cell = `trim(${textOf(this.audience, key.column)}, ' ')`;
    await this.#engine.make(
      'asked',
      `SELECT a.row_no, ${keyOfPseudonym(cell)} AS key, CAST(${told.value.number} AS INTEGER) AS told
       FROM audience a${told.value.join}`,
    );
    return ok(told.value.facts);
  }

  /**
   * Answers every row there, and brings rows and answers here as tables `audience`, `asked` and `outcome`.
   * Throws `DatabaseFailure`.
   */
  async answer(here: BatchEngine, asking: Asking): Promise<ClassAnswers> {
    await this.#tell(here, asking);
    const said = await answerRows(this.#engine, asking);
    const cells = this.audience.columns.map((_, index) => `c${index}`);
    const rows = this.#engine.stream(
      `SELECT ${cells.map((cell) => `a.${cell}`).join(', ')}, k.key, k.told, o.answer FROM audience a
       JOIN asked k ON k.row_no = a.row_no JOIN outcome o ON o.row_no = a.row_no ORDER BY a.row_no`,
    );
    const types = Object.fromEntries(cells.map((cell) => [cell, 'VARCHAR']));
    await here.fill(
      'audience',
      { ...types, key: 'UUID', told: 'INTEGER', answer: 'INTEGER' },
      numbered(rows),
    );
    await here.make('asked', 'SELECT rowid AS row_no, key, told FROM audience');
    await here.make('outcome', 'SELECT rowid AS row_no, answer FROM audience');
    return said;
  }

  /** Only what decides now: times that are over, and contacts in a window. */
  async #tell(here: BatchEngine, asking: Asking): Promise<void> {
    const { now, contactsAfter } = classForm(asking);
    const which = { people: 'true', times: `until <= ${now}`, contacts: `"at" > ${contactsAfter}` } as const;
    for (const table of ['people', 'times', 'contacts'] as const) {
      const columns = PEOPLE_TABLES[table];
      const cells = Object.keys(columns).map((name) => `CAST(${quoteIdentifier(name)} AS VARCHAR)`);
      const rows = here.stream(`SELECT ${cells.join(', ')} FROM ${table} WHERE ${which[table]}`);
      await this.#engine.fill(table, columns, rows as AsyncIterable<FilledRow>);
    }
  }

  close(): Promise<void> {
    return this.#engine.close();
  }
}

/** The last two cells of a row are numbers, which come as texts. */
async function* numbered(rows: AsyncIterable<ReadonlyArray<string | null>>): AsyncGenerator<FilledRow> {
  for await (const row of rows) yield [...row.slice(0, -2), Number(row.at(-2)), Number(row.at(-1))];
}

/** What PostgreSQL says where rights are missing, or to a copy that can only be read. */
const MAY_NOT_MAKE_TABLES: ReadonlySet<string> = new Set(['42501', '25006']);

/** A pseudonym as `keyOfSubject` writes it, in words of PostgreSQL; NULL for anything else. */
const keyOfPseudonym = (cell: string): string =>
  `CASE WHEN ${cell} ~ '\\Asubject:[A-Za-z0-9_-]{43}\\Z' THEN CAST(encode(substr(decode(translate(substr(${cell}, 9), '-_', '+/') || '=', 'base64'), 1, 16), 'hex') AS uuid) END`;

const notThere = (says: string): Problem =>
  problem(
    'usage.invalid',
    `the list cannot be decided about where it lies: ${says}`,
    'leave --decide-there out: it is read, and decided about here',
  );
