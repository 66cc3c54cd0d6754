import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HIDDEN_DAYS, REASON_DAYS } from '../../src/app/server/explanations/record.ts';
import { removeWhatIsOver } from '../../src/app/server/retention.ts';
import { SEARCH_LIMIT } from '../../src/playbook/5-oversight/explanations/counterfactual.ts';
import { type Somebody, TestServer } from './harness.ts';

type Named = Somebody & { key: string };

const LINEAR = {
  link: 'logit',
  intercept: -2,
  missing: 'mean',
  coefficients: { orders_last_year: 0.5, open_returns: -1, postcode_area: 0.1 },
  means: { orders_last_year: 2, open_returns: 0.2, postcode_area: 4 },
};
/** The same with a feature that nobody who sends may learn of. */
const PROTECTED = {
  ...LINEAR,
  coefficients: { ...LINEAR.coefficients, has_disability: -2 },
  means: { ...LINEAR.means, has_disability: 0.1 },
};
const frozen = JSON.parse(readFileSync(new URL('../oracle/explanations.json', import.meta.url), 'utf8'));
const TREES = frozen.trees[0];

const card = (use: string, lines: string): string => `use: ${use}
owner: olga@harbor.example
purpose: marketing.communications.email
basis: consent
${lines}`;
const automation = (more = '') =>
  `automation: { decision: notable, logic: "orders raise it, returns lower it", review: desk@harbor.example, stop_owner: cdo@harbor.example, contest: "Write to us: a person looks again within 14 days"${more} }`;
const changeable =
  'changeable: [{ feature: orders_last_year, from: 0, to: 20 }, { feature: postcode_area, from: 0, to: 9 }]';
const FILES: Readonly<Record<string, string>> = {
  'scruple.yaml': 'organisation: Harbor (fictional)\njurisdictions: [eu]\n',
  'datamap/crm.yaml': `source: crm
origin: observed
datasets:
  - dataset: crm.customers
    subjects: customer
    fields:
      - { field: orders_last_year, category: user.behavior, collected_for: [marketing], basis: legitimate-interest, description: "Orders in the last twelve months. Without returns" }
      - { field: open_returns, category: user.behavior, collected_for: [marketing], basis: legitimate-interest }
      - { field: postcode_area, category: user.contact.address.postal_code, collected_for: [marketing], basis: consent }
      - { field: has_disability, category: user.health_and_medical, collected_for: [marketing], basis: consent }
`,
  'uses/lead/use.yaml': card(
    'lead',
    `kind: score
fields: [crm.customers.orders_last_year, crm.customers.postcode_area, crm.customers.email]
${automation()}
scores: [{ name: lead, model: model.json, objective: "kept orders", harm_term: complaints, threshold: 0.5, ${changeable} }]
`,
  ),
  'uses/lead/model.json': JSON.stringify(LINEAR),
  'uses/care/use.yaml': card(
    'care',
    `kind: score\n${automation()}\nscores: [{ name: care, model: model.json, threshold: 0.5, ${changeable} }]\n`,
  ),
  'uses/care/model.json': JSON.stringify(PROTECTED),
  'uses/boost/use.yaml': card(
    'boost',
    `kind: next-best-action\nscores: [{ name: boost, model: model.json }]\n`,
  ),
  'uses/boost/model.json': JSON.stringify(TREES.model),
  'uses/quiet/use.yaml': card(
    'quiet',
    `kind: suppression
${automation()}
rules:
  - { name: open-return, sql: open.sql, type: suppression, reason: "a return is open", expires: 2027-01-31 }
  - { name: unwell, sql: unwell.sql, type: suppression, reason: "they told us", expires: 2027-01-31 }
`,
  ),
  'uses/quiet/open.sql': 'select customer_id from crm.customers where open_returns > 0',
  'uses/quiet/unwell.sql': 'select customer_id from crm.customers where has_disability = 1',
  'uses/helper/use.yaml': card(
    'helper',
    `kind: assistant
channels: [chat]
${automation(', tools: [{ name: look-up, does: "reads the orders", fields: [crm.customers.orders_last_year] }]')}
messages: [{ file: hello.txt }, { file: night.txt, transcript: true }]
scores: [{ name: prompt, model: prompt.md }]
`,
  ),
  'uses/helper/hello.txt': 'Hello, I am an automated assistant of Harbor. How can I help?',
  'uses/helper/night.txt': 'Hurry, only 2 hours left! Last chance, buy now before it is too late!',
  'uses/helper/prompt.md': 'You help customers of Harbor with their orders.',
  'uses/plain/use.yaml': card('plain', 'kind: campaign\nchannels: [email]\nmessages: [mail.txt]\n'),
  'uses/plain/mail.txt': 'Our shop opens at nine.',
};

