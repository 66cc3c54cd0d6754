import { appendFile, readFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { VaultLog } from '../../playbook/4-harm/vault/audit-vault.ts';
import type { PopulationSketch } from '../../playbook/4-harm/vault/population-sketch.ts';

/** What every run over a vault leaves behind, one JSON object a line. */
export interface VaultRun {
  readonly at: string;
  readonly purpose: string;
  readonly attributes: readonly string[];
  readonly decisions: string;
  readonly dataHash: string | null;
  readonly seed: number;
  readonly version: string;
}

const closed = (file: string, why: string): Result<never, Problem> =>
  fail(
    problem(
      'audit.log-unwritable',
      `the log \`${file}\` ${why}, so the vault stays closed`,
      'mend the file, or who may write it',
    ),
  );

/** The log of a vault in a file beside it; a run is noted before anything is shown. */
export const fileVaultLog = (file: string, run: VaultRun): VaultLog => ({
  async sketches() {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ENOENT' ? ok([]) : closed(file, 'cannot be read');
    }
    try {
      return ok(
        text
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => unpacked((JSON.parse(line) as { sketches: string }).sketches)),
      );
    } catch {
      return closed(file, 'holds a line that is not ours');
    }
  },
  async note(outcome, sketches) {
    try {
      await appendFile(file, `${JSON.stringify({ ...run, outcome, sketches: packed(sketches) })}\n`, {
        mode: 0o600,
      });
      return ok(null);
    } catch {
      return closed(file, 'cannot be written');
    }
  },
});

const packed = (sketches: readonly PopulationSketch[]): string =>
  gzipSync(JSON.stringify(sketches)).toString('base64');

const unpacked = (text: string): PopulationSketch[] =>
  JSON.parse(
    gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: 50_000_000 }).toString('utf8'),
  ) as PopulationSketch[];
