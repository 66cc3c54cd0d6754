import { GppModel } from '@iabgpp/cmpapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFor } from '../../src/app/server/ledger/answer.ts';
import { subjectOf } from '../../src/app/server/ledger/subject-of.ts';
import type { ConsentRecord } from '../../src/playbook/6-control/ledger/consent-record.ts';
import { MANDATORY } from '../../src/playbook/6-control/ledger/consent-record.ts';
import { question } from '../../src/playbook/6-control/testing/choices.ts';
import { type Answer, type Somebody, TestServer } from './harness.ts';

let server: TestServer;
let ada: Somebody;
let cora: Somebody;
let olga: Somebody;
let rita: Somebody;
let intake: Somebody;
let seen: { version: string; language: string; hash: string };

const ANN = { kind: 'email', value: 'Ann@Customer.example' };
const EMAIL = { purpose: 'marketing.communications.email', channel: 'email', topic: null };
const NOTICE = {
  version: 'privacy-2026-11',
  language: 'en',
  text: 'We would like to write to you about running shoes.',
  from: '2026-11-01T00:00:00Z',
  terms: {
    controllers: [
      {
        id: 'harbor',
        name: 'Harbor Outfitters',
        address: '1 Quay, Harbor',
        contact: 'privacy@harbor.example',
        type: 'controller',
      },
    ],
    recipients: [
      {
        id: 'mailer',
        name: 'Mailer',
        address: '2 Mole, Harbor',
        contact: 'https://mailer.example',
        type: 'processor',
      },
    ],
    personalData: [{ category: 'user.contact.email', isOptional: false }],
    storageLocations: ['IE'],
    retention: 'P3Y',
    jurisdiction: 'eu',
    withdrawal: 'https://shop.harbor.example/preferences',
  },
};

beforeAll(async () => {
  server = await TestServer.start();
  ada = await server.administrator();
  cora = await server.person(ada, 'Cora', ['customer-advocate'], { reportsTo: null });
  olga = await server.person(ada, 'Olga', ['operator'], { reportsTo: null });
  rita = await server.person(ada, 'Rita', ['reviewer'], { reportsTo: null });
  const key = await ada.ask('/v1/keys', {
    method: 'POST',
    body: { name: 'shop', roles: ['intake'], days: 30 },
  });
  intake = server.withKey(key.body.secret);
  const published = await post(ada, '/v1/ledger/notices', NOTICE);
  expect(published.status).toBe(201);
  const { version, language, hash } = published.body;
  seen = { version, language, hash };
}, 60_000);
afterAll(() => server.stop());

const post = (by: Somebody, path: string, body: unknown): Promise<Answer> =>
  by.ask(path, { method: 'POST', body });
let made = 0;
const choice = (over: object = {}) => ({
  id: `choice-${++made}`,
  kind: 'given',
  scope: EMAIL,
  at: '2026-11-19T09:00:00Z',
  proof: {
    notice: seen,
    uiHash: null,
    language: 'en',
    method: 'preference-page',
    actor: 'person',
    jurisdiction: 'eu-ie',
    sourceSystem: 'shop',
  },
  ...over,
});
const record = (identifier: object, ...choices: object[]) =>
  post(intake, '/v1/ledger/choices', { identifier, choices });
const because = async (identifier: { kind: string; value: string }, over = {}): Promise<string> => {
  const { store, ledger } = server.context;
  const subject = subjectOf(ledger, identifier as typeof identifier & { kind: 'email' });
  const read = await store.read((db) => answerFor(db, ledger, subject, question(over), server.now));
  if (!read.ok) throw new Error(read.problem.message);
  return read.value.because;
};
const evidence = async (): Promise<string> => {
  const read = await server.context.store.read((db) =>
    db.selectFrom('evidenceEntries').selectAll().execute(),
  );
  if (!read.ok) throw new Error(read.problem.message);
  return JSON.stringify(read.value);
};

