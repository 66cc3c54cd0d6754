import type { AccessDetail, RequestKind } from './request-kind.ts';

/**
 * How sure it must be who asks. `address` is control of an address or number that we know them by, shown just now; with
 * `address-and-second`, a second thing as well, since what is handed out or lost cannot be taken back.
 */
export const PROOFS_NEEDED = ['none', 'address', 'address-and-second'] as const;
export type ProofNeeded = (typeof PROOFS_NEEDED)[number];

/** What can show who asks; each counts for the one request that it was given to. */
export const PROOFS = ['address', 'second-identifier', 'person-checked'] as const;
export type Proof = (typeof PROOFS)[number];

/**
 * The proof that a request needs, in proportion to what goes wrong where somebody else asks. An objection needs none
 * (11 CCR § 7060(b), § 7221(f)): the worst that a stranger does with it is that somebody gets less mail.
 */
export function proofNeeded(kind: RequestKind, detail: AccessDetail | null): ProofNeeded {
  switch (kind) {
    case 'object':
    case 'opt-out-sale':
    case 'opt-out-profiling':
    case 'stop':
    case 'talk':
      return 'none';
    case 'correct':
    case 'restrict':
    case 'contest':
      return 'address';
    case 'access':
      return detail === 'categories' ? 'address' : 'address-and-second';
    case 'portability':
    case 'erase':
      return 'address-and-second';
  }
}

/** What is missing of it, in the order in which it is asked for; nothing where who asks has proven enough. */
export function proofMissing(
  needed: ProofNeeded,
  given: readonly Proof[],
): readonly ('address' | 'second')[] {
  const hasAddress = given.includes('address');
  const hasSecond = given.includes('second-identifier') || given.includes('person-checked');
  return [
    ...(needed !== 'none' && !hasAddress ? (['address'] as const) : []),
    ...(needed === 'address-and-second' && !hasSecond ? (['second'] as const) : []),
  ];
}

/** After so many second identifiers that were none of theirs, only a person can check. */
export const MOST_FAILED_PROOFS = 5;
