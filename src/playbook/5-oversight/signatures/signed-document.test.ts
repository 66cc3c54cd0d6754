import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testSigner, trusting } from '../testing/keys.ts';
import { type Revocations, readRevocations, withRevokedKeys } from './revocations.ts';
import { object, oneOf, text, time } from './shape.ts';
import { readSigned, type Signed, signDocument, verifySigned, writeSigned } from './signed-document.ts';
import { readTrustRoots } from './trust-roots.ts';

const shape = object({ schema: oneOf('scruple.note/1'), says: text, at: time });
const payload = { schema: 'scruple.note/1' as const, says: 'grüße 🌊', at: '2026-11-20T09:00:00.000Z' };
const signer = testSigner();
const roots = trusting(signer);
const signed = await signDocument(payload, signer);
if (!signed.ok) throw new Error('not signed');
const file = writeSigned(signed.value);

const outcome = (text: string, trust = roots): string => {
  const read = readSigned(text, shape);
  if (!read.ok) return read.problem.code;
  const verified = verifySigned(read.value, trust, 'clearance', read.value.payload.at);
  return verified.ok ? 'verified' : verified.problem.code;
};

describe('a signed document', () => {
  it('is verified as it was written, with or without a line break at its end', () => {
    expect(outcome(file)).toBe('verified');
    expect(outcome(`${file}\n`)).toBe('verified');
  });

  it('fails with any byte changed', () => {
    const bytes = Buffer.from(file, 'utf8');
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (index, change) => {
        const changed = Buffer.from(bytes);
        changed[index] = changed[index]! ^ change;
        expect(outcome(changed.toString('utf8'))).not.toBe('verified');
      }),
      { numRuns: 2_000 },
    );
  });

  it('fails with any byte of it taken out or doubled', () => {
    for (let index = 0; index < file.length; index += 1) {
      expect(outcome(file.slice(0, index) + file.slice(index + 1))).not.toBe('verified');
      expect(outcome(file.slice(0, index) + file[index] + file.slice(index))).not.toBe('verified');
    }
  });

  it.each([
    ['indented', JSON.stringify(JSON.parse(file), null, 2), 'signature.not-canonical'],
    ['with a key twice', file.replace('{', '{"payload":1,'), 'signature.not-canonical'],
    ['with an unknown member', file.replace('"schema"', '"a":1,"schema"'), 'signature.unreadable'],
    ['no JSON', 'PK\u0003\u0004', 'signature.unreadable'],
    ['nothing', '', 'signature.unreadable'],
    ['far too long', `"${'x'.repeat(2_000_001)}"`, 'signature.unreadable'],
    ['nested without end', '['.repeat(100_000) + ']'.repeat(100_000), 'signature.unreadable'],
    ['half a character', file.replace('grüße', '\\ud800'), 'signature.not-canonical'],
  ])('that is %s is refused', (_, text, code) => expect(outcome(text)).toBe(code));

  it('needs a key of the trust roots that may sign its kind', () => {
    expect(outcome(file, trusting(testSigner(2)))).toBe('signature.unknown-key');
    expect(outcome(file, trusting(signer, { signs: ['evidence'] }))).toBe('signature.unknown-key');
  });

  it('is not believed under the name of another key', async () => {
    const other = testSigner(2);
    const forged = await signDocument(payload, other);
    if (!forged.ok) throw new Error('not signed');
    const renamed: Signed<typeof payload> = {
      payload,
      signature: { ...forged.value.signature, key: signer.publicKey.id },
    };
    expect(outcome(writeSigned(renamed))).toBe('signature.invalid');
  });
});

describe('a key', () => {
  const before = '2026-11-01T00:00:00.000Z';
  const after = '2026-12-01T00:00:00.000Z';
  it.each([
    ['rotated afterwards', { until: after }, 'verified'],
    ['rotated before', { until: before }, 'signature.key-not-valid-then'],
    ['that came later', { from: after }, 'signature.key-not-valid-then'],
    ['retired afterwards', { revoked: { at: after, because: 'retired' as const } }, 'verified'],
    ['retired before', { revoked: { at: before, because: 'retired' as const } }, 'signature.key-revoked'],
    [
      'compromised, even afterwards',
      { revoked: { at: after, because: 'compromised' as const } },
      'signature.key-revoked',
    ],
  ])('%s', (_, over, expected) => expect(outcome(file, trusting(signer, over))).toBe(expected));

  it('must bear its own name in trust roots', () => {
    const wrong = { ...roots, keys: [{ ...roots.keys[0]!, x: testSigner(2).publicKey.x }] };
    expect(readTrustRoots(JSON.stringify(wrong))).toMatchObject({
      ok: false,
      problem: { code: 'trust.invalid' },
    });
    expect(readTrustRoots(JSON.stringify(roots))).toEqual({ ok: true, value: roots });
    expect(readTrustRoots('{}').ok).toBe(false);
    expect(readTrustRoots(JSON.stringify({ ...roots, keys: [...roots.keys, ...roots.keys] })).ok).toBe(false);
  });
});

describe('revocations', () => {
  const list: Revocations = {
    schema: 'scruple.revocations/1',
    number: 3,
    issuedAt: '2026-11-21T00:00:00.000Z',
    clearances: [],
    keys: [{ id: signer.publicKey.id, at: '2026-11-21T00:00:00.000Z', because: 'compromised' }],
  };

  it('are read when signed by a trusted key, and revoke keys', async () => {
    const document = await signDocument(list, signer);
    if (!document.ok) throw new Error('not signed');
    expect(readRevocations(writeSigned(document.value), roots)).toEqual({ ok: true, value: list });
    expect(readRevocations(writeSigned(document.value), trusting(testSigner(2))).ok).toBe(false);
    expect(outcome(file, withRevokedKeys(roots, list))).toBe('signature.key-revoked');
    expect(outcome(file, withRevokedKeys(roots, null))).toBe('verified');
  });

  it('never soften what the trust roots say', () => {
    const compromised = trusting(signer, {
      revoked: { at: '2026-11-30T00:00:00.000Z', because: 'compromised' },
    });
    const soft: Revocations = {
      ...list,
      keys: [{ ...list.keys[0]!, because: 'retired', at: '2026-12-30T00:00:00.000Z' }],
    };
    expect(withRevokedKeys(compromised, soft).keys[0]!.revoked).toEqual(compromised.keys[0]!.revoked);
  });
});
