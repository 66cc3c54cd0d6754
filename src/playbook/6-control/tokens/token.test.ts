import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SubjectKey } from '../ledger/subject-key.ts';
import { makeToken, openToken, TOKEN_LIFE_MS, type TokenContent, type TokenPurpose } from './token.ts';
import { PERIOD_DAYS, tokenSecrets } from './token-secrets.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
const SECRETS = tokenSecrets('a secret of a test');
const PURPOSES = Object.keys(TOKEN_LIFE_MS) as TokenPurpose[];
const subjectOf = (name: string): SubjectKey =>
  `subject:${createHmac('sha256', 'test').update(name).digest('base64url')}`;
const CONTENT: TokenContent = {
  subject: subjectOf('ann'),
  scope: { purpose: 'marketing.communications.email', channel: 'email', topic: null },
  about: 'winback-spring',
};
const later = (ms: number): Date => new Date(NOW.getTime() + ms);
const codeOf = (text: string, purpose: TokenPurpose = 'one-click', now = NOW): string => {
  const opened = openToken(SECRETS, purpose, text, now);
  return opened.ok ? 'open' : opened.problem.code;
};

describe('a link', () => {
  it.each(PURPOSES)('for %s says what it was made with, until it ends', (purpose) => {
    const token = makeToken(SECRETS, purpose, CONTENT, NOW);
    expect(openToken(SECRETS, purpose, token, NOW)).toEqual({ ok: true, value: { ...CONTENT, madeAt: NOW } });
    expect(codeOf(token, purpose, later(TOKEN_LIFE_MS[purpose] - 1))).toBe('open');
    expect(codeOf(token, purpose, later(TOKEN_LIFE_MS[purpose]))).toBe('token.expired');
    for (const other of PURPOSES.filter((one) => one !== purpose))
      expect([other, codeOf(token, other)]).toEqual([other, 'token.refused']);
  });

  it('lives as long as the contract says', () => {
    const days = (purpose: TokenPurpose): number => TOKEN_LIFE_MS[purpose] / 86_400_000;
    expect([days('one-click'), days('preferences'), days('why'), days('facts') * 1440]).toEqual([
      365, 30, 30, 15,
    ]);
  });

  it('names no one, and is of letters that no mail program breaks', () => {
    const token = makeToken(SECRETS, 'one-click', CONTENT, NOW);
    expect(token).toMatch(/^[A-Za-z0-9_.-]{1,400}$/);
    expect(Buffer.from(token.split('.')[1]!, 'base64url').toString()).not.toMatch(/@|ann/);
  });

  it('is signed with another secret every period, and still opens in the next ones', () => {
    const next = later(PERIOD_DAYS * 86_400_000);
    const [one, two] = [NOW, next].map((now) => makeToken(SECRETS, 'one-click', CONTENT, now));
    expect(one!.split('.')[0]).not.toBe(two!.split('.')[0]);
    expect([codeOf(one!, 'one-click', next), codeOf(two!, 'one-click', next)]).toEqual(['open', 'open']);
    const [, body, mac] = one!.split('.');
    expect(codeOf(`${two!.split('.')[0]}.${body}.${mac}`, 'one-click', next)).toBe('token.refused');
  });

  it('from the future, or made with another secret, is none of ours', () => {
    expect(codeOf(makeToken(SECRETS, 'one-click', CONTENT, later(3_600_000)))).toBe('token.refused');
    expect(codeOf(makeToken(tokenSecrets('another'), 'one-click', CONTENT, NOW))).toBe('token.refused');
  });
});

describe('a link that was tampered with', () => {
  const token = makeToken(SECRETS, 'one-click', CONTENT, NOW);
  const other = makeToken(SECRETS, 'one-click', { ...CONTENT, subject: subjectOf('ben') }, NOW);
  const refusedUnless = (text: string): void => {
    if (text !== token) expect([text, codeOf(text)]).toEqual([text, 'token.refused']);
  };

  it('in any single letter is refused, even where the bytes would be the same', () => {
    for (let at = 0; at < token.length; at += 1)
      for (const letter of '.-_AQgwZaz09+/=% ')
        refusedUnless(token.slice(0, at) + letter + token.slice(at + 1));
  });

  it('by cutting, adding, doubling, or changing places is refused', () => {
    for (let at = 0; at <= token.length; at += 1) {
      refusedUnless(token.slice(0, at));
      refusedUnless(token.slice(at));
      refusedUnless(`${token.slice(0, at)}A${token.slice(at)}`);
      refusedUnless(token.slice(0, at) + token.slice(at + 1));
    }
    for (const more of ['=', '==', '\n', ' ', '\u0000', '.', '/', '%00', token]) {
      refusedUnless(token + more);
      refusedUnless(more + token);
    }
  });

  it('by another spelling is refused: case, URL encoding, padding, base64 with + and /', () => {
    for (const text of [
      token.toUpperCase(),
      token.toLowerCase(),
      token.replaceAll('.', '%2E'),
      `0${token}`,
      [...token].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join(''),
      `${token.replaceAll('-', '+').replaceAll('_', '/')}=`,
      `${token.normalize('NFD')}\u0301`,
      Buffer.from(token).toString('base64url'),
    ])
      refusedUnless(text);
  });

  it('with parts of somebody else’s is refused', () => {
    const [mine, theirs] = [token.split('.'), other.split('.')];
    for (let mix = 0; mix < 8; mix += 1) {
      const text = [0, 1, 2].map((part) => ((mix >> part) & 1 ? theirs : mine)[part]).join('.');
      if (text !== other) refusedUnless(text);
    }
    expect(codeOf(other)).toBe('open');
  });

  it('in any way at all is refused', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(token.length), cut: fc.nat(3), put: fc.string({ maxLength: 3 }) }), {
          minLength: 1,
          maxLength: 4,
        }),
        (edits) => {
          let text = token;
          for (const { at, cut, put } of edits) text = text.slice(0, at) + put + text.slice(at + cut);
          refusedUnless(text);
        },
      ),
      { numRuns: 5_000 },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 3000, unit: 'binary' }), (text) => refusedUnless(text)),
      { numRuns: 2_000 },
    );
  });
});