describe('choices over HTTP', () => {
  it('count from the answer on, under every spelling of the address, once', async () => {
    const one = choice();
    expect(await record(ANN, one)).toMatchObject({ status: 201, body: { added: 1, known: 0 } });
    expect(await record({ kind: 'email', value: ' ann@CUSTOMER.example ' }, one)).toMatchObject({
      body: { added: 0, known: 1 },
    });
    expect(await because(ANN)).toBe('given');
    await record(ANN, choice({ kind: 'withdrawn', at: '2026-11-19T10:00:00Z' }));
    expect(await because(ANN)).toBe('withdrawn');
  });

  it.each<[string, object, string]>([
    ['a yes under no notice', { proof: { notice: null } }, 'request.invalid'],
    ['a purpose that is none', { scope: { ...EMAIL, purpose: 'Marketing!' } }, 'ledger.invalid-choice'],
    ['a time to come', { at: '2026-12-19T09:00:00Z' }, 'ledger.invalid-choice'],
    ['a kind that is none', { kind: 'implied' }, 'request.invalid'],
    ['a pause without an end', { kind: 'paused' }, 'ledger.invalid-choice'],
    [
      'a confirmation of nothing',
      { kind: 'opt-in-confirmed', confirms: 'nothing' },
      'ledger.unknown-request',
    ],
  ])('do not take %s', async (_, over, code) => {
    const { status, body } = await record({ kind: 'customer', value: 'c-1' }, choice(over));
    expect([status >= 400 && status < 500, body.code]).toEqual([true, code]);
    expect(await because({ kind: 'customer', value: 'c-1' })).toBe('unknown');
  });

  it('are read by the customer’s advocate alone, for a purpose that is logged without the person', async () => {
    const asked = { identifier: ANN, purpose: 'they asked on the phone' };
    for (const [who, status] of [
      [cora, 200],
      [ada, 403],
      [olga, 403],
      [rita, 403],
      [intake, 403],
    ] as const)
      expect((await post(who, '/v1/ledger/person', asked)).status).toBe(status);
    expect((await post(cora, '/v1/ledger/person', { identifier: ANN, purpose: ' ' })).status).toBe(400);
    const { body } = await post(cora, '/v1/ledger/person', asked);
    expect(body.choices.map((one: { kind: string }) => one.kind)).toEqual(['given', 'withdrawn']);
    expect(JSON.stringify(body)).not.toMatch(/customer\.example/i);
    const log = await evidence();
    expect(log).toContain('ledger.read');
    expect(log).not.toMatch(/ann@|they asked|subject:/i);
  });

  it('show no theme to anybody', async () => {
    const identifier = { kind: 'customer', value: 'c-theme' };
    await record(
      identifier,
      choice({ kind: 'theme-spared', theme: 'loss', scope: { purpose: null, channel: null, topic: null } }),
    );
    const { body } = await post(cora, '/v1/ledger/person', { identifier, purpose: 'a test' });
    expect(body).toMatchObject({ standing: [], choices: [] });
    expect(await because(identifier, { themes: ['loss'], needsConsent: false })).toBe('theme-spared');
  });

  it('are exported with every field that ISO/IEC TS 27560 demands', async () => {
    const { status, body } = await post(cora, '/v1/ledger/person/export', {
      identifier: ANN,
      purpose: 'access',
    });
    expect(status).toBe(200);
    expect(body.incomplete).toEqual([]);
    const [exported] = body.records as [ConsentRecord];
    expect(MANDATORY.length).toBeGreaterThan(20);
    for (const { field, at } of MANDATORY) expect([field, at(exported)]).toEqual([field, expect.anything()]);
    const [process] = exported['dpv:hasProcess'] as ReadonlyArray<
      Record<string, Array<Record<string, string>>>
    >;
    expect(process!['dpv:hasConsentStatus']!.map((one) => one['@type']![0])).toEqual([
      'dpv:ConsentGiven',
      'dpv:ConsentWithdrawn',
    ]);
    expect(process!['dpv:hasPersonalData']![0]!['@type']).toMatch(/^dpv-pd:|^pd:|^dpv:/);
    // What cannot be proven is said, and not made up.
    const bare = { kind: 'customer', value: 'c-bare' };
    await record(bare, choice({ kind: 'objected', proof: { ...choice().proof, notice: null } }));
    const incomplete = await post(cora, '/v1/ledger/person/export', { identifier: bare, purpose: 'access' });
    expect(incomplete.body.incomplete[0].missing).toContain('privacy notice');
  });

  it('are erased with every no left, by the advocate alone', async () => {
    const identifier = { kind: 'phone', value: '+49 30 901820' };
    await record(identifier, choice(), choice({ kind: 'objected', scope: { ...EMAIL, channel: 'sms' } }));
    expect((await post(intake, '/v1/ledger/person/erasure', { identifier })).status).toBe(403);
    expect(await post(cora, '/v1/ledger/person/erasure', { identifier })).toMatchObject({
      status: 200,
      body: { choices: 2 },
    });
    expect([await because(identifier), await because(identifier, { channel: 'sms' })]).toEqual([
      'unknown',
      'objected',
    ]);
  });
});

