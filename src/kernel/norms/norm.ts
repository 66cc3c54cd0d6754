import { coversJurisdiction } from '../jurisdiction.ts';
import type { Jurisdiction } from '../vocabulary.ts';

/**
 * A rule of law, of a standard or of our own policy that a check may cite.
 * Only a norm with a verified source, in force at the time of the check and in a jurisdiction of the use, shows as law.
 */
export interface Norm {
  readonly id: string;
  /** Short name as people cite it, for example `AI Act art. 5(1)(b)`. */
  readonly title: string;
  /** What it says, in our words, in one sentence. */
  readonly says: string;
  readonly kind: 'law' | 'standard' | 'policy';
  readonly jurisdictions: readonly Jurisdiction[];
  /** ISO date from which it applies, or `null` where that is not known. */
  readonly appliesFrom: string | null;
  readonly status: 'in-force' | 'adopted' | 'proposed' | 'repealed' | 'vacated';
  readonly source: string;
  /** ISO date when the source was read, or `null` when it was noted from memory; such a norm never shows as law. */
  readonly verifiedOn: string | null;
  /** Whom it binds, where that is narrower than any sender: `platforms`, `insurers`, `lenders` … */
  readonly binds: string | null;
}

/** A norm as a finding cites it. */
export interface CitedNorm {
  readonly id: string;
  readonly scope: 'law' | 'policy';
}

/**
 * Whether a norm is law in scope of a use or our policy: law needs a verified source, force at `now`, a jurisdiction of
 * the use (a federal norm covers its states) and no narrower circle of people bound.
 */
export function citeNorm(norm: Norm, useJurisdictions: readonly Jurisdiction[], now: Date): CitedNorm {
  const inForce =
    norm.status === 'in-force' && norm.appliesFrom !== null && new Date(norm.appliesFrom) <= now;
  const inScope = useJurisdictions.some((use) =>
    norm.jurisdictions.some((own) => coversJurisdiction(own, use)),
  );
  const isLaw = norm.kind === 'law' && norm.verifiedOn !== null && norm.binds === null && inForce && inScope;
  return { id: norm.id, scope: isLaw ? 'law' : 'policy' };
}
