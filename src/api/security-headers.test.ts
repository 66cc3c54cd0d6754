import { expect, it } from 'vitest';
import { securityHeaders } from './security-headers.ts';

it('tells browsers to load nothing, frame nothing and guess nothing', async () => {
  expect(await securityHeaders()).toEqual({
    'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'self'",
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    'x-frame-options': 'SAMEORIGIN',
    'x-permitted-cross-domain-policies': 'none',
    'x-xss-protection': '0',
  });
});
