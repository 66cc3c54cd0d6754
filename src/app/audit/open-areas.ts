import { open } from 'node:fs/promises';
import { decodeText } from '../../kernel/decode-text.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { SourceText } from '../../kernel/source-text.ts';
import { readAreaStatistics } from '../../playbook/4-harm/fairness/area-shares.ts';
import type { AuditSpecAreas } from '../../playbook/4-harm/fairness/spec.ts';
import { hashOf } from './hash-of.ts';
import type { AuditRequest } from './request.ts';

const MOST_BYTES = 20_000_000;

export interface OpenedAreas extends AuditSpecAreas {
  readonly file: string;
  readonly hash: string;
}

/**
 * The area statistics that a request names, with the record beside them, `<file>.yaml`; `null` where it names none.
 * Problems: `usage.invalid`, `file.*`, `audit.invalid-areas`, and those of the record.
 */
export async function openAreas(request: AuditRequest): Promise<Result<OpenedAreas | null, Problem>> {
  const { areas, area } = request;
  const { groups } = request.columns;
  if (areas === undefined && area === undefined)
    return groups.length > 0
      ? ok(null)
      : usage('no attribute is named by which people are compared', 'name columns with --group, or --area');
  if (areas === undefined || area === undefined)
    return usage(
      'area statistics need a file and the column of the area',
      'give both --areas FILE and --area COLUMN',
    );
  const alone = groups.length > 0 ? undefined : namedWithoutGroup(request);
  if (alone !== undefined)
    return usage(
      `${alone} compares groups of people, and --group names none`,
      'name --group too, or leave it out',
    );
  if (request.vault !== undefined)
    return usage(
      'area statistics stand in for attributes, and a vault holds them',
      'audit one, then the other',
    );
  const table = await readText(areas, 'mend the path');
  if (!table.ok) return table;
  const record = await readText(
    `${areas}.yaml`,
    'write it beside the file: `source` and `date` of the shares',
  );
  if (!record.ok) return record;
  const statistics = readAreaStatistics(table.value, record.value);
  if (!statistics.ok) return statistics;
  const hash = await hashOf(areas);
  return hash.ok ? ok({ column: area, statistics: statistics.value, file: areas, hash: hash.value }) : hash;
}

/** The first option that would say nothing without groups. */
function namedWithoutGroup({ columns, pack }: AuditRequest): string | undefined {
  const { label, score, control, reference, rules, proxies, outcomes, marginals } = columns;
  const asked = { label, score, control, reference, rules, proxies, outcome: outcomes, marginals, pack };
  const [name] = Object.entries(asked).find(([, value]) => value !== undefined) ?? [];
  return name === undefined ? undefined : `--${name}`;
}

async function readText(file: string, mend: string): Promise<Result<SourceText, Problem>> {
  const at = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return fail(problem('file.missing', `there is no file \`${file}\` to read`, mend, at));
  try {
    const { size } = await handle.stat();
    return size > MOST_BYTES
      ? fail(
          problem(
            'file.too-large',
            `\`${file}\` has ${size} bytes, and at most ${MOST_BYTES} are read`,
            'keep the areas that occur',
            at,
          ),
        )
      : decodeText(file, await handle.readFile());
  } catch {
    return fail(
      problem(
        'audit.unreadable',
        `\`${file}\` cannot be read`,
        'check that it is a file, and who may read it',
        at,
      ),
    );
  } finally {
    await handle.close();
  }
}

const usage = (message: string, hint: string): Result<never, Problem> =>
  fail(problem('usage.invalid', message, hint));