describe('an import', () => {
  const header = 'email,choice,purpose,channel,at,notice,valid_until';
  const line = (name: string, choice = 'given', at = '2026-10-01T00:00:00Z', notice = NOTICE.version) =>
    `${name}@import.example,${choice},marketing.communications.email,email,${at},${notice},`;
  const send = (lines: string[], dryRun = false, by = ada) =>
    post(by, '/v1/ledger/imports', {
      csv: [header, ...lines].join('\n'),
      sourceSystem: 'old-crm',
      language: 'en',
      dryRun,
    });
  const one = (name: string) => because({ kind: 'email', value: `${name}@import.example` });

  it('tells in a dry run what would come of it, and keeps nothing', async () => {
    const lines = [
      line('a'),
      line('b', 'objected'),
      line('c', 'given', undefined, 'unknown-notice'),
      line('d', 'maybe'),
      line('e', 'given', '2026-02-30'),
      'x,y',
    ];
    const { status, body } = await send(lines, true);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      lines: 6,
      added: 3,
      known: 0,
      bad: 3,
      kinds: { given: 1, objected: 1, claimed: 1 },
    });
    expect(body.added + body.known + body.bad).toBe(body.lines);
    expect(body.badLines.map(({ line, field }: { line: number; field: string }) => [line, field])).toEqual([
      [5, 'choice'],
      [6, 'at'],
      [7, 'file'],
    ]);
    expect(await one('a')).toBe('unknown');
  });

  it('takes all of a file or nothing', async () => {
    const refused = await send([line('a'), line('b', 'objectd')]);
    expect(refused.body).toMatchObject({ code: 'ledger.invalid-import' });
    expect(refused.body.detail).toContain('line 3');
    expect([await one('a'), await one('b')]).toEqual(['unknown', 'unknown']);
  });

  it('can be sent again, loses no objection, and makes no consent of what cannot be proven', async () => {
    await record(
      { kind: 'email', value: 'b@import.example' },
      choice({
        kind: 'objected',
        scope: { purpose: null, channel: null, topic: null },
        at: '2026-11-01T00:00:00Z',
      }),
    );
    const lines = [line('a'), line('b'), line('c', 'given', undefined, 'unknown-notice')];
    expect((await send(lines)).body).toMatchObject({ added: 3, known: 0 });
    expect((await send(lines)).body).toMatchObject({ added: 0, known: 3 });
    expect([await one('a'), await one('b'), await one('c')]).toEqual(['given', 'objected', 'unknown']);
    expect(await evidence()).not.toContain('import.example');
  });

  it('names a bad line by its number in the file, quoted line breaks and empty lines counted', async () => {
    const { body } = await send(
      [line('a'), '', `"q\nq@import.example",given,x,email,2026-10-01,n,`, line('z', 'no')],
      true,
    );
    expect(body.badLines.map(({ line, field }: { line: number; field: string }) => [line, field])).toEqual([
      [5, 'email'],
      [6, 'choice'],
    ]);
  });

  it.each([
    ['a column of another name', 'email,choice,consent\n', 'consent'],
    ['no column for the choice', 'email,at\n', 'choice'],
    ['no CSV', 'email,choice\n"a', 'file'],
    ['nothing', '', 'choice'],
  ])('with %s is bad as a whole', async (_, csv, field) => {
    const { body } = await post(ada, '/v1/ledger/imports', { csv, sourceSystem: 'x', dryRun: true });
    expect(body).toMatchObject({ added: 0, bad: 1, badLines: [{ field }] });
  });

  it('is for administrators alone', async () => {
    for (const who of [cora, olga, intake]) expect((await send([line('a')], true, who)).status).toBe(403);
  });
});

