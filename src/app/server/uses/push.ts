import { contentHash } from '../../../kernel/canonical.ts';
import { VERDICTS } from '../../../kernel/gravity.ts';
import { problem } from '../../../kernel/problem.ts';
import type { WorkspaceReportJson } from '../../../report/json/schema.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import { findPersonByEmail } from '../../../stores/sql/repositories/people.ts';
import {
  addUseVersion,
  findUseVersion,
  type UseVersion,
} from '../../../stores/sql/repositories/use-versions.ts';
import { addUse, addUseMember, changeUse, lockUse, type Use } from '../../../stores/sql/repositories/uses.ts';
import { listWaivers } from '../../../stores/sql/repositories/waivers.ts';
import { keepAudits, type SentAudit } from '../audits/keep.ts';
import { type Change, demand, missing } from '../change.ts';
import { say } from '../evidence/say.ts';
import { openNeededRecords } from '../records/records.ts';
import { differenceOf } from './difference.ts';
import type { JudgedPush, PushedFile } from './judge-pushed.ts';
import { mergeReports, type UseReportJson } from './merge-reports.ts';
import { afterNewContent } from './new-content.ts';
import { standing } from './standing.ts';
import { comparableOf, findingsOf, reportOf, type StoredReport } from './stored-version.ts';
import type { UseContent } from './use-content.ts';
import { keepShared } from './workspace-files.ts';

export interface PushInput {
  readonly workspace: string;
  readonly judged: JudgedPush;
  /** What `scruple check` said where facts and data are at hand. */
  readonly sent: WorkspaceReportJson | null;
  readonly revision: string | null;
  readonly through: 'cli' | 'ci' | 'api' | 'console';
  /** Everything that was pushed; `null` where what uses share is what is kept here already. */
  readonly files: readonly PushedFile[] | null;
  /** Audits of decisions, made where the decisions are at hand. */
  readonly audits?: readonly SentAudit[];
}

/** What became of one use of a push. */
export interface PushedUse {
  readonly use: string;
  readonly version: number;
  readonly versionId: string;
  readonly verdict: string;
  readonly contentHash: string;
  /** False where this content with these findings was there already. */
  readonly isNew: boolean;
}

/**
 * Keeps the uses of a push, all or none: each as a new version with what we and the pusher found, and what differs from
 * the version cleared last. Content that changed voids a clearance or asks for its confirmation.
 * Refusals: `use.invalid-push`, `people.not-allowed`.
 */
export async function pushUses(change: Change, input: PushInput): Promise<readonly PushedUse[]> {
  const pushed: PushedUse[] = [];
  // In one order always, so that two pushes at once cannot wait for one another.
  const uses = [...input.judged.report.uses].sort((a, b) => (a.use < b.use ? -1 : 1));
  const stray = input.audits?.find(({ use }) => !uses.some((one) => one.use === use));
  if (stray !== undefined) throw withoutUse(stray);
  for (const report of uses) pushed.push(await pushOne(change, input, report));
  if (input.files !== null) await keepShared(change, input.workspace, input.files);
  return pushed;
}

async function pushOne(change: Change, input: PushInput, own: UseReportJson): Promise<PushedUse> {
  const { db, at } = change;
  const content = input.judged.contents.get(own.use);
  if (content === undefined || own.hash === null || own.kind === null) throw unreadable(own, input);
  const use = await ownUse(change, input, own, content);
  const waivers = (await listWaivers(db, { useId: use.id, state: 'approved' }, { limit: 500 })).items
    .filter(({ until }) => until > at)
    .map(({ id, checkId }) => ({ id, check: checkId }));
  const sent = input.sent?.uses.find((one) => one.use === own.use) ?? null;
  const merged = mergeReports(own, sent, waivers);
  const withAudits = async (version: UseVersion): Promise<UseVersion> => {
    const audits = (input.audits ?? []).filter((one) => one.use === own.use);
    await keepAudits(change, version, content.card, audits, input.through);
    return version;
  };
  const latest = use.latestVersionId === null ? undefined : await findUseVersion(db, use.latestVersionId);
  if (latest !== undefined && (await isSame(change, latest, own.hash, merged)))
    return shownPush(await withAudits(latest), false);

  const cleared = use.clearedVersionId === null ? undefined : await findUseVersion(db, use.clearedVersionId);
  const stored: StoredReport = {
    parts: content.parts,
    messages: content.messages,
    variants: content.variants,
    slots: content.slots,
    claims: content.claims,
    promotional: content.promotional,
    checksRun: own.checksRun,
    assessedElsewhere: merged.assessedElsewhere,
  };
  const version = await addUseVersion(db, {
    id: newId('version', at),
    useId: use.id,
    contentHash: own.hash,
    card: content.card,
    files: content.files.map(({ path, text }) => ({ path, hash: contentHash(text), content: text })),
    verdict: merged.verdict,
    counts: countsOf(merged),
    notAssessed: merged.notAssessed,
    report: stored,
    difference:
      cleared === undefined
        ? null
        : differenceOf(await comparableOf(db, cleared), cleared.number, {
            contentHash: own.hash as `sha256:${string}`,
            parts: content.parts,
            messages: content.messages,
            files: content.files,
          }),
    revision: input.revision,
    pushedBy: change.caller.personId,
    pushedThrough: input.through,
    createdAt: at,
    findings: merged.findings.map((finding) => ({
      checkId: finding.check,
      step: finding.step,
      risk: finding.risk,
      gravity: finding.gravity,
      gravityRank: RANKS[finding.gravity],
      isWaived: finding.waivedBy !== null,
      body: JSON.stringify(finding),
    })),
  });
  await changeUse(db, use.id, null, {
    kind: own.kind,
    verdict: merged.verdict,
    verdictRank: VERDICTS.indexOf(merged.verdict),
    latestVersionId: version.id,
    expiresAt: expiryOf(content),
    changedAt: at,
  });
  say(change, use.id, 'use.pushed', {
    by: change.caller.account.key,
    version: version.number,
    contentHash: own.hash,
    verdict: merged.verdict,
  });
  const jurisdictions = content.card.jurisdictions ?? input.judged.jurisdictions;
  await openNeededRecords(change, use, content.card, merged.findings, jurisdictions);
  await afterNewContent(change, use, version);
  return shownPush(await withAudits(version), true);
}

