import { isSignedBy } from '../signatures/public-key.ts';
import { signedBytes, verifySigned } from '../signatures/signed-document.ts';
import type { TrustRoots } from '../signatures/trust-roots.ts';
import type { ShownEntry } from './entry.ts';
import type { SignedHead } from './head.ts';
import type { Damage } from './verify-chain.ts';

interface Held {
  /** Hash by sequence, as trusted heads say. */
  readonly standing: ReadonlyMap<number, string>;
  readonly anchoredThrough: number | null;
  readonly damages: readonly Damage[];
  readonly disregarded: readonly string[];
}

/** Holds the heads against the entries. A head that a trusted key signed is believed before any entry. */
export function headsHeld(
  entries: readonly ShownEntry[],
  heads: readonly SignedHead[],
  roots: TrustRoots | null,
  log: string,
): Held {
  const byTheirNumber = new Map(entries.map((entry) => [entry.sequence, entry]));
  const first = entries[0]?.sequence ?? 1;
  const last = entries.reduce((most, { sequence }) => Math.max(most, sequence), 0);
  const standing = new Map<number, string>();
  const damages: Damage[] = [];
  const disregarded: string[] = [];
  let anchoredThrough: number | null = null;

  for (const head of heads) {
    const { sequence, hash, at } = head.payload;
    const damage = (type: Damage['type'], says: string): void => {
      damages.push({ type, sequence, says });
    };
    if (head.payload.log !== log) {
      damage('head', `the head at entry ${sequence} is of another log, \`${head.payload.log}\``);
      continue;
    }
    if (roots !== null) {
      const signed = verifySigned(head, roots, 'evidence', at);
      if (!signed.ok && isOfItsKey(signed.problem.code) && fitsItsKey(head, roots)) {
        disregarded.push(`the head at entry ${sequence} counts for nothing: ${signed.problem.message}`);
        continue;
      }
      if (!signed.ok) {
        damage('head', `the head at entry ${sequence} is not to be trusted: ${signed.problem.message}`);
        continue;
      }
      const other = standing.get(sequence);
      if (other !== undefined && other !== hash)
        damage('rewritten', `two heads say different things of entry ${sequence}: there are two histories`);
      standing.set(sequence, hash);
    }
    const entry = byTheirNumber.get(sequence);
    if (sequence > last)
      damage(
        'truncated',
        `the log ends at entry ${last}, and a head from ${at} stands for entry ${sequence}`,
      );
    else if (entry !== undefined && entry.hash !== hash)
      damage('rewritten', `entry ${sequence} is not the one that a head from ${at} stands for`);
    else if (entry !== undefined && roots !== null)
      anchoredThrough = Math.max(anchoredThrough ?? 0, sequence);
    else if (entry === undefined && sequence >= first && roots !== null)
      damage('missing', `entry ${sequence}, for which a head from ${at} stands, is missing`);
  }
  return { standing, anchoredThrough, damages, disregarded };
}

const isOfItsKey = (code: string): boolean =>
  code === 'signature.key-revoked' || code === 'signature.key-not-valid-then';

/** A date moved out of the key's time must not turn a forged head into one that merely does not count. */
function fitsItsKey({ payload, signature }: SignedHead, roots: TrustRoots): boolean {
  const key = roots.keys.find(({ id }) => id === signature.key);
  return key !== undefined && isSignedBy(key, signedBytes(payload), signature.value);
}
