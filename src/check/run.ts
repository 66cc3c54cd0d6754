import type { Evidence } from '../kernel/evidence.ts';
import { GRAVITIES, type Gravity } from '../kernel/gravity.ts';
import { norm } from '../kernel/norms/index.ts';
import { citeNorm } from '../kernel/norms/norm.ts';
import type { Jurisdiction, UseKind } from '../kernel/vocabulary.ts';
import { type Advice, appliesTo, type Check, isRequiredFor } from './define.ts';
import type { FactName, FactStates, Facts } from './facts/index.ts';
import type { Finding, NotAssessed, Outcome } from './finding.ts';

export interface RunInput {
  readonly kind: UseKind;
  readonly facts: FactStates;
  /** Jurisdictions of the use: they decide which norms are law in scope. */
  readonly jurisdictions: readonly Jurisdiction[];
  readonly now: Date;
}

/** Runs one check on one use. A check that does not apply to the kind, or is retired, gives `null`. */
export function runCheck(check: Check, input: RunInput): Outcome | null {
  if (check.stage === 'retired' || !appliesTo(check, input.kind)) return null;
  const required = isRequiredFor(check, input.kind);
  const lacking = check.needs.flatMap((name) => lackOf(name, input.facts));
  if (lacking.length > 0) return outcome(check.id, [], [{ check: check.id, missing: lacking, required }]);

  const findings: Finding[] = [];
  const notAssessed: NotAssessed[] = [];
  const counts = new Map<Gravity, number>();
  let further = 0;
  check.run({
    kind: input.kind,
    facts: knownFacts(check.needs, input.facts),
    options: check.options,
    now: input.now,
    report: (seen) => {
      const gravity = gravityOf(check, seen.advice);
      const count = (counts.get(gravity) ?? 0) + 1;
      counts.set(gravity, count);
      if (count <= MOST_FINDINGS) findings.push(toFinding(check, seen, input));
      else further += 1;
    },
    cannotTell: (missing, options) =>
      notAssessed.push({ check: check.id, missing: [missing], required: options?.required ?? required }),
  });
  if (further > 0)
    notAssessed.push({
      check: check.id,
      missing: [`${further} more findings behind the first`],
      required: true,
    });
  return outcome(check.id, findings, mergeNotAssessed(notAssessed));
}

/**
 * So many findings of one gravity a check reports for a use: nobody reads more, and hostile input has a hundred thousand.
 * Counted for each gravity, so that mild ones never hide a grave one; how many there are more is said.
 */
const MOST_FINDINGS = 500;

/** Runs every check that applies, sorted so that the answer does not depend on the order of the list. */
export function runChecks(checks: readonly Check[], input: RunInput): readonly Outcome[] {
  return checks
    .map((check) => runCheck(check, input))
    .filter((result) => result !== null)
    .sort((a, b) => (a.check < b.check ? -1 : a.check > b.check ? 1 : 0));
}

/** The status of an outcome follows from what it holds: found before not-assessed before waived before clear. */
export function outcome(
  check: string,
  findings: readonly Finding[],
  notAssessed: readonly NotAssessed[],
): Outcome {
  const open = findings.some((finding) => finding.waivedBy === null);
  const status = open
    ? 'found'
    : notAssessed.length > 0
      ? 'not-assessed'
      : findings.length > 0
        ? 'waived'
        : 'clear';
  return { check, status, findings, notAssessed };
}

function lackOf(name: FactName, facts: FactStates): string[] {
  const state = facts[name];
  if (state === undefined) return [name];
  return state.known ? [] : [`${name}: ${state.because}`];
}

function knownFacts(needs: readonly FactName[], states: FactStates): Facts {
  const facts: Partial<Record<FactName, unknown>> = {};
  for (const name of needs) {
    const state = states[name];
    if (state?.known) facts[name] = state.value;
  }
  return facts as Facts;
}

function toFinding(
  check: Check,
  seen: {
    readonly advice: string;
    readonly with?: Readonly<Record<string, string | number>>;
    readonly evidence: readonly [Evidence, ...Evidence[]];
  },
  input: RunInput,
): Finding {
  const advice = check.advice[seen.advice] as Advice;
  const fill = (text: string): string =>
    text.replace(/\{([^}]+)\}/g, (hole, name: string) => String(seen.with?.[name] ?? hole));
  const first = seen.evidence[0];
  return {
    check: check.id,
    advice: seen.advice,
    step: check.step,
    risk: check.risk,
    gravity: gravityOf(check, seen.advice),
    decidedBy: check.decidedBy,
    decider: check.decidedBy === 'person' ? approverOf(input.facts) : null,
    at: first.at,
    quote: quoteOf(first),
    what: fill(advice.what),
    why: fill(advice.why),
    instead: fill(advice.instead),
    norms: check.norms.map((id) => citeNorm(norm(id), input.jurisdictions, input.now)),
    evidence: seen.evidence,
    waivedBy: null,
  };
}

function approverOf({ card }: FactStates): string | null {
  return card?.known ? (card.value.card.approver ?? null) : null;
}

const gravityOf = (check: Check, advice: string): Gravity =>
  limitByStage((check.advice[advice] as Advice).gravity ?? check.gravity, check.stage);

const limitByStage = (gravity: Gravity, stage: Check['stage']): Gravity =>
  stage === 'trial' ? GRAVITIES[0] : gravity;

function quoteOf(evidence: Evidence): string | null {
  switch (evidence.type) {
    case 'text':
      return evidence.quote;
    case 'field':
      return evidence.value === undefined
        ? null
        : typeof evidence.value === 'string'
          ? evidence.value
          : JSON.stringify(evidence.value);
    case 'measure':
      return `${evidence.name} = ${evidence.value}`;
    case 'path':
      return evidence.hops.join(' → ');
  }
}

/** One entry for what is required and one for what is not, each with its reasons once, in order. */
function mergeNotAssessed(entries: readonly NotAssessed[]): NotAssessed[] {
  return [true, false].flatMap((required) => {
    const same = entries.filter((entry) => entry.required === required);
    const missing = [...new Set(same.flatMap((entry) => entry.missing))].sort();
    return same.length === 0 ? [] : [{ check: same[0]!.check, missing, required }];
  });
}
