import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Destination, ImportFile, ReachedBy } from '../../connectors/destinations/destination.ts';
import type { Answer } from '../../gate/batch/answer-classes.ts';
import type { ReasonCode } from '../../gate/reason-codes.ts';
import type { Problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { normalIdentifier } from '../../playbook/6-control/ledger/subject-key.ts';
import { type Audience, textOf } from './audience-file.ts';
import type { BatchEngine } from './batch-engine.ts';
import type { Drafts, GateSummary, ImportOrder } from './gate-request.ts';
import { type Draft, unwritable } from './write-answers.ts';

/** The columns of a list in which a system finds people. */
export type ReachedColumns = Readonly<Partial<Record<keyof ReachedBy, string>>>;

export interface WrittenImport {
  readonly people: number;
  /** Rows of people whom the system could not tell: nothing of theirs that it goes by is in the list, or can be read. */
  readonly left: number;
}

/** What a person says themselves. Anything else may be over tomorrow, and takes nobody off a list for ever. */
const SAID_BY_THE_PERSON: ReadonlySet<ReasonCode> = new Set(['said-no', 'privacy-signal']);

/** Who goes into a file, by the places of the answers that they get. */
export const placesFor = (
  answers: readonly Answer[],
  what: 'adding' | 'removing',
  { removes }: Destination,
): readonly number[] =>
  answers.flatMap(({ decision, codes }, place) => {
    const goes =
      what === 'adding'
        ? decision === 'permit'
        : decision !== 'permit' &&
          (removes === 'whoever-is-held' || codes.some((code) => SAID_BY_THE_PERSON.has(code)));
    return goes ? [place] : [];
  });

/** Writes the import file of a system for everybody who got one of these answers. Problems: `gate.unwritable`. */
async function writeImport(
  engine: BatchEngine,
  audience: Audience,
  columns: ReachedColumns,
  file: ImportFile,
  places: readonly number[],
  { file: name, draft }: Draft,
): Promise<Result<WrittenImport, Problem>> {
  const kinds = ['email', 'phone', 'customer'] as const;
  const cells = kinds.map((kind) => {
    const column = columns[kind];
    return column === undefined ? 'NULL' : textOf(audience, column);
  });
  const rows = engine.stream(
    `SELECT ${cells.join(', ')} FROM audience a POSITIONAL JOIN outcome o WHERE o.answer IN (${places.join(', ') || -1})`,
  );
  let [people, left] = [0, 0];
  async function* lines(): AsyncGenerator<string> {
    yield lineOf(file.header);
    for await (const [email, phone, customer] of rows) {
      const row = file.row({
        email: normal('email', email),
        phone: normal('phone', phone),
        customer: normal('customer', customer),
      });
      if (row === null) left += 1;
      else {
        people += 1;
        yield lineOf(row);
      }
    }
  }
  try {
    await pipeline(lines, createWriteStream(draft));
    return ok({ people, left });
  } catch (error) {
    return fail(unwritable(name, (error as NodeJS.ErrnoException).code ?? ''));
  }
}

/** The files that were ordered for a system. Problems: `gate.unwritable`. */
export async function writeImports(
  engine: BatchEngine,
  audience: Audience,
  order: ImportOrder | null,
  answers: readonly Answer[],
  drafts: Drafts,
): Promise<Result<Pick<GateSummary, 'additions' | 'removals'>, Problem>> {
  const written: { additions: WrittenImport | null; removals: WrittenImport | null } = {
    additions: null,
    removals: null,
  };
  if (order === null) return ok(written);
  const { destination, columns } = order;
  for (const [what, how] of [
    ['removals', 'removing'],
    ['additions', 'adding'],
  ] as const) {
    const draft = drafts[what];
    if (draft === null) continue;
    const places = placesFor(answers, how, destination);
    const file = await writeImport(engine, audience, columns, destination[how], places, draft);
    if (!file.ok) return file;
    written[what] = file.value;
  }
  return ok(written);
}

function normal(kind: keyof ReachedBy, cell: unknown): string | null {
  if (cell === null || cell === undefined) return null;
  const identifier = normalIdentifier({ kind, value: String(cell) });
  return identifier.ok ? identifier.value.value : null;
}

const lineOf = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
