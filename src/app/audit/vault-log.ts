import { randomUUID } from 'node:crypto';
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

interface Line {
  readonly run: string;
  readonly sketches?: string;
  readonly outcome?: 'answered' | 'refused';
}

/**
 * The log of a vault in a file beside it. A run is written before anything is read for it, and then held against the
 * lines above its own, so that of two runs at once one sees the other; how it ended is a line of its own.
 */
export function fileVaultLog(file: string, run: VaultRun): VaultLog {
  const id = randomUUID();
  const write = async (line: object): Promise<Result<null, Problem>> => {
    try {
      await appendFile(file, `${JSON.stringify({ run: id, ...line })}\n`, { mode: 0o600 });
      return ok(null);
    } catch {
      return closed(file, 'cannot be written');
    }
  };
  let hasBegun = false;
  return {
    async begin(sketches) {
      const written = await write({ ...run, sketches: packed(sketches) });
      if (!written.ok) return written;
      hasBegun = true;
      try {
        const lines = (await readFile(file, 'utf8'))
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line) as Line);
        const refused = new Set(lines.flatMap((line) => (line.outcome === 'refused' ? [line.run] : [])));
        const above = lines.slice(
          0,
          lines.findIndex((line) => line.run === id),
        );
        return ok(
          above.flatMap((line) =>
            line.sketches === undefined || refused.has(line.run) ? [] : [unpacked(line.sketches)],
          ),
        );
      } catch {
        return closed(file, 'holds a line that is not ours');
      }
    },
    async end(outcome) {
      const begun = hasBegun ? ok(null) : await write(run);
      return begun.ok ? write({ outcome }) : begun;
    },
  };
}

const packed = (sketches: readonly PopulationSketch[]): string =>
  gzipSync(JSON.stringify(sketches)).toString('base64');

const unpacked = (text: string): PopulationSketch[] =>
  JSON.parse(
    gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: 50_000_000 }).toString('utf8'),
  ) as PopulationSketch[];
