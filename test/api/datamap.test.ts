import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Somebody, TestServer } from './harness.ts';

type Named = Somebody & { key: string };
interface Edge {
  readonly field: string;
  readonly use: string;
  readonly where: readonly string[];
  readonly decides: boolean;
  readonly basis: string | null;
  readonly overreach: ReadonlyArray<{ readonly check: string; readonly what: string }>;
}

const head = (use: string, owner: string): string =>
  `use: ${use}\nkind: campaign\nowner: ${owner}@harbor.example\npurpose: marketing.communications.email\nchannels: [email]\nintent: sell\n`;
const filesFor = (owner: string, prefix = ''): Readonly<Record<string, string>> => ({
  'scruple.yaml': 'organisation: Harbor (fictional)\njurisdictions: [eu]\n',
  'boundaries/all.cedar': `@id("no-broker")
@because("nobody expects it")
@instead("use what people told us")
@norms("eu-gdpr-5-1-b")
forbid (principal, action == Action::"use", resource)
when { resource.origins.contains("third-party") && ["sell", "retain"].containsAny(resource.seenIntents) };

@id("likeness")
@because("names of owners mean nothing")
@instead("name a purpose")
forbid (principal, action == Action::"use", resource) when { resource.owner like "*@nobody.example" };

@id("broken")
forbid (principal, action == Action::"use", resource) when { resource.nothing };
`,
  'datamap/crm.yaml': `source: crm
origin: provided
datasets:
  - dataset: crm.customers
    subjects: customer
    fields:
      - { field: email, category: user.contact.email, collected_for: [marketing], basis: consent, retention: P2Y }
      - { field: birthday, category: user.demographic.date_of_birth, collected_for: [essential.service], basis: contract }
      - { field: income, category: user.financial, origin: third-party, collected_for: [marketing], basis: legitimate-interest }
      - { field: never_used, category: user.behavior, collected_for: [marketing], basis: consent }
`,
  [`uses/${prefix}birthday/use.yaml`]: `${head(`${prefix}birthday`, owner)}basis: consent\nfields: [crm.customers.email, crm.customers.birthday]\naudience: { segment: segment.sql, dialect: postgres }\nmessages: [mail.txt]\n`,
  [`uses/${prefix}birthday/segment.sql`]:
    'select email from crm.customers where birthday = current_date and mood > 3\n',
  [`uses/${prefix}birthday/mail.txt`]: 'Happy birthday {{ customer.first_name }}! Buy boots today, 20 % off.',
  [`uses/${prefix}rich/use.yaml`]: `${head(`${prefix}rich`, owner)}audience: { segment: segment.sql, dialect: postgres }\nmessages: [mail.txt]\n`,
  [`uses/${prefix}rich/segment.sql`]: 'select email from crm.customers where income > 100000\n',
  [`uses/${prefix}rich/mail.txt`]: 'Buy boots today, 20 % off.',
});

let server: TestServer;
let ada: Somebody;
let olga: Named;
let omar: Named;
let gus: Named;
let rita: Named;
const push = (who: Somebody, workspace: string, files: Readonly<Record<string, string>>) =>
  who.ask('/v1/pushes', {
    method: 'POST',
    body: { workspace, files: Object.entries(files).map(([path, text]) => ({ path, text })) },
  });
beforeAll(async () => {
  server = await TestServer.start();
  ada = await server.administrator();
  olga = await server.person(ada, 'Olga', ['operator'], { reportsTo: null });
  omar = await server.person(ada, 'Omar', ['operator'], { reportsTo: null });
  gus = await server.person(ada, 'Gus', ['guest'], { until: '2027-01-01T00:00:00Z' });
  rita = await server.person(ada, 'Rita', ['reviewer'], { reportsTo: null });
  expect((await push(olga, 'harbor', filesFor('olga'))).status).toBe(201);
  expect((await push(gus, 'agency', filesFor('gus', 'agency-'))).status).toBe(201);
}, 90_000);
afterAll(() => server.stop());

const edgesOf = async (who: Somebody, query = '?workspace=harbor'): Promise<readonly Edge[]> =>
  (await who.ask(`/v1/datamap${query}`)).body.edges;
const edge = (edges: readonly Edge[], use: string, field: string) =>
  edges.find((one) => one.use === use && one.field === `crm.customers.${field}`);

