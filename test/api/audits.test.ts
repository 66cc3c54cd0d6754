import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditUses, MINIMUM_CELL, type UseAudits } from '../../src/app/remote/audit-uses.ts';
import { pushWorkspace } from '../../src/app/remote/push-workspace.ts';
import { definitionFiles } from '../../src/app/server/load-demo.ts';
import type { PushedFile } from '../../src/app/server/uses/judge-pushed.ts';
import { openWorkspace } from '../../src/app/workspace.ts';
import { scruple } from '../cli/run-scruple.ts';
import { ENGINES } from '../contract/store-engines.ts';
import { type Somebody, TestServer } from './harness.ts';

const AT = new Date('2026-11-20T09:00:00Z');
const USES = ['lead-score', 'quiet-list-repaired', 'night-shoppers'];
const made = async (folder: string, uses: readonly string[]): Promise<UseAudits> => {
  const workspace = await openWorkspace(folder);
  if (!workspace.ok) throw new Error(workspace.problem.message);
  return auditUses(workspace.value, uses, { at: AT, version: '0.0.0' });
};
const definitions = async (folder: string, uses: readonly string[]): Promise<readonly PushedFile[]> => {
  const read = await definitionFiles(folder);
  if (!read.ok) throw new Error(read.problem.message);
  return read.value.filter(({ path }) => !path.startsWith('uses/') || uses.includes(path.split('/')[1]!));
};

