import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../src/app/server/load-demo.ts';
import { boardHtml } from '../../src/report/board/board-html.ts';
import { boardText } from '../../src/report/board/board-text.ts';
import { type Board, boardSchema } from '../../src/report/board/schema.ts';
import { plain } from '../../src/report/text/page.ts';
import { type Somebody, TestServer } from './harness.ts';

describe('the board', () => {
  let server: TestServer;
  let aud: Somebody;
  let olga: Somebody;
  let mail: Somebody;
  beforeAll(async () => {
    server = await TestServer.start();
    const ada = await server.administrator();
    aud = await server.person(ada, 'Aud', ['auditor']);
    olga = await server.person(ada, 'Olga', ['operator']);
    const key = await ada.ask('/v1/keys', {
      method: 'POST',
      body: { name: 'mail', roles: ['intake'], days: 9 },
    });
    mail = server.withKey(key.body.secret);
    const loaded = await loadDemo(server.context, { onStart: () => {} });
    if (!loaded.ok) throw new Error(loaded.problem.message);
    const sends = ['quiet-list', 'nobody-declared'].flatMap((use) =>
      Array.from({ length: 4 }, (_, index) => ({
        id: `${use}-${index}`,
        type: 'send',
        use,
        at: `2026-11-1${index}T08:00:00Z`,
        subject: `k${index}`,
      })),
    );
    const back = { id: 'r', type: 'refund', use: 'quiet-list', at: '2026-11-15T08:00:00Z', subject: 'k1' };
    const told = await mail.ask('/v1/outcomes', { method: 'POST', body: { events: [...sends, back] } });
    server.now = new Date(server.now.getTime() + 60_000);
    if (told.status !== 202 && told.status !== 200) throw new Error(JSON.stringify(told.body));
  }, 90_000);
  afterAll(() => server.stop());

  const read = async (query = ''): Promise<Board> =>
    boardSchema.parse((await aud.ask(`/v1/board${query}`)).body);

  it('counts what was seen in the quarter that runs', async () => {
    const board = await read();
    expect(board).toMatchObject({ quarter: '2026-Q4', isOver: false, until: '2026-11-20T09:01:00.000Z' });
    expect(board.live).toMatchObject({ cleared: 0, sending: 2, undeclared: { count: 1, of: 2 } });
    expect(board.caught.blocked).toBeGreaterThan(0);
    expect(board.regret).toMatchObject({ orders: null, givenBack: 1, complaints: { count: 0, of: 8 } });
    expect(board.maturity.levels).toHaveLength(7);
  });

  it('leaves what lies in no quarter that was asked for out', async () => {
    const board = await read('?quarter=2026-Q3');
    expect(board).toMatchObject({ isOver: true, until: '2026-10-01T00:00:00.000Z' });
    expect(board.live.sending).toBe(0);
    expect(board.caught.blocked).toBe(0);
  });

  it('says in words what it counted, and what it cannot tell', async () => {
    const board = await read();
    const text = boardText(board, { width: 80, paint: plain, showValues: false });
    expect(text).toContain('undeclared        1 of 2 (50 %)');
    expect(text).toContain('cannot tell: nobody tells us what was bought');
    expect(boardHtml(board)).toContain('<h2>Decisions wanted</h2>');
  });

  it('is for those who may see where the organisation stands', async () => {
    expect((await olga.ask('/v1/board')).status).toBe(403);
    expect((await aud.ask('/v1/board?quarter=2026-Q9')).status).toBe(400);
  });
});
