import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faceAlone } from '../../src/api/testing/face.ts';
import { definitionFiles, loadDemo } from '../../src/app/server/load-demo.ts';
import { mayEnter, type Role, type RouteRight } from '../../src/app/server/rights.ts';
import { addAudit } from '../../src/stores/sql/repositories/audits.ts';
import { addAgent } from '../../src/stores/sql/repositories/authorised-agents.ts';
import { addClearance } from '../../src/stores/sql/repositories/clearances.ts';
import { newId } from '../../src/stores/sql/repositories/new-id.ts';
import { addPersonCopy } from '../../src/stores/sql/repositories/person-copies.ts';
import { addRecord } from '../../src/stores/sql/repositories/records.ts';
import { findActiveSigningKey } from '../../src/stores/sql/repositories/signing-keys.ts';
import { addStop, liftStop } from '../../src/stores/sql/repositories/stops.ts';
import { addWaiver } from '../../src/stores/sql/repositories/waivers.ts';
import type { Work } from '../../src/stores/sql/store.ts';
import { asJson } from '../../src/stores/sql/tables/column-types.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { hash, sampleUse, sampleVersion } from '../contract/store-samples.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { fillGate } from './fill-gate.ts';
import { fillIncidents } from './fill-incidents.ts';
import { fillOutcomes } from './fill-outcomes.ts';
import { type Somebody, TestServer } from './harness.ts';

sayWithoutPostgres('the lists of the server on PostgreSQL');

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly enum?: readonly string[] };
}
interface List {
  readonly path: string;
  readonly right: RouteRight;
  readonly parameters: readonly Parameter[];
}

/** Every route whose answer is a list, as the description names them. */
async function listsOf(): Promise<readonly List[]> {
  const { app } = await faceAlone();
  const { paths, components } = (await app.inject('/openapi.json')).json();
  await app.close();
  // biome-ignore lint/suspicious/noExplicitAny: a description has a place for everything
  return Object.entries<any>(paths).flatMap(([path, { get }]) => {
    const schema = get?.responses?.['200']?.content?.['application/json']?.schema;
    const named = schema?.$ref === undefined ? schema : components.schemas[schema.$ref.split('/').at(-1)];
    return named?.properties?.items === undefined
      ? []
      : [{ path, right: get['x-right'], parameters: get.parameters ?? [] }];
  });
}

const LISTS = await listsOf();
const sortsOf = ({ parameters }: List): readonly string[] =>
  parameters.find(({ name }) => name === 'sort')?.schema.enum ?? [];
/** A use of the example workspace: what is read from files needs real ones. */
const PUSHED = 'winback-spring';

it('there are lists, and each says how it pages and sorts', () => {
  expect(LISTS.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/v1/keys', '/v1/me/keys', '/v1/signing-keys', '/v1/evidence', '/v1/uses']),
  );
  for (const list of LISTS) {
    const names = list.parameters.filter((one) => one.in === 'query').map(({ name }) => name);
    expect(names, list.path).toEqual(expect.arrayContaining(['after', 'limit', 'sort', 'direction']));
    expect(sortsOf(list), list.path).not.toEqual([]);
  }
});

