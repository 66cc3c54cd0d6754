import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionFiles } from '../../src/app/server/load-demo.ts';
import { approval } from './approval.ts';
import { type Somebody, TestServer } from './harness.ts';

type Named = Somebody & { key: string };
const TEXT = `Hello {{ first_name }},

the new boots are in the shop. This pair goes with what you have: {{ pair }}.

You get this letter because you asked for our newsletter.
Harbor Outfitters, 1 Harbour Road, Sampletown
Unsubscribe: https://shop.harbor.example/u/token
`;
const HARM = {
  group: null,
  whom: 'a runner who missed two payments',
  harm: 'buys shoes they cannot pay for',
};
const FIELD = { name: 'first_name', source: { type: 'field', ref: 'crm.customers.first_name' } };
const FEED = { name: 'pair', source: { type: 'feed', ref: 'products' } };
const SILENT = ['msg-scarcity-true', 'msg-urgency-true', 'msg-plain-wording'];
const TERMS = { slots: [FIELD, FEED], silent: SILENT };

let server: TestServer;
let ada: Somebody;
let olga: Named;
let rita: Named;
let cara: Named;
beforeAll(async () => {
  server = await TestServer.start();
  ada = await server.administrator();
  const chief = await server.person(ada, 'Chief', ['analyst'], { reportsTo: null });
  olga = await server.person(ada, 'Olga', ['operator'], { reportsTo: chief.key });
  rita = await server.person(ada, 'Rita', ['reviewer'], { reportsTo: chief.key });
  cara = await server.person(ada, 'Cara', ['customer-advocate'], { reportsTo: null });
  const read = await definitionFiles('examples/harbor');
  if (!read.ok) throw new Error(read.problem.message);
  const files = read.value.filter(
    ({ path }) => !path.startsWith('uses/') || path.startsWith('uses/quiet-list-repaired/'),
  );
  const pushed = await olga.ask('/v1/pushes', { method: 'POST', body: { workspace: 'harbor', files } });
  expect([pushed.status, pushed.body.detail]).toEqual([201, undefined]);
  const { version, ...kept } = (await ada.ask('/v1/settings/reviews')).body;
  await ada.ask('/v1/settings/reviews', {
    method: 'PUT',
    headers: { 'if-match': `"${version}"` },
    body: { ...kept, blindShare: 0, hiddenShare: 0, twoApproversFrom: 'block' },
  });
}, 60_000);
afterAll(() => server.stop());

const step = (who: Somebody, review: string, body: object) =>
  who.ask(`/v1/reviews/${review}/steps`, { method: 'POST', body });
const decision = (more: object = {}) => approval(olga.key, more);

/** A use of one letter, with everything that an approval needs but the decision. */
async function reviewed(title: string, reviewers: readonly Somebody[], text = TEXT) {
  const made = await olga.ask('/v1/uses', {
    method: 'POST',
    body: {
      title,
      message: { type: 'text', text, subject: 'New boots, {{ first_name }}' },
      answers: { aim: 'news', channels: ['email'], ground: 'asked', until: '2027-02-01' },
    },
  });
  expect([made.status, made.body.detail]).toEqual([201, undefined]);
  const { use } = made.body;
  const asked = await olga.ask(`/v1/uses/${use}/reviews`, { method: 'POST' });
  expect([asked.status, asked.body.detail]).toEqual([201, undefined]);
  const { id, subject } = asked.body;
  for (const who of reviewers) {
    await step(who, id, { type: 'joined', conflict: null });
    for (const material of subject.materials)
      await step(who, id, { type: 'opened-material', material, seconds: 30 });
    await step(who, id, { type: 'revealed' });
    for (const { id: finding } of subject.findings)
      await step(who, id, { type: 'answered-finding', finding, agrees: false, reason: 'it is news alone' });
    await step(who, id, { type: 'considered-harm', harm: HARM });
    await step(who, id, { type: 'considered-alternative', alternative: 'no letter', whyNot: 'they asked' });
  }
  return { use, review: id as string };
}
async function clearanceOf(use: string) {
  const { clearance, latestVersion } = (await olga.ask(`/v1/uses/${use}`)).body;
  const { messages, slots } = (await olga.ask(`/v1/uses/${use}/versions/${latestVersion}`)).body;
  const shown = (await olga.ask(`/v1/clearances/${clearance}`)).body;
  return {
    id: clearance as string,
    template: messages[0].messageHash,
    slots,
    shown,
    payload: JSON.parse(shown.statement).payload,
  };
}
const filled = (name: string, pair: string) =>
  TEXT.replace('{{ first_name }}', name).replace('{{ pair }}', pair);

