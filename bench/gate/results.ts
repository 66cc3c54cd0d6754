import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';

const loadBefore = loadavg();

export const round = (value: number): number => Number(value.toPrecision(4));

/** Writes `results/NAME.json` and prints it, with the machine and its load from when the program began. */
export async function writeResults(name: string, results: Readonly<Record<string, unknown>>): Promise<void> {
  const [cpu] = cpus();
  const machine = {
    cpu: cpu!.model,
    cores: cpus().length,
    node: process.version,
    loadBefore,
    loadAfter: loadavg(),
  };
  const text = JSON.stringify({ ...results, machine }, null, 2);
  await writeFile(new URL(`results/${name}.json`, import.meta.url), `${text}\n`);
  console.log(text);
}
