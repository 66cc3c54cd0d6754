import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionFiles } from '../../src/app/server/load-demo.ts';
import type { PushedFile } from '../../src/app/server/uses/judge-pushed.ts';
import { approval } from './approval.ts';
import { type Somebody, TestServer } from './harness.ts';

type Named = Somebody & { key: string };
const USE = 'letter';
const CARD = `use: letter
kind: campaign
owner: olga@harbor.example
approver: trust@harbor.example
purpose: marketing.communications.email
basis: consent
intent: inform
benefit: "They learn what is new without having to look"
without_it: "Nothing: the shop stays open to them"
channels: [email]
expires: 2027-02-01
audience: { segment: segment.sql, dialect: postgres }
messages: [{ file: letter.txt, subject: "What is new this season" }]
fields: [crm.customers.customer_id, crm.customers.email, crm.customers.first_name]
caps: { per_person: { count: 1, days: 30 } }
terms: { price: "from 89 EUR" }
explanation: "You asked for our newsletter."
`;
const LETTER = `Hello {{ first_name }},

the new season has arrived. We have added walking shoes in wider sizes, and rain jackets that can be
repaired in the shop. You can look at everything in the shop whenever you like; shoes cost from 89 EUR as before.
Our workshop mends what you bought from us, whether it is a torn seam, a lost buckle or a sole that came off.
Bring it in on any weekday, and we tell you what it takes before we begin; most repairs are done while you wait.

You get this letter because you asked for our newsletter.
Harbor Outfitters (fictional), 1 Harbour Road, Sampletown
Unsubscribe: https://shop.harbor.example/u/token
`;
const SEGMENT =
  'select c.customer_id, c.email, c.first_name from crm.customers c where c.newsletter_consent = true\n';
const FILES = { 'use.yaml': CARD, 'letter.txt': LETTER, 'segment.sql': SEGMENT };
const HARM = {
  group: null,
  whom: 'a runner who missed two payments',
  harm: 'buys shoes they cannot pay for',
};

