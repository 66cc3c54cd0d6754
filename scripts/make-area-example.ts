import { writeFile } from 'node:fs/promises';

// Writes examples/audit/delivery-offers.csv and district-shares.csv: fictional decisions by district, drawn with a fixed seed.
let state = 20261121;
const next = (): number => {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
};

/** District → share of people born abroad, share of people offered next-day delivery, customers. */
const DISTRICTS = [
  ['Old Harbor', 0.97, 0.02, 700],
  ['Quayside', 0.95, 0.03, 600],
  ['Mill End', 0.55, 0.3, 300],
  ['Castle Hill', 0.04, 0.62, 900],
  ['Orchard', 0.03, 0.58, 800],
  ['West Fields', 0.05, 0.6, 700],
] as const;

const decisions = ['customer_id,district,offered'];
const shares = ['district,born abroad,born here'];
for (const [district, abroad, offered, customers] of DISTRICTS) {
  shares.push(`${district},${abroad},${(1 - abroad).toFixed(2)}`);
  for (let index = 0; index < customers; index += 1)
    decisions.push(
      `d${String(decisions.length).padStart(5, '0')},${district},${next() < offered ? 'yes' : 'no'}`,
    );
}
const write = (name: string, lines: readonly string[]): Promise<void> =>
  writeFile(new URL(`../examples/audit/${name}`, import.meta.url), `${lines.join('\n')}\n`);
await write('delivery-offers.csv', decisions);
await write('district-shares.csv', shares);
