import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** A content hash as it stands in reports, clearances and logs. */
export type ContentHash = `sha256:${string}`;

/** Text as it is hashed: NFC, line breaks as LF, no byte order mark. */
export const canonicalText = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');

/** The canonical JSON (RFC 8785) of a value: what is hashed and what is signed. `undefined` members do not exist. */
export function canonicalJson(value: unknown): string {
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new TypeError('a value without JSON form cannot be hashed');
  return canonical;
}

/**
 * SHA-256 over the canonical JSON (RFC 8785) of a value. Key order does not matter, `undefined` members do not exist.
 * Strings inside the value are hashed as they are: bring file text to `canonicalText` first.
 */
export const contentHash = (value: unknown): ContentHash =>
  `sha256:${createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex')}`;
