import { clearanceId } from '../signatures/revocations.ts';
import {
  hash,
  listOf,
  matching,
  nullable,
  object,
  oneOf,
  type Shape,
  type Shaped,
  share,
  text,
  time,
  whole,
} from '../signatures/shape.ts';
import type { Signed } from '../signatures/signed-document.ts';
import { condition } from './condition.ts';
import { PARTS } from './content-parts.ts';

const name = matching<string>(/^[^\p{Cc}\s][^\p{Cc}]{0,199}$/u);
const person = matching<`person:${string}`>(/^person:[A-Za-z0-9_-]{1,64}$/);
const checkId = matching<string>(/^[a-z][a-z0-9-]{0,63}$/);

/** What may differ from message to message without a new review. Everything outside it is void. */
export const envelope = object({
  /** The texts, each by the hash of its template. */
  variants: listOf(object({ name, messageHash: hash }), 1_000),
  /** Places that are filled for each person, and from where: a field, a product feed, a recommendation, a generator. */
  slots: listOf(
    object({
      name,
      source: object({ type: oneOf('field', 'feed', 'recommendation', 'generated'), ref: name }),
    }),
    1_000,
  ),
  /** Named facts whose claims may be made. */
  claims: listOf(name, 1_000),
  /** Checks that must be run on each rendered message, and find nothing. */
  silent: listOf(checkId, 200),
});
export type Envelope = Shaped<typeof envelope>;

const parts = object(
  Object.fromEntries(PARTS.map((part) => [part, hash])) as Record<(typeof PARTS)[number], typeof hash>,
);

/** Why a message is owed, whatever a person chose about marketing. */
export const ESSENTIAL_REASONS = [
  'security',
  'safety',
  'service',
  'legal-notice',
  'contract-notice',
  'rights-confirmation',
] as const;
export type EssentialReason = (typeof ESSENTIAL_REASONS)[number];

export const clearancePayload = object({
  schema: oneOf('scruple.clearance/1'),
  id: clearanceId,
  use: matching<string>(/^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/),
  class: oneOf('marketing', 'essential'),
  essential: nullable(oneOf(...ESSENTIAL_REASONS)),
  contentHash: hash,
  parts,
  /** Hashes of the findings that the reviewers saw: anything else is new. */
  found: listOf(hash, 10_000),
  envelope,
  conditions: listOf(condition, 200),
  owner: person,
  reviewers: listOf(
    object({
      key: person,
      role: oneOf('reviewer', 'customer-advocate'),
      standing: oneOf('inside', 'outside', 'unknown'),
      decidedAt: time,
    }),
    20,
  ),
  approversNeeded: whole,
  stopOwner: person,
  review: object({ id: text, hash }),
  issuedAt: time,
  expiresAt: time,
  /** The clearance of the last full review (itself, at first), and the small changes confirmed since. */
  lineage: object({ full: clearanceId, smallChanges: whole, changedShare: share }),
});

/** What reviewers approved, as it is signed. */
export type ClearancePayload = Shaped<typeof clearancePayload>;
export type Clearance = Signed<ClearancePayload>;
export const isClearancePayload: Shape<ClearancePayload> = clearancePayload;
