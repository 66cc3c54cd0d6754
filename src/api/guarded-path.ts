/** More rounds of decoding than any server in between would do. */
const ROUNDS = 4;

/** Spaces and control characters, which some servers drop from a path. */
const UNSEEN = /[\u0000-\u0020\u007f]/g;

/** Nothing in it that anybody could read in two ways, as in almost every request. */
const PLAINLY_GUARDED = /^\/v1\/[a-z0-9/:_-]*$/i;

/**
 * Whether a request target could be read as something under `/v1/` by us or by any server in between: percent-encoded,
 * with doubled or turned slashes, dot segments, parameters after `;`, in capitals, or as an absolute URL. What reads
 * differently in two places counts as guarded, so no way of writing a path gets around the question for a credential.
 */
export function isGuarded(target: string): boolean {
  if (PLAINLY_GUARDED.test(target)) return true;
  let path = pathOf(target);
  for (let round = 0; round < ROUNDS; round += 1) {
    if (readings(path).some((segments) => segments[0] === 'v1')) return true;
    const decoded = decode(path);
    if (decoded === path) return false;
    path = decoded;
  }
  return true;
}

/** Whether the router can read a target at all: it refuses what does not decode, before any hook of ours is asked. */
export function isDecodable(target: string): boolean {
  if (PLAINLY_GUARDED.test(target)) return true;
  try {
    decodeURIComponent(pathOf(target));
    return true;
  } catch {
    return false;
  }
}

/** The path of a target: an absolute URL loses its origin, and everything its query and fragment. */
const pathOf = (target: string): string =>
  target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');

/** With dot segments resolved and with dot segments dropped: servers differ. */
function readings(path: string): readonly string[][] {
  const segments = path
    .toLowerCase()
    .split(/[/\\]/)
    .map((segment) => segment.replace(/;.*$/s, '').replaceAll(UNSEEN, ''))
    .filter((segment) => segment !== '' && segment !== '.');
  const resolved: string[] = [];
  for (const segment of segments) {
    if (segment === '..') resolved.pop();
    else resolved.push(segment);
  }
  return [resolved, segments.filter((segment) => segment !== '..')];
}

/** Decodes what decodes and leaves the rest: a broken escape must not end the reading. */
const decode = (path: string): string =>
  path.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
    }
  });
