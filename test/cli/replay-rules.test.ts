import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RulesReplayJson } from '../../src/report/rules/schema.ts';
import { emptyFolder, scruple } from './run-scruple.ts';

const EXAMPLE = new URL('../../examples/harbor', import.meta.url).pathname;
const FIRST = Date.parse('2026-11-02T08:00:00Z');
const AT = ['--at', '2026-11-20T09:00:00Z'];

/** Ten sends of each use, two of them complained of; one more that is owed. */
const logOf = (uses: readonly string[]): string =>
  uses
    .flatMap((use) => {
      const event = (type: string, index: number, more: object = {}) => ({
        id: `${use}-${type}-${index}`,
        type,
        use,
        at: new Date(FIRST + 60_000 * index).toISOString(),
        subject: `k${index}`,
        ...more,
      });
      return [
        ...Array.from({ length: 10 }, (_, index) => event('send', index)),
        event('send', 10, { class: 'essential' }),
        event('complaint', 30),
        event('complaint', 31),
      ];
    })
    .map((event) => `${JSON.stringify(event)}\n`)
    .join('');

let cwd: string;
beforeEach(async () => {
  cwd = await emptyFolder();
  await cp(EXAMPLE, join(cwd, 'harbor'), { recursive: true });
  await writeFile(join(cwd, 'events.jsonl'), logOf(['member-landing-repaired', 'churn-model', 'gone']));
});
const replay = async (...more: string[]) => {
  const ran = await scruple(
    ['replay', 'events.jsonl', '--rules', 'harbor', '--format', 'json', ...AT, ...more],
    { cwd },
  );
  return { status: ran.status, report: JSON.parse(ran.stdout) as RulesReplayJson };
};

describe('replay --rules', () => {
  it('says what the rules of now would have stopped, with what followed', async () => {
    const { status, report } = await replay();
    const [churn, gone, member] = report.uses;
    expect(churn).toMatchObject({
      use: 'churn-model',
      verdict: 'block',
      sends: 10,
      owed: 1,
      followed: { complaint: 2 },
    });
    expect(churn?.stoppedBy.length).toBeGreaterThan(0);
    expect(member).toMatchObject({ use: 'member-landing-repaired', judgedAt: '2026-11-02T08:00:00.000Z' });
    expect(member?.verdict).not.toBe('block');
    expect(report.totals.stopped).toEqual({ sends: 10, followed: { complaint: 2 } });
    // Without a card nobody can tell, and that is never a pass.
    expect(gone).toMatchObject({ use: 'gone', verdict: null, judgedAt: null });
    expect(report.totals.unknown.sends).toBe(10);
    expect(report.problems.map(({ code }) => code)).toEqual(['card.unknown-use']);
    expect(status).toBe(2);
  });

  it('tries a new boundary before it binds', async () => {
    await writeFile(join(cwd, 'events.jsonl'), logOf(['member-landing-repaired']));
    expect((await replay()).report.totals.stopped.sends).toBe(0);
    await writeFile(
      join(cwd, 'harbor/boundaries/tried.cedar'),
      '@id("no-landing-pages")\n@because("Tried on history.")\n@instead("Write a mail.")\nforbid(principal, action, resource);\n',
    );
    const { status, report } = await replay('--fail-on', 'block');
    expect(report.rules).toContainEqual({
      check: 'use-prohibited',
      boundary: 'no-landing-pages',
      uses: ['member-landing-repaired'],
      sends: 10,
      followed: { complaint: 2 },
    });
    expect(status).toBe(1);
  });

  it('answers the same twice, whatever the order of the log', async () => {
    const first = await replay();
    const turned = logOf(['gone', 'churn-model', 'member-landing-repaired']).trimEnd().split('\n').reverse();
    await writeFile(join(cwd, 'events.jsonl'), `${[...turned, ...turned].join('\n')}\n`);
    expect(await replay()).toEqual(first);
  });

  it('says it in words', async () => {
    const ran = await scruple(['replay', 'events.jsonl', '--rules', 'harbor', ...AT], { cwd });
    expect(ran.stdout).toContain('would have been stopped; 2 complaints (20 %)');
    expect(ran.stdout).toContain('have no card: nobody can tell');
  });
});
