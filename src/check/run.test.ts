import { describe, expect, it } from 'vitest';
import { defineCheck } from './define.ts';
import { known, unknown } from './facts/index.ts';
import { runCheck, runChecks } from './run.ts';
import { cardFact, NOW, somewhere } from './testing/builders.ts';

const declared = (more: object = {}) =>
  defineCheck({
    id: 'use-test',
    step: 1,
    risk: null,
    title: 'A test may be run',
    appliesTo: ['campaign'],
    needs: ['card'],
    reads: ['owner'],
    gravity: 'block',
    decidedBy: 'rule',
    norms: ['eu-ai-act-5-1-b', 'ours-four-eyes'],
    advice: {
      seen: { what: 'Owner {owner} was seen.', why: 'Because.', instead: 'Mend {owner}.' },
      soft: { gravity: 'advise', what: 'Soft.', why: 'Because.', instead: 'Mend.' },
    },
    run({ facts, report, cannotTell }) {
      const { owner, goal } = facts.card.card;
      const evidence = [{ type: 'field', at: somewhere(), pointer: '/owner', value: owner }] as const;
      if (owner !== undefined) report({ advice: 'seen', with: { owner }, evidence });
      if (goal === 'soft') report({ advice: 'soft', evidence });
      if (goal === 'unclear') cannotTell('the goal', { required: false });
      if (goal === 'unread') cannotTell('the goal');
    },
    ...more,
  });
const judge = (card: object, check = declared(), jurisdictions = ['eu']) =>
  runCheck(check, { kind: 'campaign', facts: { card: known(cardFact(card)) }, jurisdictions, now: NOW });

describe('runCheck', () => {
  it('fills the holes of what is said', () => {
    expect(judge({ owner: 'a@b.example' })?.findings[0]).toMatchObject({
      what: 'Owner a@b.example was seen.',
      instead: 'Mend a@b.example.',
      gravity: 'block',
    });
  });

  it('cites law only where it is in scope', () => {
    const norms = (jurisdictions: string[]) =>
      judge({ owner: 'a' }, declared(), jurisdictions)?.findings[0]?.norms;
    expect(norms(['eu'])).toEqual([
      { id: 'eu-ai-act-5-1-b', scope: 'law' },
      { id: 'ours-four-eyes', scope: 'policy' },
    ]);
    expect(norms(['us-ca'])?.[0]).toEqual({ id: 'eu-ai-act-5-1-b', scope: 'policy' });
  });

  it('reports the first findings of each gravity, says how many more there are, and hides no grave one', () => {
    const judged = judge(
      { owner: 'a' },
      declared({
        run({ report }: { report(finding: object): void }) {
          const evidence = [{ type: 'field', at: somewhere(), pointer: '/owner', value: 'a' }];
          for (let index = 0; index < 1_200; index++) report({ advice: 'soft', evidence });
          report({ advice: 'seen', with: { owner: 'a' }, evidence });
        },
      }),
    );
    expect(judged?.findings.filter(({ gravity }) => gravity === 'advise')).toHaveLength(500);
    expect(judged?.findings.filter(({ gravity }) => gravity === 'block')).toHaveLength(1);
    expect(judged?.notAssessed).toEqual([
      { check: 'use-test', missing: ['700 more findings behind the first'], required: true },
    ]);
  });

  it('lets advice weigh less than its check', () =>
    expect(judge({ goal: 'soft' })?.findings[0]?.gravity).toBe('advise'));

  it('never weighs more than advise in trial', () =>
    expect(judge({ owner: 'a' }, declared({ stage: 'trial' }))?.findings[0]?.gravity).toBe('advise'));

  it('tells the four outcomes apart', () => {
    expect(judge({})?.status).toBe('clear');
    expect(judge({ owner: 'a' })?.status).toBe('found');
    expect(judge({ goal: 'unread' })).toMatchObject({
      status: 'not-assessed',
      notAssessed: [{ missing: ['the goal'], required: true }],
    });
    expect(judge({ goal: 'unclear' })?.notAssessed[0]?.required).toBe(false);
  });

  it('does not run for another kind, nor when retired', () => {
    const facts = { card: known(cardFact()) };
    expect(runCheck(declared(), { kind: 'score', facts, jurisdictions: ['eu'], now: NOW })).toBeNull();
    expect(judge({}, declared({ stage: 'retired' }))).toBeNull();
  });

  it('is not assessed, and not clear, where a fact is unknown or nobody provides it', () => {
    const without = (facts: object) =>
      runCheck(declared(), { kind: 'campaign', facts, jurisdictions: ['eu'], now: NOW });
    expect(without({})).toMatchObject({
      status: 'not-assessed',
      notAssessed: [{ missing: ['card'], required: true }],
    });
    expect(without({ card: unknown('no file') })?.notAssessed[0]?.missing).toEqual(['card: no file']);
  });

  it('gives the same answer in any order of checks', () => {
    const checks = [declared({ id: 'b' }), declared({ id: 'a' }), declared({ id: 'c' })];
    const input = {
      kind: 'campaign' as const,
      facts: { card: known(cardFact({ owner: 'a' })) },
      jurisdictions: ['eu'],
      now: NOW,
    };
    expect(runChecks(checks, input)).toEqual(runChecks([...checks].reverse(), input));
    expect(runChecks(checks, input).map(({ check }) => check)).toEqual(['a', 'b', 'c']);
  });
});
