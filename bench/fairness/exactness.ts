/** Every boundary of the four-fifths rule for two groups of up to 60 people. node bench/fairness/exactness.ts */
import { breaksRatio } from '../../src/playbook/4-harm/fairness/four-fifths.ts';

let [tables, wrong, doublesWrong, boundaries] = [0, 0, 0, 0];
for (let n = 1; n <= 60; n += 1)
  for (let s = 0; s <= n; s += 1)
    for (let m = 1; m <= 60; m += 1)
      for (let t = 0; t <= m; t += 1) {
        tables += 1;
        // Ratios of such small counts lie at least 1/3600 apart, so a double with some slack tells them from 4/5.
        const expected = t > 0 && (s * m) / (t * n) < 0.8 - 1e-6;
        const found = breaksRatio({ hits: s, total: n }, { hits: t, total: m });
        if (found !== expected) wrong += 1;
        if (t > 0 && 5 * s * m === 4 * t * n) boundaries += 1;
        if (t > 0 && s / n / (t / m) < 0.8 !== found) doublesWrong += 1;
      }
console.log(
  `four-fifths, every pair of groups of up to 60 people: ${tables.toLocaleString('en')} tables, ${boundaries.toLocaleString('en')} exactly at 4/5`,
);
console.log(`  wrong verdicts: ${wrong}   (rates divided as doubles: ${doublesWrong})`);
process.exitCode = wrong === 0 ? 0 : 1;