describe('a signal of another system', () => {
  const send = (value: string, over: object) =>
    post(intake, '/v1/ledger/signals', {
      identifier: { kind: 'customer', value },
      at: '2026-11-19T09:00:00Z',
      sourceSystem: 'cdp',
      notice: { version: NOTICE.version, language: 'en' },
      mapping: [{ scope: EMAIL, categories: ['Marketing', 'Email'] }],
      ...over,
    });
  const segment = (categoryPreferences?: unknown) => ({
    format: 'segment',
    payload: {
      type: 'track',
      context: categoryPreferences === undefined ? {} : { consent: { categoryPreferences } },
    },
  });
  const rudder = (consentManagement?: unknown) => ({
    format: 'rudderstack',
    payload: { context: { consentManagement } },
  });

  it.each<[string, object, string]>([
    ['Segment: all agreed to', segment({ Marketing: true, Email: true }), 'given'],
    ['Segment: one of two', segment({ Marketing: true, Email: false }), 'refused'],
    ['Segment: one not named', segment({ Marketing: true }), 'unknown'],
    ['Segment: no object (flows to everyone there)', segment(), 'unknown'],
    ['Segment: an empty object is no to all', segment({}), 'refused'],
    ['Segment: a value that is no boolean', segment({ Marketing: 'true', Email: true }), 'unknown'],
    ['Segment: names from the prototype', segment({ Marketing: true, Other: true }), 'unknown'],
    [
      'RudderStack: all allowed',
      rudder({ allowedConsentIds: ['Marketing', 'Email'], deniedConsentIds: [], resolutionStrategy: 'and' }),
      'given',
    ],
    [
      'RudderStack: `or` is not followed',
      rudder({ allowedConsentIds: ['Marketing'], resolutionStrategy: 'or' }),
      'unknown',
    ],
    [
      'RudderStack: allowed and denied',
      rudder({ allowedConsentIds: ['Marketing', 'Email'], deniedConsentIds: ['Email'] }),
      'refused',
    ],
    ['RudderStack: only denied ids of others', rudder({ deniedConsentIds: ['Other'] }), 'unknown'],
    ['RudderStack: no object', rudder(), 'unknown'],
  ])('%s', async (name, over, expected) => {
    const { status } = await send(name.replaceAll(/[^a-z]/gi, '-'), over);
    expect(status).toBe(201);
    expect(await because({ kind: 'customer', value: name.replaceAll(/[^a-z]/gi, '-') })).toBe(expected);
  });

  it('is a claim and no consent where its notice was never published', async () => {
    await send('unproven', { ...segment({ Marketing: true, Email: true }), notice: null });
    expect(await because({ kind: 'customer', value: 'unproven' })).toBe('unknown');
  });

  it('reports what opens where it should close', async () => {
    const { body } = await send(
      'notes',
      rudder({ allowedConsentIds: ['Marketing'], resolutionStrategy: 'or' }),
    );
    expect(body.notes[0]).toContain('`or`');
    const unmapped = await send('notes', segment({ Marketing: true, Email: true, Ads: true }));
    expect(unmapped.body.notes[0]).toContain('`Ads`');
  });

  it('as a GPP string: the opt-out of sale and GPC are heard, the TCF section as a TC string', async () => {
    const { status, body } = await send('gpp', {
      format: 'gpp',
      payload: 'DBABLA~BFQVAAAACQA.YA',
      mapping: [],
    });
    expect([status, body.choices.length]).toEqual([201, 3]);
    expect(
      await because({ kind: 'customer', value: 'gpp' }, { purpose: 'third_party_sharing', channel: null }),
    ).toBe('gpc');
    expect(await because({ kind: 'customer', value: 'gpp' }, { needsConsent: false })).toBe('not-needed');
    const model = new GppModel();
    model.setFieldValue('tcfeuv2', 'CmpId', 31);
    model.setFieldValue(
      'tcfeuv2',
      'PurposeConsents',
      Array.from({ length: 24 }, (_, index) => index < 6 && index !== 3),
    );
    model.setFieldValue('tcfeuv2', 'VendorConsents', [755]);
    model.setFieldValue('tcfeuv2', 'VendorsDisclosed', [755]);
    const text = model.encode();
    const ask = (purpose: string, value: string) =>
      because({ kind: 'customer', value }, { purpose, channel: 'ad' });
    await send('tcf', { format: 'tcf', payload: text.split('~')[1], vendor: 755 });
    expect(await ask('marketing.advertising.profiling', 'tcf')).toBe('given');
    expect(await ask('marketing.advertising.third_party.targeted', 'tcf')).toBe('refused');
    await send('stranger', { format: 'gpp', payload: text, vendor: 12 });
    expect(await ask('marketing.advertising.profiling', 'stranger')).toBe('unknown');
  });

  it.each(['', 'x', 'DBABLA~', 'DBABLA~BFQVAAAACQA.YA~BB', 'DBABLA~zzz', '../../etc', null, 7, { a: 1 }])(
    'that cannot be decoded is no: %j',
    async (payload) => {
      for (const format of ['tcf', 'gpp']) {
        const { status, body } = await send('broken', { format, payload });
        expect([status, body.code]).toEqual([422, 'signal.undecodable']);
      }
      expect(await because({ kind: 'customer', value: 'broken' })).toBe('unknown');
    },
  );
});

