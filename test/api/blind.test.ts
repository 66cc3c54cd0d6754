import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionFiles } from '../../src/app/server/load-demo.ts';
import type { PushedFile } from '../../src/app/server/uses/judge-pushed.ts';
import { ENGINES } from '../contract/store-engines.ts';
import { type Answer, type Somebody, TestServer } from './harness.ts';

type Named = Somebody & { key: string };
const GRAVE = 'night-shoppers';
const LIGHT = 'night-shoppers-repaired';
const HARM = {
  group: null,
  whom: 'a runner who missed two payments',
  harm: 'buys shoes they cannot pay for',
};
/** What no answer may hold before a first judgement: checks that speak, their words, the verdict. */
const TELLING =
  /"(?:verdict|gravity)":"(?:block|review|advise|allow)"|msg-[a-z-]+|seg-[a-z-]+|use-benefit|bias-/;

describe.each(ENGINES)('blind first on $name', (engine) => {
  let server: TestServer;
  let ada: Somebody;
  let olga: Named;
  let rita: Named;
  let rob: Named;
  let mia: Named;
  let aud: Named;
  let review = '';
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    ada = await server.administrator();
    olga = await server.person(ada, 'Lifecycle', ['operator']);
    rita = await server.person(ada, 'Rita', ['reviewer']);
    rob = await server.person(ada, 'Rob', ['customer-advocate']);
    mia = await server.person(ada, 'Mia', ['operator', 'reviewer']);
    aud = await server.person(ada, 'Aud', ['auditor']);
    const read = await definitionFiles('examples/harbor');
    if (!read.ok) throw new Error(read.problem.message);
    const uses = read.value.filter(
      ({ path }) => !path.startsWith('uses/') || new RegExp(`^uses/${GRAVE}(-repaired)?/`).test(path),
    );
    await push(olga, uses);
    await policy({ blindShare: 1, hiddenShare: 0, twoApproversFrom: 'review' });
    // First a review that nobody may tell from the grave one by its place.
    for (const use of [LIGHT, GRAVE]) {
      server.now = new Date(server.now.getTime() + 60_000);
      const asked = await olga.ask(`/v1/uses/${use}/reviews`, { method: 'POST' });
      expect([asked.status, asked.body.detail]).toEqual([201, undefined]);
      review = asked.body.id;
    }
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  const push = async (who: Somebody, files: readonly PushedFile[]): Promise<void> => {
    const pushed = await who.ask('/v1/pushes', { method: 'POST', body: { workspace: 'harbor', files } });
    expect([pushed.status, pushed.body.detail]).toEqual([201, undefined]);
  };
  const policy = async (changes: object): Promise<void> => {
    const { version, ...kept } = (await ada.ask('/v1/settings/reviews')).body;
    const set = await ada.ask('/v1/settings/reviews', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...kept, ...changes },
    });
    expect(set.status).toBe(200);
  };
  const step = (who: Somebody, body: object, id = review) =>
    who.ask(`/v1/reviews/${id}/steps`, { method: 'POST', body });
  const versionOf = async (use: string) => (await olga.ask(`/v1/uses/${use}`)).body.latestVersion as string;
  const untold = ({ status, body }: Answer): void => {
    expect(status).toBeLessThan(500);
    expect(JSON.stringify(body)).not.toMatch(TELLING);
  };

  it('no route that shows a use, a version, findings, a review or a list tells the verdict', async () => {
    const version = await versionOf(GRAVE);
    for (const who of [rita, rob]) {
      for (const path of [
        `/v1/uses/${GRAVE}`,
        `/v1/uses/${GRAVE}/versions`,
        `/v1/uses/${GRAVE}/findings`,
        `/v1/uses/${GRAVE}/findings?version=${version}`,
        `/v1/uses/${GRAVE}/findings?gravity=block&sort=gravity`,
        `/v1/uses/${GRAVE}/findings?check=msg-urgency-true`,
        `/v1/reviews/${review}`,
        '/v1/reviews',
        '/v1/reviews?open=false',
        `/v1/reviews?use=${GRAVE}`,
        '/v1/uses',
        '/v1/uses?sort=verdict',
        `/v1/uses?query=${GRAVE}`,
        '/v1/statistics/budget',
        '/v1/statistics/group',
        '/v1/clearances',
        '/v1/overview',
      ])
        untold(await who.ask(path));
      const shown = await who.ask(`/v1/uses/${GRAVE}/versions/${version}`);
      expect(shown.body).toMatchObject({
        verdict: null,
        counts: null,
        notAssessed: null,
        assessedElsewhere: null,
      });
      const records = await who.ask(`/v1/uses/${GRAVE}/records`);
      for (const { triggers } of records.body.items) expect(triggers).toEqual([]);
    }
  });

  it('no filter, order or cursor is an oracle', async () => {
    for (const verdict of ['allow', 'review', 'block'])
      expect((await rita.ask(`/v1/uses?verdict=${verdict}`)).body.items).toEqual([]);
    for (const gravity of ['advise', 'review', 'block'])
      expect((await rita.ask(`/v1/reviews?gravity=${gravity}`)).body.items).toEqual([]);
    expect((await olga.ask('/v1/uses?verdict=block')).body.items).toHaveLength(1);
    const ids = async (path: string): Promise<string[]> =>
      (await rita.ask(path)).body.items.map(({ id, use }: { id: string; use?: string }) => use ?? id);
    // The grave one was opened last, and stands last: in the queue its weight counts for nothing yet.
    expect(await ids('/v1/reviews')).toEqual([LIGHT, GRAVE]);
    expect(await ids('/v1/uses?sort=verdict&direction=asc')).toEqual([GRAVE, LIGHT].sort());
    const { next } = (await rita.ask('/v1/reviews?limit=1')).body;
    const cursor = JSON.parse(Buffer.from(next, 'base64url').toString());
    const other = (await rita.ask(`/v1/reviews?limit=1&after=${next}`)).body;
    expect(other.items).toHaveLength(1);
    expect(cursor[2]).toBe(3);
    // What is due when follows from the gravity.
    for (const { dueAt, gravity } of (await rita.ask('/v1/reviews')).body.items)
      expect([dueAt, gravity]).toEqual([null, null]);
    const { terms } = (await rita.ask(`/v1/reviews/${review}`)).body;
    expect(terms).toMatchObject({ approversNeeded: null, escalatesAt: null, expiresAt: null });
  });

  it('the evidence is for auditors, and nobody is both', async () => {
    for (const path of ['/v1/evidence', '/v1/evidence/log', '/v1/evidence/verification'])
      expect((await rita.ask(path)).status).toBe(403);
    expect((await rita.ask(`/v1/uses/${GRAVE}/evidence`, { method: 'POST' })).status).toBe(403);
    const both = await ada.ask('/v1/people', {
      method: 'POST',
      body: { name: 'Both', email: 'both@harbor.example', roles: ['auditor', 'reviewer'] },
    });
    expect(both.body.code).toBe('people.incompatible-roles');
    expect((await aud.ask(`/v1/uses/${GRAVE}`)).body.verdict).toBe('block');
  });

  it('no step and no refusal tells it either', async () => {
    const version = await versionOf(GRAVE);
    const [{ id: finding }] = (await olga.ask(`/v1/reviews/${review}`)).body.subject.findings;
    const { what } = (await olga.ask(`/v1/uses/${GRAVE}/findings?version=${version}`)).body.items[0];
    untold(await step(rita, { type: 'joined', conflict: null }));
    untold(await step(rita, { type: 'commented', text: 'I look at it now' }));
    untold(await step(rita, { type: 'opened-material', material: 'card', seconds: 30 }));
    const there = await step(rita, { type: 'answered-finding', finding, agrees: true, reason: null });
    const notThere = await step(rita, {
      type: 'answered-finding',
      finding: 'sha256:0',
      agrees: true,
      reason: null,
    });
    expect([there.status, there.body.detail]).toEqual([notThere.status, notThere.body.detail]);
    expect((await step(rita, { type: 'revealed' })).body.code).toBe('review.wrong-state');
    // A harm that repeats a finding is refused once the findings are known, and not before.
    untold(await step(rita, { type: 'considered-harm', harm: { ...HARM, harm: what } }));
    const early = await step(rita, {
      type: 'decided',
      decision: 'approve',
      reason: 'fine',
      against: 'none that I see',
      dissent: null,
      conditions: [],
      until: '2027-02-01T00:00:00Z',
      stopOwner: olga.key,
      contest: null,
      essential: null,
    });
    expect(early.body.code).toBe('review.incomplete');
    expect(early.body.detail).toContain('a first judgement');
    expect(early.body.detail).not.toMatch(/finding|alternative|two people/);
    untold(early);
  });

  it('who planned it sees the verdict, also with a reviewer’s role', async () => {
    expect((await olga.ask(`/v1/uses/${GRAVE}`)).body.verdict).toBe('block');
    expect((await olga.ask(`/v1/uses/${GRAVE}/findings`)).body.items.length).toBeGreaterThan(0);
    const made = await mia.ask('/v1/uses', {
      method: 'POST',
      body: {
        title: 'Mine',
        message: { type: 'text', text: 'Last chance! Only 3 left.' },
        answers: { owner: 'lifecycle@harbor.example', aim: 'sell' },
      },
    });
    expect([made.status, made.body.detail]).toEqual([201, undefined]);
    const asked = await mia.ask('/v1/uses/mine/reviews', { method: 'POST' });
    expect([asked.status, asked.body.isVerdictHidden]).toEqual([201, false]);
    expect((await mia.ask('/v1/uses/mine')).body.verdict).not.toBeNull();
    expect((await mia.ask(`/v1/reviews/${asked.body.id}`)).body.subject.findings.length).toBeGreaterThan(0);
    expect((await mia.ask('/v1/uses?query=mine')).body.items[0].verdict).not.toBeNull();
    expect((await rita.ask('/v1/uses/mine')).body.verdict).toBeNull();
    expect((await mia.ask(`/v1/uses/${GRAVE}`)).body.verdict).toBeNull();
  });

  it('one’s own first judgement opens it, for oneself alone', async () => {
    expect((await step(rita, { type: 'judged-first', judgement: 'change', harm: HARM })).status).toBe(201);
    const shown = await rita.ask(`/v1/reviews/${review}`);
    expect(shown.body).toMatchObject({ isVerdictHidden: false, gravity: 'block' });
    expect((await rita.ask(`/v1/uses/${GRAVE}`)).body.verdict).toBe('block');
    expect((await rita.ask('/v1/uses?verdict=block')).body.items).toHaveLength(1);
    expect((await rita.ask('/v1/reviews?gravity=block')).body.items).toMatchObject([{ use: GRAVE }]);
    expect((await rita.ask(`/v1/uses/${GRAVE}/findings`)).body.items.length).toBeGreaterThan(0);
    expect((await rita.ask(`/v1/uses/${LIGHT}`)).body.verdict).toBeNull();
    untold(await rob.ask(`/v1/reviews/${review}`));
    untold(await rob.ask('/v1/uses'));
    const seen = await rob.ask(`/v1/reviews/${review}`);
    expect(seen.body.participations).toEqual([]);
    expect(seen.body.comments).toEqual([]);
  });

  it('where the verdict is hidden to the end, a first judgement opens nothing', async () => {
    await policy({ hiddenShare: 1 });
    const made = await olga.ask('/v1/uses', {
      method: 'POST',
      body: {
        title: 'Hidden',
        message: { type: 'text', text: 'Last chance! Only 3 left.' },
        answers: { aim: 'sell' },
      },
    });
    expect(made.status).toBe(201);
    const { id } = (await olga.ask('/v1/uses/hidden/reviews', { method: 'POST' })).body;
    await step(rita, { type: 'joined', conflict: null }, id);
    await step(rita, { type: 'judged-first', judgement: 'change', harm: HARM }, id);
    untold(await rita.ask(`/v1/reviews/${id}`));
    untold(await rita.ask('/v1/uses/hidden'));
    const handedOn = { type: 'decided', decision: 'escalate', reason: 'too near to me', against: null };
    const rest = {
      dissent: null,
      conditions: [],
      until: null,
      stopOwner: null,
      contest: null,
      essential: null,
    };
    untold(await step(rita, { ...handedOn, ...rest }, id));
    expect((await rita.ask('/v1/uses/hidden')).body.verdict).toBeNull();
    expect((await rita.ask('/v1/uses/hidden/findings')).body.items).toEqual([]);
    const decided = await step(rob, { type: 'joined', conflict: null }, id);
    expect(decided.status).toBe(201);
    await step(rob, { ...handedOn, decision: 'reject', reason: 'it presses people', ...rest }, id);
    expect((await rob.ask('/v1/uses/hidden')).body.verdict).not.toBeNull();
  });
});
