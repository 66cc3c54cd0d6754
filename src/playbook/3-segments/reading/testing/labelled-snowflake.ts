import { type LabelledQuery, SHOP } from './labelled-query.ts';

const query = (
  name: string,
  sql: string,
  decides: readonly string[],
  schema?: LabelledQuery['schema'],
): LabelledQuery => ({
  name,
  dialect: 'snowflake',
  sql,
  decides,
  ...(schema === undefined ? {} : { schema }),
});

export const SNOWFLAKE_QUERIES: readonly LabelledQuery[] = [
  query(
    'a path into a variant',
    `SELECT id FROM crm.customers WHERE traits:religion::string = 'x' AND traits:address.postcode::string LIKE '10%'`,
    ['include crm.customers.traits $.religion', 'include crm.customers.traits $.address.postcode'],
  ),
  query(
    'brackets into a variant',
    `SELECT id FROM crm.customers WHERE traits['health']['code'] = 'E11' AND traits:pets[0].kind = 'dog'`,
    ['include crm.customers.traits $.health.code', 'include crm.customers.traits $.pets[0].kind'],
  ),
  query(
    'GET_PATH and PARSE_JSON',
    `SELECT id FROM crm.customers WHERE GET_PATH(traits, 'a.b') = 'x' AND PARSE_JSON(raw):score::int > 3`,
    ['include crm.customers.traits $.a.b', 'include crm.customers.raw $.score'],
  ),
  query(
    'QUALIFY',
    `SELECT id FROM crm.customers QUALIFY ROW_NUMBER() OVER (PARTITION BY household_id ORDER BY spend DESC) = 1`,
    ['include crm.customers.household_id', 'rank crm.customers.spend'],
  ),
  query(
    'QUALIFY with an alias',
    `SELECT id, RANK() OVER (ORDER BY spend DESC) AS place FROM crm.customers WHERE active QUALIFY place <= 100`,
    ['include crm.customers.active', 'rank crm.customers.spend'],
  ),
  query(
    'LATERAL FLATTEN',
    `SELECT c.id FROM crm.customers c, LATERAL FLATTEN(input => c.traits:conditions) f WHERE f.value:code::string = 'E11'`,
    ['include crm.customers.traits $.conditions', 'include crm.customers.traits $.conditions[*].code'],
  ),
  query(
    'TABLE(FLATTEN)',
    `SELECT c.id FROM crm.customers c, TABLE(FLATTEN(c.tags)) t WHERE t.value = 'debtor'`,
    ['include crm.customers.tags'],
  ),
  query(
    'an outer FLATTEN',
    `SELECT c.id FROM crm.customers c, LATERAL FLATTEN(input => c.tags, outer => true) t WHERE c.active`,
    ['include crm.customers.active'],
  ),
  query(
    'IFF and DATEDIFF',
    `SELECT id FROM crm.customers WHERE IFF(age > 65, 'old', 'other') = 'old' AND DATEDIFF('day', last_order_at, CURRENT_DATE()) > 90`,
    ['include crm.customers.age', 'include crm.customers.last_order_at'],
  ),
  query(
    'ILIKE ANY and NOT ILIKE',
    `SELECT id FROM crm.customers WHERE title ILIKE ANY ('%nurse%', '%doctor%') AND email NOT ILIKE '%test%'`,
    ['include crm.customers.title', 'exclude crm.customers.email'],
  ),
  query(
    'CONTAINS and ARRAY_CONTAINS',
    `SELECT id FROM web.visits WHERE CONTAINS(url, 'bankruptcy') AND ARRAY_CONTAINS('vip'::variant, tags)`,
    ['include web.visits.url', 'include web.visits.tags'],
  ),
  query('MINUS', `SELECT id FROM crm.customers MINUS SELECT customer_id FROM mail.optouts`, [
    'include crm.customers.id',
    'exclude mail.optouts.customer_id',
  ]),
  query(
    'an alias in WHERE',
    `SELECT id, traits:income::number AS income FROM crm.customers WHERE income < 1000`,
    ['include crm.customers.traits $.income'],
  ),
  query(
    'a lateral column alias',
    `SELECT id, spend * 2 AS doubled, doubled + 1 AS more FROM crm.customers WHERE more > 10`,
    ['include crm.customers.spend'],
  ),
  query('TOP with ORDER BY', `SELECT TOP 50 id FROM crm.customers ORDER BY propensity DESC`, [
    'rank crm.customers.propensity',
  ]),
  query(
    'three-part names',
    `SELECT c.id FROM prod.crm.customers c JOIN prod.shop.orders o ON c.id = o.customer_id WHERE o.total > 5`,
    ['join prod.crm.customers.id', 'join prod.shop.orders.customer_id', 'include prod.shop.orders.total'],
  ),
  query(
    'EXCLUDE and RENAME',
    `SELECT id FROM (SELECT * EXCLUDE (email) FROM crm.customers) c WHERE c.churn_risk > 0.5`,
    ['include crm.customers.churn_risk'],
    SHOP,
  ),
  query(
    'an ASOF join',
    `SELECT v.customer_id FROM web.visits v ASOF JOIN crm.scores s MATCH_CONDITION (v.visited_at >= s.scored_at) ON v.customer_id = s.customer_id WHERE s.score > 1`,
    [
      'join web.visits.visited_at',
      'join crm.scores.scored_at',
      'join web.visits.customer_id',
      'join crm.scores.customer_id',
      'include crm.scores.score',
    ],
  ),
  query(
    'COUNT_IF and HAVING',
    `SELECT customer_id FROM shop.orders GROUP BY customer_id HAVING COUNT_IF(status = 'returned') > 2`,
    ['include shop.orders.customer_id', 'include shop.orders.status'],
  ),
  query(
    'a constant of the same name hides no column',
    `SELECT 'gold' AS tier, id FROM crm.customers WHERE tier = 'silver'`,
    ['include crm.customers.tier'],
  ),
  query('session variables', `SELECT id FROM crm.customers WHERE since > $start AND region = :region`, [
    'include crm.customers.since',
    'include crm.customers.region',
  ]),
  query('IDENTIFIER', `SELECT id FROM IDENTIFIER('crm.customers') WHERE status = 'x'`, [
    'include crm.customers.status',
  ]),
];