describe('a hold', () => {
  const identifier = { kind: 'customer', value: 'held' };
  const hold = (by: Somebody, more: object = {}) =>
    post(by, '/v1/ledger/holds', {
      identifier,
      scope: { purpose: null, channel: null },
      until: '2027-01-01T00:00:00Z',
      ...more,
    });

  it('takes no cause, tells nobody of itself, and is ended by the advocate', async () => {
    await record(identifier, choice());
    expect((await hold(intake, { cause: 'bereaved' })).body.code).toBe('request.invalid');
    for (const who of [olga, rita, ada]) expect((await hold(who)).status).toBe(403);
    const answers = [await hold(intake), await hold(intake), await hold(cora)];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [204, ''],
      [204, ''],
      [204, ''],
    ]);
    expect(await because(identifier)).toBe('paused');
    const { body } = await post(cora, '/v1/ledger/person', { identifier, purpose: 'a test' });
    expect(JSON.stringify(body)).not.toMatch(/hold|2027-01-01/);
    expect((await post(intake, '/v1/ledger/holds/end', { identifier })).status).toBe(403);
    expect((await post(cora, '/v1/ledger/holds/end', { identifier })).status).toBe(204);
    expect(await because(identifier)).toBe('given');
    expect(await evidence()).not.toContain('hold');
  });

  it('has no route by which it is read', async () => {
    const { paths } = (await server.ask('/openapi.json')).body;
    expect(Object.keys(paths['/v1/ledger/holds'])).toEqual(['post']);
  });
});

describe('keys of one person', () => {
  it('share every no', async () => {
    const [mail, number] = [
      { kind: 'email', value: 'two@customer.example' },
      { kind: 'phone', value: '+353 1 234 5678' },
    ];
    await record(mail, choice());
    await record(
      number,
      choice({ kind: 'objected', scope: { purpose: 'marketing', channel: null, topic: null } }),
    );
    expect(await because(mail)).toBe('given');
    expect((await post(intake, '/v1/ledger/person/keys', { identifiers: [mail, number] })).status).toBe(204);
    expect(await because(mail)).toBe('objected');
  });
});

describe('a notice', () => {
  it('is published once, and never with other words', async () => {
    expect((await post(ada, '/v1/ledger/notices', NOTICE)).body.hash).toBe(seen.hash);
    expect((await post(ada, '/v1/ledger/notices', { ...NOTICE, text: 'Other words.' })).body.code).toBe(
      'store.exists',
    );
    expect((await post(olga, '/v1/ledger/notices', { ...NOTICE, version: 'v2' })).status).toBe(403);
    const { body } = await olga.ask('/v1/ledger/notices');
    expect(body.items.map((one: { hash: string }) => one.hash)).toEqual([seen.hash]);
  });
});

describe('logs of requests', () => {
  it('hold no address', () => {
    expect(server.log.join('\n')).not.toMatch(/customer\.example|import\.example|901820/i);
  });
});
