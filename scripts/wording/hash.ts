/** FNV-1a with a final mix: spreads names over folds the same way every time. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return Math.imul(hash ^ (hash >>> 13), 0x5bd1e995) >>> 0;
}
