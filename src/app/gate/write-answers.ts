import { rename, rm } from 'node:fs/promises';
import type { Answer } from '../../gate/batch/answer-classes.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { quoteIdentifier, quoteLiteral } from '../../kernel/quote-identifier.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { ADDED_COLUMNS, type Audience, cellOf, formatOf, textOf } from './audience-file.ts';
import type { BatchEngine } from './batch-engine.ts';

/** A file that appears whole under its name, or not at all. */
export interface Draft {
  readonly file: string;
  readonly draft: string;
}

export const draftOf = (file: string): Draft => ({ file, draft: `${file}.unfinished` });

/** Gives files their names, the last one last. Problems: `gate.unwritable`. */
export async function finish(drafts: readonly Draft[]): Promise<Result<null, Problem>> {
  for (const { file, draft } of drafts)
    try {
      await rename(draft, file);
    } catch (error) {
      return fail(unwritable(file, (error as NodeJS.ErrnoException).code ?? 'unknown'));
    }
  return ok(null);
}

/** Takes away what is not finished, and what an earlier run left under these names: it must not pass for this one's. */
export async function clear(drafts: readonly Draft[]): Promise<void> {
  for (const { file, draft } of drafts) {
    await rm(file, { force: true });
    await rm(draft, { force: true });
  }
}

/** Rows that are permitted, each as it stands in the list. Gives how many. Problems: `gate.unwritable`. */
export function writeAllowed(
  engine: BatchEngine,
  audience: Audience,
  { file, draft }: Draft,
): Promise<Result<number, Problem>> {
  const format = formatOf(file) ?? audience.format;
  const cell = format === 'csv' ? textOf : cellOf;
  const cells = audience.columns.map((name) => `${cell(audience, name)} AS ${quoteIdentifier(name)}`);
  return copy(
    engine,
    `SELECT ${cells.join(', ')} FROM audience a POSITIONAL JOIN outcome o WHERE o.answer = 0`,
    { file, draft },
    format === 'csv' ? csv(audience.delimiter) : format === 'jsonl' ? 'FORMAT json' : 'FORMAT parquet',
  );
}

/** Rows that are not, with the decision, its codes and a sentence for each. Gives how many. Problems: `gate.unwritable`. */
export function writeHeld(
  engine: BatchEngine,
  audience: Audience,
  answers: readonly Answer[],
  draft: Draft,
): Promise<Result<number, Problem>> {
  const [decision, reasons, explanation] = ADDED_COLUMNS;
  const cells = [
    ...audience.columns.map((name) => `${textOf(audience, name)} AS ${quoteIdentifier(name)}`),
    `${chosen(answers.map((one) => one.decision))} AS ${decision}`,
    `${chosen(answers.map(({ codes }) => codes.join(';')))} AS ${reasons}`,
    `${chosen(answers.map((one) => one.explanation))} AS ${explanation}`,
  ];
  return copy(
    engine,
    `SELECT ${cells.join(', ')} FROM audience a POSITIONAL JOIN outcome o WHERE o.answer <> 0`,
    draft,
    csv(audience.delimiter),
  );
}

/** A join would lose the order of the rows; the place in a list does not. */
const chosen = (texts: readonly string[]): string => `[${texts.map(quoteLiteral).join(', ')}][o.answer + 1]`;

const csv = (delimiter: string): string =>
  `FORMAT csv, HEADER true, DELIMITER ${quoteLiteral(delimiter)}, QUOTE '"', ESCAPE '"'`;

async function copy(
  engine: BatchEngine,
  select: string,
  { file, draft }: Draft,
  how: string,
): Promise<Result<number, Problem>> {
  try {
    const [[rows] = [0]] = await engine.rows(
      `COPY (${select}) TO ${quoteLiteral(draft)} (${how}, USE_TMP_FILE false)`,
    );
    return ok(Number(rows));
  } catch (error) {
    return fail(unwritable(file, String((error as Error).message)));
  }
}

export const unwritable = (file: string, said: string): Problem =>
  problem(
    'gate.unwritable',
    /no space|ENOSPC|disk full/i.test(said)
      ? `there is no room for \`${file}\``
      : `\`${file}\` cannot be written`,
    /no space|ENOSPC|disk full/i.test(said)
      ? 'make room, and run it again: nobody is allowed by what was left'
      : 'name a file in a folder that exists and may be written',
  );
