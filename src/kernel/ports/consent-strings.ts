import type { Problem } from '../problem.ts';
import type { Result } from '../result.ts';

/** What a TC string of the IAB (TCF 2.x) says. Purposes and vendors by their numbers in the framework’s list. */
export interface TcfConsent {
  readonly version: number;
  readonly policyVersion: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly language: string;
  readonly purposesConsented: ReadonlySet<number>;
  /** Purposes for which a legitimate interest was shown and not objected to. */
  readonly purposesNotObjected: ReadonlySet<number>;
  readonly vendorsConsented: ReadonlySet<number>;
  /** Whom the person was told of; `null` where the string has no such part, as before TCF 2.3. */
  readonly vendorsDisclosed: ReadonlySet<number> | null;
}

/** What one section of a GPP string for the United States says. */
export interface UsSection {
  /** As `usnat`, `usca`. */
  readonly section: string;
  readonly version: number;
  /** 0 does not apply, 1 opted out, 2 did not opt out; `null` where the section has no such field. */
  readonly saleOptOut: number | null;
  readonly sharingOptOut: number | null;
  readonly targetedAdvertisingOptOut: number | null;
  /** By the place in the list of the section: 0 does not apply, 1 no consent, 2 consent. */
  readonly sensitiveData: readonly number[];
  readonly gpc: boolean;
}

export interface GppConsent {
  readonly sections: readonly string[];
  readonly tcf: TcfConsent | null;
  readonly us: readonly UsSection[];
}

/** Decodes the IAB’s strings of consent. What cannot be decoded is a problem and so no: `signal.undecodable`. */
export interface ConsentStrings {
  readTcf(text: string): Result<TcfConsent, Problem>;
  readGpp(text: string): Result<GppConsent, Problem>;
}
