import type { LabelledQuery } from './labelled-query.ts';

const query = (
  name: string,
  sql: string,
  decides: readonly string[],
  schema?: LabelledQuery['schema'],
): LabelledQuery => ({
  name,
  dialect: 'trino',
  sql,
  decides,
  ...(schema === undefined ? {} : { schema }),
});

export const TRINO_QUERIES: readonly LabelledQuery[] = [
  query(
    'json_extract_scalar',
    `SELECT id FROM crm.customers WHERE json_extract_scalar(traits, '$.religion') = 'x' AND json_value(traits, 'lax $.age') > '65'`,
    ['include crm.customers.traits $.religion', 'include crm.customers.traits $.age'],
  ),
  query(
    'CROSS JOIN UNNEST',
    `SELECT c.id FROM crm.customers c CROSS JOIN UNNEST(c.tags) AS t(tag) WHERE t.tag = 'x'`,
    ['include crm.customers.tags'],
  ),
  query(
    'UNNEST of rows',
    `SELECT c.id FROM crm.customers c CROSS JOIN UNNEST(c.events) AS t(name, page) WHERE page LIKE '%debt%'`,
    ['include crm.customers.events'],
  ),
  query(
    'a map and a row',
    `SELECT id FROM crm.customers c WHERE c.traits['religion'] = 'x' AND element_at(c.traits, 'age') = '65' AND c.address.postcode = '1010'`,
    [
      'include crm.customers.traits $.religion',
      'include crm.customers.traits $.age',
      'include crm.customers.address $.postcode',
    ],
  ),
  query(
    'any_match',
    `SELECT id FROM crm.customers WHERE any_match(tags, t -> t = 'debtor') AND contains(lists, 'vip')`,
    ['include crm.customers.tags', 'include crm.customers.lists'],
  ),
  query(
    'max_by',
    `SELECT customer_id FROM shop.orders GROUP BY customer_id HAVING max_by(status, ordered_at) = 'returned'`,
    ['include shop.orders.customer_id', 'include shop.orders.status', 'include shop.orders.ordered_at'],
  ),
  query(
    'catalogs',
    `SELECT c.id FROM hive.crm.customers c JOIN pg.shop.orders o ON o.customer_id = c.id WHERE hive.crm.customers.active OR o.total > 3`,
    [
      'join pg.shop.orders.customer_id',
      'join hive.crm.customers.id',
      'include hive.crm.customers.active',
      'include pg.shop.orders.total',
    ],
  ),
  query(
    'a window outside',
    `SELECT id FROM (SELECT id, rank() OVER (PARTITION BY region ORDER BY spend DESC) AS place FROM crm.customers) WHERE place <= 3`,
    ['include crm.customers.region', 'rank crm.customers.spend'],
  ),
  query(
    'ORDER BY with FETCH',
    `SELECT id FROM crm.customers ORDER BY propensity DESC FETCH FIRST 10 ROWS WITH TIES`,
    ['rank crm.customers.propensity'],
  ),
  query('EXCEPT', `SELECT id FROM crm.customers EXCEPT SELECT customer_id FROM mail.optouts`, [
    'include crm.customers.id',
    'exclude mail.optouts.customer_id',
  ]),
  query(
    'a date window',
    `SELECT id FROM crm.customers WHERE last_order_at < current_date - INTERVAL '90' DAY AND date_diff('year', birth_date, current_date) >= 65`,
    ['include crm.customers.last_order_at', 'include crm.customers.birth_date'],
  ),
  query('regexp_like', `SELECT customer_id FROM web.visits WHERE regexp_like(url, 'pregnan|baby')`, [
    'include web.visits.url',
  ]),
  query(
    'NOT IN',
    `SELECT id FROM crm.customers WHERE id NOT IN (SELECT customer_id FROM mail.optouts WHERE channel = 'sms')`,
    ['exclude crm.customers.id', 'exclude mail.optouts.customer_id', 'exclude mail.optouts.channel'],
  ),
  query(
    'try_cast and coalesce',
    `SELECT id FROM crm.customers WHERE coalesce(try_cast(income AS bigint), 0) < 1000`,
    ['include crm.customers.income'],
  ),
  query(
    'a CTE with an approximate count',
    `WITH v AS (SELECT customer_id, approx_distinct(url) AS pages FROM web.visits WHERE url LIKE '%/loan%' GROUP BY customer_id) SELECT customer_id FROM v WHERE pages > 5`,
    ['include web.visits.url', 'include web.visits.customer_id'],
  ),
];
