import { type KeyId, keyIdOf } from '../../../kernel/ports/signer.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { isPublicKey, keyId } from './public-key.ts';
import { listOf, nullable, object, oneOf, type Shaped, text, time } from './shape.ts';

const trustedKey = object({
  id: keyId,
  x: isPublicKey,
  signs: listOf(oneOf('clearance', 'evidence'), 2),
  from: time,
  until: nullable(time),
  revoked: nullable(object({ at: time, because: oneOf('retired', 'compromised') })),
});

const trustRoots = object({
  schema: oneOf('scruple.trust/1'),
  organisation: text,
  keys: listOf(trustedKey, 1_000),
});

export type TrustedKey = Shaped<typeof trustedKey>;
export type SignedKind = TrustedKey['signs'][number];

/**
 * The keys that a verifier believes, handed over on a way of its own, not with what is to be verified. `from` and
 * `until` bound the times at which a key may have signed; `revoked` ends it before.
 */
export type TrustRoots = Shaped<typeof trustRoots>;

/** Trust roots from JSON. A key whose name is not that of its bytes is refused. Problems: `trust.invalid`. */
export function readTrustRoots(json: string): Result<TrustRoots, Problem> {
  const value = parsed(json);
  if (!trustRoots(value))
    return fail(
      problem(
        'trust.invalid',
        'the trust roots have not the form of `scruple.trust/1`',
        'ask the organisation for its trust roots again, on a way that you trust',
      ),
    );
  const wrong = value.keys.find(({ id, x }) => keyIdOf(x) !== id);
  if (wrong !== undefined)
    return fail(
      problem(
        'trust.invalid',
        `\`${wrong.id}\` is not the name of the key that stands beside it`,
        'ask the organisation for its trust roots again, on a way that you trust',
      ),
    );
  const ids = new Set(value.keys.map(({ id }) => id));
  if (ids.size !== value.keys.length)
    return fail(problem('trust.invalid', 'a key stands twice in the trust roots', 'keep one of the two'));
  return ok(value);
}

/**
 * The key that may have signed a document of this kind at this time. A key retired or rotated keeps what it signed
 * before; nothing of a compromised key stands, whatever date it carries, since whoever holds the key writes the date.
 * Problems: `signature.unknown-key`, `signature.key-revoked`, `signature.key-not-valid-then`.
 */
export function keyFor(
  roots: TrustRoots,
  id: KeyId,
  kind: SignedKind,
  signedAt: string,
): Result<TrustedKey, Problem> {
  const key = roots.keys.find((one) => one.id === id);
  if (key === undefined || !key.signs.includes(kind))
    return fail(
      problem(
        'signature.unknown-key',
        `\`${id}\` is no key that your trust roots let sign a ${kind === 'clearance' ? 'clearance' : 'head of the evidence log'}`,
        'ask the organisation whether the key is theirs, on a way that you trust',
      ),
    );
  const at = Date.parse(signedAt);
  if (key.revoked?.because === 'compromised' || (key.revoked !== null && at >= Date.parse(key.revoked.at)))
    return fail(
      problem(
        'signature.key-revoked',
        `the key \`${id}\` was revoked on ${key.revoked.at} (${key.revoked.because})`,
        'ask for a new clearance, signed with a key in force',
      ),
    );
  if (at < Date.parse(key.from) || (key.until !== null && at >= Date.parse(key.until)))
    return fail(
      problem(
        'signature.key-not-valid-then',
        `the key \`${id}\` was not in force at ${signedAt}`,
        'ask the organisation which key was in force then',
      ),
    );
  return ok(key);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
