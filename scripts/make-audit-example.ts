import { writeFile } from 'node:fs/promises';

// Writes examples/audit/spring-mail.csv: fictional decisions of one mailing, drawn with a fixed seed.
let state = 20261120;
const next = (): number => {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
};
const pick = <T>(values: readonly T[], weights: readonly number[]): T => {
  let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return values[index]!;
  }
  return values.at(-1)!;
};

const lines = [
  'customer_id,sex,age_band,region,channel,propensity,debtors,few_visits,contacted,bought,discount',
];
for (let id = 1; id <= 6000; id += 1) {
  const sex = pick(['f', 'm', ''], [0.49, 0.49, 0.02]);
  const age = pick(['18-34', '35-59', '60+'], [0.35, 0.45, 0.2]);
  const region = pick(['north', 'south'], [0.5, 0.5]);
  const channel = pick(['shop', 'web'], sex === 'f' ? [0.65, 0.35] : [0.35, 0.65]);
  const likes = next();
  const propensity = Math.min(
    0.999,
    Math.max(0, 0.7 * likes + (channel === 'web' ? 0.15 : 0) + 0.15 * next()),
  );
  const debtors = next() < 0.06;
  // People who buy in the shop visit the site seldom, and most of them are women.
  const fewVisits = next() < (channel === 'shop' ? 0.5 : 0.04);
  const contacted = propensity >= 0.4 && !debtors && !fewVisits;
  const bought = next() < 0.05 + 0.4 * likes;
  const discount = contacted ? (5 + Math.floor(4 * next()) * 5).toFixed(0) : '';
  lines.push(
    [
      `c${String(id).padStart(5, '0')}`,
      sex,
      age,
      region,
      channel,
      propensity.toFixed(3),
      debtors,
      fewVisits,
      contacted ? 'yes' : 'no',
      bought ? 1 : 0,
      discount,
    ].join(','),
  );
}
await writeFile(new URL('../examples/audit/spring-mail.csv', import.meta.url), `${lines.join('\n')}\n`);
