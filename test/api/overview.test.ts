import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../src/app/server/load-demo.ts';
import { type Somebody, TestServer } from './harness.ts';

const USE = 'winback-spring';

describe('the overview and the search over findings', () => {
  let server: TestServer;
  let ada: Somebody;
  let lifecycle: Somebody;
  let rita: Somebody;
  let aud: Somebody;
  let guest: Somebody;
  beforeAll(async () => {
    server = await TestServer.start();
    ada = await server.administrator();
    lifecycle = await server.person(ada, 'Lifecycle', ['operator'], { reportsTo: null });
    rita = await server.person(ada, 'Rita', ['reviewer'], { reportsTo: null });
    aud = await server.person(ada, 'Aud', ['auditor']);
    guest = await server.person(ada, 'Guest', ['guest'], { until: '2027-01-01T00:00:00Z' });
    const loaded = await loadDemo(server.context, { onStart: () => {} });
    if (!loaded.ok) throw new Error(loaded.problem.message);
  }, 90_000);
  afterAll(() => server.stop());

  const overview = async (who: Somebody) => (await who.ask('/v1/overview')).body;
  const found = async (who: Somebody, query = USE): Promise<string[]> =>
    (await who.ask(`/v1/findings?query=${query}&limit=50`)).body.items
      .filter(({ use }: { use: string }) => use === USE)
      .map(({ finding }: { finding: { check: string } }) => finding.check);

  it('shows what waits to who must act, and nothing to who need not', async () => {
    const { waiting } = await overview(lifecycle);
    expect(waiting.items[0]).toMatchObject({ kind: 'repair', verdict: 'block' });
    expect(waiting.count).toBeGreaterThan(waiting.items.length);
    expect((await overview(aud)).waiting).toEqual({ count: 0, items: [] });
  });

  it('shows what a customer asked to an advocate when it is due soon, and when it is overdue', async () => {
    const cora = await server.person(ada, 'Cora', ['customer-advocate'], { reportsTo: null });
    const { body } = await cora.ask('/v1/requests', {
      method: 'POST',
      body: {
        kind: 'access',
        identifiers: [{ kind: 'email', value: 'ann@customer.example' }],
        jurisdiction: 'eu',
      },
    });
    const first = async (who: Somebody) => (await overview(who)).waiting.items[0];
    expect((await first(cora))?.kind).not.toBe('answer-request');
    const now = server.now;
    for (const days of [26, 40]) {
      server.now = new Date(now.getTime() + days * 86_400_000);
      expect(await first(cora)).toMatchObject({
        kind: 'answer-request',
        request: { id: body.id, kind: 'access' },
        use: null,
      });
    }
    expect(JSON.stringify(await overview(cora))).not.toContain('ann@');
    for (const who of [rita, lifecycle, aud]) expect((await first(who))?.kind).not.toBe('answer-request');
    server.now = now;
  });

  it('counts a practice once for each use that holds a finding of it', async () => {
    const { practices } = await overview(aud);
    expect(practices.map(({ step }: { step: number }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const uses = (await aud.ask('/v1/uses?limit=500')).body.items;
    const counted = new Map<number, Set<string>>();
    for (const { id } of uses)
      for (const finding of (await aud.ask(`/v1/uses/${id}/findings?limit=500&waived=false`)).body.items)
        counted.set(finding.step, (counted.get(finding.step) ?? new Set()).add(id));
    for (const { step, uses: count } of practices)
      expect(count, `practice ${step}`).toBe(counted.get(step)?.size ?? 0);
  });

  it('finds findings by their check and by their use, the gravest first', async () => {
    const all = await found(aud);
    expect(all.length).toBeGreaterThan(0);
    expect(await found(aud, all[0])).toContain(all[0]);
    const { items } = (await aud.ask(`/v1/findings?query=${USE}&limit=50`)).body;
    const ranks = items.map(({ finding }: { finding: { gravity: string } }) =>
      ['block', 'review', 'advise'].indexOf(finding.gravity),
    );
    expect(ranks).toEqual([...ranks].sort());
    expect((await aud.ask('/v1/findings?query=%25')).body.items).toEqual([]);
    expect((await aud.ask('/v1/findings?query=')).status).toBe(400);
    // Without a part of a name it is the list of all.
    const whole = (await aud.ask('/v1/findings?limit=500')).body.items;
    expect(whole).toEqual(expect.arrayContaining(items));
  });

  it('shows a guest nothing of uses that are not theirs', async () => {
    expect(await found(guest)).toEqual([]);
    const { live, paused, practices } = await overview(guest);
    expect([live.count, paused.count]).toEqual([0, 0]);
    expect(practices.every(({ uses }: { uses: number }) => uses === 0)).toBe(true);
  });

  it('gives no verdict away to who must judge first', async () => {
    const { version, ...policy } = (await ada.ask('/v1/settings/reviews')).body;
    await ada.ask('/v1/settings/reviews', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...policy, blindShare: 1 },
    });
    const before = await overview(rita);
    const opened = await lifecycle.ask(`/v1/uses/${USE}/reviews`, { method: 'POST' });
    expect([opened.status, opened.body.code]).toEqual([201, undefined]);
    const after = await overview(rita);
    expect(after.waiting.items).toMatchObject([
      { kind: 'judge', use: USE, review: opened.body.id, verdict: null },
    ]);
    expect(await found(rita)).toEqual([]);
    expect((await found(lifecycle)).length).toBeGreaterThan(0);
    const sum = ({ practices }: { practices: ReadonlyArray<{ uses: number }> }) =>
      practices.reduce((total, { uses }) => total + uses, 0);
    expect(sum(after)).toBeLessThan(sum(before));
  });
});