let server: TestServer;
let olga: Named;
let omar: Named;
let rita: Named;
let carla: Named;
let aude: Named;
let system: Somebody;
beforeAll(async () => {
  server = await TestServer.start();
  const ada = await server.administrator();
  olga = await server.person(ada, 'Olga', ['operator'], { reportsTo: null });
  omar = await server.person(ada, 'Omar', ['operator'], { reportsTo: null });
  rita = await server.person(ada, 'Rita', ['reviewer'], { reportsTo: null });
  carla = await server.person(ada, 'Carla', ['customer-advocate'], { reportsTo: null });
  aude = await server.person(ada, 'Aude', ['auditor'], { reportsTo: null });
  const made = await ada.ask('/v1/keys', {
    method: 'POST',
    body: { name: 'crm', roles: ['intake'], days: 90 },
  });
  system = server.withKey(made.body.secret);
  const pushed = await olga.ask('/v1/pushes', {
    method: 'POST',
    body: { workspace: 'harbor', files: Object.entries(FILES).map(([path, text]) => ({ path, text })) },
  });
  expect([pushed.status, pushed.body.detail]).toEqual([201, undefined]);
}, 90_000);
afterAll(() => server.stop());

const post = (who: Somebody, path: string, body: object) => who.ask(path, { method: 'POST', body });
const record = (body: object, who: Somebody = system) =>
  post(who, '/v1/explanations', {
    use: 'lead',
    decider: 'lead',
    subject: 'c-17',
    outcome: 'ranked-3',
    ...body,
  });
/** Records a decision and reads it. */
async function decided(body: object, who: Somebody = olga, query = '') {
  const made = await record(body);
  expect(made.status).toBe(201);
  const read = await who.ask(`/v1/explanations/${made.body.decision}${query}`);
  expect(read.status).toBe(200);
  return { id: made.body.decision as string, made: made.body, explanation: read.body };
}
const INPUTS = { orders_last_year: 1, open_returns: 1, postcode_area: 4 };