/** The use of a push, behind its lock: one's own, or a new one that is one's own from here on. */
async function ownUse(
  change: Change,
  input: PushInput,
  own: UseReportJson,
  content: UseContent,
): Promise<Use> {
  const { db, at, caller } = change;
  const there = await lockUse(db, own.use);
  if (there !== undefined) {
    const { owner } = await standing(change, there);
    demand(change, 'use.write', { owner });
    return there;
  }
  demand(change, 'use.write', { owner: caller.account.key });
  if (caller.personId === null) throw missing();
  const named = content.owner === null ? undefined : await findPersonByEmail(db, content.owner);
  await addUse(db, {
    id: own.use,
    workspace: input.workspace,
    kind: own.kind ?? 'campaign',
    owner: content.owner ?? '',
    ownerId: named?.id ?? caller.personId,
    state: 'checked',
    verdict: own.verdict,
    verdictRank: VERDICTS.indexOf(own.verdict),
    createdAt: at,
    changedAt: at,
  });
  // Whoever brings a use works on it, whoever is named as its owner, and so does not judge it.
  await addUseMember(db, own.use, caller.personId, at);
  return (await lockUse(db, own.use))!;
}

async function isSame(
  { db }: Change,
  latest: UseVersion,
  hash: string,
  merged: ReturnType<typeof mergeReports>,
): Promise<boolean> {
  if (latest.contentHash !== hash || latest.verdict !== merged.verdict) return false;
  if (contentHash(latest.notAssessed) !== contentHash(merged.notAssessed)) return false;
  if (contentHash(reportOf(latest).assessedElsewhere) !== contentHash(merged.assessedElsewhere)) return false;
  return contentHash(await findingsOf(db, latest.id)) === contentHash(merged.findings);
}

function countsOf({ findings, notAssessed }: ReturnType<typeof mergeReports>): Record<string, number> {
  const counts: Record<string, number> = { block: 0, review: 0, advise: 0, waived: 0 };
  for (const { gravity, waivedBy } of findings) counts[waivedBy === null ? gravity : 'waived']! += 1;
  return { ...counts, notAssessed: notAssessed.length };
}

const RANKS = { advise: 0, review: 1, block: 2 } as const;

const expiryOf = ({ card }: UseContent): Date | null => {
  const end = card.expires === undefined ? Number.NaN : Date.parse(`${card.expires}T23:59:59.999Z`);
  return Number.isNaN(end) ? null : new Date(end);
};

const shownPush = (
  { id, useId, number, verdict, contentHash: hash }: UseVersion,
  isNew: boolean,
): PushedUse => ({
  use: useId,
  version: number,
  versionId: id,
  verdict,
  contentHash: hash,
  isNew,
});

function unreadable({ use }: UseReportJson, { judged }: PushInput): Refusal {
  const why = judged.report.problems.find(({ at }) => at?.file.startsWith(`uses/${use}/`));
  return new Refusal(
    problem(
      'use.invalid-push',
      `the use \`${use}\` cannot be read in full${why === undefined ? '' : `: ${why.message}`}`,
      why?.hint ?? 'push every file that its card names',
    ),
  );
}

const withoutUse = ({ use }: SentAudit): Refusal =>
  new Refusal(
    problem(
      'use.invalid-push',
      `an audit is of the use \`${use}\`, which is not pushed`,
      'send audits of uses of the same push',
    ),
  );
