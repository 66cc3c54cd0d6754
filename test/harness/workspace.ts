import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkWorkspace } from '../../src/app/check-workspace.ts';
import { NOW } from '../../src/check/testing/builders.ts';
import type { WorkspaceReport } from '../../src/report/model.ts';

/** Files by their path from the root of a workspace. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export const SETTINGS = `organisation: Harbor Outfitters (fictional)
jurisdictions: [eu, us-ca]
`;

/** A small data map of a shop, for uses whose own data map does not matter. */
export const DATA_MAP = `source: shop
system: Shop
origin: provided
notice: privacy-2026-03
datasets:
  - dataset: crm.customers
    subjects: customer
    collected_for: [essential.service, marketing]
    basis: consent
    retention: P3Y
    fields:
      - { field: customer_id, category: user.unique_id }
      - { field: email, category: user.contact.email }
      - { field: first_name, category: user.name.first }
      - { field: city, category: user.contact.address.city }
      - { field: churn_risk, category: user.behavior, origin: inferred, derived_from: [shop.orders.last_order_at] }
  - dataset: shop.orders
    subjects: customer
    collected_for: [essential.service, marketing]
    basis: consent
    retention: P3Y
    fields:
      - { field: customer_id, category: user.unique_id }
      - { field: last_order_at, category: user.behavior.purchase_history }
      - { field: orders_last_year, category: user.behavior.purchase_history }
      - { field: returned, category: user.behavior.purchase_history }
      - { field: sku, category: user.behavior.purchase_history }
      - { field: paid_at, category: user.behavior.purchase_history }
`;

/** A card with which no check about the card itself has anything to say. */
export const CARD: Readonly<Record<string, unknown>> = {
  use: 'test',
  kind: 'campaign',
  owner: 'lifecycle@harbor.example',
  approver: 'trust@harbor.example',
  purpose: 'marketing.communications.email',
  basis: 'consent',
  intent: 'sell',
  goal: 'repeat orders',
  benefit: 'Boots that fit, before the season',
  without_it: 'Nothing: the shop stays open to them',
  channels: ['email'],
  expires: '2027-01-31',
};

/** Writes a workspace into a folder that is removed after the test. */
export async function makeWorkspace(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scruple-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries({
    'scruple.yaml': SETTINGS,
    'datamap/shop.yaml': DATA_MAP,
    ...files,
  })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** Files of the use `test`, its card filled up with `CARD` and with the definition files that lie beside it. */
export function useFiles(own: Files, use = 'test'): Files {
  const { 'use.yaml': written, ...beside } = own;
  const given = (written === undefined ? {} : parse(String(written))) as Record<string, unknown>;
  const isUse = (path: string) => !/^(?:datamap|boundaries)\/|^(?:facts|waivers|scruple)\.yaml$/.test(path);
  const named = (start: string) =>
    Object.keys(beside).filter((path) => isUse(path) && path.startsWith(start));
  const [segment] = named('segment');
  const messages = named('message');
  const [model] = named('model');
  const card = {
    ...CARD,
    ...(segment === undefined ? {} : { audience: { segment, dialect: 'postgres' } }),
    ...(messages.length === 0 ? {} : { messages }),
    ...(model === undefined ? {} : { scores: [{ name: 'score', model }] }),
    ...given,
    use,
  };
  return Object.fromEntries([
    [`uses/${use}/use.yaml`, stringify(card)],
    ...Object.entries(beside).map(([path, content]) => [isUse(path) ? `uses/${use}/${path}` : path, content]),
  ]);
}

export interface CheckHarnessOptions {
  readonly at?: Date;
  readonly only?: readonly string[];
  readonly since?: string | null;
  readonly noFacts?: boolean;
}

/** Checks a folder as the command line does. */
export async function check(folder: string, options: CheckHarnessOptions = {}): Promise<WorkspaceReport> {
  const report = await checkWorkspace(folder, {
    at: options.at ?? NOW,
    only: options.only ?? [],
    since: options.since ?? null,
    noFacts: options.noFacts ?? false,
    allowHosts: [],
    allowPaths: [],
  });
  if (!report.ok) throw new Error(`${report.problem.code}: ${report.problem.message}`);
  return report.value;
}
