import { type LabelledQuery, SHOP } from './labelled-query.ts';

const query = (
  name: string,
  sql: string,
  decides: readonly string[],
  schema?: LabelledQuery['schema'],
): LabelledQuery => ({
  name,
  dialect: 'bigquery',
  sql,
  decides,
  ...(schema === undefined ? {} : { schema }),
});

export const BIGQUERY_QUERIES: readonly LabelledQuery[] = [
  query(
    'double quotes are strings',
    'SELECT id FROM `p.crm.customers` WHERE status = "lapsed" AND country NOT IN ("DE")',
    ['include p.crm.customers.status', 'exclude p.crm.customers.country'],
  ),
  query('a field of a struct', 'SELECT c.id FROM crm.customers c WHERE c.address.postcode LIKE "10%"', [
    'include crm.customers.address $.postcode',
  ]),
  query(
    'JSON_VALUE',
    `SELECT id FROM crm.customers WHERE JSON_VALUE(traits, '$.religion') = 'x' AND JSON_EXTRACT_SCALAR(traits, "$['age']") > '65'`,
    ['include crm.customers.traits $.religion', 'include crm.customers.traits $.age'],
  ),
  query(
    'a JSON column by dots',
    `SELECT id FROM crm.customers c WHERE LAX_STRING(c.traits.health.code) = 'E11'`,
    ['include crm.customers.traits $.health.code'],
  ),
  query(
    'UNNEST in FROM',
    'SELECT c.id FROM crm.customers c, UNNEST(c.events) AS e WHERE e.name = "visited" AND e.page LIKE "%/debt%"',
    [
      'include crm.customers.events',
      'include crm.customers.events $[*].name',
      'include crm.customers.events $[*].page',
    ],
  ),
  query('an array of the row in FROM', 'SELECT c.id FROM crm.customers c, c.tags tag WHERE tag = "debtor"', [
    'include crm.customers.tags',
  ]),
  query(
    'LEFT JOIN UNNEST',
    'SELECT c.id FROM crm.customers c LEFT JOIN UNNEST(c.tags) AS tag WHERE tag = "debtor"',
    ['include crm.customers.tags'],
  ),
  query(
    'IN UNNEST',
    'SELECT id FROM crm.customers WHERE "debtor" IN UNNEST(tags) AND postcode IN UNNEST(["1010", "1020"])',
    ['include crm.customers.tags', 'include crm.customers.postcode'],
  ),
  query(
    'EXISTS over UNNEST',
    'SELECT c.id FROM crm.customers c WHERE EXISTS (SELECT 1 FROM UNNEST(c.events) e WHERE e.name = "cancelled")',
    ['include crm.customers.events', 'include crm.customers.events $[*].name'],
  ),
  query(
    'NOT EXISTS',
    'SELECT c.id FROM crm.customers c WHERE NOT EXISTS (SELECT 1 FROM mail.optouts o WHERE o.customer_id = c.id)',
    ['join mail.optouts.customer_id', 'exclude mail.optouts.customer_id', 'join crm.customers.id'],
  ),
  query(
    'QUALIFY',
    'SELECT id FROM crm.customers WHERE TRUE QUALIFY ROW_NUMBER() OVER (PARTITION BY email ORDER BY updated_at DESC) = 1',
    ['include crm.customers.email', 'rank crm.customers.updated_at'],
  ),
  query(
    'the newest by ARRAY_AGG',
    'WITH last AS (SELECT customer_id, ARRAY_AGG(status ORDER BY ordered_at DESC LIMIT 1)[OFFSET(0)] AS status FROM shop.orders GROUP BY customer_id) SELECT customer_id FROM last WHERE status = "returned"',
    ['include shop.orders.status', 'rank shop.orders.ordered_at', 'include shop.orders.customer_id'],
  ),
  query(
    'EXCEPT DISTINCT',
    'SELECT id FROM crm.customers EXCEPT DISTINCT SELECT customer_id FROM mail.optouts WHERE channel = "email"',
    ['include crm.customers.id', 'exclude mail.optouts.customer_id', 'exclude mail.optouts.channel'],
  ),
  query(
    'SELECT * EXCEPT and REPLACE',
    'SELECT id FROM (SELECT * EXCEPT (email) REPLACE (churn_risk / 100 AS churn_risk) FROM crm.customers) WHERE churn_risk > 0.5',
    ['include crm.customers.churn_risk'],
    SHOP,
  ),
  query(
    'HAVING with an alias',
    'SELECT customer_id, COUNT(*) AS n FROM shop.orders GROUP BY customer_id HAVING n > 3',
    ['include shop.orders.customer_id'],
  ),
  query(
    'IF and SAFE_CAST',
    'SELECT id FROM crm.customers WHERE IF(vip, spend, SAFE_CAST(score AS INT64)) > 10',
    ['include crm.customers.vip', 'include crm.customers.spend', 'include crm.customers.score'],
  ),
  query(
    'a date window',
    'SELECT user_id FROM app.events WHERE event_date >= DATE_SUB(CURRENT_DATE(), INTERVAL 30 DAY) AND event_name = "add_to_cart"',
    ['include app.events.event_date', 'include app.events.event_name'],
  ),
  query('REGEXP_CONTAINS', `SELECT id FROM web.visits WHERE REGEXP_CONTAINS(url, r'/(divorce|debt)')`, [
    'include web.visits.url',
  ]),
  query(
    'a scalar array query',
    'SELECT id FROM crm.customers c WHERE (SELECT COUNT(*) FROM UNNEST(c.orders) o WHERE o.total > 100) >= 2',
    ['include crm.customers.orders', 'include crm.customers.orders $[*].total'],
  ),
  query(
    'parameters are no columns',
    'SELECT id FROM crm.customers WHERE status IN UNNEST(@statuses) AND score > @least',
    ['include crm.customers.status', 'include crm.customers.score'],
  ),
  query('a function of a dataset', 'SELECT id FROM crm.customers WHERE udfs.is_vip(email)', [
    'include crm.customers.email',
  ]),
  query(
    'nested elements',
    'SELECT o.customer_id FROM shop.orders o, o.items i WHERE i.product.category = "x"',
    ['include shop.orders.items', 'include shop.orders.items $[*].product.category'],
  ),
];
