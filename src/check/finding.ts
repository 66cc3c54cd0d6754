import type { Evidence } from '../kernel/evidence.ts';
import type { Gravity } from '../kernel/gravity.ts';
import type { CitedNorm } from '../kernel/norms/norm.ts';
import type { Location } from '../kernel/source-text.ts';
import type { RiskPattern, Step } from '../kernel/vocabulary.ts';

/** What a check saw, why it harms and what to do instead. */
export interface Finding {
  readonly check: string;
  readonly advice: string;
  readonly step: Step;
  readonly risk: RiskPattern | null;
  readonly gravity: Gravity;
  readonly decidedBy: 'rule' | 'person';
  /** The approver of the use, where a person decides and the card names one. */
  readonly decider: string | null;
  readonly at: Location;
  /** The words or value seen, as they stand; masked by the report where they identify a person. */
  readonly quote: string | null;
  readonly what: string;
  readonly why: string;
  readonly instead: string;
  readonly norms: readonly CitedNorm[];
  readonly evidence: readonly [Evidence, ...Evidence[]];
  /** Id of the waiver in force, or `null`. */
  readonly waivedBy: string | null;
}

/** What could not be assessed, and whether that keeps the verdict from `allow`. */
export interface NotAssessed {
  readonly check: string;
  readonly missing: readonly string[];
  readonly required: boolean;
}

/** What running one check on one use came to. */
export interface Outcome {
  readonly check: string;
  readonly status: 'clear' | 'found' | 'not-assessed' | 'waived';
  readonly findings: readonly Finding[];
  readonly notAssessed: readonly NotAssessed[];
}