describe('the data map', () => {
  it('shows every field with where it comes from, used or not', async () => {
    const { body } = await omar.ask('/v1/datamap?workspace=harbor');
    const names = body.fields.map(({ name }: { name: string }) => name);
    expect(names).toContain('crm.customers.never_used');
    const email = body.fields.find(({ name }: { name: string }) => name === 'crm.customers.email');
    expect(email).toMatchObject({ source: 'crm', origin: 'provided', basis: 'consent', retention: 'P2Y' });
    expect(body.workspaces).toEqual(['agency', 'harbor']);
  });

  it('ties uses to what they touch, with what decides and on which basis', async () => {
    const edges = await edgesOf(omar);
    expect(edge(edges, 'birthday', 'email')).toMatchObject({ decides: false, basis: 'consent' });
    expect(edge(edges, 'birthday', 'birthday')).toMatchObject({
      decides: true,
      where: expect.arrayContaining(['declared', 'audience']),
    });
    expect(edge(edges, 'rich', 'income')).toMatchObject({ basis: 'legitimate-interest' });
    expect(edge(edges, 'rich', 'never_used')).toBeUndefined();
  });

  it('says where a use goes further than what was collected for', async () => {
    const edges = await edgesOf(omar);
    expect(edge(edges, 'birthday', 'birthday')?.overreach.map(({ check }) => check)).toContain(
      'src-purpose-compat',
    );
    expect(edge(edges, 'birthday', 'email')?.overreach).toEqual([]);
  });

  it('keeps what it does not know apart: a column that decides, and no merge tag', async () => {
    const { body } = await omar.ask('/v1/datamap?workspace=harbor');
    const strangers = body.fields.filter(({ source }: { source: string | null }) => source === null);
    expect(strangers.map(({ name }: { name: string }) => name)).toEqual(['crm.customers.mood']);
  });

  it('says the same when asked again, and something else when the map or a use changed', async () => {
    const before = await edgesOf(omar);
    expect(await edgesOf(omar)).toEqual(before);
    const files = { ...filesFor('olga') };
    const changed = {
      ...files,
      'datamap/crm.yaml': files['datamap/crm.yaml']!.replace('never_used', 'mood'),
      'uses/rich/segment.sql': 'select email from crm.customers where birthday = current_date\n',
    };
    expect((await push(olga, 'harbor', changed)).status).toBe(201);
    const { body } = await omar.ask('/v1/datamap?workspace=harbor');
    expect(body.fields.filter(({ source }: { source: string | null }) => source === null)).toEqual([]);
    expect(edge(body.edges, 'rich', 'birthday')).toBeDefined();
    expect(edge(body.edges, 'rich', 'income')).toBeUndefined();
    expect((await push(olga, 'harbor', files)).status).toBe(201);
    expect(await edgesOf(omar)).toEqual(before);
  });

  it('tells a guest of own workspaces alone', async () => {
    const { body } = await gus.ask('/v1/datamap');
    expect(body.workspaces).toEqual(['agency']);
    expect(body.uses.map(({ id }: { id: string }) => id)).toEqual(['agency-birthday', 'agency-rich']);
    expect((await gus.ask('/v1/datamap?workspace=harbor')).status).toBe(404);
    expect((await omar.ask('/v1/datamap?workspace=nothing')).status).toBe(404);
  });
});

describe('boundaries', () => {
  const of = async (who: Somebody, id: string) =>
    (await who.ask('/v1/boundaries')).body.items.find(
      (one: { id: string; workspace: string }) => one.id === id && one.workspace === 'harbor',
    );

  it('are told in words, with the uses they forbid now', async () => {
    expect(await of(omar, 'no-broker')).toMatchObject({
      words:
        'Forbids every use where the origins of the fields used include “third-party”, and the intents that fit what the messages do include “sell” or “retain”.',
      because: 'nobody expects it',
      norms: ['eu-gdpr-5-1-b'],
      uses: ['rich'],
    });
  });

  it('have no words where words would say half of it, and are not lost where they cannot be read', async () => {
    expect((await of(omar, 'likeness')).words).toBeNull();
    const { body } = await omar.ask('/v1/boundaries');
    expect(body.unread).toMatchObject([{ workspace: 'agency' }, { workspace: 'harbor' }]);
  });

  it('tell a guest of own workspaces alone', async () => {
    const { body } = await gus.ask('/v1/boundaries');
    expect(new Set(body.items.map(({ workspace }: { workspace: string }) => workspace))).toEqual(
      new Set(['agency']),
    );
  });
});

describe('before somebody has judged', () => {
  it('neither shows what a verdict would say', async () => {
    const { version, ...policy } = (await ada.ask('/v1/settings/reviews')).body;
    const set = await ada.ask('/v1/settings/reviews', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...policy, blindShare: 1, hiddenShare: 0 },
    });
    expect(set.status).toBe(200);
    const spoken = async (who: Somebody) =>
      (await who.ask('/v1/boundaries')).body.items.flatMap(({ uses }: { uses: string[] }) => uses);
    const further = async (who: Somebody) =>
      edge(await edgesOf(who), 'birthday', 'birthday')!.overreach.length;
    expect(await spoken(rita)).toContain('rich');
    expect(await further(rita)).toBeGreaterThan(0);
    for (const use of ['rich', 'birthday'])
      expect((await olga.ask(`/v1/uses/${use}/reviews`, { method: 'POST' })).status).toBe(201);
    expect(await spoken(rita)).not.toContain('rich');
    expect(await further(rita)).toBe(0);
    expect(await spoken(omar)).toContain('rich');
    expect(await further(omar)).toBeGreaterThan(0);
  });
});
