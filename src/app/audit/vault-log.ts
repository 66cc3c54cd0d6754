import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
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
  readonly version?: string;
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
    const handle = await openPlain(file, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT);
    if (handle === null) return closed(file, 'cannot be written');
    try {
      await handle.appendFile(`${JSON.stringify({ run: id, ...line })}\n`);
      return ok(null);
    } catch {
      return closed(file, 'cannot be written');
    } finally {
      await handle.close();
    }
  };
  let hasBegun = false;
  return {
    async begin(sketches) {
      const written = await write({ ...run, sketches: packed(sketches) });
      if (!written.ok) return written;
      hasBegun = true;
      try {
        const lines = (await readPlain(file))
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

/** A link planted in place of the log must not lead the writing elsewhere, and a pipe must not hold it up. */
async function openPlain(file: string, flags: number): Promise<FileHandle | null> {
  const handle = await open(file, flags | constants.O_NOFOLLOW | constants.O_NONBLOCK, 0o600).catch(
    () => null,
  );
  if (handle === null || (await handle.stat()).isFile()) return handle;
  await handle.close();
  return null;
}

async function readPlain(file: string): Promise<string> {
  const handle = await openPlain(file, constants.O_RDONLY);
  if (handle === null) throw new Error('no plain file');
  try {
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

const packed = (sketches: readonly PopulationSketch[]): string =>
  gzipSync(JSON.stringify(sketches)).toString('base64');

const unpacked = (text: string): PopulationSketch[] =>
  JSON.parse(
    gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: 50_000_000 }).toString('utf8'),
  ) as PopulationSketch[];