describe('what scruple push makes of decisions', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scruple-audits-'));
    await cp('examples/harbor', folder, { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const decisions = (use: string, lines: readonly string[]) =>
    writeFile(join(folder, `uses/${use}/decisions.csv`), `${lines.join('\n')}\n`);

  it('says what scruple audit says, of every file that a card names', async () => {
    const { audits, left } = await made('examples/harbor', USES);
    expect(left).toEqual([]);
    expect(audits.map(({ use, pointer }) => [use, pointer])).toEqual([
      ['lead-score', '/scores/0'],
      ['quiet-list-repaired', '/scores/0'],
    ]);
    const { stdout } = await scruple([
      'audit',
      'examples/harbor/uses/lead-score/decisions.csv',
      '--group',
      'sex,age_band',
      '--decision',
      'decision',
      '--format',
      'json',
    ]);
    const said = JSON.parse(stdout);
    const own = audits[0]!.report;
    expect([own.verdict, own.groups, own.comparisons]).toEqual([said.verdict, said.groups, said.comparisons]);
    expect(own.source).toMatchObject({ name: 'decisions.csv', dataHash: said.source.dataHash });
  });

  /** Four groups of 150 people and more; of women one in five is left out, by a rule. */
  const many = Array.from({ length: 900 }, (_, n) => {
    const isLeftOut = n % (n % 2 ? 5 : 7) === 0;
    return `${n % 2 ? 'f' : 'm'},${n % 3 ? '18-39' : '40-64'},${isLeftOut ? 0 : 1},${isLeftOut ? n % 2 : 0}`;
  });

  it('shows no group of fewer than ten people', async () => {
    const few = Array.from({ length: MINIMUM_CELL - 1 }, () => 'f,65+,1,0');
    await decisions('lead-score', ['sex,age_band,decision,opt_out', ...many, ...few]);
    const { audits } = await made(folder, ['lead-score']);
    const { groups, method } = audits[0]!.report;
    expect(method!.minimumCell).toBe(MINIMUM_CELL);
    const small = groups.find(({ by }) => by.age_band === '65+')!;
    expect([small.suppressed, small.n, small.selected]).toEqual([true, null, null]);
  });

  it('takes columns named as rules of the card for them, and tells no set of rules', async () => {
    const card = join(folder, 'uses/lead-score/use.yaml');
    await writeFile(
      card,
      `${await readFile(card, 'utf8')}rules: [{ name: opt-out, sql: opt.sql, type: opt-out }]\n`,
    );
    await decisions('lead-score', ['sex,age_band,decision,opt_out', ...many]);
    const { audits } = await made(folder, ['lead-score']);
    const { rules, asked } = audits[0]!.report;
    expect(asked.rules).toEqual(['opt_out']);
    const women = rules!.groups.find(({ by }) => by.sex === 'f')!;
    expect(women.rules[0]!.shapley).toBeGreaterThan(0.1);
    expect(rules!.patterns).toEqual([]);
  });

  it('says why there is none', async () => {
    await decisions('quiet-list-repaired', ['customer_id,decision', '1,1']);
    const { audits, left } = await made(folder, ['quiet-list-repaired']);
    expect(audits).toEqual([]);
    expect(left).toMatchObject([{ use: 'quiet-list-repaired', pointer: '/scores/0' }]);
    expect(left[0]!.because).toContain('sex');
  });

  it('goes through the vault, which logs it and hides what it hides', async () => {
    const people = Array.from(
      { length: 400 },
      (_, n) => [n, n % 2 ? 'f' : 'm', n % 7 ? '18-39' : '65+'] as const,
    );
    await decisions('churn-model-repaired', [
      'customer_id,decision',
      ...people.map(([n]) => `${n},${n % 4 === 0 ? 1 : 0}`),
    ]);
    await writeFile(
      join(folder, 'vault.csv'),
      `customer_id,sex,age_band\n${people.map((one) => one.join(',')).join('\n')}\n`,
    );
    const record = (name: string) =>
      `  ${name}: { ground: "survey, with consent", source: survey, date: 2026-01-01, retention: P1Y }`;
    await writeFile(
      join(folder, 'vault.csv.yaml'),
      `key: customer_id\nattributes:\n${record('sex')}\n${record('age_band')}\n`,
    );
    const settings = join(folder, 'scruple.yaml');
    await writeFile(
      settings,
      (await readFile(settings, 'utf8')).replace(
        'groups: [sex, age_band]',
        'groups: [sex, age_band], vault: vault.csv',
      ),
    );
    const { audits, left } = await made(folder, ['churn-model-repaired']);
    expect(left).toEqual([]);
    expect(audits[0]!.report.vault).toMatchObject({
      purpose: 'scruple push of the use churn-model-repaired',
      minimumCell: 10,
    });
    const log = await readFile(join(folder, 'vault.csv.log.jsonl'), 'utf8');
    expect(log).toContain('scruple push of the use churn-model-repaired');
  });
});

describe.each(ENGINES)('audits on $name', (engine) => {
  let server: TestServer;
  let sent: UseAudits['audits'];
  let files: readonly PushedFile[];
  const who: Record<string, Somebody & { key: string }> = {};
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    const ada = await server.administrator();
    for (const [name, roles] of Object.entries({
      Lifecycle: ['operator'],
      Otto: ['operator'],
      Rita: ['reviewer'],
      Anna: ['analyst'],
      Aud: ['auditor'],
    }))
      who[name] = await server.person(ada, name, roles);
    const { version, ...kept } = (await ada.ask('/v1/settings/reviews')).body;
    await ada.ask('/v1/settings/reviews', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...kept, blindShare: 1, hiddenShare: 0 },
    });
    sent = (await made('examples/harbor', USES)).audits;
    files = await definitions('examples/harbor', USES);
    expect((await push({ audits: sent })).status).toBe(201);
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  const push = (more: object) =>
    who.Lifecycle!.ask('/v1/pushes', {
      method: 'POST',
      body: { workspace: 'harbor', files, through: 'ci', ...more },
    });
  const latest = async (use: string) =>
    (await who.Lifecycle!.ask(`/v1/uses/${use}`)).body.latestVersion as string;
  const of = async (name: string, use: string) =>
    who[name]!.ask(`/v1/uses/${use}/versions/${await latest(use)}/audits`);

  it('stand beside the version with who sent them, and with the figures as sent', async () => {
    const { status, body } = await of('Anna', 'lead-score');
    expect([status, body.items.length]).toEqual([200, 1]);
    const [audit] = body.items;
    const { report } = sent[0]!;
    expect(audit).toMatchObject({
      use: 'lead-score',
      version: 1,
      pointer: '/scores/0',
      name: 'lead',
      source: 'decisions.csv',
      verdict: report.verdict,
      because: report.because,
      countsHash: report.source.countsHash,
      auditedAt: AT.toISOString(),
      sentBy: who.Lifecycle!.key,
      sentThrough: 'ci',
    });
    expect(audit.figures.groups.map(({ rate }: { rate: number }) => rate)).toEqual(
      report.groups.map(({ selectionRate }) => selectionRate),
    );
    expect(audit.figures.comparisons.some((one: { callsForReview: boolean }) => one.callsForReview)).toBe(
      true,
    );
  });

  it('are listed by use and verdict, a page at a time, in the order asked for', async () => {
    const list = async (query: string) => (await who.Aud!.ask(`/v1/audits?${query}`)).body;
    const uses = ({ items }: { items: Array<{ use: string }> }) => items.map(({ use }) => use);
    expect(uses(await list('sort=use&direction=asc'))).toEqual(['lead-score', 'quiet-list-repaired']);
    expect(uses(await list('sort=verdict&direction=desc'))[0]).toBe('lead-score');
    expect(uses(await list('verdict=review'))).toEqual(['lead-score']);
    expect(uses(await list('use=quiet-list-repaired'))).toEqual(['quiet-list-repaired']);
    expect(uses(await list('query=LEAD'))).toEqual(['lead-score']);
    const first = await list('sort=use&direction=asc&limit=1');
    expect(uses(first)).toEqual(['lead-score']);
    expect(uses(await list(`sort=use&direction=asc&limit=1&after=${first.next}`))).toEqual([
      'quiet-list-repaired',
    ]);
  });

  it('are for who may see aggregates, and for who works on the use', async () => {
    const seen = async (name: string) => [
      (await of(name, 'lead-score')).status,
      (await who[name]!.ask('/v1/audits')).body.items.length,
    ];
    expect(await seen('Lifecycle')).toEqual([200, 2]);
    expect(await seen('Otto')).toEqual([404, 0]);
    expect(await seen('Rita')).toEqual([200, 2]);
  });

  it('are kept once for the same counts, and replaced where the counts are others', async () => {
    expect(
      (await push({ audits: sent })).body.uses.map(({ isNew }: { isNew: boolean }) => isNew),
    ).not.toContain(true);
    const [{ id }] = (await of('Anna', 'lead-score')).body.items;
    const other = structuredClone(sent[0]!);
    other.report.source.countsHash = `sha256:${'0'.repeat(64)}`;
    expect((await push({ audits: [other] })).status).toBe(201);
    const { items } = (await of('Anna', 'lead-score')).body;
    expect(items.length).toBe(1);
    expect(items[0].id).not.toBe(id);
    expect(items[0].countsHash).toBe(other.report.source.countsHash);
  });

  it('are refused where they are no audits of what is pushed', async () => {
    const [one] = sent;
    const changed = (change: (audit: typeof one & object) => void) => {
      const audit = structuredClone(one!);
      change(audit);
      return push({ audits: [audit] });
    };
    const refused: Array<[string, Promise<{ status: number }>]> = [
      ['another use', push({ audits: [{ ...one, use: 'somebody-else' }] })],
      ['no score there', push({ audits: [{ ...one, pointer: '/scores/7' }] })],
      ['no decisions', push({ audits: [{ ...one, use: 'night-shoppers' }] })],
      ['another form', push({ audits: [{ ...one, report: { ...one!.report, verdict: 'fine' } }] })],
      ['rows', push({ audits: [{ ...one, rows: [{ customer: 1 }] }] })],
      ['too long', changed(({ report }) => report.notes.push('x'.repeat(256 * 1024)))],
      [
        'people in a group',
        changed(({ report }) => Object.assign(report.groups[0]!, { by: { sex: { id: 'C-17' } } })),
      ],
      [
        'sets of rules',
        changed(({ report }) =>
          Object.assign(report, {
            rules: { groups: [], alternatives: [], patterns: [{ rules: ['a'], groups: [] }] },
          }),
        ),
      ],
    ];
    for (const [name, answer] of refused) {
      const { status } = await answer;
      expect([name, status >= 400 && status < 500]).toEqual([name, true]);
    }
  });

  it('come with what scruple push sends', async () => {
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = server.app.server.address() as AddressInfo;
    const made = await who.Lifecycle!.ask('/v1/me/keys', {
      method: 'POST',
      body: { name: 'push', roles: ['operator'], days: 1 },
    });
    const pushed = await pushWorkspace(
      'examples/harbor',
      { url: `http://127.0.0.1:${port}`, token: made.body.secret },
      {
        at: AT,
        only: ['churn-model-repaired'],
        noFacts: true,
        allowHosts: [],
        allowPaths: [],
        revision: null,
        through: 'cli',
        version: '0.0.0',
      },
    );
    if (!pushed.ok) throw new Error(pushed.problem.message);
    const [sentNow] = pushed.value.audits.audits;
    const { items } = (await of('Anna', 'churn-model-repaired')).body;
    expect(items).toMatchObject([
      { name: 'churn', sentThrough: 'cli', countsHash: sentNow!.report.source.countsHash },
    ]);
  });

  it('tell who has yet to judge the figures, and not what they come to', async () => {
    const asked = await who.Lifecycle!.ask('/v1/uses/lead-score/reviews', { method: 'POST' });
    expect(asked.status).toBe(201);
    const { body } = await of('Rita', 'lead-score');
    expect([body.items[0].verdict, body.items[0].because]).toEqual([null, null]);
    expect(body.items[0].figures.groups[0].rate).toBeTypeOf('number');
    expect(JSON.stringify(body)).not.toMatch(/"callsForReview":(?:true|false)|"review"/);
    const list = async (query: string) => (await who.Rita!.ask(`/v1/audits?${query}`)).body.items;
    expect(await list('verdict=review')).toEqual([]);
    expect((await list('sort=verdict&direction=asc'))[0]).toMatchObject({ use: 'lead-score', verdict: null });
    await who.Rita!.ask(`/v1/reviews/${asked.body.id}/steps`, { method: 'POST', body: { step: 'join' } });
    expect((await of('Anna', 'lead-score')).body.items[0].verdict).toBe('review');
  });
});
