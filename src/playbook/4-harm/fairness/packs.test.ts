import { describe, expect, it } from 'vitest';
import { AUDIT_PACKS, findPack } from './packs.ts';

describe('packs of thresholds', () => {
  it('name a source, and no number as law that nobody has read', () => {
    for (const { source, thresholdIs, verifiedOn, says } of AUDIT_PACKS) {
      expect(source).not.toBe('');
      expect(thresholdIs === 'law' && verifiedOn === null).toBe(false);
      expect(says).toMatch(/\.$/);
    }
    expect(new Set(AUDIT_PACKS.map(({ id }) => id)).size).toBe(AUDIT_PACKS.length);
  });
  it('are found by id, and near misses are told', () => {
    expect(findPack('us-nyc-ll144')).toMatchObject({ ok: true, value: { smallestShare: 0.02 } });
    expect(findPack('us-nyc-ll14')).toMatchObject({
      ok: false,
      problem: { code: 'usage.invalid', hint: 'write `us-nyc-ll144`' },
    });
  });
});
