import type { SensitiveCategory } from '../../../kernel/categories.ts';
import { type DeclaredPurpose, isPurposeUnder, purposeLine } from '../../../kernel/taxonomy/purpose-line.ts';
import { isUnder, relation } from '../../../kernel/taxonomy/tree.ts';
import type { Basis, Origin } from '../../../kernel/vocabulary.ts';
import { natureStops, purposeStops, type Stop } from './barriers.ts';

export const SAFEGUARDS = ['pseudonymised', 'aggregated', 'opt-out-offered'] as const;
export type Safeguard = (typeof SAFEGUARDS)[number];

/** What besides the two purposes weighs in. */
export interface CompatibilityContext {
  /** Basis of the collection. */
  readonly basis: Basis | null;
  readonly origin: Origin | null;
  /** Sensitive categories of the data, declared or seen. */
  readonly categories: readonly SensitiveCategory[];
  /** Data category of the taxonomy. */
  readonly dataCategory: string | null;
  /** Whether the use decides about single people (a score, an eligibility rule), and with what weight. */
  readonly decision: 'none' | 'notable' | 'significant';
  /** Whether somebody can be left out, or pay more, because of it. */
  readonly excludes: boolean;
  /** Whether people were told of the new purpose, and whether there is evidence that they expect it. */
  readonly noticeMentions: boolean;
  readonly expected: boolean;
  readonly safeguards: readonly Safeguard[];
  readonly declared: readonly DeclaredPurpose[];
}

export type CompatibilityVerdict = 'compatible' | 'assess' | 'incompatible';
const VERDICTS: readonly CompatibilityVerdict[] = ['compatible', 'assess', 'incompatible'];

export interface Compatibility {
  readonly verdict: CompatibilityVerdict;
  readonly because: string;
  readonly factors: Factors;
  /** `link + context + nature + consequence - safeguards`, at least 0. */
  readonly risk: number;
}

/** The five factors of GDPR art. 6(4), each 0 to 3. The numbers are ours: a triage, not the assessment. */
export interface Factors {
  readonly link: number;
  readonly context: number;
  readonly nature: number;
  readonly consequence: number;
  readonly safeguards: number;
}

/** Up to here a reuse passes with a record; up to the other a person assesses it (ours). */
const PASSES_UP_TO = 3;
const ASSESSED_UP_TO = 7;

/**
 * Whether data collected for one purpose may serve another (categories.md §4): the same or a narrower purpose passes;
 * then barriers and consent stop; then the five factors are weighed. GDPR art. 6(4) does not reach data given by consent:
 * only a new consent does.
 */
export function compatibility(collected: string, next: string, context: CompatibilityContext): Compatibility {
  const factors = factorsOf(collected, next, context);
  const { link, nature, consequence, safeguards } = factors;
  const risk = Math.max(0, link + factors.context + nature + consequence - safeguards);
  if (isPurposeUnder(next, collected, context.declared)) {
    const because =
      next === collected ? 'it is the purpose of the collection' : `it is narrower than \`${collected}\``;
    return { verdict: 'compatible', because, factors, risk };
  }
  const consent: Stop[] =
    context.basis === 'consent'
      ? [
          {
            verdict: 'incompatible',
            because: `consent was given for \`${collected}\`, so people are asked again`,
          },
        ]
      : [];
  const decides = context.decision !== 'none';
  const stops = [
    ...purposeStops(collected, next, decides, context.declared),
    ...natureStops(context.categories),
    ...consent,
  ];
  const weighed: Stop | { verdict: 'compatible'; because: string } =
    risk <= PASSES_UP_TO
      ? { verdict: 'compatible', because: `the five factors come to ${risk}` }
      : {
          verdict: risk <= ASSESSED_UP_TO ? 'assess' : 'incompatible',
          because: `the five factors come to ${risk}`,
        };
  const strictest = [...stops, weighed].reduce((a, b) => (rank(b.verdict) > rank(a.verdict) ? b : a));
  return { verdict: strictest.verdict, because: strictest.because, factors, risk };
}

/** Of several purposes that data was collected for, the one that lets the new purpose through most easily. */
export function bestCompatibility(
  collectedFor: readonly string[],
  next: string,
  context: CompatibilityContext,
): (Compatibility & { readonly collected: string }) | null {
  const all = collectedFor.map((collected) => ({ collected, ...compatibility(collected, next, context) }));
  return all.length === 0
    ? null
    : all.reduce((a, b) =>
        rank(b.verdict) < rank(a.verdict) || (b.verdict === a.verdict && b.risk < a.risk) ? b : a,
      );
}

const rank = (verdict: CompatibilityVerdict): number => VERDICTS.indexOf(verdict);

function factorsOf(collected: string, next: string, context: CompatibilityContext): Factors {
  const told = context.expected ? 0 : context.noticeMentions ? 1 : 2;
  const fromElsewhere = context.origin === 'third-party' || context.origin === 'public';
  const weight = { none: 0, notable: 1, significant: 3 }[context.decision];
  return {
    link: linkOf(collected, next, context.declared),
    context: fromElsewhere && !context.expected ? 3 : told,
    nature: natureOf(context.dataCategory, context.categories),
    consequence: Math.min(3, weight + (context.excludes ? 1 : 0)),
    safeguards: new Set(context.safeguards).size,
  };
}

function linkOf(collected: string, next: string, declared: readonly DeclaredPurpose[]): number {
  if (isPurposeUnder(next, collected, declared)) return 0;
  const byTree = relation(next, collected);
  if (byTree === 'broader' || byTree === 'sibling') return 1;
  const shared = purposeLine(collected, declared).some((key) => purposeLine(next, declared).includes(key));
  return shared ? 2 : 3;
}

/** How much harm a kind of data can do by its nature (ours). The longest key that fits counts. */
const NATURE_WEIGHTS: ReadonlyArray<readonly [string, number]> = [
  ['system', 0],
  ['user', 1],
  ['user.financial', 2],
  ['user.payment', 2],
  ['user.location', 2],
  ['user.demographic', 2],
  ['user.social', 2],
  ['user.content.private', 3],
  ['user.childrens', 3],
];

function natureOf(dataCategory: string | null, categories: readonly SensitiveCategory[]): number {
  if (natureStops(categories).length > 0) return 3;
  const fitting = NATURE_WEIGHTS.filter(([key]) => dataCategory !== null && isUnder(dataCategory, key));
  const byKey = fitting.length === 0 ? 1 : fitting.at(-1)![1];
  return categories.length > 0 ? Math.max(2, byKey) : byKey;
}
