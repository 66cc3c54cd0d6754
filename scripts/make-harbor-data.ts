/**
 * Makes the data of the example workspace anew: a DuckDB file for its named facts and the decisions that its scores are
 * audited by. Seeded, so that the same script gives the same rows. Run: node scripts/make-harbor-data.ts
 */
import { rm, writeFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';

const HARBOR = new URL('../examples/harbor/', import.meta.url);
const SEXES = ['f', 'm'];
const AGE_BANDS = ['18-39', '40-64', '65+'];
const PEOPLE = 2400;

/** Mulberry32: small, seeded, and good enough for an example. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Decisions in which a group is favoured at the rate that `rateOf` gives. */
function decisions(seed: number, rateOf: (sex: string, ageBand: string) => number): string {
  const random = randomNumbers(seed);
  const rows = Array.from({ length: PEOPLE }, (_, index) => {
    const sex = SEXES[Math.floor(random() * SEXES.length)]!;
    const ageBand = AGE_BANDS[Math.floor(random() * AGE_BANDS.length)]!;
    return `${1001 + index},${sex},${ageBand},${random() < rateOf(sex, ageBand) ? 1 : 0}`;
  });
  return `customer_id,sex,age_band,decision\n${rows.join('\n')}\n`;
}

const FAIR = () => 0.5;
await writeFile(
  new URL('uses/lead-score/decisions.csv', HARBOR),
  decisions(1, (sex, ageBand) => 0.55 - (sex === 'f' ? 0.15 : 0) - (ageBand === '65+' ? 0.2 : 0)),
);
for (const [index, use] of [
  'lead-score-repaired',
  'instalments-repaired',
  'churn-model-repaired',
  'next-offer-repaired',
  'quiet-list-repaired',
].entries())
  await writeFile(new URL(`uses/${use}/decisions.csv`, HARBOR), decisions(10 + index, FAIR));

const file = new URL('data/harbor.duckdb', HARBOR).pathname;
await rm(file, { force: true });
const instance = await DuckDBInstance.create(file);
const connection = await instance.connect();
for (const statement of [
  'create schema shop',
  "create table shop.inventory as select 'K2' as sku, 46 as stock",
  `create table shop.prices as select * from (values
     ('K2', timestamp '2026-08-01 00:00:00', 149.00), ('K2', timestamp '2026-11-16 00:00:00', 129.00)) as prices (sku, changed_at, price)`,
  "create table shop.sales as select 'K2' as sku, 1312 as units",
  'checkpoint',
])
  await connection.run(statement);
connection.closeSync();
instance.closeSync();
