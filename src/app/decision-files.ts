import { stat } from 'node:fs/promises';
import type { CardFact } from '../check/facts/card.ts';
import type { Warehouse } from '../kernel/ports/warehouse.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { AuditSource } from '../playbook/4-harm/fairness/spec.ts';
import { openDuckDb } from '../stores/warehouse/duckdb.ts';
import { limitMs } from './limits.ts';
import { cardOf } from './use-cards.ts';
import type { Workspace } from './workspace.ts';

type FileFormat = Extract<AuditSource, { kind: 'file' }>['format'];

const FORMATS: Readonly<Record<string, FileFormat>> = {
  csv: 'csv',
  parquet: 'parquet',
  json: 'json',
  jsonl: 'json',
};

/** A file of decisions that an engine may read. */
export interface DecisionFile {
  readonly path: string;
  readonly format: FileFormat;
}

/** The file of decisions that a card names, by its absolute path. Problems: `file.*`. */
export async function decisionFile(
  { files }: Workspace,
  card: CardFact,
  path: string,
): Promise<Result<DecisionFile, Problem>> {
  const relative = files.relativeTo(card.file, path);
  const format = FORMATS[relative.split('.').at(-1)!.toLowerCase()];
  if (format === undefined)
    return fail(
      problem(
        'file.unknown-kind',
        `decisions are not read from \`${path}\``,
        'give a .csv, .parquet or .json file',
      ),
    );
  const located = await files.locate(relative);
  if (!located.ok) return located;
  // A pipe or a folder must not keep the engine from the files of the other uses.
  return (await stat(located.value)).isFile()
    ? ok({ path: located.value, format })
    : fail(problem('file.unknown-kind', `\`${path}\` is no plain file`, 'name a plain file'));
}

/**
 * One engine for the files of decisions of these uses (of all where none is named), which sees nothing else: the questions are all our own, and an
 * engine takes longer to start than to count.
 */
export async function openDecisionFiles(
  workspace: Workspace,
  only: readonly string[],
  root: string,
): Promise<Result<Warehouse, Problem>> {
  const paths = new Set<string>();
  for (const id of only.length === 0 ? workspace.uses : only) {
    const reading = await cardOf(workspace, id);
    const card = reading.ok ? reading.value.fact : null;
    for (const { decisions } of card?.card.scores ?? []) {
      if (decisions === undefined) continue;
      const file = await decisionFile(workspace, card!, decisions);
      if (file.ok) paths.add(file.value.path);
    }
  }
  return openDuckDb({
    allowedPaths: [...paths],
    root,
    queryTimeoutMs: limitMs(workspace.settings.limits?.query),
  });
}
