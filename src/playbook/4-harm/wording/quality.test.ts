import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const DATA = new URL('../../../../../shared/data/messages/', import.meta.url);
const isThere = existsSync(DATA);
if (!isThere) console.log('skipped: the labelled messages are not at hand');

/** Floors under what bench/wording measures: a change that makes the detector worse fails here. */
describe.skipIf(!isThere)('the quality of detection', async () => {
  const bench = isThere ? await import('../../../../bench/wording/measures.ts') : null!;

  it('holds on shop texts and mail that the models had not seen', () => {
    const { shop, mail } = bench.crossValidate(0);
    expect(shop.accuracy).toBeGreaterThanOrEqual(0.972);
    expect(shop.f1).toBeGreaterThanOrEqual(0.972);
    expect(shop.auc).toBeGreaterThanOrEqual(0.993);
    expect(shop.calibrationError).toBeLessThanOrEqual(0.03);
    expect(mail.accuracy).toBeGreaterThanOrEqual(0.98);
  });

  it('holds for rules alone, which may not guess', () => {
    const { shop } = bench.rulesAlone();
    expect(shop.precision).toBeGreaterThanOrEqual(0.99);
    expect(shop.recall).toBeGreaterThanOrEqual(0.9);
  });

  it('raises few false alarms on newsletters that were not trained on', () => {
    const letters = bench.newsletters();
    expect(letters.sentences).toBeGreaterThan(7_000);
    expect(letters.flagged / letters.sentences).toBeLessThanOrEqual(0.016);
    expect(letters.byRule / letters.sentences).toBeLessThanOrEqual(0.008);
    expect(letters.byClassifierWhenSure).toBeLessThanOrEqual(2);
    // What the rules call pressure there is nearly all pressure: "you must act now", "don't let her die".
    expect(letters.mailsWith.pressure / letters.mails).toBeLessThanOrEqual(0.11);
  });

  it('leaves clean templates alone', () => {
    const { n, withClaim, withPressure } = bench.templates();
    expect(n).toBe(66);
    expect(withPressure).toEqual([]);
    expect(withClaim.length).toBeLessThanOrEqual(3);
  });

  it('does not fall for disguises', () => {
    const { none, 'spaced letters': spaced, ...others } = bench.underDisguise();
    for (const [name, share] of Object.entries(others))
      expect(share, name).toBeGreaterThanOrEqual(none! - 0.005);
    expect(spaced).toBeGreaterThanOrEqual(none! - 0.1);
  });

  it('assesses English shop texts', () => {
    expect(bench.assessedShare()).toBeGreaterThanOrEqual(0.995);
  });
});
