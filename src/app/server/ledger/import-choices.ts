import { contentHash } from '../../../kernel/canonical.ts';
import { problem } from '../../../kernel/problem.ts';
import type { ChoiceEvent, SeenNotice } from '../../../playbook/6-control/ledger/choice-event.ts';
import { type BadLine, readImport } from '../../../playbook/6-control/ledger/read-import.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { findChoices } from '../../../stores/sql/repositories/choices.ts';
import { listNotices } from '../../../stores/sql/repositories/notices.ts';
import { type Change, demand } from '../change.ts';
import { say } from '../evidence/say.ts';
import { appendChoices } from './append.ts';
import { eventOf } from './choose.ts';
import { subjectOf } from './subject-of.ts';

export interface ImportRequest {
  readonly csv: string;
  readonly sourceSystem: string;
  /** The notice of lines that name none, by version. */
  readonly notice: string | null;
  readonly language: string | null;
  readonly jurisdiction: string | null;
  readonly dryRun: boolean;
}

export interface ImportOutcome {
  /** Lines after the header: the sum of `added`, `known`, and `bad`. */
  readonly lines: number;
  readonly added: number;
  /** Were there already. */
  readonly known: number;
  readonly bad: number;
  /** Of those that are good, by what they say. A yes without a notice that can be shown is `claimed`, which permits nothing. */
  readonly kinds: Readonly<Record<string, number>>;
  /** The first hundred. */
  readonly badLines: readonly BadLine[];
  readonly dryRun: boolean;
}

const NAMED = 100;

/**
 * Takes choices from a file, all of it or nothing: a line that cannot be read may be the one that says no. A dry run tells
 * what would come of it and keeps nothing.
 * Refusals: `people.not-allowed`, `ledger.invalid-import`, `ledger.id-taken`.
 */
export async function importChoices(change: Change, request: ImportRequest): Promise<ImportOutcome> {
  demand(change, 'ledger.import');
  const { db, at, context, caller } = change;
  const notices = await listNotices(db);
  const findNotice = (version: string, language: string | null): SeenNotice | null =>
    notices.find((one) => one.version === version && (language === null || one.language === language)) ??
    null;
  const plain = (notice: SeenNotice | null): SeenNotice | null =>
    notice === null ? null : { version: notice.version, language: notice.language, hash: notice.hash };
  const read = readImport(
    request.csv,
    {
      ...request,
      notice: request.notice === null ? null : plain(findNotice(request.notice, request.language)),
      findNotice: (version, language) => plain(findNotice(version, language)),
    },
    at,
  );
  const bad = read.bad.length;
  if (bad > 0 && !request.dryRun)
    throw new Refusal(
      problem(
        'ledger.invalid-import',
        `${bad} ${bad === 1 ? 'line is' : 'lines are'} bad, first line ${read.bad[0]!.line}, \`${read.bad[0]!.field}\`: ${read.bad[0]!.says}`,
        'mend the lines that a dry run names; nothing was imported',
      ),
    );
  const events = read.lines.map(({ identifier, draft }) =>
    eventOf(context.ledger, subjectOf(context.ledger, identifier), draft),
  );
  const { added, known } = request.dryRun
    ? await foreseen(change, events)
    : await appendChoices(change, events);
  if (!request.dryRun)
    say(change, 'ledger', 'ledger.imported', {
      by: caller.account.key,
      source: request.sourceSystem,
      contentHash: contentHash(request.csv),
      lines: read.total,
      added,
    });
  const kinds: Record<string, number> = {};
  for (const { kind } of events) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return {
    lines: read.total,
    added,
    known,
    bad,
    kinds,
    badLines: read.bad.slice(0, NAMED),
    dryRun: request.dryRun,
  };
}

async function foreseen(
  { db }: Pick<Change, 'db'>,
  events: readonly ChoiceEvent[],
): Promise<{ readonly added: number; readonly known: number }> {
  const names = new Set(events.map(({ subject, id }) => `${subject} ${id}`));
  const known = (await findChoices(db, events)).length;
  const added = names.size - known;
  return { added, known: events.length - added };
}
