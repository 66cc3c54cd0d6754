import { createHash } from 'node:crypto';
import type { IdentifierKind } from '../../playbook/6-control/ledger/subject-key.ts';

const BLOCK = 64;

/**
 * What the two hashes of HMAC-SHA-256 begin with, so that an engine of queries makes pseudonyms by SHA-256 alone and the
 * secret itself is never part of a query: the inner one with the kind of the identifier, as `subjectKeyOf` has it.
 */
export function hashBeginnings(
  secret: string,
  kind: IdentifierKind,
): { readonly inner: Uint8Array; readonly outer: Uint8Array } {
  const bytes = Buffer.from(secret, 'utf8');
  const key = Buffer.alloc(BLOCK);
  (bytes.length > BLOCK ? createHash('sha256').update(bytes).digest() : bytes).copy(key);
  return {
    inner: Buffer.concat([key.map((byte) => byte ^ 0x36), Buffer.from(`${kind}\u0000`)]),
    outer: key.map((byte) => byte ^ 0x5c),
  };
}
