import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askableWarehouses } from '../../src/app/server/access/askable-warehouses.ts';
import type { PushedFile } from '../../src/app/server/uses/judge-pushed.ts';
import { must } from '../contract/store-engines.ts';

/** Who is in the sources: Ann alone at her address, Bo and Cy at one that they share, Dee with her account alone. */
export const PEOPLE = {
  ann: { customer: '007', email: 'ann@customer.example' },
  bo: { customer: '8', email: 'home@customer.example' },
  cy: { customer: '9', email: 'home@customer.example' },
  dee: { customer: '7', email: 'dee@customer.example' },
} as const;

const MAPS = {
  crm: `source: crm
system: CRM
warehouse: crm
origin: provided
notice: privacy-2026-03
collected_for: [essential.service, marketing]
basis: consent
retention: P3Y
systems: [CRM, Mailer]
datasets:
  - dataset: crm.customers
    subjects: customer
    person: { customer: customer_id, email: email }
    fields:
      - { field: customer_id, category: user.unique_id }
      - { field: email, category: user.contact.email }
      - { field: first_name, category: user.name.first }
      - { field: friends, category: user.social }
      - { field: churn_risk, category: user.behavior, origin: inferred, derived_from: [shop.orders.orders_last_year] }
  - dataset: crm.archive
    subjects: customer
    fields:
      - { field: customer_id, category: user.unique_id }
`,
  shop: `source: shop
system: Shop
warehouse: shop
origin: observed
collected_for: [essential.service]
basis: contract
retention: P6Y
systems: [Shop]
datasets:
  - dataset: shop.orders
    subjects: customer
    person: { customer: customer_id }
    fields:
      - { field: customer_id, category: user.unique_id }
      - { field: orders_last_year, category: user.behavior.purchase_history }
      - { field: days_since_order, category: user.behavior.purchase_history }
      - { field: paid_cents, category: user.financial }
`,
  support: `source: support
system: Helpdesk
warehouse: support
origin: provided
collected_for: [essential.service]
basis: contract
retention: P2Y
systems: [Helpdesk]
datasets:
  - dataset: support.tickets
    subjects: customer
    person: { customer: customer_id }
    fields:
      - { field: customer_id, category: user.unique_id }
      - { field: wrote, category: user.content.private }
      - { field: note, category: user.content.private, origin: observed }
`,
  web: `source: web
system: Web analytics
warehouse: web
origin: observed
collected_for: [marketing]
basis: consent
retention: P1Y
systems: [Web analytics]
datasets:
  - dataset: web.sessions
    subjects: visitor
    person: { customer: customer_id }
    fields:
      - { field: customer_id, category: user.unique_id }
      - { field: page, category: user.behavior.browsing_history }
`,
  broker: `source: broker
system: Broker feed
warehouse: broker
origin: third-party
supplier: Broker (fictional)
acquired_at: 2026-10-02
collected_for: [marketing]
basis: legitimate-interest
retention: P1Y
systems: [Broker feed]
datasets:
  - dataset: broker.profiles
    subjects: customer
    person: { email_sha256: email_sha256 }
    fields:
      - { field: email_sha256, category: user.unique_id.pseudonymous }
      - { field: income_band, category: user.financial }
`,
  far: `source: far
system: Far away
datasets:
  - dataset: far.letters
    subjects: customer
    fields:
      - { field: letter, category: user.content.private }
`,
} as const;

const CARD = `use: come-back
kind: campaign
owner: lifecycle@harbor.example
approver: trust@harbor.example
purpose: marketing.communications.email
basis: consent
intent: sell
goal: "repeat orders"
benefit: "Boots that fit"
without_it: "Nothing"
channels: [email]
expires: 2027-02-28
audience: { segment: segment.sql, dialect: duckdb }
messages: [letter.txt]
fields: [crm.customers.customer_id, crm.customers.email, crm.customers.churn_risk]
scores: [{ name: churn, model: model.json, objective: "stays" }]
rules: [{ name: paid-little, sql: little.sql, reason: "paid less than ten euros", expires: 2027-01-31 }]
suppliers: [{ name: Broker (fictional), fields: [broker.profiles.income_band] }]
`;

