import { readFile, writeFile } from 'node:fs/promises';

// Writes examples/audit/survey.csv: a fictional voluntary survey of some customers of spring-mail.csv, drawn with a fixed seed.
let state = 20261122;
const next = (): number => {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
};
const folder = new URL('../examples/audit/', import.meta.url);
const [header = '', ...rows] = (await readFile(new URL('spring-mail.csv', folder), 'utf8'))
  .trim()
  .split('\n');
const columns = header.split(',');
/** Younger people answer more often, so that each of them stands for fewer. */
const ANSWERING: Readonly<Record<string, number>> = { '18-34': 0.32, '35-59': 0.24, '60+': 0.16 };

const lines = ['customer_id,born_abroad,weight'];
for (const row of rows) {
  const cells = row.split(',');
  const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
  const answering = ANSWERING[cell('age_band')]!;
  const bornAbroad = next() < (cell('channel') === 'shop' ? 0.34 : 0.12);
  if (next() < answering)
    lines.push([cell('customer_id'), bornAbroad ? 'yes' : 'no', (1 / answering).toFixed(3)].join(','));
}
await writeFile(new URL('survey.csv', folder), `${lines.join('\n')}\n`);
