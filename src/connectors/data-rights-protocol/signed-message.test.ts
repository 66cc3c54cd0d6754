import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExercise } from './exercise.ts';
import { checkClaims, LONGEST_MESSAGE, openMessage, readVerifyKey } from './signed-message.ts';

const NOW = new Date('2026-11-20T09:00:00Z');
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const raw = (key: KeyObject): string =>
  Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url').toString('base64');
const claims = {
  'agent-id': 'AGENT',
  'business-id': 'harbor',
  'issued-at': '2026-11-20T08:59:00Z',
  'expires-at': '2026-11-20T09:09:00Z',
  'drp.version': '1.0',
  exercise: 'sale:opt-out',
};
const signed = (message: unknown, key = privateKey): string => {
  const body = Buffer.from(typeof message === 'string' ? message : JSON.stringify(message));
  return Buffer.concat([sign(null, body, key), body]).toString('base64');
};
const key = (() => {
  const read = readVerifyKey(raw(publicKey));
  if (!read.ok) throw new Error('no key');
  return read.value;
})();
const problemOf = (text: string): string | null => {
  const opened = openMessage(text, key);
  return opened.ok ? null : opened.problem.message;
};
const EXPECTED = { agent: 'AGENT', business: 'harbor', now: NOW };

describe('a signed message of an agent', () => {
  it('opens with the key of the agent, and says what was signed', () => {
    expect(openMessage(signed(claims), key)).toEqual({ ok: true, value: claims });
  });

  it('is held to the signature of RFC 8032, test 3: there what was signed is no JSON, and that is all that is wrong', () => {
    const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
    const theirs = readVerifyKey(
      bytes('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025').toString('base64'),
    );
    const signature =
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a';
    const told = (hex: string): string => {
      const opened = openMessage(bytes(hex).toString('base64'), theirs.ok ? theirs.value : key);
      return opened.ok ? 'opened' : opened.problem.message;
    };
    expect(told(`${signature}af82`)).toMatch(/no JSON object/);
    expect(told(`${signature}af83`)).toMatch(/signature/);
  });

  it('does not open where a single bit of it is another, whichever', () => {
    const bytes = Buffer.from(signed(claims), 'base64');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect([bit, openMessage(changed.toString('base64'), key).ok]).toEqual([bit, false]);
    }
  });

  it('does not open where it is cut, longer, of another key, or spelled in another way', () => {
    const good = signed(claims);
    const bytes = Buffer.from(good, 'base64');
    const spellings = [
      good.slice(0, -4),
      `${good}AAAA`,
      good.replace(/=*$/, ''),
      `${good}=`,
      bytes.toString('base64url'),
      `${good.slice(0, 10)}\n${good.slice(10)}`,
      `${good.slice(0, 10)} ${good.slice(10)}`,
      good.toLowerCase(),
      encodeURIComponent(good),
      `"${good}"`,
      bytes.toString('hex'),
      bytes.toString('latin1'),
      JSON.stringify(claims),
      '',
      ' ',
      '\u0000',
      Buffer.concat([bytes.subarray(64), bytes.subarray(0, 64)]).toString('base64'),
      Buffer.alloc(64).toString('base64'),
      signed(claims, other.privateKey),
    ].filter((text) => text !== good);
    expect(spellings.length).toBeGreaterThan(15);
    for (const text of spellings) expect([text, problemOf(text)]).not.toEqual([text, null]);
    // Whitespace around it is no other spelling of what is in it.
    expect(problemOf(`${good}\n`)).toBeNull();
  });

  it('does not open where other bits stand behind the last one that counts', () => {
    // 64 + 3n + 1 bytes end in `==`: of the last letter four bits count for nothing.
    const text = ['{"a":1}', '{"a":11}', '{"a":111}']
      .map((body) => signed(body))
      .find((one) => one.endsWith('=='))!;
    const last = text.at(-3)!;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const next = alphabet[alphabet.indexOf(last) + 1]!;
    expect(openMessage(text, key).ok).toBe(true);
    expect(Buffer.from(`${text.slice(0, -3)}${next}==`, 'base64')).toEqual(Buffer.from(text, 'base64'));
    expect(openMessage(`${text.slice(0, -3)}${next}==`, key).ok).toBe(false);
  });

  it('does not open with a signature that was made larger by the order of the group', () => {
    const L = 2n ** 252n + 27742317777372353535851937790883648493n;
    const bytes = Buffer.from(signed(claims), 'base64');
    const scalar = BigInt(`0x${Buffer.from(bytes.subarray(32, 64)).reverse().toString('hex')}`) + L;
    const larger = Buffer.from(bytes);
    Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse().copy(larger, 32);
    expect(openMessage(larger.toString('base64'), key).ok).toBe(false);
  });

  it('holds one JSON object, in UTF-8, of a size that is read', () => {
    for (const body of ['[]', '"x"', 'null', '1', '{', '', '{} {}'])
      expect([body, openMessage(signed(body), key).ok]).toEqual([body, false]);
    const broken = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
    expect(
      openMessage(Buffer.concat([sign(null, broken, privateKey), broken]).toString('base64'), key).ok,
    ).toBe(false);
    expect(openMessage(signed({ x: 'y'.repeat(LONGEST_MESSAGE) }), key).ok).toBe(false);
  });

  it('never breaks, whatever comes', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => !openMessage(text, key).ok));
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) =>
          openMessage(signed(value), key).ok ===
          (typeof value === 'object' && value !== null && !Array.isArray(value)),
      ),
    );
  });
});

