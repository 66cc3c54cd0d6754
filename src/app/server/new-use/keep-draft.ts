import type { UseCard } from '../../../check/facts/card.ts';
import type { Verdict } from '../../../kernel/gravity.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { FindingJson, NotAssessedJson } from '../../../report/json/schema.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { findUseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import { findUse, lockUse } from '../../../stores/sql/repositories/uses.ts';
import { messageReference } from '../../definition-files.ts';
import { MAXIMUM_FILE_BYTES } from '../../workspace-files.ts';
import type { Change } from '../change.ts';
import { type Preview, previewOf } from '../previews/preview.ts';
import { type JudgedPush, judgePushed, type PushedFile } from '../uses/judge-pushed.ts';
import { mergeReports } from '../uses/merge-reports.ts';
import { pushUses } from '../uses/push.ts';
import { demandVersion } from '../uses/standing.ts';
import { findingId, findingsOf, notAssessedOf } from '../uses/stored-version.ts';
import type { Drafted } from './draft-use.ts';
import type { Unknown } from './unknowns.ts';

/** A use with what was found in it. */
export interface JudgedDraft {
  readonly draft: Drafted;
  readonly judged: JudgedPush;
}

/** What becomes of a draft. */
export interface DraftAnswer {
  readonly use: string;
  readonly workspace: string;
  /** False for a verdict alone, of which nothing is kept. */
  readonly isKept: boolean;
  /** Id and number of the version that holds it; `null` where nothing is kept. */
  readonly versionId: string | null;
  readonly number: number | null;
  /** What the next edit names in `If-Match`; `null` where nothing is kept. */
  readonly version: number | null;
  readonly verdict: Verdict;
  readonly contentHash: string;
  readonly findings: ReadonlyArray<FindingJson & { readonly id: string }>;
  readonly notAssessed: readonly NotAssessedJson[];
  readonly unknowns: readonly Unknown[];
  /** The message with what was found marked in it; `null` where there is none. */
  readonly preview: Preview | null;
  readonly card: string;
  readonly files: readonly PushedFile[];
}

/** Judges a draft by its workspace. Problems: `file.too-large`, `use.invalid-push`, those of the workspace. */
export async function judgeDraft(draft: Drafted, now: Date): Promise<Result<JudgedDraft, Problem>> {
  const large = draft.own.find(({ text }) => Buffer.byteLength(text) > MAXIMUM_FILE_BYTES);
  if (large !== undefined)
    return fail(
      problem(
        'file.too-large',
        `\`${large.path}\` has more than ${MAXIMUM_FILE_BYTES} bytes`,
        'leave pictures out of the text, and refer to them',
      ),
    );
  const judged = await judgePushed([...draft.shared, ...draft.own], [draft.id], now);
  if (!judged.ok) return judged;
  const [report] = judged.value.report.uses;
  if (report?.hash == null || !judged.value.contents.has(draft.id)) {
    const why = judged.value.report.problems.find(({ at }) => at?.file.startsWith(`uses/${draft.id}/`));
    return fail(
      problem(
        'use.invalid-push',
        `the use cannot be read in full${why === undefined ? '' : `: ${why.message}`}`,
        why?.hint ?? 'bring the message as text',
      ),
    );
  }
  return ok({ draft, judged: judged.value });
}

/** The verdict on a draft of which nothing is kept. */
export function verdictOn({ draft, judged }: JudgedDraft): DraftAnswer {
  const report = judged.report.uses[0]!;
  const { verdict, findings, notAssessed } = mergeReports(report, null, []);
  return {
    ...shown(draft, findings),
    isKept: false,
    versionId: null,
    number: null,
    version: null,
    verdict,
    contentHash: report.hash!,
    notAssessed,
  };
}

/**
 * Keeps a draft as a version of its use: of a new one where `expected` is `null`, else of the one that was read at that
 * version. Refusals: `store.exists`, `store.changed`, `people.not-allowed`.
 */
export async function keepDraft(
  change: Change,
  { draft, judged }: JudgedDraft,
  expected: number | null,
): Promise<DraftAnswer> {
  if (expected !== null) await demandVersion(change, draft.id, expected);
  else if ((await lockUse(change.db, draft.id)) !== undefined)
    throw new Refusal(
      problem(
        'store.exists',
        `somebody made a use \`${draft.id}\` just now`,
        'ask again, or change the title',
      ),
    );
  const [pushed] = await pushUses(change, {
    workspace: draft.workspace,
    judged,
    sent: null,
    revision: null,
    through: 'console',
    files: null,
  });
  const version = (await findUseVersion(change.db, pushed!.versionId))!;
  const use = (await findUse(change.db, draft.id))!;
  return {
    ...shown(draft, await findingsOf(change.db, version.id)),
    isKept: true,
    versionId: version.id,
    number: version.number,
    version: use.version,
    verdict: version.verdict as Verdict,
    contentHash: version.contentHash,
    notAssessed: notAssessedOf(version),
  };
}

const shown = ({ id, workspace, card, unknowns, own }: Drafted, findings: readonly FindingJson[]) => ({
  use: id,
  workspace,
  findings: findings.map((finding) => ({ ...finding, id: findingId(finding) })),
  unknowns,
  preview: previewIn(card, own, findings),
  card: own.find(({ path }) => path.endsWith('/use.yaml'))!.text,
  files: own,
});

/** The first message that was brought: a use that is made here has no other. */
function previewIn(
  card: UseCard,
  files: readonly PushedFile[],
  findings: readonly FindingJson[],
): Preview | null {
  const [first] = (card.messages ?? []).map(messageReference);
  return first === undefined
    ? null
    : previewOf({ file: `uses/${card.use}/${first.file}`, card, files, findings });
}
