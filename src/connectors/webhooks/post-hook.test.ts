import { describe, expect, it } from 'vitest';
import { mayBeAsked, postHook } from './post-hook.ts';

describe('mayBeAsked', () => {
  it.each([
    ['https://hooks.example/x', true, true],
    ['http://hooks.example/x', false, true],
    ['https://10.0.0.1/x', false, true],
    ['https://127.0.0.1/x', false, true],
    ['https://[::1]/x', false, true],
    ['https://169.254.169.254/latest', false, true],
    ['https://2130706433/x', false, true],
    ['https://name:word@hooks.example/', false, false],
    ['ftp://hooks.example/', false, false],
    ['javascript:alert(1)', false, false],
  ])('%s: %s, and %s where this machine may be told', (address, isPublic, isPrivateToo) => {
    expect([mayBeAsked(new URL(address), false), mayBeAsked(new URL(address), true)]).toEqual([
      isPublic,
      isPrivateToo,
    ]);
  });
});

it('connects to no name that leads to this machine', async () => {
  const sent = await postHook('https://localhost:9/', {}, '{}', { privateToo: false, timeoutMs: 2000 });
  expect(sent).toMatchObject({ ok: false, problem: { code: 'hook.not-allowed' } });
});