describe.each(ENGINES)('the lists of a server, $name', (engine) => {
  let server: TestServer;
  let whole: string;
  let latest: string;
  const people = new Map<Role, Somebody>();

  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    const ada = await server.administrator();
    const owner = await server.person(ada, 'Lifecycle', ['operator'], { reportsTo: null });
    const aud = await server.person(ada, 'Aud', ['auditor']);
    const cora = await server.person(ada, 'Cora', ['customer-advocate']);
    people.set('auditor', aud).set('administrator', ada);
    must(await loadDemo(server.context, { onStart: () => {} }));
    const post = async (who: Somebody, path: string, body?: object): Promise<void> => {
      const { status, body: answer } = await who.ask(path, {
        method: 'POST',
        ...(body === undefined ? {} : { body }),
      });
      expect([status, answer.detail], path).toEqual([201, undefined]);
    };
    for (const number of [1, 2, 3, 4]) {
      // Two of everything at one moment, so that the time alone does not tell rows apart.
      if (number % 2 === 0) server.now = new Date(server.now.getTime() + 60_000);
      await post(ada, '/v1/keys', { name: 'shop', roles: ['intake'], days: 9 });
      await post(aud, '/v1/me/keys', { name: 'ci', roles: ['auditor'], days: 9 });
      await post(ada, '/v1/signing-keys');
      await post(ada, '/v1/ledger/notices', notice(number));
      await post(cora, '/v1/requests', {
        kind: 'talk',
        identifiers: [{ kind: 'email', value: `asks-${number}@customer.example` }],
      });
      await post(ada, '/v1/practice-cases', {
        title: `Case ${number % 2}`,
        material: 'Only today',
        flaw: { check: 'msg-false-urgency', says: 'it is not' },
      });
    }
    await pushThreeDefinitions(owner);
    for (const use of [PUSHED, 'winback-spring-repaired', 'trail-ad-repaired'])
      await post(owner, `/v1/uses/${use}/reviews`);
    whole = must(await server.context.store.write(fillUse));
    latest = (await aud.ask(`/v1/uses/${PUSHED}`)).body.latestVersion;
    must(await server.context.store.write((work) => fillAudits(work, latest)));
    must(await server.context.store.write((work) => fillGate(work, whole)));
    must(await server.context.store.write((work) => fillOutcomes(work, whole)));
    must(await server.context.store.write((work) => fillIncidents(work, whole)));
    await aud.ask('/v1/automations');
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  async function fillAudits({ db, at }: Work, versionId: string): Promise<void> {
    for (const number of [0, 1, 2, 3])
      await addAudit(db, {
        id: newId('audit', at),
        useId: PUSHED,
        versionId,
        pointer: `/scores/${number}`,
        name: `churn ${number % 2}`,
        source: 'decisions.csv',
        verdict: 'insufficient',
        verdictRank: 1,
        report: asJson({ asked: { decision: 'sent', groups: [] }, because: [], ...NO_FIGURES }),
        auditedAt: at,
        sentThrough: 'cli',
        sentAt: at,
      });
  }

  /** A use with several of all that only long work brings about. */
  async function fillUse(work: Work): Promise<string> {
    const { db, at } = work;
    const use = await sampleUse(work, { id: 'much-about-it' });
    const { id: keyId } = (await findActiveSigningKey(db))!;
    for (const number of [0, 1, 2, 3, 4]) {
      const version = await sampleVersion(work, use.id, 0);
      const day = new Date(at.getTime() + (number >> 1) * 86_400_000);
      const { id: useId } = use;
      await addClearance(db, {
        id: newId('clearance', at),
        useId,
        versionId: version.id,
        class: 'approved',
        contentHash: hash('a'),
        statement: '{}',
        keyId,
        issuedAt: day,
        expiresAt: day,
      });
      await addRecord(db, {
        id: newId('record', at),
        useId,
        type: number % 2 === 0 ? 'dpia' : 'lia',
        state: 'open',
        triggers: asJson([]),
        fields: asJson({ answers: {}, approval: null }),
        openedAt: day,
        changedAt: at,
      });
      await addWaiver(db, {
        id: newId('waiver', at),
        useId,
        checkId: `msg-check-${number % 2}`,
        owner: 'lifecycle@harbor.example',
        reason: 'the end is real',
        state: 'approved',
        until: day,
        renewals: 0,
        createdAt: at,
        changedAt: at,
      });
      await addPersonCopy(db, {
        id: newId('copy', at),
        kind: number % 2 === 0 ? 'copy' : 'dossier',
        subject: `subject:${'a'.repeat(43)}`,
        requestId: null,
        language: 'en',
        state: number % 2 === 0 ? 'ready' : 'asked',
        progress: asJson([]),
        createdAt: day,
        endsAt: new Date(day.getTime() + 86_400_000),
      });
      await addAgent(db, {
        id: `AGENT_${number}`,
        name: `Agent ${number % 2}`,
        business: 'harbor',
        verifyKey: '',
        createdAt: day,
        changedAt: day,
      });
      const { stop } = await addStop(db, { id: newId('stop', at), useId, reason: 'a price', stoppedAt: day });
      await liftStop(db, stop.id, null, { by: null, reason: 'mended', at: day });
    }
    return use.id;
  }

  async function pushThreeDefinitions(owner: Somebody): Promise<void> {
    const folder = `uses/${PUSHED}/`;
    const read = must(await definitionFiles('examples/harbor')).filter(
      ({ path }) => !path.startsWith('uses/') || path.startsWith(folder),
    );
    const segment = read.find(({ path }) => path === `${folder}segment.sql`)!;
    const files = [
      ...read.map((file) => ({
        ...file,
        text: file.path.endsWith('.cedar')
          ? `${file.text}${BOUNDARY}`
          : file.text.replace(
              'segment: segment.sql,',
              'segment: segment.sql, exclude: exclude.sql, defined_by: list.sql,',
            ),
      })),
      ...['exclude.sql', 'list.sql'].map((name) => ({ ...segment, path: `${folder}${name}` })),
    ];
    const pushed = await owner.ask(`/v1/uses/${PUSHED}/versions`, {
      method: 'POST',
      body: { workspace: 'harbor', files },
    });
    expect([pushed.status, pushed.body.detail]).toEqual([201, undefined]);
  }

  const ask = ({ path, right }: List, query: Readonly<Record<string, string | number>>) => {
    const use = /versions$|records$/.test(path) ? whole : PUSHED;
    const [, who] = [...people].find(([role]) => mayEnter([role], right))!;
    const filled = path.replace('{id}', use).replace('{version}', latest);
    const asked = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
    return who.ask(`${filled}?${new URLSearchParams(asked)}`);
  };

  describe.each(LISTS)('$path', (list) => {
    it('pages in every order without losing or repeating a row', async () => {
      const all = await ask(list, { limit: 500 });
      expect([all.status, all.body.next]).toEqual([200, null]);
      const rows = rowsOf(all.body);
      expect(rows.length).toBeGreaterThanOrEqual(3);
      expect(new Set(rows).size).toBe(rows.length);
      for (const sort of sortsOf(list)) {
        const paged = async (direction: string) => {
          const found: string[] = [];
          const query = { sort, direction, limit: Math.ceil(rows.length / 3.5) };
          for (let after: object = {}; ; ) {
            const page = await ask(list, { ...query, ...after });
            expect(page.status, `${sort} ${direction}`).toBe(200);
            found.push(...rowsOf(page.body));
            if (page.body.next === null) return found;
            expect(page.body.items).toHaveLength(query.limit);
            after = { after: page.body.next };
          }
        };
        const up = await paged('asc');
        expect([...up].sort(), sort).toEqual([...rows].sort());
        expect(await paged('desc'), sort).toEqual(up.toReversed());
      }
    });

    it.each([
      ['a key that it does not know', { pge: 2 }],
      ['a cursor of another list', { after: Buffer.from('["name","asc",7,7,7,7]').toString('base64url') }],
      ['no page', { limit: 0 }],
      ['more than a page', { limit: 501 }],
      ['an order that there is not', { sort: 'constructor' }],
      ['a direction that there is not', { direction: 'up' }],
    ])('refuses %s', async (_what, query) => {
      expect((await ask(list, query as Record<string, string | number>)).status).toBe(400);
    });
  });

  it('sorts by what it says', async () => {
    const titles = async (query: string) =>
      (await people.get('administrator')!.ask(`/v1/practice-cases?${query}`)).body.items.map(
        ({ title }: { title: string }) => title,
      );
    expect(await titles('sort=title')).toEqual(['Case 0', 'Case 0', 'Case 1', 'Case 1']);
    expect(await titles('sort=title&direction=desc&limit=1')).toEqual(['Case 1']);
    const { items } = (await people.get('auditor')!.ask('/v1/findings?limit=500')).body;
    const weights = items.map(({ finding }: { finding: { gravity: string } }) =>
      ['advise', 'review', 'block'].indexOf(finding.gravity),
    );
    expect(weights).toEqual(weights.toSorted((one: number, other: number) => other - one));
  });

  it('filters where it says so', async () => {
    const counted = async (role: Role, path: string) => (await people.get(role)!.ask(path)).body.items.length;
    const all = await counted('auditor', '/v1/keys');
    expect(await counted('auditor', '/v1/keys?ofMachine=true')).toBe(4);
    expect(await counted('auditor', '/v1/keys?ofMachine=false')).toBe(all - 4);
    expect(await counted('auditor', '/v1/keys?role=intake')).toBe(4);
    const [key] = (await people.get('auditor')!.ask('/v1/me/keys')).body.items;
    expect((await people.get('auditor')!.ask(`/v1/me/keys/${key.id}`, { method: 'DELETE' })).status).toBe(
      204,
    );
    expect(await counted('auditor', '/v1/me/keys?inForce=true')).toBe(3);
    expect(await counted('auditor', '/v1/me/keys')).toBe(4);
    expect(await counted('auditor', '/v1/signing-keys?state=active')).toBe(1);
    expect(await counted('administrator', '/v1/practice-cases?announced=true')).toBe(0);
    expect(await counted('auditor', `/v1/uses/${whole}/records?kind=lia`)).toBe(2);
    const end = (await people.get('auditor')!.ask('/v1/evidence?direction=desc&limit=1')).body.items[0];
    expect(await counted('auditor', `/v1/evidence?above=${end.sequence - 2}`)).toBe(2);
  });

  it('shows an auditor which keys there are, and lets nobody but an administrator change them', async () => {
    const aud = people.get('auditor')!;
    const { items } = (await aud.ask('/v1/keys')).body;
    expect(Object.keys(items[0]).sort()).toEqual(
      ['createdAt', 'expiresAt', 'id', 'lastUsedAt', 'name', 'owner', 'prefix', 'revokedAt', 'roles'].sort(),
    );
    expect(Object.keys((await aud.ask('/v1/signing-keys')).body.items[0]).sort()).toEqual(
      ['createdAt', 'id', 'retiredAt', 'revokedAt', 'state'].sort(),
    );
    const body = { name: 'x', roles: ['intake'], days: 1 };
    expect((await aud.ask('/v1/keys', { method: 'POST', body })).status).toBe(403);
    expect((await aud.ask('/v1/signing-keys', { method: 'POST' })).status).toBe(403);
    expect((await aud.ask(`/v1/keys/${items[0].id}`, { method: 'DELETE' })).status).toBe(403);
  });
});

