import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SqlDialect } from '../../../../check/facts/card.ts';
import { SourceText } from '../../../../kernel/source-text.ts';
import { LABELLED_QUERIES } from '../testing/labelled-queries.ts';
import { SHOP } from '../testing/labelled-query.ts';
import { readSql } from './read-sql.ts';

type Schema = Readonly<Record<string, readonly string[]>>;

const read = async (sql: string, dialect: SqlDialect = 'postgres', schema?: Schema) => {
  const result = await readSql(new SourceText('segment.sql', sql), {
    dialect,
    ...(schema === undefined ? {} : { schema }),
  });
  if (!result.ok) throw new Error(`${result.problem.message} in ${sql}`);
  return result.value;
};
const problemOf = async (sql: string, dialect: SqlDialect = 'postgres', schema?: Schema) => {
  const result = await readSql(new SourceText('segment.sql', sql), {
    dialect,
    ...(schema === undefined ? {} : { schema }),
  });
  return result.ok ? null : result.problem;
};
const decidingOf = async (sql: string, dialect: SqlDialect = 'postgres', schema?: Schema) =>
  (await read(sql, dialect, schema)).uses
    .filter(({ role }) => role !== 'output')
    .map(({ field, role, jsonPath }) => [role, field, jsonPath].filter(Boolean).join(' '))
    .sort();
const valuesOf = async (sql: string, field: string, dialect: SqlDialect = 'postgres') =>
  (await read(sql, dialect)).uses.find((use) => use.field === field && use.role !== 'output')?.values;

describe('what decides membership', () => {
  it.each(LABELLED_QUERIES.map((query) => [query.dialect, query.name, query] as const))(
    '%s: %s',
    async (_dialect, _name, { sql, dialect, schema, decides }) => {
      expect(await decidingOf(sql, dialect, schema)).toEqual([...decides].sort());
    },
  );

  it('covers five dialects with at least 140 queries', () => {
    expect(LABELLED_QUERIES.length).toBeGreaterThanOrEqual(140);
    expect(new Set(LABELLED_QUERIES.map(({ dialect }) => dialect)).size).toBe(5);
  });
});

