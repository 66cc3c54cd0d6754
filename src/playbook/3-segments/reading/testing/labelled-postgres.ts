import { type LabelledQuery, SHOP } from './labelled-query.ts';

const query = (
  name: string,
  sql: string,
  decides: readonly string[],
  schema?: LabelledQuery['schema'],
): LabelledQuery => ({
  name,
  dialect: 'postgres',
  sql,
  decides,
  ...(schema === undefined ? {} : { schema }),
});

export const POSTGRES_QUERIES: readonly LabelledQuery[] = [
  query(
    'a plain filter',
    `SELECT id, email FROM crm.customers WHERE postcode LIKE '10%' AND churn_risk > 0.8`,
    ['include crm.customers.postcode', 'include crm.customers.churn_risk'],
  ),
  query('an alias', `SELECT c.id FROM crm.customers AS c WHERE c.churn_risk >= 0.5`, [
    'include crm.customers.churn_risk',
  ]),
  query('no filter at all', `SELECT id FROM crm.customers`, []),
  query(
    'a negated filter',
    `SELECT id FROM crm.customers WHERE status <> 'lapsed' AND country NOT IN ('DE', 'FR') AND name NOT LIKE 'A%' AND NOT opted_out`,
    [
      'exclude crm.customers.status',
      'exclude crm.customers.country',
      'exclude crm.customers.name',
      'exclude crm.customers.opted_out',
    ],
  ),
  query('a double negation', `SELECT id FROM crm.customers WHERE NOT (status <> 'active')`, [
    'include crm.customers.status',
  ]),
  query('null tests', `SELECT id FROM crm.customers WHERE email IS NOT NULL AND deleted_at IS NULL`, [
    'include crm.customers.email',
    'include crm.customers.deleted_at',
  ]),
  query(
    'an inner join',
    `SELECT c.id FROM crm.customers c JOIN shop.orders o ON o.customer_id = c.id WHERE o.total > 100`,
    ['join shop.orders.customer_id', 'join crm.customers.id', 'include shop.orders.total'],
  ),
  query(
    'a filter in the join condition',
    `SELECT c.id FROM crm.customers c JOIN shop.orders o ON o.customer_id = c.id AND o.status = 'paid'`,
    ['join shop.orders.customer_id', 'join crm.customers.id', 'include shop.orders.status'],
  ),
  query(
    'an old-style join',
    `SELECT c.id FROM crm.customers c, shop.orders o WHERE c.id = o.customer_id AND o.sku = 'K2'`,
    ['join crm.customers.id', 'join shop.orders.customer_id', 'include shop.orders.sku'],
  ),
  query(
    'a join with USING',
    `SELECT customer_id FROM shop.orders JOIN mail.optouts USING (customer_id)`,
    ['join shop.orders.customer_id', 'join mail.optouts.customer_id'],
    SHOP,
  ),
  query(
    'a left join that filters nothing',
    `SELECT c.id, o.total FROM crm.customers c LEFT JOIN shop.orders o ON o.customer_id = c.id`,
    ['join shop.orders.customer_id', 'join crm.customers.id'],
  ),
  query(
    'an anti-join',
    `SELECT c.id FROM crm.customers c LEFT JOIN mail.optouts o ON o.customer_id = c.id AND o.channel = 'email' WHERE o.customer_id IS NULL`,
    [
      'join mail.optouts.customer_id',
      'exclude mail.optouts.customer_id',
      'join crm.customers.id',
      'exclude mail.optouts.channel',
    ],
  ),
  query(
    'an anti-join over a subquery',
    `SELECT c.id FROM crm.customers c LEFT JOIN (SELECT requester_id FROM support.tickets WHERE topic = 'complaint') t ON t.requester_id = c.id WHERE t.requester_id IS NULL`,
    [
      'join support.tickets.requester_id',
      'exclude support.tickets.requester_id',
      'join crm.customers.id',
      'exclude support.tickets.topic',
    ],
  ),
  query(
    'EXISTS',
    `SELECT c.id FROM crm.customers c WHERE EXISTS (SELECT 1 FROM shop.orders o WHERE o.customer_id = c.id AND o.total > 50)`,
    ['join shop.orders.customer_id', 'join crm.customers.id', 'include shop.orders.total'],
  ),
  query(
    'NOT EXISTS',
    `SELECT c.id FROM crm.customers c WHERE NOT EXISTS (SELECT 1 FROM mail.optouts o WHERE o.customer_id = c.id AND o.channel = 'sms')`,
    [
      'join mail.optouts.customer_id',
      'exclude mail.optouts.customer_id',
      'join crm.customers.id',
      'exclude mail.optouts.channel',
    ],
  ),
  query(
    'IN a subquery',
    `SELECT id FROM crm.customers WHERE id IN (SELECT customer_id FROM shop.orders WHERE sku = 'K2')`,
    ['include crm.customers.id', 'include shop.orders.customer_id', 'include shop.orders.sku'],
  ),
  query(
    'NOT IN a subquery',
    `SELECT id FROM crm.customers WHERE id NOT IN (SELECT customer_id FROM mail.optouts WHERE channel = 'email')`,
    ['exclude crm.customers.id', 'exclude mail.optouts.customer_id', 'exclude mail.optouts.channel'],
  ),
  query(
    '= ANY of a subquery',
    `SELECT id FROM crm.customers WHERE id = ANY (SELECT customer_id FROM shop.orders)`,
    ['include crm.customers.id', 'include shop.orders.customer_id'],
  ),
  query(
    '= ANY of an array',
    `SELECT id FROM crm.customers WHERE postcode = ANY (ARRAY['1010', '1020']) AND 'gold' = ANY (tags)`,
    ['include crm.customers.postcode', 'include crm.customers.tags'],
  ),
  query(
    'a scalar subquery',
    `SELECT id FROM crm.customers WHERE spend > (SELECT avg(spend) FROM crm.benchmarks WHERE region = 'EU')`,
    ['include crm.customers.spend', 'include crm.benchmarks.spend', 'include crm.benchmarks.region'],
  ),
  query(
    'a correlated scalar subquery',
    `SELECT c.id FROM crm.customers c WHERE (SELECT count(*) FROM support.tickets t WHERE t.requester_id = c.id AND t.topic = 'debt') > 2`,
    ['join support.tickets.requester_id', 'join crm.customers.id', 'include support.tickets.topic'],
  ),
  query(
    'the latest row by a scalar subquery',
    `SELECT c.id FROM crm.customers c WHERE (SELECT o.status FROM shop.orders o WHERE o.customer_id = c.id ORDER BY o.ordered_at DESC LIMIT 1) = 'returned'`,
    [
      'join shop.orders.customer_id',
      'join crm.customers.id',
      'include shop.orders.status',
      'rank shop.orders.ordered_at',
    ],
  ),
  query(
    'a CTE that renames',
    `WITH risky AS (SELECT id AS person, churn_risk AS score FROM crm.customers) SELECT person FROM risky WHERE score > 0.7`,
    ['include crm.customers.churn_risk'],
  ),
  query(
    'a CTE with a column list',
    `WITH risky (person, score) AS (SELECT id, churn_risk FROM crm.customers) SELECT person FROM risky WHERE score > 0.7`,
    ['include crm.customers.churn_risk'],
  ),
  query(
    'a chain of CTEs',
    `WITH a AS (SELECT id, total FROM shop.orders WHERE status = 'paid'), b AS (SELECT id, total * 2 AS doubled FROM a) SELECT id FROM b WHERE doubled > 10`,
    ['include shop.orders.status', 'include shop.orders.total'],
  ),
  query(
    'a CTE that nobody reads',
    `WITH unused AS (SELECT id FROM crm.customers WHERE religion = 'x') SELECT id FROM shop.orders WHERE sku = 'K2'`,
    ['include shop.orders.sku'],
  ),
  query(
    'a CTE named as the table that it reads',
    `WITH customers AS (SELECT id, postcode FROM customers WHERE active) SELECT id FROM customers WHERE postcode = '1010'`,
    ['include customers.active', 'include customers.postcode'],
  ),
  query(
    'a recursive CTE',
    `WITH RECURSIVE tree AS (SELECT id, referred_by FROM crm.customers WHERE id = 7 UNION ALL SELECT c.id, c.referred_by FROM crm.customers c JOIN tree t ON c.referred_by = t.id) SELECT id FROM tree`,
    ['include crm.customers.id', 'join crm.customers.referred_by', 'join crm.customers.id'],
  ),
  query(
    'GROUP BY with HAVING',
    `SELECT customer_id FROM shop.orders WHERE ordered_at > now() - interval '90 days' GROUP BY customer_id HAVING count(*) >= 3 AND sum(total) > 500`,
    ['include shop.orders.ordered_at', 'include shop.orders.customer_id', 'include shop.orders.total'],
  ),
  query(
    'GROUP BY without HAVING',
    `SELECT customer_id, sum(total) FROM shop.orders GROUP BY customer_id`,
    [],
  ),
  query(
    'an aggregate in a CTE, filtered outside',
    `WITH spend AS (SELECT customer_id, sum(total) AS amount FROM shop.orders GROUP BY 1) SELECT customer_id FROM spend WHERE amount > 1000`,
    ['include shop.orders.total', 'include shop.orders.customer_id'],
  ),
  query(
    'an aggregate with FILTER',
    `SELECT customer_id FROM shop.orders GROUP BY customer_id HAVING count(*) FILTER (WHERE status = 'returned') > 2`,
    ['include shop.orders.customer_id', 'include shop.orders.status'],
  ),
  query(
    'row_number filtered outside',
    `SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY household_id ORDER BY churn_risk DESC) AS place FROM crm.customers) ranked WHERE place = 1`,
    ['include crm.customers.household_id', 'rank crm.customers.churn_risk'],
  ),
  query(
    'a window nobody filters on',
    `SELECT id, rank() OVER (ORDER BY churn_risk) FROM crm.customers WHERE postcode = '1010'`,
    ['include crm.customers.postcode'],
  ),
  query(
    'a named window',
    `SELECT id FROM (SELECT id, ntile(10) OVER w AS decile FROM crm.customers WINDOW w AS (ORDER BY spend DESC)) d WHERE decile = 1`,
    ['rank crm.customers.spend'],
  ),
  query(
    'lag, filtered outside',
    `SELECT DISTINCT customer_id FROM (SELECT customer_id, total, lag(total) OVER (PARTITION BY customer_id ORDER BY ordered_at) AS before FROM shop.orders) x WHERE total < before`,
    ['include shop.orders.total', 'include shop.orders.customer_id', 'rank shop.orders.ordered_at'],
  ),
  query('ORDER BY with LIMIT', `SELECT id FROM crm.customers ORDER BY churn_risk DESC LIMIT 100`, [
    'rank crm.customers.churn_risk',
  ]),
  query(
    'ORDER BY a position with FETCH FIRST',
    `SELECT id, spend FROM crm.customers ORDER BY 2 DESC FETCH FIRST 100 ROWS ONLY`,
    ['rank crm.customers.spend'],
  ),
  query(
    'ORDER BY an alias with LIMIT',
    `SELECT customer_id, sum(total) AS spent FROM shop.orders GROUP BY customer_id ORDER BY spent DESC LIMIT 10`,
    ['rank shop.orders.total', 'include shop.orders.customer_id'],
  ),
  query('ORDER BY alone', `SELECT id FROM crm.customers WHERE active ORDER BY churn_risk`, [
    'include crm.customers.active',
  ]),
  query(
    'DISTINCT ON',
    `SELECT DISTINCT ON (household_id) id FROM crm.customers ORDER BY household_id, churn_risk DESC`,
    [
      'include crm.customers.household_id',
      'rank crm.customers.household_id',
      'rank crm.customers.churn_risk',
    ],
  ),
  query(
    'EXCEPT',
    `SELECT id FROM crm.customers WHERE active EXCEPT SELECT customer_id FROM mail.optouts WHERE channel = 'email'`,
    [
      'include crm.customers.id',
      'include crm.customers.active',
      'exclude mail.optouts.customer_id',
      'exclude mail.optouts.channel',
    ],
  ),
  query(
    'INTERSECT',
    `SELECT customer_id FROM shop.orders INTERSECT SELECT customer_id FROM web.visits WHERE url LIKE '%/sale%'`,
    ['include shop.orders.customer_id', 'include web.visits.customer_id', 'include web.visits.url'],
  ),
  query(
    'UNION',
    `SELECT id FROM crm.customers WHERE churn_risk > 0.9 UNION SELECT customer_id FROM support.tickets WHERE topic = 'cancel'`,
    [
      'include crm.customers.id',
      'include crm.customers.churn_risk',
      'include support.tickets.customer_id',
      'include support.tickets.topic',
    ],
  ),
  query(
    'EXCEPT in a CTE',
    `WITH allowed AS (SELECT id FROM crm.customers EXCEPT SELECT customer_id FROM mail.optouts) SELECT id FROM allowed`,
    ['include crm.customers.id', 'exclude mail.optouts.customer_id'],
  ),
  query('a JSON key', `SELECT id FROM crm.customers WHERE traits ->> 'religion' = 'catholic'`, [
    'include crm.customers.traits $.religion',
  ]),
  query(
    'a chain of JSON keys',
    `SELECT id FROM crm.customers WHERE traits -> 'health' -> 0 ->> 'condition' <> 'none'`,
    ['exclude crm.customers.traits $.health[0].condition'],
  ),
  query(
    'a JSON path operator',
    `SELECT id FROM crm.customers WHERE traits #>> '{finance,debt,total}' > '1000'`,
    ['include crm.customers.traits $.finance.debt.total'],
  ),
  query(
    'JSON functions',
    `SELECT id FROM crm.customers WHERE jsonb_extract_path_text(traits, 'a', 'b') = 'x' AND (traits ->> 'age')::int > 65 AND jsonb_path_exists(traits, '$.pets[*].kind')`,
    [
      'include crm.customers.traits $.a.b',
      'include crm.customers.traits $.age',
      'include crm.customers.traits $.pets[*].kind',
    ],
  ),
  query(
    'JSON containment and key tests',
    `SELECT id FROM crm.customers WHERE traits @> '{"faith": {"group": "x"}}' AND traits ? 'pregnant'`,
    ['include crm.customers.traits $.faith.group', 'include crm.customers.traits $.pregnant'],
  ),
  query(
    'a JSON key through a CTE',
    `WITH c AS (SELECT id, traits -> 'profile' AS profile FROM crm.customers) SELECT id FROM c WHERE profile ->> 'union_member' = 'true'`,
    ['include crm.customers.traits $.profile.union_member'],
  ),
  query(
    'elements of a JSON array',
    `SELECT c.id FROM crm.customers c, jsonb_array_elements(c.traits -> 'conditions') AS e WHERE e ->> 'code' = 'E11'`,
    ['include crm.customers.traits $.conditions', 'include crm.customers.traits $.conditions[*].code'],
  ),
  query(
    'a JSON record',
    `SELECT c.id FROM crm.customers c CROSS JOIN jsonb_to_record(c.traits) AS r(religion text, age int) WHERE r.religion = 'x'`,
    ['include crm.customers.traits', 'include crm.customers.traits $.religion'],
  ),
  query(
    'unnest',
    `SELECT c.id FROM crm.customers c CROSS JOIN unnest(c.tags) AS t(tag) WHERE t.tag = 'debtor'`,
    ['include crm.customers.tags'],
  ),
  query(
    'a lateral join',
    `SELECT c.id FROM crm.customers c CROSS JOIN LATERAL (SELECT o.total FROM shop.orders o WHERE o.customer_id = c.id ORDER BY o.ordered_at DESC LIMIT 1) last WHERE last.total > 10`,
    [
      'join shop.orders.customer_id',
      'join crm.customers.id',
      'rank shop.orders.ordered_at',
      'include shop.orders.total',
    ],
  ),
  query(
    'CASE',
    `SELECT id FROM crm.customers WHERE CASE WHEN age > 65 THEN 'old' WHEN income < 1000 THEN 'poor' ELSE segment END = 'old'`,
    ['include crm.customers.age', 'include crm.customers.income', 'include crm.customers.segment'],
  ),
  query(
    'CASE through a CTE',
    `WITH b AS (SELECT id, CASE WHEN credit_score < 500 THEN 'low' ELSE 'ok' END AS band FROM crm.customers) SELECT id FROM b WHERE band = 'low'`,
    ['include crm.customers.credit_score'],
  ),
  query(
    'functions around a column',
    `SELECT id FROM crm.customers WHERE lower(trim(email)) LIKE '%@example.org' AND date_part('year', age(birth_date)) >= 65 AND coalesce(phone, mobile) IS NOT NULL`,
    [
      'include crm.customers.email',
      'include crm.customers.birth_date',
      'include crm.customers.phone',
      'include crm.customers.mobile',
    ],
  ),
  query(
    'BETWEEN and row values',
    `SELECT id FROM crm.customers WHERE age BETWEEN 18 AND max_age AND (city, country) IN (SELECT city, country FROM geo.places WHERE poor)`,
    [
      'include crm.customers.age',
      'include crm.customers.max_age',
      'include crm.customers.city',
      'include crm.customers.country',
      'include geo.places.city',
      'include geo.places.country',
      'include geo.places.poor',
    ],
  ),
  query(
    'SELECT * through a CTE',
    `WITH everyone AS (SELECT * FROM crm.customers) SELECT id FROM everyone WHERE churn_risk > 0.5`,
    ['include crm.customers.churn_risk'],
    SHOP,
  ),
  query(
    'SELECT * without a schema',
    `SELECT * FROM (SELECT * FROM crm.customers) c WHERE c.churn_risk > 0.5`,
    ['include crm.customers.churn_risk'],
  ),
  query(
    'unqualified columns over a join',
    `SELECT email FROM customers JOIN orders ON customer_id = customers.id WHERE total > 10 AND postcode = '1010'`,
    [
      'join shop.orders.customer_id',
      'join crm.customers.id',
      'include shop.orders.total',
      'include crm.customers.postcode',
    ],
    SHOP,
  ),
  query(
    'a table whose own name qualifies',
    `SELECT customers.id FROM crm.customers WHERE crm.customers.postcode = '1010' AND customers.churn_risk > 0`,
    ['include crm.customers.postcode', 'include crm.customers.churn_risk'],
  ),
  query('quoted names', `SELECT "Id" FROM "Crm"."Customers" WHERE "Post Code" = '1010'`, [
    'include Crm.Customers.Post Code',
  ]),
  query(
    'a non-equal join',
    `SELECT c.id FROM crm.customers c JOIN ref.bands b ON c.age >= b.low AND c.age < b.high WHERE b.label = 'senior'`,
    ['join crm.customers.age', 'join ref.bands.low', 'join ref.bands.high', 'include ref.bands.label'],
  ),
  query(
    'a self-join',
    `SELECT a.id FROM crm.customers a JOIN crm.customers b ON a.household_id = b.household_id WHERE b.churn_risk > 0.9 AND a.id <> b.id`,
    ['join crm.customers.household_id', 'include crm.customers.churn_risk', 'exclude crm.customers.id'],
  ),
  query(
    'a postcode list from VALUES',
    `SELECT c.id FROM crm.customers c JOIN (VALUES ('1010'), ('1020')) AS p(code) ON c.postcode = p.code`,
    ['join crm.customers.postcode'],
  ),
  query(
    'two exclusions in one CTE chain',
    `WITH base AS (SELECT id FROM crm.customers WHERE active), out AS (SELECT customer_id FROM mail.optouts) SELECT b.id FROM base b LEFT JOIN out ON out.customer_id = b.id WHERE out.customer_id IS NULL`,
    [
      'include crm.customers.active',
      'join mail.optouts.customer_id',
      'exclude mail.optouts.customer_id',
      'join crm.customers.id',
    ],
  ),
  query(
    'IS DISTINCT FROM and IS NOT TRUE',
    `SELECT id FROM crm.customers WHERE status IS DISTINCT FROM 'gone' AND opted_out IS NOT TRUE`,
    ['exclude crm.customers.status', 'exclude crm.customers.opted_out'],
  ),
  query('regular expressions', `SELECT id FROM web.visits WHERE url ~* 'bankruptcy' AND url !~ 'staff'`, [
    'include web.visits.url',
    'exclude web.visits.url',
  ]),
  query(
    'an ordered-set aggregate',
    `SELECT customer_id FROM shop.orders GROUP BY customer_id HAVING percentile_cont(0.5) WITHIN GROUP (ORDER BY total) > 80`,
    ['include shop.orders.customer_id', 'include shop.orders.total'],
  ),
  query(
    'a limit on a set operation',
    `(SELECT id, spend FROM crm.customers) UNION ALL (SELECT id, spend FROM crm.leads) ORDER BY spend DESC LIMIT 10`,
    [
      'include crm.customers.id',
      'include crm.customers.spend',
      'include crm.leads.id',
      'include crm.leads.spend',
      'rank crm.customers.spend',
      'rank crm.leads.spend',
    ],
  ),
  query(
    'a missing partner, tested one query further out',
    `WITH j AS (SELECT c.id, o.customer_id AS other FROM crm.customers c LEFT JOIN mail.optouts o ON o.customer_id = c.id) SELECT id FROM j WHERE other IS NULL`,
    ['join crm.customers.id', 'join mail.optouts.customer_id', 'exclude mail.optouts.customer_id'],
  ),
  query(
    'a join with an alias of its own',
    `SELECT j.email FROM (crm.customers c JOIN shop.orders o ON o.customer_id = c.id) j WHERE j.total > 3`,
    ['join shop.orders.customer_id', 'join crm.customers.id', 'include shop.orders.total'],
    SHOP,
  ),
  query(
    'a whole row',
    `SELECT v.sku FROM shop.products v WHERE v::text LIKE '%x%'`,
    ['include shop.products.sku', 'include shop.products.category', 'include shop.products.price'],
    SHOP,
  ),
  query(
    'JSON path tests',
    `SELECT id FROM crm.customers WHERE traits @? '$.pets[*] ? (@.kind == "dog")' AND traits @@ '$.age > 65' AND traits ?| array['debt', 'faith']`,
    [
      'include crm.customers.traits $.pets',
      'include crm.customers.traits $.age',
      'include crm.customers.traits $.debt',
      'include crm.customers.traits $.faith',
    ],
  ),
  query('a person chosen by group', `SELECT max(customer_id) FROM crm.customers GROUP BY religion`, [
    'include crm.customers.religion',
  ]),
  query(
    'a person chosen by group in a common table expression',
    `WITH one AS (SELECT min(c.email) AS email, c.religion FROM crm.customers c GROUP BY c.religion) SELECT email FROM one`,
    ['include crm.customers.religion'],
  ),
  query(
    'a value beside the person of the group',
    `SELECT customer_id, max(email) FROM crm.customers GROUP BY customer_id, religion`,
    [],
  ),
  query(
    'a filter on the greatest value of a group',
    `SELECT q.customer_id FROM (SELECT customer_id, max(spend) AS most FROM crm.customers GROUP BY customer_id, religion) q WHERE q.most > 5`,
    ['include crm.customers.spend', 'include crm.customers.customer_id', 'include crm.customers.religion'],
  ),
  query('a composite value', `SELECT id FROM crm.customers c WHERE (c.address).postcode = '1010'`, [
    'include crm.customers.address $.postcode',
  ]),
  query(
    'grouping sets',
    `SELECT region FROM crm.customers GROUP BY GROUPING SETS ((region), (region, city)) HAVING count(*) > 5`,
    ['include crm.customers.region', 'include crm.customers.city'],
  ),
  query(
    'a parameter and a function of a schema',
    `SELECT id FROM crm.customers WHERE since > $1 AND udfs.is_vip(email)`,
    ['include crm.customers.since', 'include crm.customers.email'],
  ),
  query(
    'a rank in a scalar subquery of the select list',
    `SELECT c.id, (SELECT max(o.total) FROM shop.orders o WHERE o.customer_id = c.id) AS most FROM crm.customers c ORDER BY most DESC LIMIT 10`,
    ['join shop.orders.customer_id', 'join crm.customers.id', 'rank shop.orders.total'],
  ),
];