describe('the register', () => {
  it('holds what decides, the weightiest and the unclassed first, and nothing else', async () => {
    const { body } = await olga.ask('/v1/automations');
    expect(body.items.map(({ id, decision }: { id: string; decision: string }) => [id, decision])).toEqual([
      ['boost', 'unclassed'],
      ['quiet', 'notable'],
      ['lead', 'notable'],
      ['helper', 'notable'],
      ['care', 'notable'],
    ]);
  });

  it('filters, sorts and pages', async () => {
    const ids = async (query: string) =>
      (await olga.ask(`/v1/automations?${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await ids('kind=assistant')).toEqual(['helper']);
    expect(await ids('decision=unclassed')).toEqual(['boost']);
    expect(await ids('hasStopOwner=false')).toEqual(['boost']);
    expect(await ids('query=QUI')).toEqual(['quiet']);
    expect(await ids('sort=id&direction=asc&limit=2')).toEqual(['boost', 'care']);
    const first = (await olga.ask('/v1/automations?sort=id&direction=asc&limit=2')).body;
    expect(await ids(`sort=id&direction=asc&limit=2&after=${first.next}`)).toEqual(['helper', 'lead']);
    expect((await olga.ask('/v1/automations?sort=owner')).status).toBe(400);
  });

  it('maps what the model looks at to the data map and to what is declared', async () => {
    const { body } = await olga.ask('/v1/automations/lead');
    expect(body).toMatchObject({ purpose: 'marketing.communications.email', review: 'desk@harbor.example' });
    expect(body.scores[0].model).toEqual({ file: 'model.json', type: 'linear', unexplained: null });
    const of = (name: string) => body.scores[0].inputs.find((input: { name: string }) => input.name === name);
    expect(of('orders_last_year')).toMatchObject({
      words: 'Orders in the last twelve months',
      field: 'crm.customers.orders_last_year',
      origin: 'observed',
      isDeclared: true,
    });
    expect(of('open_returns').isDeclared).toBe(false);
    expect(of('postcode_area').standsFor).not.toEqual([]);
    expect(body.unseenFields).toEqual(['crm.customers.email']);
  });

  it('says what cannot be explained, and what is wrong', async () => {
    const { body } = await olga.ask('/v1/automations/boost');
    expect(body.scores[0].model.unexplained).toBeNull();
    const checks = body.findings.map(({ check }: { check: string }) => check);
    expect(checks).toContain('auto-class');
    expect(checks).toContain('nba-objective');
    expect(checks).toContain('auto-stop');
  });

  it('shows an assistant with its prompt, tools, and what is found in what it said', async () => {
    const { body } = await olga.ask('/v1/automations/helper');
    expect(body.assistant.prompts).toEqual([
      { file: 'uses/helper/prompt.md', text: 'You help customers of Harbor with their orders.' },
    ]);
    expect(body.assistant.tools[0]).toMatchObject({
      name: 'look-up',
      reads: [{ field: 'crm.customers.orders_last_year' }],
    });
    expect(body.assistant.transcripts).toEqual(['night.txt']);
    const inTranscript = body.findings.filter(({ at }: { at: { file: string } }) =>
      at.file.endsWith('night.txt'),
    );
    expect(inTranscript.map(({ check }: { check: string }) => check)).toContain('msg-urgency-true');
  });

  it('knows nothing of a use that decides nothing', async () => {
    expect((await olga.ask('/v1/automations/plain')).status).toBe(404);
    expect((await olga.ask('/v1/automations/nothing')).status).toBe(404);
  });
});

describe('drills', () => {
  const drill = (who: Somebody, use: string, body: object) =>
    post(who, `/v1/automations/${use}/drills`, body);
  const TIMES = { startedAt: '2026-11-19T09:00:00Z', stoppedAt: '2026-11-19T09:01:20Z' };

  it('are due until one was fast enough, and stand in the evidence log', async () => {
    expect((await olga.ask('/v1/automations/lead')).body.drill).toMatchObject({ isDue: true, lastAt: null });
    const failed = await drill(olga, 'lead', { ...TIMES, stoppedAt: null, note: 'the switch was not found' });
    expect([failed.status, failed.body.seconds]).toEqual([201, null]);
    expect((await olga.ask('/v1/automations/lead')).body.drill.isDue).toBe(true);
    expect((await drill(rita, 'lead', TIMES)).body.seconds).toBe(80);
    const { body } = await olga.ask('/v1/automations/lead');
    expect(body.drill).toMatchObject({ isDue: false, seconds: 80, isFastEnough: true });
    expect(body.lastDrillAt).toBe('2026-11-19T09:00:00.000Z');
    const due = (await olga.ask('/v1/automations?isDrillDue=true')).body.items;
    expect(due.map(({ id }: { id: string }) => id)).not.toContain('lead');
    const log = await aude.ask('/v1/evidence?type=stop.drilled&limit=10');
    expect(log.body.items.map(({ body: said }: { body: object }) => said)).toMatchObject([
      { outcome: 'not-stopped', seconds: null },
      { outcome: 'stopped', seconds: 80 },
    ]);
  });

  it.each<[string, object]>([
    ['an end before the beginning', { startedAt: TIMES.stoppedAt, stoppedAt: TIMES.startedAt }],
    ['a drill that lies ahead', { startedAt: '2027-01-01T00:00:00Z', stoppedAt: null }],
  ])('refuse %s', async (_, body) => {
    const answer = await drill(olga, 'lead', body);
    expect([answer.status, answer.body.code]).toEqual([422, 'drill.impossible-times']);
  });

  it('are recorded by the owner or a reviewer', async () => {
    expect((await drill(omar, 'lead', TIMES)).status).toBe(403);
    expect((await drill(aude, 'lead', TIMES)).status).toBe(403);
  });

  it('stay when a new version is pushed', async () => {
    const files = Object.entries(FILES).map(([path, text]) => ({
      path,
      text: `${text}${path === 'uses/lead/use.yaml' ? 'expires: 2027-03-01\n' : ''}`,
    }));
    expect((await post(olga, '/v1/pushes', { workspace: 'harbor', files })).status).toBe(201);
    expect((await olga.ask('/v1/automations/lead')).body.lastDrillAt).toBe('2026-11-19T09:00:00.000Z');
  });
});

describe('an explanation', () => {
  it('says why, what is not known, how sure it is and what would change it', async () => {
    const { explanation } = await decided({ inputs: { ...INPUTS, postcode_area: null } });
    expect(explanation).toMatchObject({
      status: 'explained',
      headline: 'The outcome is “ranked 3”, most of all because of open returns.',
      reasons: [
        {
          code: 'open_returns:lowers',
          says: 'Open returns lowers the score more than everything else together.',
        },
        {
          code: 'orders_last_year:lowers',
          says: 'Orders in the last twelve months lowers the score strongly.',
        },
      ],
      change: {
        status: 'found',
        changes: [{ words: 'Orders in the last twelve months', from: 1, to: 6 }],
      },
      canOverride: true,
      review: 'desk@harbor.example',
    });
    expect(explanation.notKnown[0]).toBe('Postcode area: nothing was on record.');
  });

  it('never suggests to change what stands for something sensitive, whatever the card says', async () => {
    const { explanation } = await decided({ inputs: { ...INPUTS, orders_last_year: 5 } });
    expect(JSON.stringify(explanation.change)).not.toContain('ostcode');
  });

  it('speaks to a customer in other words, and shows no colleague’s words', async () => {
    const { id } = await decided({ inputs: INPUTS });
    await post(olga, `/v1/explanations/${id}/override`, { outcome: 'ranked-1', reason: 'she called us' });
    const { body } = await olga.ask(`/v1/explanations/${id}?for=customer`);
    expect(body.subject).toBeNull();
    expect(body.reasons[0].says).toBe('Open returns counts against it more than everything else together.');
    expect(body.contest).toContain('14 days');
    expect(JSON.stringify(body)).not.toContain('she called us');
    expect(body.headline).toContain('ranked 1');
  });

  it('is exact for a booster of trees', async () => {
    const [row] = TREES.rows;
    const names: string[] = TREES.model.learner.feature_names;
    const inputs = Object.fromEntries(names.map((name, index) => [name, row[index]]));
    const { explanation } = await decided({
      use: 'boost',
      decider: 'boost',
      inputs,
      prediction: TREES.predictions[0],
    });
    const order = names
      .map((name, index) => ({ name, size: Math.abs(TREES.shap[0][index]), up: TREES.shap[0][index] > 0 }))
      .filter(({ size }) => size > 0)
      .sort((a, b) => b.size - a.size)
      .map(({ name, up }) => `${name}:${up ? 'raises' : 'lowers'}`);
    expect(explanation.reasons.map(({ code }: { code: string }) => code)).toEqual(order);
    expect(explanation.sureness.level).toBe('unknown');
    expect(explanation.change.status).toBe('cannot-tell');
  });

  it.each<[string, object, RegExp]>([
    ['another value than the model gives', { inputs: INPUTS, prediction: 0.9 }, /not what this model gives/],
    ['an input that the model does not have', { inputs: { ...INPUTS, mood: 1 } }, /does not have/],
    ['a name of the language', { inputs: { ...INPUTS, constructor: 1 } }, /does not have/],
  ])('is refused rather than guessed: %s', async (_, body, because) => {
    const { made, explanation } = await decided(body);
    expect(made).toMatchObject({ status: 'cannot-explain', because: expect.stringMatching(because) });
    expect(explanation).toMatchObject({ reasons: [], status: 'cannot-explain' });
  });

  it('takes the value that the model gives', async () =>
    expect((await decided({ inputs: INPUTS, prediction: 1 / (1 + Math.exp(2.1)) })).made.status).toBe(
      'explained',
    ));

  it('gives the stated reason of a rule', async () => {
    const { explanation } = await decided({ use: 'quiet', decider: 'open-return', outcome: 'suppressed' });
    expect(explanation).toMatchObject({
      basis: 'rule',
      reasons: [{ says: 'A rule applies: a return is open.' }],
    });
  });

  it.each<[string, object, number]>([
    ['a mail address as pseudonym', { subject: 'ann@harbor.example' }, 400],
    ['an outcome in words', { outcome: 'We Ranked Her' }, 400],
    ['a decider that the card does not have', { decider: 'other' }, 422],
    ['a use that is not there', { use: 'nothing' }, 404],
    ['content that was never pushed', { contentHash: `sha256:${'0'.repeat(64)}` }, 404],
    ['a number that is none', { inputs: { orders_last_year: 'five' } }, 400],
  ])('is not taken for %s', async (_, body, status) => expect((await record(body)).status).toBe(status));

  it('is recorded by a machine or by whose use it is', async () => {
    expect((await record({ inputs: INPUTS }, olga)).status).toBe(201);
    expect((await record({ inputs: INPUTS }, omar)).status).toBe(403);
    expect((await record({ inputs: INPUTS }, rita)).status).toBe(403);
    const { id } = await decided({ inputs: INPUTS });
    expect((await system.ask(`/v1/explanations/${id}`)).status).toBe(403);
  });
});

describe('what is protected', () => {
  const made = (has: number) =>
    decided({ use: 'care', decider: 'care', inputs: { ...INPUTS, has_disability: has } });

  it('looks the same for everybody, whatever it says of one', async () => {
    const [one, other] = [await made(1), await made(0)];
    const plain = ({ decision: _, ...rest }: Record<string, unknown>) => rest;
    expect(plain(one.explanation)).toEqual(plain(other.explanation));
    expect(JSON.stringify(one.explanation)).not.toContain('disab');
    expect(one.explanation.reasons.at(-1)).toMatchObject({ code: 'protected' });
    expect(one.explanation.change.status).toBe('withheld');
  });

  it('is shown to a reviewer for a purpose, which is logged, and to nobody else', async () => {
    const { id } = await made(1);
    const open = await rita.ask(`/v1/explanations/${id}?purpose=contest%20C-17`);
    expect(open.body.reasons[0].code).toBe('has_disability:lowers');
    expect(open.body.isUnmasked).toBe(true);
    for (const who of [olga, aude])
      expect((await who.ask(`/v1/explanations/${id}?purpose=curious`)).status).toBe(403);
    const log = await aude.ask('/v1/evidence?type=reason.read&limit=10');
    expect(log.body.items).toHaveLength(1);
    expect(JSON.stringify(log.body)).not.toContain('C-17');
  });

  it('is not told by the rule that applies', async () => {
    const { id, explanation } = await decided({ use: 'quiet', decider: 'unwell', outcome: 'suppressed' });
    expect(explanation.reasons.map(({ code }: { code: string }) => code)).toEqual(['protected']);
    expect(JSON.stringify(explanation)).not.toContain('told us');
    const open = await carla.ask(`/v1/explanations/${id}?purpose=rights%20request`);
    expect(open.body.reasons[0].says).toContain('they told us');
  });

  it('lies sealed in the store', async () => {
    await made(1);
    const { rows } = await sql<{
      line: string;
    }>`select row_to_json(d)::text as line from decisions d`.execute(server.context.store.plain);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ line }) => /disab|told us/.test(line))).toEqual([]);
  });
});

describe('an override', () => {
  it('is kept with its reason, and counted for the use', async () => {
    const { id } = await decided({ inputs: INPUTS });
    const done = await post(omar, `/v1/explanations/${id}/override`, {
      outcome: 'ranked-1',
      reason: 'a known buyer',
    });
    expect(done.status).toBe(201);
    expect(done.body.overrides).toMatchObject([{ outcome: 'ranked-1', reason: 'a known buyer' }]);
    const { outcomes } = (await olga.ask('/v1/automations/lead')).body;
    expect(outcomes.overridden).toBeGreaterThan(0);
    expect(outcomes.decisions).toBeGreaterThan(outcomes.overridden);
  });

  it('needs a reason, and a role that works with people', async () => {
    const { id } = await decided({ inputs: INPUTS });
    expect(
      (await post(omar, `/v1/explanations/${id}/override`, { outcome: 'ranked-1', reason: ' ' })).status,
    ).toBe(400);
    expect(
      (await post(aude, `/v1/explanations/${id}/override`, { outcome: 'ranked-1', reason: 'no' })).status,
    ).toBe(403);
  });

  it('leaves no trace of who made it, so that nobody can be counted by it', async () => {
    const { id } = await decided({ inputs: INPUTS });
    await post(omar, `/v1/explanations/${id}/override`, { outcome: 'ranked-2', reason: 'as agreed' });
    const { rows: columns } = await sql<{
      name: string;
    }>`select column_name as name from information_schema.columns
      where table_name = 'decision_overrides' order by 1`.execute(server.context.store.plain);
    expect(columns.map(({ name }) => name)).toEqual([
      'decision_id',
      'id',
      'outcome',
      'overridden_at',
      'reason',
    ]);
    const { rows: people } = await sql<{ id: string }>`select id from people where name = 'Omar'`.execute(
      server.context.store.plain,
    );
    const { rows } = await sql<{ line: string }>`select row_to_json(o)::text as line from decision_overrides o
      union all select body || subject from evidence_entries where type = 'decision.overridden'`.execute(
      server.context.store.plain,
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const trace of [omar.key, people[0]!.id, 'omar'])
      expect(rows.filter(({ line }) => line.includes(trace))).toEqual([]);
  });

  it('is found by no route that asks for a person', async () => {
    const { paths } = (await server.ask('/openapi.json')).body;
    const parameters = Object.entries(paths)
      .filter(([path]) => /explanations|automations/.test(path))
      .flatMap(([, operations]) =>
        Object.values(operations as Record<string, { parameters?: { name: string }[] }>),
      )
      .flatMap((operation) => (operation.parameters ?? []).map(({ name }) => name));
    expect(parameters.filter((name) => /person|employee|people|by/i.test(name))).toEqual([]);
  });
});

describe('the card', () => {
  const read = async (body: object, query = '') => {
    const made = await record(body);
    return olga.ask(`/v1/explanations/${made.body.decision}/card${query}`);
  };

  it('is a page without script that may ask for nothing', async () => {
    const { status, body, headers } = await read({ inputs: INPUTS });
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/html');
    expect(body).toContain('<html lang="en">');
    expect(body).not.toMatch(/<script|\son\w+=|src=|href=/i);
    expect(String(headers['content-security-policy'])).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  it('shows what people wrote as text', async () => {
    const { id } = await decided({ inputs: INPUTS });
    const reason = '<img src=x onerror=alert(1)>';
    await post(olga, `/v1/explanations/${id}/override`, { outcome: 'ranked-1', reason });
    const { body } = await olga.ask(`/v1/explanations/${id}/card`);
    expect(body).not.toContain('<img');
    expect(body).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});

describe('docs/explanations.md', () => {
  const page = readFileSync(new URL('../../docs/explanations.md', import.meta.url), 'utf8');
  const block = (name: string): string => {
    const found = page
      .split(`\`\`\`${name.endsWith('yaml') ? 'yaml' : 'json'} ${name}\n`)[1]
      ?.split('\n```')[0];
    if (found === undefined) throw new Error(`the page has no block ${name}`);
    return found;
  };

  it('shows what really happens', async () => {
    const pushed = await post(olga, '/v1/pushes', {
      workspace: 'page',
      files: [
        { path: 'scruple.yaml', text: FILES['scruple.yaml'] },
        { path: 'uses/callback/use.yaml', text: block('use.yaml') },
        { path: 'uses/callback/model.json', text: block('model.json') },
      ],
    });
    expect([pushed.status, pushed.body.detail]).toEqual([201, undefined]);
    const { explanation } = await decided(JSON.parse(block('decision.json')));
    expect(explanation).toMatchObject(JSON.parse(block('explanation.json')));
  });

  it('tells how long things are kept', () => {
    expect(page).toContain(`${HIDDEN_DAYS} days |`);
    expect(page).toContain(`${REASON_DAYS} days |`);
    expect(page).toContain(`after ${SEARCH_LIMIT.toLocaleString('en')} predictions`);
  });
});

// Last, since sessions end meanwhile.
describe('time', () => {
  it('takes the values first and the reasons later', async () => {
    const { id } = await decided({ inputs: INPUTS });
    const start = server.now;
    const later = (days: number) => new Date(start.getTime() + days * 86_400_000);
    try {
      server.now = later(HIDDEN_DAYS + 1);
      const { store } = server.context;
      const rows = async () =>
        (
          await sql<{
            isHidden: boolean;
          }>`select hidden is not null as "isHidden" from decisions where id = ${id}`.execute(store.plain)
        ).rows;
      expect(await rows()).toEqual([{ isHidden: true }]);
      await removeWhatIsOver(server.context);
      expect(await rows()).toEqual([{ isHidden: false }]);
      server.now = later(REASON_DAYS - 1);
      await removeWhatIsOver(server.context);
      expect(await rows()).toHaveLength(1);
      server.now = later(REASON_DAYS + 1);
      await removeWhatIsOver(server.context);
      expect(await rows()).toEqual([]);
    } finally {
      server.now = start;
    }
  });
});
