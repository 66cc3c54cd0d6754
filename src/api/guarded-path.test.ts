import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDecodable, isGuarded } from './guarded-path.ts';

describe('a guarded path', () => {
  it.each([
    '/v1',
    '/v1/',
    '/v1/people',
    '/v1?a=b',
    '/v1/people?next=/healthz',
    '/V1/people',
    '//v1/people',
    '///v1',
    '/./v1/people',
    '/u/../v1/people',
    '/../v1/people',
    '/v1;x/people',
    '/v1;x',
    '/%76%31/people',
    '/%2576%2531/people',
    '/%2fv1/people',
    '/%5cv1',
    '\\v1\\people',
    '/v1/%zz',
    '/%76%31/%zz',
    '/%76%31/%ff',
    'http://harbor.example/v1/people',
    'HTTPS://harbor.example:4600//v1',
    '/v1%2fpeople',
    '/v1%00',
    '/ v1/people',
    '/v1%20/people',
  ])('is %s', (target) => {
    expect(isGuarded(target)).toBe(true);
  });

  it.each([
    '/',
    '/healthz',
    '/u/token',
    '/u/v1',
    '/v10/people',
    '/v1x',
    '/preferences/a%2fb',
    '/why/x?to=/v1/people',
    '/openapi.json#/v1',
    '*',
    '',
    '/%zz',
  ])('is not %s', (target) => {
    expect(isGuarded(target)).toBe(false);
  });

  it('is every way of writing /v1/ that decodes to it', () => {
    const written = fc
      .array(fc.constantFrom('v', 'V', '%76', '%56', '%2576'), { minLength: 1, maxLength: 1 })
      .chain(([v]) => fc.constantFrom('1', '%31', '%2531').map((one) => `${v}${one}`));
    const lead = fc.array(fc.constantFrom('/', '\\', '/./', '/x/../', '%2f', '/;a/', '%5C'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(lead, written, fc.webPath(), (before, version, after) => {
        expect(isGuarded(`${before.join('')}${version}${after === '' ? '/' : after}`)).toBe(true);
      }),
    );
  });

  it('is told for any text, and never by an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof isGuarded(text) === 'boolean'));
  });
});

describe('a path that decodes', () => {
  it.each([
    ['/v1/a%20b', true],
    ['/v1/%zz', false],
    ['/v1/%ff', false],
    ['/v1/a?q=%zz', true],
  ])('%s: %s', (target, expected) => {
    expect(isDecodable(target)).toBe(expected);
  });
});
