import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionFiles } from '../../src/app/server/load-demo.ts';
import { DPIA_FIELDS } from '../../src/playbook/5-oversight/records/record-fields.ts';
import { type Somebody, TestServer } from './harness.ts';

type Named = Somebody & { key: string };
/** A use with a significant automated decision over scores: it calls for an impact assessment. */
const USE = 'lead-score';
const DECISION = {
  type: 'decided',
  reason: 'it is bound to a fact',
  against: 'some may be left out',
  dissent: null,
  conditions: [],
  until: '2027-02-01T00:00:00Z',
  contest: null,
  essential: null,
};

let server: TestServer;
let ada: Somebody;
let olga: Named;
let rita: Named;
beforeAll(async () => {
  server = await TestServer.start();
  ada = await server.administrator();
  olga = await server.person(ada, 'Olga', ['operator'], { reportsTo: null });
  rita = await server.person(ada, 'Rita', ['reviewer'], { reportsTo: null });
  const read = await definitionFiles('examples/harbor');
  if (!read.ok) throw new Error(read.problem.message);
  const files = read.value.filter(({ path }) => !path.startsWith('uses/') || path.startsWith(`uses/${USE}/`));
  const pushed = await olga.ask('/v1/pushes', {
    method: 'POST',
    body: {
      workspace: 'harbor',
      // Owned by nobody whom the server knows, so by whoever pushes it.
      files: files.map((file) => ({
        ...file,
        text: file.text.replace(/^basis: .*$/m, 'basis: legitimate-interest'),
      })),
    },
  });
  expect([pushed.status, pushed.body.detail]).toEqual([201, undefined]);
  const policy = (await ada.ask('/v1/settings/reviews')).body;
  const { version, ...kept } = policy;
  await ada.ask('/v1/settings/reviews', {
    method: 'PUT',
    headers: { 'if-match': `"${version}"` },
    body: { ...kept, blindShare: 0, hiddenShare: 0 },
  });
}, 60_000);
afterAll(() => server.stop());

const step = (who: Somebody, review: string, body: object) =>
  who.ask(`/v1/reviews/${review}/steps`, { method: 'POST', body });

/** All that one person's approval needs, and the approval. */
async function approve(who: Named, review: string) {
  const { subject } = (await step(who, review, { type: 'joined', conflict: null })).body;
  for (const material of subject.materials)
    await step(who, review, { type: 'opened-material', material, seconds: 9 });
  await step(who, review, { type: 'revealed' });
  await step(who, review, {
    type: 'considered-harm',
    harm: { group: null, whom: 'a widower on a small pension', harm: 'is never called back' },
  });
  for (const { id } of subject.findings)
    await step(who, review, { type: 'answered-finding', finding: id, agrees: true, reason: null });
  await step(who, review, {
    type: 'considered-alternative',
    alternative: 'no score',
    whyNot: 'too many leads',
  });
  return step(who, review, { ...DECISION, decision: 'approve', stopOwner: olga.key });
}

describe('records', () => {
  const records = async () => (await olga.ask(`/v1/uses/${USE}/records`)).body.items;
  const of = async (kind: string) => (await records()).find((one: { kind: string }) => one.kind === kind);

  it('are opened by what the content calls for, and block until they are complete', async () => {
    expect(await of('dpia')).toMatchObject({ judgement: { state: 'incomplete', blocks: true } });
    expect((await of('dpia')).triggers).toContain('scoring');
    expect((await of('lia')).judgement.because).toContain('interest');
    expect(
      (await olga.ask(`/v1/uses/${USE}/records`, { method: 'POST', body: { kind: 'dpia' } })).body.code,
    ).toBe('record.exists');
  });

  it('are filled in by whoever works on the use, and approved by a reviewer', async () => {
    const { id, version } = await of('dpia');
    const fill = (fields: object, match = version, who: Somebody = olga) =>
      who.ask(`/v1/records/${id}`, {
        method: 'PATCH',
        headers: { 'if-match': `"${match}"` },
        body: { fields },
      });
    expect((await fill({ nonsense: 'x' })).body.code).toBe('record.unknown-field');
    const approval = (who: Somebody, match: number) =>
      who.ask(`/v1/records/${id}/approval`, { method: 'POST', headers: { 'if-match': `"${match}"` } });
    expect((await approval(rita, version)).body.code).toBe('record.not-complete');
    const fields = Object.fromEntries(
      Object.entries(DPIA_FIELDS as Record<string, { type: string }>).map(([name, { type }]) => [
        name,
        { text: 'said', flag: false, list: ['one'], date: '2027-06-30', choice: 'pass' }[type] ?? [
          { whom: 'a tenant', harm: 'is refused', likelihood: 2, severity: 3 },
        ],
      ]),
    );
    const filled = await fill(fields);
    expect(filled.body.judgement).toMatchObject({ state: 'unapproved' });
    expect((await fill({ description: 'late' })).status).toBe(412);
    expect((await approval(olga, filled.body.version)).status).toBe(403);
    const approved = await approval(rita, filled.body.version);
    expect(approved.body).toMatchObject({
      approvedBy: rita.key,
      judgement: { state: 'complete', blocks: false },
    });
  });

  it('that are not complete keep a use from being cleared', async () => {
    const asked = await olga.ask(`/v1/uses/${USE}/reviews`, { method: 'POST' });
    const refused = await approve(rita, asked.body.id);
    // A grave use takes two; a lighter one is kept by its record.
    expect([refused.body.code ?? refused.body.state]).toEqual([
      asked.body.terms.approversNeeded === 1 ? 'record.not-complete' : 'awaiting-second',
    ]);
    expect((await olga.ask(`/v1/uses/${USE}`)).body.clearance).toBeNull();
  });

  it('may lie elsewhere', async () => {
    const { id, version } = await of('lia');
    const reference = {
      system: 'OneTrust',
      id: 'LIA-4',
      approved: '2026-10-01',
      expires: '2027-10-01',
      hash: 'sha256:ab',
    };
    const referred = await olga.ask(`/v1/records/${id}/reference`, {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: reference,
    });
    expect(referred.body).toMatchObject({ reference, judgement: { state: 'complete', blocks: false } });
  });
});