describe('a small change', () => {
  let server: TestServer;
  let ada: Somebody;
  let olga: Named;
  let rita: Named;
  let cara: Named;
  let shared: readonly PushedFile[];
  beforeAll(async () => {
    server = await TestServer.start();
    ada = await server.administrator();
    const chief = await server.person(ada, 'Chief', ['analyst'], { reportsTo: null });
    olga = await server.person(ada, 'Olga', ['operator'], { reportsTo: chief.key });
    rita = await server.person(ada, 'Rita', ['reviewer'], { reportsTo: chief.key });
    cara = await server.person(ada, 'Cara', ['customer-advocate'], { reportsTo: null });
    const read = await definitionFiles('examples/harbor');
    if (!read.ok) throw new Error(read.problem.message);
    shared = read.value.filter(({ path }) => !path.startsWith('uses/'));
    const { version, ...kept } = (await ada.ask('/v1/settings/reviews')).body;
    await ada.ask('/v1/settings/reviews', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...kept, blindShare: 1, hiddenShare: 0, twoApproversFrom: 'review' },
    });
  }, 90_000);
  afterAll(() => server.stop());

  const push = async (changes: Partial<Record<keyof typeof FILES, string>> = {}) => {
    const files = Object.entries({ ...FILES, ...changes }).map(([name, text]) => ({
      path: `uses/${USE}/${name}`,
      text,
    }));
    const pushed = await olga.ask(`/v1/uses/${USE}/versions`, {
      method: 'POST',
      body: { workspace: 'harbor', files: [...shared, ...files] },
    });
    expect([pushed.status, pushed.body.detail]).toEqual([201, undefined]);
    return pushed.body.uses[0];
  };
  const letter = (...edits: ReadonlyArray<readonly [string, string]>) => ({
    'letter.txt': edits.reduce((text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    }, LETTER),
  });
  const use = async () => (await olga.ask(`/v1/uses/${USE}`)).body;
  const clearance = async (id: string) => (await olga.ask(`/v1/clearances/${id}`)).body;
  const step = (who: Somebody, review: string, body: object) =>
    who.ask(`/v1/reviews/${review}/steps`, { method: 'POST', body });
  const decision = (more: object = {}) => approval(olga.key, more);
  /** A full review of the latest version by both. */
  const clear = async (): Promise<void> => {
    const asked = await olga.ask(`/v1/uses/${USE}/reviews`, { method: 'POST' });
    expect([asked.status, asked.body.detail]).toEqual([201, undefined]);
    const { id, subject } = asked.body;
    for (const who of [rita, cara]) {
      await step(who, id, { type: 'joined', conflict: null });
      for (const material of subject.materials)
        await step(who, id, { type: 'opened-material', material, seconds: 30 });
      await step(who, id, { type: 'judged-first', judgement: 'change', harm: HARM });
      await step(who, id, { type: 'revealed' });
      for (const { id: finding } of subject.findings)
        await step(who, id, { type: 'answered-finding', finding, agrees: false, reason: 'it is news alone' });
      await step(who, id, { type: 'considered-alternative', alternative: 'no letter', whyNot: 'they asked' });
      const decided = await step(who, id, decision());
      expect([decided.status, decided.body.detail]).toEqual([201, undefined]);
    }
    expect((await use()).state).toBe('cleared');
  };
  /** Looks at the difference, and confirms it: with no more than that. */
  const confirm = async (who: Somebody, review: string) => {
    await step(who, review, { type: 'joined', conflict: null });
    const { subject } = (await who.ask(`/v1/reviews/${review}`)).body;
    for (const material of subject.materials)
      await step(who, review, { type: 'opened-material', material, seconds: 9 });
    return step(who, review, decision({ against: null, until: null, stopOwner: null }));
  };

  it('waits for one reviewer, who is shown the difference and confirms it', async () => {
    const first = await push();
    await clear();
    const before = await use();
    const changed = await push(letter(['arrived. We have', 'arrived, and we have']));
    expect(changed).toMatchObject({ version: 2, isNew: true });
    const waiting = await use();
    expect(waiting).toMatchObject({ state: 'in-review', clearance: before.clearance });
    // What was cleared stays so meanwhile, and what is new is not covered by it.
    expect(await clearance(before.clearance)).toMatchObject({
      voidedAt: null,
      contentHash: first.contentHash,
    });
    const { messages } = (await olga.ask(`/v1/uses/${USE}/versions/${waiting.latestVersion}`)).body;
    const coverage = await olga.ask(`/v1/clearances/${before.clearance}/covers`, {
      method: 'POST',
      body: { template: messages[0].messageHash, text: LETTER, channel: 'email', slots: [] },
    });
    expect(coverage.body.isCovered).toBe(false);

    const review = waiting.review as string;
    const [queued] = (await rita.ask('/v1/reviews?kind=small-change')).body.items;
    expect(queued).toMatchObject({ id: review, use: USE, kind: 'small-change' });
    const shown = (await rita.ask(`/v1/uses/${USE}/versions/${waiting.latestVersion}`)).body;
    expect(shown.difference).toMatchObject({ since: 1, parts: ['wording'] });
    const words = shown.difference.messages[0].changes.filter(
      ({ type }: { type: string }) => type !== 'same',
    );
    expect(words).toEqual([
      { type: 'removed', words: ['arrived.', 'We'] },
      { type: 'added', words: ['arrived,', 'and', 'we'] },
    ]);

    expect((await step(olga, review, { type: 'joined', conflict: null })).status).toBe(403);
    await step(rita, review, { type: 'joined', conflict: null });
    const unseen = await step(rita, review, decision());
    expect(unseen.body).toMatchObject({ code: 'review.incomplete' });
    expect(unseen.body.detail).toContain('difference');
    const confirmed = await confirm(rita, review);
    expect([confirmed.status, confirmed.body.detail, confirmed.body.state]).toEqual([
      201,
      undefined,
      'approved',
    ]);
    const after = await use();
    expect(after).toMatchObject({ state: 'cleared', review: null, clearedVersion: waiting.latestVersion });
    expect(after.clearance).not.toBe(before.clearance);
    const [old, now] = [await clearance(before.clearance), await clearance(after.clearance)];
    expect(old.voidReason).toBe('changed');
    expect(now).toMatchObject({ contentHash: changed.contentHash, expiresAt: old.expiresAt });
    expect(JSON.parse(now.statement).payload.lineage).toMatchObject({ full: old.id, smallChanges: 1 });
  });

  it('is withdrawn by the next one, and by going back to what was cleared', async () => {
    const { review: none, clearance: kept, latestVersion } = await use();
    expect(none).toBeNull();
    const cleared = letter(['arrived. We have', 'arrived, and we have']);
    const text = cleared['letter.txt'];
    await push({ 'letter.txt': text.replace('wider sizes', 'wide sizes') });
    const { review } = await use();
    await push({ 'letter.txt': text.replace('wider sizes', 'broad sizes') });
    const next = (await use()).review;
    expect(next).not.toBe(review);
    expect((await rita.ask(`/v1/reviews/${review}`)).body.state).toBe('withdrawn');
    expect((await confirm(rita, review)).body.code).toBe('review.wrong-state');
    await push(cleared);
    expect(await use()).toMatchObject({ state: 'cleared', clearance: kept, review: null });
    expect((await rita.ask(`/v1/reviews/${next}`)).body.state).toBe('withdrawn');
    expect((await use()).clearedVersion).toBe(latestVersion);
  });

  it('adds up: the fourth since the last full review reopens it', async () => {
    const edits: Array<readonly [string, string]> = [['arrived. We have', 'arrived, and we have']];
    for (const edit of [
      ['in wider sizes', 'in broad sizes'],
      ['any weekday', 'each weekday'],
    ] as const) {
      edits.push(edit);
      await push(letter(...edits));
      expect((await confirm(cara, (await use()).review)).body.state).toBe('approved');
    }
    const { clearance: third } = await use();
    expect(JSON.parse((await clearance(third)).statement).payload.lineage.smallChanges).toBe(3);
    edits.push(['a torn seam', 'an open seam']);
    await push(letter(...edits));
    expect(await use()).toMatchObject({ state: 'checked', clearance: null, review: null });
    expect((await clearance(third)).voidReason).toBe('changed');
  });

  it.each<[string, () => Partial<Record<keyof typeof FILES, string>>]>([
    ['the segment', () => ({ 'segment.sql': SEGMENT.replace('= true', 'is not null') })],
    ['a claim', () => ({ 'use.yaml': `${CARD}claims: [{ says: "as before", fact: k2-price }]\n` })],
    ['a price', () => letter(['89 EUR', '79 EUR'])],
    ['a price in the card', () => ({ 'use.yaml': CARD.replace('from 89', 'from 79') })],
    ['the way out', () => letter(['/u/token', '/u/other'])],
    ['the intent', () => ({ 'use.yaml': CARD.replace('intent: inform', 'intent: sell') })],
    ['a new finding', () => letter(['whenever you like', 'before it is too late'])],
    [
      'many words',
      () => letter([LETTER.slice(LETTER.indexOf('Our workshop'), LETTER.indexOf('You get')), '']),
    ],
  ])('is none where it touches %s: the use is reviewed again', async (_what, changes) => {
    await push();
    if ((await use()).state !== 'cleared') await clear();
    const { clearance: before } = await use();
    await push(changes());
    expect(await use()).toMatchObject({ state: 'checked', clearance: null, review: null });
    expect((await clearance(before)).voidReason).toBe('changed');
    const confirming = await olga.ask('/v1/reviews?use=letter&kind=small-change');
    expect(confirming.body.items).toEqual([]);
  });

  it('lifts no stop', async () => {
    await push();
    if ((await use()).state !== 'cleared') await clear();
    const stop = await olga.ask(`/v1/uses/${USE}/stops`, { method: 'POST', body: { reason: 'wrong list' } });
    expect(stop.status).toBe(201);
    await push(letter(['whenever you like', 'when you like']));
    const stopped = await use();
    expect(stopped).toMatchObject({ state: 'stopped', stop: stop.body.id });
    expect((await confirm(rita, stopped.review)).body.state).toBe('approved');
    expect(await use()).toMatchObject({ state: 'stopped', stop: stop.body.id });
    await push(letter(['89 EUR', '79 EUR']));
    expect((await use()).state).toBe('stopped');
  });
});
