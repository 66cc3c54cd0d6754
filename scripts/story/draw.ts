/**
 * A number in [0, 1) that depends on nothing but the seed and these numbers: the same person meets the same luck in
 * every world, so that worlds differ by what was done in them and not by chance.
 * The mixing is the finaliser of MurmurHash3 (Appleby), which is in the public domain.
 */
export function drawAt(seed: number, ...numbers: readonly number[]): number {
  let hash = 0;
  // The seed is mixed in like the rest: seeds that lie side by side would else give the same people in another order.
  for (const number of [seed, ...numbers]) {
    hash = Math.imul(hash ^ (number | 0), 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash ^= hash >>> 13;
  return (hash >>> 0) / 4294967296;
}
