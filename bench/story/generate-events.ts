import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { seededRandom } from '../../src/kernel/statistics/random.ts';

const BEGIN = Date.parse('2026-10-01T08:00:00Z');
const BANDS = ['18-34', '35-64', '65+'] as const;
const AFTER = [
  ['complaint', 0.0005],
  ['opt-out', 0.001],
  ['return', 0.0008],
] as const;

/**
 * Writes so many events of so many uses as JSON lines, the same for the same numbers: sends in turn over thirty days, a
 * few of which are followed by a complaint, an opt-out or a return; one use in fifty does ten times the harm.
 */
export async function generateEvents(file: string, uses: number, events: number): Promise<void> {
  const random = seededRandom(7);
  const out = createWriteStream(file);
  let lines: string[] = [];
  const flush = async (): Promise<void> => {
    const block = lines.join('');
    lines = [];
    if (!out.write(block)) await once(out, 'drain');
  };
  let written = 0;
  const step = (30 * 86_400_000) / events;
  const tell = (event: object): void => {
    lines.push(`${JSON.stringify(event)}\n`);
    written += 1;
  };
  for (let send = 0; written < events; send += 1) {
    const number = send % uses;
    const use = `use-${String(number).padStart(5, '0')}`;
    const subject = `k${Math.floor(random.next() * 2_000_000)}`;
    const at = BEGIN + Math.floor(send * step);
    const groups = { age_band: BANDS[Math.floor(random.next() * BANDS.length)]! };
    tell({ id: `s-${send}`, type: 'send', use, at: new Date(at).toISOString(), subject, groups });
    const harm = number % 50 === 0 ? 10 : 1;
    for (const [type, rate] of AFTER)
      if (written < events && random.next() < rate * harm)
        tell({
          id: `${type}-${send}`,
          type,
          use,
          at: new Date(at + Math.floor(random.next() * 86_400_000)).toISOString(),
          subject,
        });
    if (lines.length >= 5_000) await flush();
  }
  await flush();
  out.end();
  await once(out, 'finish');
}