describe('the claims of a message', () => {
  const wrong = {
    'agent-id': 'X',
    'business-id': 'X',
    'issued-at': '2027-01-01T00:00:00Z',
    'expires-at': '2026-01-01T00:00:00Z',
  };
  const inOrder = ['agent-id', 'business-id', 'issued-at', 'expires-at'] as const;

  it('are looked at in the order of the protocol: of all that is wrong the first is told', () => {
    for (let subset = 0; subset < 16; subset += 1) {
      const bad = inOrder.filter((_, index) => (subset >> index) & 1);
      const message = { ...claims, ...Object.fromEntries(bad.map((name) => [name, wrong[name]])) };
      const checked = checkClaims(message, EXPECTED);
      expect([bad, checked.ok ? null : checked.problem.message.match(/`([a-z-]+)`/)?.[1]]).toEqual([
        bad,
        bad[0] ?? null,
      ]);
    }
  });

  it.each([
    ['at the moment it was issued', { 'issued-at': '2026-11-20T09:00:00Z' }, true],
    ['a moment before', { 'issued-at': '2026-11-20T09:00:00.001Z' }, false],
    ['a moment before its end', { 'expires-at': '2026-11-20T09:00:00.001Z' }, true],
    ['at its end', { 'expires-at': '2026-11-20T09:00:00Z' }, false],
    ['with a zone', { 'issued-at': '2026-11-20T03:59:00-05:00' }, true],
    ['as Python writes it', { 'issued-at': '2026-11-20T08:59:00.123456+00:00' }, true],
    ['without a zone', { 'issued-at': '2026-11-20T08:59:00' }, false],
    ['as a number', { 'issued-at': 1_763_629_140 }, false],
    ['on a day that there is not', { 'issued-at': '2026-02-30T25:00:00Z' }, false],
    ['for a quarter of an hour', { 'expires-at': '2026-11-20T09:14:00Z' }, true],
    ['for longer', { 'expires-at': '2026-11-20T09:14:00.001Z' }, false],
    ['without an end', { 'expires-at': undefined }, false],
    ['for another spelling of the agent', { 'agent-id': 'agent' }, false],
    ['for a list of agents', { 'agent-id': ['AGENT'] }, false],
  ])('count %s: %s', (_, over, isTaken) => {
    expect(checkClaims({ ...claims, ...over }, EXPECTED).ok).toBe(isTaken);
  });
});

describe('the key of an agent', () => {
  it.each([
    ['nothing', ''],
    ['31 bytes', Buffer.alloc(31, 7).toString('base64')],
    ['33 bytes', Buffer.alloc(33, 7).toString('base64')],
    ['hex, as before version 0.9.1', Buffer.alloc(32, 7).toString('hex')],
    ['a point of small order', Buffer.alloc(32).toString('base64')],
    ['another of small order', Buffer.from(`01${'00'.repeat(30)}80`, 'hex').toString('base64')],
  ])('is none where it is %s', (_, text) => {
    expect(readVerifyKey(text).ok).toBe(false);
  });
});

describe('what an agent asks for', () => {
  it('is of the form of the protocol; what it knows beside is not read', () => {
    expect(readExercise({ ...claims, name: 'Ann', address: { x: 1 }, relationships: ['customer'] }).ok).toBe(
      true,
    );
    for (const over of [
      { 'drp.version': '0.9.4' },
      { exercise: 'everything' },
      { regime: 'gdpr' },
      { email: 7 },
      { email_verified: 'true' },
    ])
      expect([over, readExercise({ ...claims, ...over }).ok]).toEqual([over, false]);
  });
});