/** What a workspace over these sources pushes. */
export const WORKSPACE: readonly PushedFile[] = [
  { path: 'scruple.yaml', text: 'organisation: Harbor Outfitters (fictional)\njurisdictions: [eu]\n' },
  ...Object.entries(MAPS).map(([name, text]) => ({ path: `datamap/${name}.yaml`, text })),
  { path: 'uses/come-back/use.yaml', text: CARD },
  {
    path: 'uses/come-back/segment.sql',
    text: '-- Who may leave.\nselect customer_id, email from crm.customers where churn_risk > 0.5; -- soon\n',
  },
  {
    path: 'uses/come-back/little.sql',
    text: 'select customer_id from shop.orders where paid_cents < 1000\n',
  },
  {
    path: 'uses/come-back/letter.txt',
    text: 'New boots are here.\n\nYou get this because you asked for it.\n',
  },
  {
    path: 'uses/come-back/model.json',
    text: '{ "link": "identity", "intercept": 0.1, "coefficients": { "days_since_order": 0.01, "orders_last_year": -0.7 }, "means": { "days_since_order": 20, "orders_last_year": 2 } }\n',
  },
];

const TABLES = {
  crm: [
    'CREATE SCHEMA crm',
    'CREATE TABLE crm.customers (customer_id VARCHAR, email VARCHAR, first_name VARCHAR, friends VARCHAR, churn_risk DOUBLE, seen_by VARCHAR)',
    `INSERT INTO crm.customers VALUES
      ('007', ' Ann@Customer.example', 'Ann', 'Bo, Cy', 0.9, 'agent 12'),
      ('8', 'home@customer.example', 'Bo', NULL, 0.2, NULL),
      ('9', 'home@customer.example', 'Cy', NULL, 0.8, NULL),
      ('7', 'dee@customer.example', 'Dee', NULL, 0.1, NULL)`,
  ],
  shop: [
    'CREATE SCHEMA shop',
    'CREATE TABLE shop.orders (customer_id VARCHAR, orders_last_year INTEGER, days_since_order INTEGER, paid_cents BIGINT)',
    "INSERT INTO shop.orders VALUES ('007', 3, 40, 900), ('8', 1, 10, 9007199254740993), ('7', 5, 1, 70)",
  ],
  support: [
    'CREATE SCHEMA support',
    'CREATE TABLE support.tickets (customer_id VARCHAR, wrote VARCHAR, note VARCHAR)',
    `INSERT INTO support.tickets VALUES
      ('007', 'Please write to ANN@customer.example and not to bo@elsewhere.example.', 'spoke with Bo about it'),
      ('7', 'Hello', NULL)`,
  ],
  web: [
    'CREATE SCHEMA web',
    'CREATE TABLE web.sessions (customer_id VARCHAR, page VARCHAR)',
    "INSERT INTO web.sessions SELECT CASE WHEN range % 2 = 0 THEN '007' ELSE '8' END, '/boots/' || range FROM range(60)",
  ],
  broker: [
    'CREATE SCHEMA broker',
    'CREATE TABLE broker.profiles (email_sha256 VARCHAR, income_band VARCHAR)',
    "INSERT INTO broker.profiles VALUES (sha256('ann@customer.example'), 'C'), (sha256('home@customer.example'), 'A')",
  ],
} as const;

/** Five DuckDB files with people in them; `more` runs in each after its tables are there. */
export async function fiveSources(more: (name: keyof typeof TABLES) => readonly string[] = () => []) {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const folder = await mkdtemp(join(tmpdir(), 'scruple-five-'));
  const places: string[] = [];
  for (const [name, statements] of Object.entries(TABLES)) {
    const path = join(folder, `of-${name}.duckdb`);
    const instance = await DuckDBInstance.create(path);
    const connection = await instance.connect();
    for (const statement of [...statements, ...more(name as keyof typeof TABLES)])
      await connection.run(statement);
    connection.closeSync();
    instance.closeSync();
    places.push(`${name}=${path}`);
  }
  return {
    folder,
    places,
    warehouses: must(askableWarehouses(places)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