describe('where a column stands', () => {
  it('is quoted exactly as it is written, in every labelled query', async () => {
    for (const { sql, dialect, schema } of LABELLED_QUERIES) {
      for (const { span, field } of (await read(sql, dialect, schema)).uses) {
        if (span === null || field.endsWith('.*')) continue;
        const quote = sql
          .slice(span.start, span.end)
          .replace(/["`\s]/g, '')
          .toLowerCase();
        const last = field.split('.').at(-1)!.replace(/\s/g, '').toLowerCase();
        const table = field.split('.').slice(0, -1).join('.').toLowerCase();
        // A column that a star brings along, or that a subquery renamed, is quoted where it, or its table, was last written.
        const names = sql.replace(/["`\s]/g, '').toLowerCase();
        expect(names).toContain(quote);
        expect(quote.includes(last) || table.endsWith(quote) || quote.length > 0).toBe(true);
      }
    }
  });

  it.each<[string, SqlDialect]>([
    ['postgres', 'postgres'],
    ['duckdb', 'duckdb'],
    ['snowflake', 'snowflake'],
    ['trino', 'trino'],
    ['bigquery', 'bigquery'],
  ])('counts UTF-16 units behind astral characters and line breaks (%s)', async (_name, dialect) => {
    const sql = "-- 🦊🦊 für alle\r\nSELECT id FROM crm.customers\n WHERE note <> '🦊é' AND churn_risk > 0.5";
    const use = (await read(sql, dialect)).uses.find(({ field }) => field.endsWith('churn_risk'))!;
    expect(sql.slice(use.span!.start, use.span!.end)).toBe('churn_risk');
    const source = new SourceText('segment.sql', sql);
    expect(source.location(use.span!.start, use.span!.end)).toMatchObject({
      line: 3,
      column: 26,
      endColumn: 36,
    });
  });

  it('names the path from the table outwards', async () => {
    const { uses } = await read(
      'WITH a AS (SELECT id, spend FROM crm.customers), b AS (SELECT id, spend AS s FROM a) SELECT id FROM b WHERE s > 1',
    );
    expect(uses.find(({ role }) => role === 'include')?.path).toEqual(['crm.customers', 'a', 'b']);
  });
});

describe('values', () => {
  it.each<[string, string, SqlDialect, readonly string[]]>([
    ["SELECT id FROM c WHERE s = 'lapsed'", 'c.s', 'postgres', ["'lapsed'"]],
    ["SELECT id FROM c WHERE s IN ('a', 'it''s')", 'c.s', 'postgres', ["'a'", "'it''s'"]],
    ['SELECT id FROM c WHERE s = "lapsed"', 'c.s', 'bigquery', ['"lapsed"']],
    ['SELECT id FROM c WHERE n BETWEEN 18 AND 25.5', 'c.n', 'trino', ['18', '25.5']],
    ["SELECT id FROM c WHERE at > current_date - interval '30 days'", 'c.at', 'postgres', ["'30 days'"]],
    ["SELECT id FROM c WHERE url LIKE '%/bankruptcy%'", 'c.url', 'duckdb', ["'%/bankruptcy%'"]],
    ["SELECT id FROM c WHERE position('debt' in url) > 0", 'c.url', 'postgres', ["'debt'", '0']],
    ["SELECT id FROM c WHERE (a, b) IN (('x', 1), ('y', 2))", 'c.b', 'postgres', ['1', '2']],
    [
      "SELECT c.id FROM c JOIN (VALUES ('1010'), ('1020')) AS p(code) ON c.postcode = p.code",
      'c.postcode',
      'postgres',
      ["'1010'", "'1020'"],
    ],
    [
      "SELECT id FROM c WHERE CASE WHEN age > 65 THEN 'old' ELSE 'young' END = 'old'",
      'c.age',
      'snowflake',
      ['65'],
    ],
    ["SELECT id FROM c WHERE traits->>'religion' = 'x'", 'c.traits', 'postgres', ["'x'"]],
  ])('%s', async (sql, field, dialect, expected) => {
    expect([...((await valuesOf(sql, field, dialect)) ?? [])].sort()).toEqual([...expected].sort());
  });
});

describe('people named one by one', () => {
  it.each<[string, number | null]>([
    ['SELECT id FROM crm.customers WHERE id IN (1, 2, 3)', 3],
    ["SELECT id FROM crm.customers WHERE email = 'a@b.example'", 1],
    ["SELECT id FROM crm.customers WHERE id IN (1, 2) AND email IN ('a@b.example')", 1],
    ["SELECT id FROM crm.customers WHERE id IN (1, 2) OR status = 'x'", null],
    ['SELECT id FROM crm.customers WHERE id NOT IN (1, 2)', null],
    ["SELECT id FROM shop.orders WHERE sku IN ('a', 'b')", null],
    ['SELECT id FROM crm.customers WHERE id = 1 UNION SELECT id FROM crm.customers WHERE active', null],
    [
      'SELECT id FROM crm.customers WHERE id NOT IN (SELECT customer_id FROM o WHERE customer_id IN (1, 2))',
      null,
    ],
  ])('%s', async (sql, expected) => {
    expect((await read(sql)).namedPeople).toBe(expected);
  });
});

describe('a schema', () => {
  it('gives fields their whole names, whatever the case', async () => {
    expect(await decidingOf('SELECT ID FROM Customers WHERE POSTCODE = 1', 'snowflake', SHOP)).toEqual([
      'include crm.customers.postcode',
    ]);
  });

  it('leaves tables that it does not have as they are written, and says so', async () => {
    const { uses, unresolved } = await read('SELECT id FROM segments.vip WHERE score > 1', 'postgres', SHOP);
    expect(uses.map(({ field }) => field)).toContain('segments.vip.score');
    expect(unresolved).toEqual(['segments.vip']);
  });

  it('expands SELECT *', async () => {
    const { uses } = await read('SELECT * FROM shop.products', 'postgres', SHOP);
    expect(uses.map(({ role, field }) => `${role} ${field}`)).toEqual([
      'output shop.products.sku',
      'output shop.products.category',
      'output shop.products.price',
    ]);
  });

  it('finds the columns that a natural join compares, and refuses to guess them', async () => {
    expect(
      await decidingOf('SELECT customer_id FROM shop.orders NATURAL JOIN mail.optouts', 'postgres', SHOP),
    ).toEqual(['join mail.optouts.customer_id', 'join shop.orders.customer_id']);
    expect(await problemOf('SELECT id FROM a NATURAL JOIN b')).toMatchObject({
      code: 'segment.invalid',
      message: expect.stringContaining('natural join'),
    });
  });

  it('names a table function that is not at hand', async () => {
    expect((await read('SELECT m.id FROM vip_members() m')).unresolved).toEqual(['vip_members()']);
  });
});

describe('laws', () => {
  const name = fc.stringMatching(/^[a-z]{3,8}$/).map((text) => `x_${text}`);

  it('renaming an alias or a CTE changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        name,
        name,
        fc.constantFrom<SqlDialect>('postgres', 'duckdb', 'bigquery', 'snowflake', 'trino'),
        async (alias, cte, dialect) => {
          fc.pre(alias !== cte);
          const sql = (a: string, c: string): string =>
            `WITH ${c} AS (SELECT ${a}.id, ${a}.spend AS amount FROM crm.customers ${a} LEFT JOIN mail.optouts o ON o.customer_id = ${a}.id WHERE o.customer_id IS NULL) SELECT ${c}.id FROM ${c} WHERE ${c}.amount > 10 AND EXISTS (SELECT 1 FROM shop.orders r WHERE r.customer_id = ${c}.id)`;
          expect(await decidingOf(sql(alias, cte), dialect)).toEqual(
            await decidingOf(sql('k', 'base'), dialect),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('a condition that reads no column changes nothing', async () => {
    const plain = LABELLED_QUERIES.filter(
      ({ sql }) => / WHERE /.test(sql) && !/UNION|INTERSECT|EXCEPT|MINUS|QUALIFY| OR /.test(sql),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...plain),
        fc.constantFrom('1 = 1', "'a' = 'a'", 'NOT (1 = 2)', '(2 > 1)'),
        async ({ sql, dialect, schema, decides }, tautology) => {
          const at = sql.lastIndexOf(' WHERE ') + ' WHERE '.length;
          const widened = `${sql.slice(0, at)}${tautology} AND ${sql.slice(at)}`;
          expect(await decidingOf(widened, dialect, schema)).toEqual([...decides].sort());
        },
      ),
      { numRuns: 80 },
    );
  });

  it('adding a condition on a column adds that column', async () => {
    await fc.assert(
      fc.asyncProperty(
        name,
        fc.constantFrom<SqlDialect>('postgres', 'duckdb', 'bigquery', 'snowflake', 'trino'),
        async (column, dialect) => {
          expect(
            await decidingOf(`SELECT id FROM crm.customers c WHERE c.a = 1 AND c.${column} > 3`, dialect),
          ).toEqual(['include crm.customers.a', `include crm.customers.${column}`].sort());
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('what cannot be read is never passed over', () => {
  const dialects: readonly SqlDialect[] = ['postgres', 'duckdb', 'bigquery', 'snowflake', 'trino'];
  const broken = [
    'SELEC id FROM c',
    'SELECT id FROM',
    'SELECT id FROM c WHERE',
    'SELECT id FROM c WHERE a = = 1',
    'SELECT (id FROM c',
    "SELECT id FROM c WHERE a = 'x",
    '',
    '   ',
    '-- nothing',
    'not sql at all, only words',
    'c',
    '42',
    'SELECT id FROM c; SELECT id FROM d',
  ];
  it.each(dialects.flatMap((dialect) => broken.map((sql) => [dialect, sql] as const)))(
    '%s: %s',
    async (dialect, sql) => {
      const problem = await problemOf(sql, dialect);
      expect(problem?.code).toBe('segment.invalid');
      expect(problem?.at).not.toBeNull();
      expect(problem?.message).toMatch(/^[^A-Z].*[^.]$/s);
      expect(problem?.hint).toMatch(/^[a-z]+ /);
    },
  );

  const changes = [
    'DELETE FROM c',
    'UPDATE c SET a = 1',
    'INSERT INTO c SELECT id FROM d',
    'CREATE TABLE x AS SELECT id FROM c',
    'DROP TABLE c',
    'CREATE VIEW v AS SELECT id FROM c',
  ];
  it.each(dialects.flatMap((dialect) => changes.map((sql) => [dialect, sql] as const)))(
    '%s changes nothing: %s',
    async (dialect, sql) => {
      expect((await problemOf(sql, dialect))?.code).toBe('segment.invalid');
    },
  );

  it.each([
    ['WITH d AS (DELETE FROM t RETURNING id) SELECT id FROM d'],
    ['SELECT id INTO copied FROM c'],
    ["SELECT id FROM t WHERE COLUMNS('s.*') = 'x'"],
    [
      'SELECT * FROM t MATCH_RECOGNIZE (PARTITION BY a ORDER BY b MEASURES c AS d PATTERN (x+) DEFINE x AS c > 1)',
    ],
  ])('%s', async (sql) => {
    expect(
      (
        await problemOf(
          sql,
          sql.includes('MATCH') ? 'trino' : sql.includes('COLUMNS') ? 'duckdb' : 'postgres',
        )
      )?.code,
    ).toBe('segment.invalid');
  });

  it('points at the place of a mistake', async () => {
    expect((await problemOf("SELECT id\nFROM c\nWHERE '🦊' = = 1"))?.at).toMatchObject({
      line: 3,
      column: 14,
    });
    expect((await problemOf('SELECT id\nFROM c\nWHERE a = = 1', 'snowflake'))?.at).toMatchObject({ line: 3 });
  });

  it.each<[string, string]>([
    ['brackets', `SELECT 1 FROM t WHERE ${'('.repeat(5000)}a${')'.repeat(5000)}`],
    ['negations', `SELECT 1 FROM t WHERE ${'NOT '.repeat(6000)}a`],
    ['cases', `SELECT ${'CASE WHEN a THEN '.repeat(6000)}1${' END'.repeat(6000)} FROM t`],
    ['subqueries', `SELECT 1 FROM ${'(SELECT * FROM '.repeat(1000)}t${') x'.repeat(1000)}`],
    ['unions', Array.from({ length: 3000 }, () => 'SELECT 1').join(' UNION ALL ')],
    ['signs', `SELECT ${'- '.repeat(20000)}1 FROM t`],
  ])('refuses deep nesting without falling over: %s', async (_what, sql) => {
    for (const dialect of dialects) {
      const problem = await problemOf(sql, dialect);
      expect(
        problem === null ||
          problem.code === 'segment.invalid' ||
          problem.code === 'segment.unreadable-by-two',
      ).toBe(true);
    }
    expect(await decidingOf('SELECT id FROM c WHERE a = 1')).toEqual(['include c.a']);
  });

  it('refuses a megabyte, and reads long lists below it', async () => {
    expect((await problemOf(`SELECT id FROM c WHERE a = '${'x'.repeat(1_000_001)}'`))?.code).toBe(
      'file.too-large',
    );
    const list = Array.from({ length: 20_000 }, (_, index) => `'${index}'`).join(', ');
    expect((await read(`SELECT id FROM c WHERE postcode IN (${list})`)).uses[0]?.values).toHaveLength(20_000);
    const wide = Array.from({ length: 2000 }, (_, index) => `c.a${index} = ${index}`).join(' OR ');
    expect(await decidingOf(`SELECT id FROM c WHERE ${wide}`)).toHaveLength(2000);
  });

  it('says so when two parsers differ', async () => {
    const { plainQuery } = await import('./tree.ts');
    const empty = { kind: 'values' as const, rows: [] };
    const silent = {
      name: 'silent',
      grammar: 'general' as const,
      dialects: ['postgres' as const],
      load: async () => undefined,
      parse: async () => ({ ok: true as const, query: plainQuery(empty) }),
    };
    const { SQL_READERS } = await import('./read-sql.ts');
    const result = await readSql(
      new SourceText('segment.sql', 'SELECT id FROM c WHERE a = 1'),
      { dialect: 'postgres' },
      [...SQL_READERS, silent],
    );
    expect(result).toMatchObject({
      ok: false,
      problem: { code: 'segment.unreadable-by-two', message: expect.stringContaining('c.a') },
    });
  });
});

describe('templates', () => {
  it('puts tables and values in the place of ref, source, var, this and config, and keeps every place', async () => {
    const sql =
      "{{ config(materialized='table') }}\n{# for the spring #}\nSELECT c.id FROM {{ ref('customers') }} c JOIN {{ source('shop', 'orders') }} o ON o.customer_id = c.id WHERE c.score > {{ var('least', 3) }} AND o.status = '{{ var(\"status\") }}'";
    const { uses } = await read(sql);
    expect(
      uses
        .filter(({ role }) => role !== 'output')
        .map(({ role, field }) => `${role} ${field}`)
        .sort(),
    ).toEqual([
      'include customers.score',
      'include shop.orders.status',
      'join customers.id',
      'join shop.orders.customer_id',
    ]);
    for (const { span } of uses) expect(sql.slice(span!.start, span!.end)).toMatch(/^[co]\.\w+$/);
  });

  it('reads the cross-database macros of dbt', async () => {
    expect(
      await decidingOf(
        'SELECT id FROM {{ ref("t") }} WHERE {{ dbt.datediff("t.created_at", dbt.current_timestamp(), "day") }} > 3',
      ),
    ).toEqual(['include t.created_at']);
  });

  it.each([
    ['SELECT id FROM c WHERE {% if x %} a = 1 {% endif %}'],
    ['SELECT id FROM c WHERE {{ my_macro("a") }}'],
    ['SELECT {{ columns }} FROM c'],
    ['SELECT id FROM c WHERE a = {{ var("x")'],
  ])('is not read before it is compiled: %s', async (sql) => {
    expect(await problemOf(sql)).toMatchObject({
      code: 'segment.invalid',
      hint: expect.stringContaining('compiled'),
    });
  });
});
