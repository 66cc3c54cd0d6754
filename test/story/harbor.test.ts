import { describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../src/app/check-workspace.ts';
import type { RiskPattern } from '../../src/kernel/vocabulary.ts';

const HARBOR = new URL('../../examples/harbor', import.meta.url).pathname;
const checked = await checkWorkspace(HARBOR, {
  at: null,
  only: [],
  since: null,
  noFacts: false,
  allowHosts: [],
  allowPaths: [],
});
if (!checked.ok) throw new Error(checked.problem.message);
const report = checked.value;
const useOf = (id: string) => report.uses.find(({ use }) => use === id)!;

/** Every cell of the risk table: the pattern, the place where it appears, the bad use, and checks that must see it. */
const CELLS: ReadonlyArray<readonly [RiskPattern, string, string, readonly string[]]> = [
  [
    'manipulative-personalization',
    'e-mail',
    'winback-spring',
    ['msg-urgency-true', 'msg-scarcity-true', 'msg-prior-price', 'msg-plain-wording', 'msg-fear-shame'],
  ],
  ['manipulative-personalization', 'ad', 'trail-ad', ['msg-plain-wording']],
  [
    'manipulative-personalization',
    'landing page',
    'member-landing',
    ['msg-confirmshame', 'msg-symmetry', 'msg-fear-shame'],
  ],
  ['manipulative-personalization', 'product prompt', 'push-prompt', ['msg-confirmshame', 'msg-symmetry']],
  ['vulnerability-targeting', 'audience', 'night-shoppers', ['seg-vuln-exploit']],
  ['vulnerability-targeting', 'offer', 'pay-later-offer', ['seg-findistress', 'seg-vuln-exploit']],
  ['vulnerability-targeting', 'sales outreach', 'sales-outreach', ['seg-lifeevent', 'seg-vuln-exploit']],
  ['discriminatory-exclusion', 'lead scoring', 'lead-score', ['bias-rate-ratio', 'seg-proxy']],
  [
    'discriminatory-exclusion',
    'suppression list',
    'quiet-list',
    ['sup-low-value', 'sup-reason-expiry', 'seg-proxy'],
  ],
  ['discriminatory-exclusion', 'eligibility rule', 'instalments', ['seg-hec', 'seg-proxy']],
  ['opaque-automation', 'model', 'churn-model', ['auto-class', 'auto-explained', 'auto-stop']],
  ['opaque-automation', 'next best action', 'next-offer', ['auto-explained', 'auto-stop', 'auto-log']],
  ['opaque-automation', 'chatbot', 'shop-assistant', ['auto-class', 'auto-explained', 'auto-stop']],
  ['data-overreach', 'enrichment', 'append-phones', ['src-append-contact', 'src-third-party-notice']],
  [
    'data-overreach',
    'third-party data',
    'mosaic-mailing',
    ['src-third-party-notice', 'src-expected', 'src-origin'],
  ],
  ['data-overreach', 'identity resolution', 'household-graph', ['src-idres-scope']],
];

describe('the example workspace', () => {
  it('has no problem in any file', () => expect(report.problems).toEqual([]));

  it('fixes its own clock and says so', () => {
    expect(report.exampleClock).toBe(true);
    expect(report.checkedAt.toISOString()).toBe('2026-11-20T09:00:00.000Z');
  });

  it('holds a bad and a repaired use for every cell, and nothing else', () => {
    expect(report.uses.map(({ use }) => use).sort()).toEqual(
      CELLS.flatMap(([, , use]) => [use, `${use}-repaired`]).sort(),
    );
  });

  it.each(CELLS)('%s in %s: %s is caught', (risk, _, id, checks) => {
    const use = useOf(id);
    expect(use.verdict).not.toBe('allow');
    expect(
      use.findings.filter((finding) => finding.risk === risk && finding.gravity !== 'advise'),
    ).not.toEqual([]);
    expect(use.findings.map(({ check }) => check)).toEqual(expect.arrayContaining([...checks]));
  });

  it.each(CELLS)('%s in %s: %s-repaired has no finding at review or above', (_, __, id) => {
    const use = useOf(`${id}-repaired`);
    const open = use.findings.filter(({ gravity, waivedBy }) => gravity !== 'advise' && waivedBy === null);
    expect(open.map(({ check, what }) => `${check}: ${what}`)).toEqual([]);
    expect(use.notAssessed.filter(({ required }) => required)).toEqual([]);
    expect(use.verdict).toBe('allow');
  });

  it('contradicts what the facts contradict, with the evidence', () => {
    const blocked = useOf('winback-spring')
      .findings.filter(({ gravity }) => gravity === 'block')
      .map(({ check }) => check);
    expect(new Set(blocked)).toEqual(new Set(['msg-urgency-true', 'msg-scarcity-true', 'msg-prior-price']));
  });

  it('gives every use a hash, and no two the same', () => {
    const hashes = report.uses.map(({ hash }) => hash);
    expect(hashes).not.toContain(null);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
