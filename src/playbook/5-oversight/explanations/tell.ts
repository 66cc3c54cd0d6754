import type { Explanation, PrivateExplanation } from './explanation.ts';
import type { Reason, Strength } from './reasons.ts';

/** Who reads an explanation: somebody who works with the decision, or the person it is about. */
export type Audience = 'employee' | 'customer';

export interface ToldReason {
  /** `protected` where naming it would tell something sensitive. */
  readonly code: string;
  readonly says: string;
  /** Where it leads and how strongly, as `says` tells; `null` of a rule and of what is protected. */
  readonly direction: Reason['direction'] | null;
  readonly strength: Strength | null;
}

/** An explanation in sentences. */
export interface ToldExplanation {
  readonly basis: Explanation['basis'];
  readonly status: Explanation['status'];
  readonly headline: string;
  readonly reasons: readonly ToldReason[];
  /** What the decision does not know. */
  readonly notKnown: readonly string[];
  readonly sureness: Explanation['sureness'];
  readonly change: {
    readonly status: 'found' | 'none' | 'cannot-tell' | 'withheld' | 'over';
    readonly says: string;
    readonly changes: ReadonlyArray<{ readonly words: string; readonly from: number; readonly to: number }>;
  };
}

/** Nobody takes in more; a customer gets the principal ones. */
const MOST_REASONS: Readonly<Record<Audience, number>> = { employee: 6, customer: 4 };
const PROTECTED: ToldReason = {
  code: 'protected',
  says: 'Something that is protected is looked at for everybody, and is not shown here.',
  direction: null,
  strength: null,
};

const WITHHELD: ToldExplanation['sureness'] = {
  level: 'unknown',
  because: 'how close it was would tell something that is protected',
};

/**
 * Puts an explanation into sentences. What is protected is one line without direction or weight, the same for everybody
 * whom the score or rule decides on; and where there is anything protected, how close it was and the smallest change are
 * withheld, since they would tell how much the rest weighs. `hidden` is `null` once it was forgotten.
 */
export function tellExplanation(
  open: Explanation,
  hidden: PrivateExplanation | null,
  {
    whom,
    isUnmasked,
    outcome,
  }: { readonly whom: Audience; readonly isUnmasked: boolean; readonly outcome: string },
): ToldExplanation {
  const isMasked = open.isProtected && !isUnmasked;
  const shown = isUnmasked ? (hidden?.allReasons ?? open.reasons) : open.reasons;
  return {
    basis: open.basis,
    status: open.status,
    headline: headlineOf(open, shown, outcome, whom),
    reasons: [
      ...shown.slice(0, MOST_REASONS[whom]).map((reason) => told(reason, open.basis, whom)),
      ...(isMasked ? [PROTECTED] : []),
    ],
    notKnown: [
      ...[...open.missing, ...(isUnmasked ? (hidden?.protectedMissing ?? []) : [])].map(
        (words) => `${sentence(words)}: nothing was on record.`,
      ),
      ...notLookedAt(open, whom),
    ],
    sureness: isMasked && open.status === 'explained' ? WITHHELD : open.sureness,
    change: changeOf(open, hidden, isMasked, whom),
  };
}

function headlineOf(open: Explanation, shown: readonly Reason[], outcome: string, whom: Audience): string {
  const what = `The outcome is “${outcome.replaceAll(/[-.]/g, ' ')}”`;
  if (open.status === 'cannot-explain')
    return `${what}. It cannot be explained: ${open.because ?? 'nobody knows why'}.`;
  const [first] = shown;
  if (first === undefined)
    return `${what}. ${open.isProtected ? 'Why is protected.' : 'Nothing set it apart from what is usual.'}`;
  if (open.basis === 'rule') return `${what}, by the rule for ${first.words}.`;
  return whom === 'employee'
    ? `${what}, most of all because of ${first.words}.`
    : `${what}. What counted most: ${first.words}.`;
}

function told(
  { code, words, direction, strength }: Reason,
  basis: Explanation['basis'],
  whom: Audience,
): ToldReason {
  if (basis === 'rule') return { code, says: `A rule applies: ${words}.`, direction: null, strength: null };
  const verb =
    whom === 'employee'
      ? `${direction} the score`
      : direction === 'raises'
        ? 'counts for it'
        : 'counts against it';
  const how = strength === 'decides most' ? 'more than everything else together' : strength;
  return { code, says: `${sentence(words)} ${verb} ${how}.`, direction, strength };
}

function notLookedAt({ basis, lookedAt }: Explanation, whom: Audience): string[] {
  const what = basis === 'rule' ? 'rule' : 'score';
  if (lookedAt.length === 0) return [`What the ${what} looks at is not known here.`];
  const known =
    lookedAt.length > 8
      ? `${lookedAt.slice(0, 8).join(', ')} and ${lookedAt.length - 8} more`
      : lookedAt.join(', ');
  const rest =
    whom === 'employee'
      ? 'It knows nothing of what you know from talking to the person, nor of what changed since these were recorded.'
      : 'It knows nothing else about you, and nothing of what changed since these were recorded.';
  return [`The ${what} looks at ${known}. ${rest}`];
}

function changeOf(
  open: Explanation,
  hidden: PrivateExplanation | null,
  isMasked: boolean,
  whom: Audience,
): ToldExplanation['change'] {
  const none = (status: 'none' | 'cannot-tell' | 'withheld' | 'over', says: string) => ({
    status,
    says,
    changes: [],
  });
  if (open.status === 'cannot-explain')
    return none('cannot-tell', 'What cannot be explained shows no change.');
  if (isMasked)
    return none('withheld', 'What would change the outcome would tell something that is protected.');
  if (hidden === null) return none('over', 'The values it was decided by are no longer kept.');
  const { change } = hidden;
  if (change.status !== 'found') return none(change.status, `${sentence(change.because)}.`);
  const changes = change.changes.map(({ words, from, to }) => ({ words, from, to }));
  const steps = changes.map((one) => `${one.words} went from ${one.from} to ${one.to}`).join(' and ');
  return {
    status: 'found',
    says: `The outcome would be another if ${whom === 'customer' ? 'your ' : ''}${steps}.`,
    changes,
  };
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