/** An audit of nobody. */
const NO_FIGURES = {
  people: 0,
  groups: [],
  comparisons: [],
  reference: null,
  method: null,
  vault: null,
  rules: null,
};

/** A third one for the example workspace. */
const BOUNDARY = `
@id("no-nights")
@because("nobody is sold to in their sleep")
@instead("write in the morning")
@norms("ours-expected-use")
forbid (principal, action == Action::"use", resource)
when { resource.sells && resource.seenIntents.contains("nights") };
`;

const rowsOf = ({ items }: { readonly items: readonly object[] }): string[] =>
  items.map((item) => JSON.stringify(item));

const notice = (number: number) => ({
  version: `privacy-${number}`,
  language: number % 2 === 0 ? 'en' : 'fr',
  text: 'We would like to write to you about running shoes.',
  from: '2026-11-01T00:00:00Z',
  terms: {
    controllers: [party('controller')],
    recipients: [],
    personalData: [{ category: 'user.contact.email', isOptional: false }],
    storageLocations: ['IE'],
    retention: 'P3Y',
    jurisdiction: 'eu',
    withdrawal: 'https://shop.harbor.example/preferences',
  },
});
const party = (type: string) => ({
  id: 'harbor',
  name: 'Harbor Outfitters',
  address: '1 Quay, Harbor',
  contact: 'privacy@harbor.example',
  type,
});