describe('an envelope', () => {
  let clearance: Awaited<ReturnType<typeof clearanceOf>>;
  const covers = (body: object, id = clearance.id, who: Somebody = olga) =>
    who.ask(`/v1/clearances/${id}/covers`, {
      method: 'POST',
      body: {
        template: clearance.template,
        text: filled('Ann', 'wool socks'),
        subject: 'New boots, Ann',
        channel: 'email',
        slots: [FIELD, FEED],
        ...body,
      },
    });

  it('is set in the decision, in which it cannot name what is not there', async () => {
    const { use, review } = await reviewed('Feed letter', [rita]);
    const decide = (envelope: object) => step(rita, review, decision({ envelope }));
    const checks = (await rita.ask('/v1/message-checks')).body.items.map(({ id }: { id: string }) => id);
    expect(checks).toEqual(expect.arrayContaining(SILENT));
    expect((await decide({ slots: [{ ...FIELD, name: 'surname' }], silent: [] })).body.code).toBe(
      'clearance.unsound',
    );
    expect((await decide({ slots: [], silent: ['seg-proxy'] })).body.code).toBe('clearance.unsound');
    // What nobody can have seen needs a check that looks at it.
    const unseen = await decide({ slots: [FEED], silent: [] });
    expect([unseen.body.code, unseen.body.detail]).toEqual([
      'review.incomplete',
      expect.stringContaining('silent'),
    ]);
    const approved = await decide(TERMS);
    expect([approved.status, approved.body.detail, approved.body.state]).toEqual([
      201,
      undefined,
      'approved',
    ]);
    expect(approved.body.participations[0].decision.envelope).toEqual(TERMS);
    clearance = await clearanceOf(use);
    expect(clearance.slots.sort()).toEqual(['first_name', 'pair']);
    expect(clearance.payload.envelope).toMatchObject({
      slots: expect.arrayContaining([FIELD, FEED]),
      silent: [...SILENT].sort(),
    });
  });

  it('covers what is rendered within it', async () => {
    const { status, body } = await covers({});
    expect([status, body.problem, body.isCovered]).toEqual([200, null, true]);
    expect(body.assessed).toEqual(expect.arrayContaining(SILENT));
    const plain = await covers({ text: TEXT, subject: 'New boots, {{ first_name }}', slots: [] });
    expect(plain.body).toMatchObject({ isCovered: true, messageHash: clearance.template });
  });

  it.each<[string, object, RegExp]>([
    [
      'content that makes a listed check speak',
      { text: filled('Ann', 'boots, only 3 left') },
      /msg-scarcity-true/,
    ],
    ['a word outside the slots', { text: `${filled('Ann', 'socks')}P.S. Buy now` }, /outside its slots/],
    ['a subject of its own', { subject: 'Last chance, Ann' }, /outside its slots/],
    ['a slot of which nothing says the source', { slots: [FIELD] }, /`pair`/],
    [
      'a slot from a source that was not cleared',
      { slots: [FIELD, { name: 'pair', source: { type: 'generated', ref: 'a-model' } }] },
      /a-model/,
    ],
    ['a field that brings markup', { text: filled('<b>Ann</b>', 'socks') }, /markup/],
    ['another text', { template: `sha256:${'0'.repeat(64)}` }, /none of those/],
  ])('does not cover %s', async (_what, body, says) => {
    const answer = await covers(body);
    expect([answer.status, answer.body.isCovered]).toEqual([200, false]);
    expect(answer.body.problem.code).toBe('clearance.not-covered');
    expect(answer.body.problem.message).toMatch(says);
  });

  it('of two who approve clears what both clear, and has silent what either asks for', async () => {
    const { version, ...kept } = (await ada.ask('/v1/settings/reviews')).body;
    await ada.ask('/v1/settings/reviews', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...kept, twoApproversFrom: 'advise' },
    });
    const { use, review } = await reviewed('Two letters', [rita, cara]);
    const first = await step(rita, review, decision({ envelope: TERMS }));
    expect(first.body.state).toBe('awaiting-second');
    const second = await step(
      cara,
      review,
      decision({ envelope: { slots: [FIELD], silent: ['msg-confirmshame'] } }),
    );
    expect([second.status, second.body.state]).toEqual([201, 'approved']);
    const { payload } = await clearanceOf(use);
    expect(payload.envelope.slots).toEqual([FIELD]);
    expect(payload.envelope.silent).toEqual([...SILENT, 'msg-confirmshame'].sort());
  });

  it('is worth nothing once the use is stopped, or the clearance taken back or ended', async () => {
    const { use } = clearance.shown;
    const stop = await olga.ask(`/v1/uses/${use}/stops`, { method: 'POST', body: { reason: 'wrong price' } });
    expect((await covers({})).body.problem.message).toContain('stopped');
    await rita.ask(`/v1/stops/${stop.body.id}/lift`, {
      method: 'POST',
      headers: { 'if-match': '"1"' },
      body: { reason: 'mended' },
    });
    expect((await covers({})).body.isCovered).toBe(true);
    const now = server.now;
    server.now = new Date('2027-02-02T00:00:00Z');
    expect((await covers({})).body.problem.code).toBe('clearance.expired');
    server.now = now;
    await rita.ask(`/v1/clearances/${clearance.id}/revocation`, { method: 'POST' });
    expect((await covers({})).body.problem.code).toBe('clearance.revoked');
    expect((await covers({}, 'clearance:aaaaaaaaaaaaaaaa')).status).toBe(404);
  });
});
