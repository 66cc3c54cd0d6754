import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionFiles } from '../../src/app/server/load-demo.ts';
import type { PushedFile } from '../../src/app/server/uses/judge-pushed.ts';
import { sha256 } from '../../src/playbook/5-oversight/evidence/archive.ts';
import { ENGINES } from '../contract/store-engines.ts';
import { type Somebody, TestServer } from './harness.ts';
import { proveWithCommandsOfThePage } from './prove-archive.ts';

type Named = Somebody & { key: string };
const USE = 'winback-spring';
const HARM = {
  group: null,
  whom: 'a runner who missed two payments',
  harm: 'buys shoes they cannot pay for',
};

describe.each(ENGINES)('oversight on $name', (engine) => {
  let server: TestServer;
  let ada: Somebody;
  let olga: Named;
  let rita: Named;
  let cara: Named;
  let otto: Named;
  let aud: Named;
  let files: readonly PushedFile[];
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    ada = await server.administrator();
    const chief = await server.person(ada, 'Chief', ['analyst'], { reportsTo: null });
    olga = await server.person(ada, 'Lifecycle', ['operator'], { reportsTo: chief.key });
    rita = await server.person(ada, 'Rita', ['reviewer'], { reportsTo: chief.key });
    cara = await server.person(ada, 'Cara', ['customer-advocate'], { reportsTo: null });
    otto = await server.person(ada, 'Otto', ['operator'], { reportsTo: chief.key });
    aud = await server.person(ada, 'Aud', ['auditor']);
    const read = await definitionFiles('examples/harbor');
    if (!read.ok) throw new Error(read.problem.message);
    files = read.value.filter(({ path }) => !path.startsWith('uses/') || path.startsWith(`uses/${USE}/`));
    const policy = await ada.ask('/v1/settings/reviews');
    const { version, ...kept } = policy.body;
    const set = await ada.ask('/v1/settings/reviews', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...kept, blindShare: 1, hiddenShare: 0, twoApproversFrom: 'review' },
    });
    expect(set.status).toBe(200);
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  const push = (who: Somebody, changed: (file: PushedFile) => PushedFile = (file) => file) =>
    who.ask(`/v1/uses/${USE}/versions`, {
      method: 'POST',
      body: { workspace: 'harbor', files: files.map(changed) },
    });
  const step = (who: Somebody, review: string, body: object) =>
    who.ask(`/v1/reviews/${review}/steps`, { method: 'POST', body });
  const decision = (more: object = {}) => ({
    type: 'decided',
    decision: 'approve',
    reason: 'the offer ends when it says so, and debtors are left out',
    against: 'some may still feel pressed',
    dissent: null,
    conditions: [],
    until: '2027-02-01T00:00:00Z',
    stopOwner: olga.key,
    contest: null,
    essential: null,
    ...more,
  });
  /** Everything that an approval needs but the decision. */
  async function diligence(who: Somebody, review: string): Promise<void> {
    const begun = await step(who, review, { type: 'joined', conflict: null });
    expect([begun.status, begun.body.code]).toEqual([201, undefined]);
    for (const material of begun.body.subject.materials)
      await step(who, review, { type: 'opened-material', material, seconds: 40 });
    await step(who, review, { type: 'judged-first', judgement: 'change', harm: HARM });
    const seen = await step(who, review, { type: 'revealed' });
    for (const { id } of seen.body.subject.findings)
      await step(who, review, {
        type: 'answered-finding',
        finding: id,
        agrees: false,
        reason: 'it is bound to a fact',
      });
    await step(who, review, {
      type: 'considered-alternative',
      alternative: 'no countdown',
      whyNot: 'the end is real',
    });
  }

  it('a use is pushed by who owns it, judged here, and not twice the same', async () => {
    const first = await push(olga);
    expect([first.status, first.body.code]).toEqual([201, undefined]);
    expect(first.body.uses).toMatchObject([{ use: USE, version: 1, isNew: true }]);
    expect((await push(olga)).body.uses).toMatchObject([{ version: 1, isNew: false }]);
    const use = await olga.ask(`/v1/uses/${USE}`);
    expect(use.body).toMatchObject({ ownerKey: olga.key, state: 'checked', clearance: null });
    const [version] = (await olga.ask(`/v1/uses/${USE}/versions`)).body.items;
    const shown = await olga.ask(`/v1/uses/${USE}/versions/${version.id}`);
    expect(shown.body.files.map(({ path }: PushedFile) => path)).toContain(`uses/${USE}/use.yaml`);
    expect(shown.body.difference).toBeNull();
    const findings = await olga.ask(`/v1/uses/${USE}/findings?sort=gravity&direction=desc`);
    expect(findings.body.items.length).toBeGreaterThan(0);
    expect((await push(otto)).body.code).toBe('people.not-allowed');
  });

  it('a report that is sent adds findings and takes none away', async () => {
    const before = (await olga.ask(`/v1/uses/${USE}`)).body.verdict;
    const report = {
      schema: 'scruple.report/1',
      verdict: 'allow',
      checkedAt: '2026-11-20T09:00:00Z',
      exampleClock: false,
      workspace: 'harbor',
      since: null,
      uses: [
        {
          use: USE,
          kind: 'campaign',
          hash: (await olga.ask(`/v1/uses/${USE}/versions`)).body.items[0].contentHash,
          verdict: 'allow',
          checksRun: 84,
          messages: [],
          findings: [],
          notAssessed: [],
        },
      ],
      problems: [],
    };
    const answer = await olga.ask(`/v1/uses/${USE}/versions`, {
      method: 'POST',
      body: { workspace: 'harbor', files, report },
    });
    expect(answer.status).toBe(201);
    const [latest] = (await olga.ask(`/v1/uses/${USE}/versions`)).body.items;
    const findings = (await olga.ask(`/v1/uses/${USE}/findings`)).body.items;
    expect(findings.length).toBeGreaterThan(0);
    const shown = (await olga.ask(`/v1/uses/${USE}/versions/${latest.id}`)).body;
    // What only the sender could assess is their word, and shown as that.
    expect(shown.notAssessed).toEqual([]);
    expect(before === 'block' ? shown.verdict : 'block').toBe('block');
    expect((await push(olga)).body.uses[0].isNew).toBe(shown.assessedElsewhere.length > 0);
  });

  let reviewId = '';
  it('a review is asked for by the owner, and is seen blind until a first judgement', async () => {
    expect((await rita.ask(`/v1/uses/${USE}/reviews`, { method: 'POST' })).status).toBe(403);
    const asked = await olga.ask(`/v1/uses/${USE}/reviews`, { method: 'POST' });
    expect([asked.status, asked.body.code]).toEqual([201, undefined]);
    reviewId = asked.body.id;
    expect(asked.body.subject.verdict).not.toBeNull();
    expect((await olga.ask(`/v1/uses/${USE}/reviews`, { method: 'POST' })).body.code).toBe(
      'review.wrong-state',
    );

    const [queued] = (await rita.ask('/v1/reviews?untouched=true')).body.items;
    expect(queued).toMatchObject({ id: reviewId, gravity: null });
    const blind = await rita.ask(`/v1/reviews/${reviewId}`);
    expect(blind.body).toMatchObject({ isVerdictHidden: true, gravity: null });
    expect(blind.body.subject).toMatchObject({ verdict: null, findings: null });
    expect((await rita.ask(`/v1/uses/${USE}`)).body.verdict).toBeNull();
    expect((await rita.ask(`/v1/uses/${USE}/findings`)).body.items).toEqual([]);
    const [version] = (await rita.ask(`/v1/uses/${USE}/versions`)).body.items;
    expect(version).toMatchObject({ verdict: null, counts: null });
    const listed = (await rita.ask('/v1/uses')).body.items.find(({ id }: { id: string }) => id === USE);
    expect(listed.verdict).toBeNull();
    expect((await step(rita, reviewId, { type: 'joined', conflict: null })).status).toBe(201);
    expect((await step(rita, reviewId, { type: 'revealed' })).body.code).toBe('review.wrong-state');
    expect((await otto.ask(`/v1/reviews/${reviewId}`)).status).toBe(404);
    expect((await step(otto, reviewId, { type: 'commented', text: 'hello' })).status).toBe(404);
    expect((await step(olga, reviewId, { type: 'joined', conflict: null })).status).toBe(403);
  });

  it('an approval counts once nothing is missing, and a grave one takes two, one outside the line', async () => {
    const early = await step(rita, reviewId, decision());
    expect(early).toMatchObject({ status: 422, body: { code: 'review.incomplete' } });
    for (const material of (await rita.ask(`/v1/reviews/${reviewId}`)).body.subject.materials)
      await step(rita, reviewId, { type: 'opened-material', material, seconds: 40 });
    const vague = { ...HARM, whom: 'people', harm: 'harm' };
    expect(
      (await step(rita, reviewId, { type: 'judged-first', judgement: 'change', harm: vague })).body.code,
    ).toBe('review.not-concrete');
    await step(rita, reviewId, { type: 'judged-first', judgement: 'change', harm: HARM });
    const seen = await step(rita, reviewId, { type: 'revealed' });
    expect(seen.body.subject.findings.length).toBeGreaterThan(0);
    for (const { id } of seen.body.subject.findings)
      await step(rita, reviewId, {
        type: 'answered-finding',
        finding: id,
        agrees: false,
        reason: 'a fact says so',
      });
    await step(rita, reviewId, {
      type: 'considered-alternative',
      alternative: 'no end date',
      whyNot: 'it is real',
    });
    const once = await step(rita, reviewId, decision());
    expect([once.status, once.body.state]).toEqual([201, 'awaiting-second']);
    expect((await step(rita, reviewId, decision())).body.code).toBe('review.wrong-state');
    expect((await olga.ask(`/v1/uses/${USE}`)).body.clearance).toBeNull();

    await diligence(cara, reviewId);
    const twice = await step(cara, reviewId, decision({ until: '2026-12-31T00:00:00Z' }));
    expect([twice.status, twice.body.state]).toEqual([201, 'approved']);
    const use = (await olga.ask(`/v1/uses/${USE}`)).body;
    expect(use).toMatchObject({ state: 'cleared', review: null });
    const clearance = (await olga.ask(`/v1/clearances/${use.clearance}`)).body;
    expect(clearance).toMatchObject({
      class: 'marketing',
      expiresAt: '2026-12-31T00:00:00.000Z',
      voidedAt: null,
    });
  });

  it('an auditor proves offline what was approved by whom', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scruple-auditor-'));
    try {
      const { clearance } = (await aud.ask(`/v1/uses/${USE}`)).body;
      const { statement } = (await aud.ask(`/v1/clearances/${clearance}`)).body;
      await aud.ask('/v1/evidence/heads', { method: 'POST' });
      const log = (await aud.ask('/v1/evidence/log')).body as unknown as string;
      const trust = (await aud.ask('/v1/trust')).body;
      await writeFile(join(folder, 'clearance.json'), statement);
      await writeFile(join(folder, 'evidence.jsonl'), log);
      await writeFile(join(folder, 'trust.json'), JSON.stringify(trust));
      const run = (...args: string[]) =>
        execFileSync(process.execPath, ['bin/scruple.js', ...args], { encoding: 'utf8', stdio: 'pipe' });
      const at = ['--at', '2026-11-21T00:00:00Z'];
      const verified = run(
        'verify',
        join(folder, 'clearance.json'),
        '--trust',
        join(folder, 'trust.json'),
        ...at,
      );
      expect(verified).toContain(USE);
      run('evidence', 'verify', join(folder, 'evidence.jsonl'), '--trust', join(folder, 'trust.json'));

      await writeFile(join(folder, 'clearance.json'), statement.replace('2026-12-31', '2027-12-31'));
      expect(() =>
        run('verify', join(folder, 'clearance.json'), '--trust', join(folder, 'trust.json'), ...at),
      ).toThrow();
      await writeFile(join(folder, 'evidence.jsonl'), log.replace('"approve"', '"reject"'));
      expect(() =>
        run('evidence', 'verify', join(folder, 'evidence.jsonl'), '--trust', join(folder, 'trust.json')),
      ).toThrow();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 30_000);

  it('the evidence on a use comes as one archive, and its export is logged', async () => {
    expect((await olga.ask(`/v1/uses/${USE}/evidence`, { method: 'POST' })).status).toBe(403);
    const answer = await server.app.inject({
      method: 'POST',
      url: `/v1/uses/${USE}/evidence`,
      headers: { cookie: aud.cookie, 'sec-fetch-site': 'same-origin' },
    });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
    const archive = unzipSync(answer.rawPayload);
    expect(Object.keys(archive)).toEqual(
      expect.arrayContaining(['use/use.yaml', 'report.json', 'evidence.jsonl', 'index.html', 'SHA256SUMS']),
    );
    await proveWithCommandsOfThePage(archive);
    const logged = await aud.ask('/v1/evidence?type=evidence.exported');
    expect(logged.body.items).toMatchObject([
      { subject: USE, body: { by: aud.key, archiveHash: `sha256:${sha256(answer.rawPayload)}` } },
    ]);
    expect((await aud.ask('/v1/evidence/verification')).body).toMatchObject({ intact: true, damages: [] });
  });

  it('the same export asked for twice with one key comes from the first, and is logged once', async () => {
    const ask = (use: string, key: string) =>
      server.app.inject({
        method: 'POST',
        url: `/v1/uses/${use}/evidence`,
        headers: { cookie: aud.cookie, 'sec-fetch-site': 'same-origin', 'idempotency-key': key },
      });
    const exports = async () => (await aud.ask('/v1/evidence?type=evidence.exported')).body.items.length;
    const before = await exports();
    const first = await ask(USE, 'export-1');
    server.now = new Date(server.now.getTime() + 60_000);
    const second = await ask(USE, 'export-1');
    expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
    expect(second.headers['content-type']).toBe('application/zip');
    expect(sha256(second.rawPayload)).toBe(sha256(first.rawPayload));
    expect(Object.keys(unzipSync(second.rawPayload))).toContain('evidence.jsonl');
    expect(await exports()).toBe(before + 1);
    expect(sha256((await ask(USE, 'export-2')).rawPayload)).not.toBe(sha256(first.rawPayload));
    expect(await exports()).toBe(before + 2);
    expect((await ask('another', 'export-1')).json().code).toBe('store.key-reused');
    for (const key of ['export-3', 'export-3'])
      expect((await ask('another', key)).json().code).toBe('store.not-found');
    expect(await exports()).toBe(before + 2);
  });

  it('anyone with a role stops a use, and a reviewer who is not its owner lifts the stop', async () => {
    const stopped = await otto.ask(`/v1/uses/${USE}/stops`, {
      method: 'POST',
      body: { reason: 'the shop is down' },
    });
    expect(stopped.status).toBe(201);
    expect((await olga.ask(`/v1/uses/${USE}`)).body).toMatchObject({
      state: 'stopped',
      stop: stopped.body.id,
    });
    const again = await ada.ask(`/v1/uses/${USE}/stops`, { method: 'POST', body: { reason: 'me too' } });
    expect(again.body.id).toBe(stopped.body.id);
    const lift = (who: Somebody, headers: Record<string, string> = { 'if-match': '"1"' }) =>
      who.ask(`/v1/stops/${stopped.body.id}/lift`, {
        method: 'POST',
        headers,
        body: { reason: 'it is back' },
      });
    expect((await lift(olga)).status).toBe(403);
    expect((await lift(rita, {})).status).toBe(428);
    const answers = await Promise.all([lift(rita), lift(cara)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    // The second one finds it lifted, or changed since it was read.
    expect(answers.find(({ status }) => status !== 200)?.body.code).toMatch(
      /^(?:stop\.lifted|store\.changed)$/,
    );
    expect((await olga.ask(`/v1/uses/${USE}`)).body).toMatchObject({ state: 'cleared', stop: null });
  });

  it('content that changes voids the clearance, and the difference is shown', async () => {
    const { clearance } = (await olga.ask(`/v1/uses/${USE}`)).body;
    const pushed = await push(olga, (file) =>
      file.path.endsWith('segment.sql')
        ? { ...file, text: `${file.text}\n-- and more\n`.replace('where', 'where 1 = 1 and') }
        : file,
    );
    expect(pushed.body.uses[0].isNew).toBe(true);
    const use = (await olga.ask(`/v1/uses/${USE}`)).body;
    expect(use).toMatchObject({ state: 'checked', clearance: null });
    expect((await olga.ask(`/v1/clearances/${clearance}`)).body).toMatchObject({ voidReason: 'changed' });
    const shown = (await olga.ask(`/v1/uses/${USE}/versions/${use.latestVersion}`)).body;
    expect(shown.difference.parts).toContain('audience');
    expect(shown.difference.files.map(({ path }: PushedFile) => path)).toEqual([`uses/${USE}/segment.sql`]);
    const revoked = (await aud.ask('/v1/revocations')).body;
    expect(revoked.payload.clearances.map(({ id }: { id: string }) => id)).toContain(clearance);
  });

  it('two reviewers who approve at once make one clearance', async () => {
    const { id } = (await olga.ask(`/v1/uses/${USE}/reviews`, { method: 'POST' })).body;
    await diligence(rita, id);
    await diligence(cara, id);
    const both = await Promise.all([step(rita, id, decision()), step(cara, id, decision())]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both.map(({ body }) => body.state).sort()).toEqual(['approved', 'awaiting-second']);
    const inForce = (await aud.ask(`/v1/clearances?use=${USE}&inForce=true`)).body.items;
    expect(inForce).toHaveLength(1);
  });

  it('a clearance is taken back by a reviewer', async () => {
    const { clearance } = (await olga.ask(`/v1/uses/${USE}`)).body;
    expect((await olga.ask(`/v1/clearances/${clearance}/revocation`, { method: 'POST' })).status).toBe(403);
    const taken = await rita.ask(`/v1/clearances/${clearance}/revocation`, { method: 'POST' });
    expect(taken.body).toMatchObject({ voidReason: 'withdrawn' });
    expect((await rita.ask(`/v1/clearances/${clearance}/revocation`, { method: 'POST' })).status).toBe(409);
  });

  it('keys are rotated and revoked, and the trust roots say since when', async () => {
    const [before] = (await ada.ask('/v1/signing-keys')).body.items;
    const rotated = await ada.ask('/v1/signing-keys', { method: 'POST' });
    expect(rotated.status).toBe(201);
    const roots = (await rita.ask('/v1/trust')).body.keys;
    expect(roots).toHaveLength(2);
    expect(roots.find(({ id }: { id: string }) => id === before.id).until).not.toBeNull();
    expect((await ada.ask(`/v1/signing-keys/${before.id}/revocation`, { method: 'POST' })).status).toBe(204);
    expect(
      (await ada.ask('/v1/signing-keys')).body.items.map(({ state }: { state: string }) => state).sort(),
    ).toEqual(['active', 'revoked']);
  });

  it('the log holds no names, no addresses and no words of anybody', async () => {
    const log = JSON.stringify((await aud.ask('/v1/evidence/log')).body);
    for (const canary of [
      'Rita',
      'harbor.example',
      'two payments',
      'the shop is down',
      'a fact says so',
      'no end date',
    ])
      expect(log).not.toContain(canary);
    expect(server.log.join('')).not.toMatch(/Rita|harbor\.example|two payments/);
  });
});