describe('a waiver', () => {
  it('is asked for, reviewed like anything else, and counts from the next push on', async () => {
    const finding = (await olga.ask(`/v1/uses/${USE}/findings`)).body.items[0];
    const ask = (body: object) => olga.ask(`/v1/uses/${USE}/waivers`, { method: 'POST', body });
    const good = { check: finding.check, reason: 'forty invited guests', until: '2027-01-31T00:00:00Z' };
    expect((await ask({ ...good, check: 'no-such-check' })).body.code).toBe('waiver.unknown-check');
    expect((await ask({ ...good, until: '2029-01-31T00:00:00Z' })).body.code).toBe('waiver.not-possible');
    const asked = await ask(good);
    expect(asked.body).toMatchObject({ state: 'asked', renewals: 0 });
    expect((await ask(good)).body.code).toBe('waiver.not-possible');
    const done = await approve(rita, asked.body.review);
    const state = (await olga.ask(`/v1/waivers/${asked.body.id}`)).body.state;
    expect(state).toBe(done.body.state === 'approved' ? 'approved' : 'asked');
    expect((await olga.ask(`/v1/waivers?use=${USE}`)).body.items).toHaveLength(1);
  });
});

describe('practice', () => {
  it('is announced, answered once, and marked at once', async () => {
    const flaw = { check: 'msg-urgency-true', says: 'The offer does not end.' };
    const made = await ada.ask('/v1/practice-cases', {
      method: 'POST',
      body: { title: 'Ends tonight', material: 'Only until midnight!', flaw },
    });
    expect(made.status).toBe(201);
    expect((await rita.ask('/v1/practice-cases')).body.items).toEqual([]);
    const answer = () =>
      rita.ask(`/v1/practice-cases/${made.body.id}/answers`, {
        method: 'POST',
        body: { decision: 'approve' },
      });
    expect((await answer()).body.code).toBe('practice.not-announced');
    const headers = { 'if-match': `"${made.body.version}"` };
    await ada.ask(`/v1/practice-cases/${made.body.id}/announcement`, { method: 'POST', headers });
    const [shown] = (await rita.ask('/v1/practice-cases')).body.items;
    expect(JSON.stringify(shown)).not.toContain('does not end');
    expect((await answer()).body).toEqual({ isCaught: false, flaw });
    expect((await answer()).status).toBe(409);
  });
});

describe('statistics', () => {
  it('are off until their agreement is recorded, and then shown from 30 reviews on', async () => {
    expect((await rita.ask('/v1/statistics/own')).body.code).toBe('statistics.off');
    const allowed = await ada.ask('/v1/settings/review-statistics', {
      method: 'PUT',
      body: { reference: 'works council, 2026-11-02' },
    });
    expect(allowed.status).toBe(200);
    expect((await rita.ask('/v1/statistics/own')).body.code).toBe('statistics.too-few');
    expect((await rita.ask('/v1/statistics/group')).body.code).toBe('statistics.too-few');
    expect((await olga.ask('/v1/statistics/own')).status).toBe(403);
  });

  it('set reviews against the hours there are', async () => {
    await ada.ask('/v1/settings/review-hours/2026-W47', { method: 'PUT', body: { hours: 6 } });
    const { body } = await rita.ask('/v1/statistics/budget');
    expect(body).toMatchObject({ weeks: 4, hoursAvailablePerWeek: 6, overOneMinute: { uses: 1 } });
    expect(body.openedPerWeek).toBeGreaterThan(0);
    expect(body.causes.length).toBeGreaterThan(0);
  });
});
