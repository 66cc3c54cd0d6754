import { type LabelledQuery, SHOP } from './labelled-query.ts';

const query = (
  name: string,
  sql: string,
  decides: readonly string[],
  schema?: LabelledQuery['schema'],
): LabelledQuery => ({
  name,
  dialect: 'duckdb',
  sql,
  decides,
  ...(schema === undefined ? {} : { schema }),
});

export const DUCKDB_QUERIES: readonly LabelledQuery[] = [
  query('FROM first', `FROM crm.customers SELECT id WHERE churn_risk > 0.5`, [
    'include crm.customers.churn_risk',
  ]),
  query(
    'JSON arrows',
    `SELECT id FROM crm.customers WHERE traits->>'religion' = 'x' AND traits->>'$.address.postcode' LIKE '10%'`,
    ['include crm.customers.traits $.religion', 'include crm.customers.traits $.address.postcode'],
  ),
  query(
    'JSON functions',
    `SELECT id FROM crm.customers WHERE json_extract_string(traits, '$.age') > '65' AND json_extract_string(traits, 'union_member') = 'true'`,
    ['include crm.customers.traits $.age', 'include crm.customers.traits $.union_member'],
  ),
  query(
    'a struct field',
    `SELECT c.id FROM crm.customers c WHERE c.address.postcode = '1010' AND c.profile['income'] < 1000`,
    ['include crm.customers.address $.postcode', 'include crm.customers.profile $.income'],
  ),
  query(
    'ANTI JOIN',
    `SELECT c.id FROM crm.customers c ANTI JOIN mail.optouts o ON o.customer_id = c.id AND o.channel = 'email'`,
    [
      'join mail.optouts.customer_id',
      'exclude mail.optouts.customer_id',
      'join crm.customers.id',
      'exclude mail.optouts.channel',
    ],
  ),
  query(
    'SEMI JOIN',
    `SELECT c.id FROM crm.customers c SEMI JOIN shop.orders o ON o.customer_id = c.id AND o.total > 10`,
    ['join shop.orders.customer_id', 'join crm.customers.id', 'include shop.orders.total'],
  ),
  query(
    'SEMI JOIN with USING',
    `SELECT customer_id FROM shop.orders SEMI JOIN web.visits USING (customer_id)`,
    ['join shop.orders.customer_id', 'join web.visits.customer_id'],
  ),
  query(
    'QUALIFY',
    `SELECT id FROM crm.customers QUALIFY row_number() OVER (PARTITION BY household_id ORDER BY spend) = 1`,
    ['include crm.customers.household_id', 'rank crm.customers.spend'],
  ),
  query('GROUP BY ALL', `SELECT customer_id FROM shop.orders GROUP BY ALL HAVING sum(total) > 100`, [
    'include shop.orders.customer_id',
    'include shop.orders.total',
  ]),
  query(
    'a list function',
    `SELECT id FROM crm.customers WHERE list_contains(tags, 'debtor') AND len(list_filter(scores, x -> x > 3)) > 0`,
    ['include crm.customers.tags', 'include crm.customers.scores'],
  ),
  query('unnest in FROM', `SELECT c.id FROM crm.customers c, unnest(c.tags) AS t(tag) WHERE tag = 'x'`, [
    'include crm.customers.tags',
  ]),
  query(
    'unnest in a select list',
    `SELECT id FROM (SELECT id, unnest(tags) AS tag FROM crm.customers) WHERE tag = 'x'`,
    ['include crm.customers.tags'],
  ),
  query('a file', `SELECT id FROM 'leads.parquet' WHERE income < 1000`, ['include leads.parquet.income']),
  query('read_parquet', `SELECT l.id FROM read_parquet('leads.parquet') l WHERE l.income < 1000`, [
    'include read_parquet.income',
  ]),
  query(
    'arg_max',
    `SELECT customer_id FROM shop.orders GROUP BY customer_id HAVING arg_max(status, ordered_at) = 'returned'`,
    ['include shop.orders.customer_id', 'include shop.orders.status', 'include shop.orders.ordered_at'],
  ),
  query(
    'an alias in WHERE',
    `SELECT id, date_diff('year', birth_date, current_date) AS age FROM crm.customers WHERE age > 65`,
    ['include crm.customers.birth_date'],
  ),
  query(
    'EXCEPT and EXCLUDE',
    `SELECT id FROM (SELECT * EXCLUDE (email) FROM crm.customers) EXCEPT SELECT customer_id FROM mail.optouts`,
    ['include crm.customers.id', 'exclude mail.optouts.customer_id'],
    SHOP,
  ),
  query('ORDER BY ALL with LIMIT', `SELECT id, spend FROM crm.customers ORDER BY ALL LIMIT 5`, [
    'rank crm.customers.id',
    'rank crm.customers.spend',
  ]),
  query(
    'a string operator',
    `SELECT id FROM crm.customers WHERE postcode ^@ '10' AND name SIMILAR TO 'A.*' AND city GLOB 'W*'`,
    ['include crm.customers.postcode', 'include crm.customers.name', 'include crm.customers.city'],
  ),
  query('a method on a column', `SELECT id FROM crm.customers WHERE name.lower() = 'x'`, [
    'include crm.customers.name',
  ]),
  query(
    'a list comprehension',
    `SELECT id FROM crm.customers WHERE len([x FOR x IN tags IF x = status]) > 0`,
    ['include crm.customers.tags', 'include crm.customers.status'],
  ),
  query(
    'a named argument of a table function',
    `SELECT id FROM read_csv('leads.csv', header = true) WHERE income < 1000`,
    ['include read_csv.income'],
  ),
];
