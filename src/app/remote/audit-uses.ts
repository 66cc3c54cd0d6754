import type { CardFact, RuleReference } from '../../check/facts/card.ts';
import type { Warehouse } from '../../kernel/ports/warehouse.ts';
import type { Problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { readColumns } from '../../playbook/4-harm/fairness/check-columns.ts';
import { knownColumns } from '../../playbook/4-harm/fairness/known-columns.ts';
import { runAudit, runner } from '../../playbook/4-harm/fairness/run-audit.ts';
import type { AuditSpec } from '../../playbook/4-harm/fairness/spec.ts';
import { auditJson } from '../../report/audit/audit-json.ts';
import type { AuditJson } from '../../report/audit/schema.ts';
import { documentOf } from '../audit/audit-document.ts';
import { hashOf } from '../audit/hash-of.ts';
import type { AuditRequest } from '../audit/request.ts';
import { isVaultFile } from '../audit/vault-files.ts';
import { answerOverVault } from '../audit/workspace-vault.ts';
import { decisionFile, openDecisionFiles } from '../decision-files.ts';
import { limitMs } from '../limits.ts';
import { cardOf } from '../use-cards.ts';
import type { Workspace } from '../workspace.ts';

/** Fewer people than this are not shown on a server, whether or not their attributes were kept apart. */
export const MINIMUM_CELL = 10;

/** The audit of one file of decisions that a card names. */
export interface UseAudit {
  readonly use: string;
  /** Place in the card, as `/scores/0`. */
  readonly pointer: string;
  readonly report: AuditJson;
}

export interface UseAudits {
  readonly audits: readonly UseAudit[];
  /** Decisions that could not be audited, with the reason. */
  readonly left: ReadonlyArray<{ readonly use: string; readonly pointer: string; readonly because: string }>;
}

interface Asked {
  readonly workspace: Workspace;
  readonly warehouse: Warehouse;
  readonly use: string;
  readonly card: CardFact;
  /** The file as the card names it. */
  readonly decisions: string;
  readonly at: Date;
  readonly version: string;
}

/**
 * Audits the decisions that the cards of some uses name, by the groups of the workspace: what `scruple audit` would say
 * of them. Only aggregates come out, of no group with fewer than ten people, or than the record of the vault says.
 */
export async function auditUses(
  workspace: Workspace,
  uses: readonly string[],
  { at, version }: { readonly at: Date; readonly version: string },
): Promise<UseAudits> {
  const audits: UseAudit[] = [];
  const left: Array<UseAudits['left'][number]> = [];
  const named = await decisionsOf(workspace, uses);
  if (named.length === 0 || workspace.settingsFact.auditGroups.length === 0) return { audits, left };
  const opened = await openDecisionFiles(workspace, uses, workspace.files.root);
  try {
    for (const { use, pointer, card, decisions } of named) {
      const report = opened.ok
        ? await auditOne({ workspace, warehouse: opened.value, use, card, decisions, at, version })
        : opened;
      if (report.ok) audits.push({ use, pointer, report: report.value });
      else left.push({ use, pointer, because: report.problem.message });
    }
  } finally {
    if (opened.ok) await opened.value.close();
  }
  return { audits, left };
}

async function decisionsOf(workspace: Workspace, uses: readonly string[]) {
  const named = [];
  for (const use of uses) {
    const reading = await cardOf(workspace, use);
    const card = reading.ok ? reading.value.fact : null;
    for (const [index, { decisions }] of (card?.card.scores ?? []).entries())
      if (decisions !== undefined) named.push({ use, pointer: `/scores/${index}`, card: card!, decisions });
  }
  return named;
}

async function auditOne(asked: Asked): Promise<Result<AuditJson, Problem>> {
  const { workspace, warehouse, card, decisions } = asked;
  const file = await decisionFile(workspace, card, decisions);
  if (!file.ok) return file;
  if (isVaultFile(file.value.path))
    return fail({
      code: 'usage.invalid',
      message: `\`${decisions}\` is a vault, and no decisions`,
      hint: 'name the decisions instead',
      at: null,
    });
  const groups = workspace.settingsFact.auditGroups;
  const found = await readColumns(runner(warehouse), { kind: 'file', ...file.value }, groups);
  if (!found.ok) return found;
  const { source, columns } = found.value;
  const known = knownColumns(columns);
  const { vault, key } = workspace.settings.audit ?? {};
  if (vault !== undefined && groups.some((name) => !columns.includes(name)))
    return overVault(
      asked,
      { source: { kind: 'file', ...file.value }, groups, decision: known.decision },
      vault,
      key,
    );
  const plain: AuditSpec = {
    source,
    groups,
    decision: known.decision,
    minimumCell: MINIMUM_CELL,
    rules: rulesIn(columns, card.card.rules ?? []),
    ...(known.weight === undefined ? {} : { weight: known.weight }),
  };
  const whole: AuditSpec = {
    ...plain,
    outcomes: known.amounts,
    ...(known.label === undefined ? {} : { label: known.label }),
  };
  // A column of a usual name that holds something else must not keep the decisions from being audited.
  const wholly = await runAudit(warehouse, whole);
  const report = wholly.ok ? wholly : await runAudit(warehouse, plain);
  if (!report.ok) return report;
  const hash = await hashOf(file.value.path);
  if (!hash.ok) return hash;
  const spec = wholly.ok ? whole : plain;
  const made = { dataHash: hash.value, minimumCell: null, areas: null };
  return ok(
    sendable(documentOf(requestOf(asked, spec), decisions, spec, report.value, made, warehouse.engine)),
  );
}

async function overVault(
  asked: Asked,
  spec: Parameters<typeof answerOverVault>[1]['spec'],
  vault: string,
  key: string | undefined,
): Promise<Result<AuditJson, Problem>> {
  const { workspace, use, decisions, at } = asked;
  const settings = { root: workspace.files.root, vault, key, limit: workspace.settings.limits?.query };
  const purpose = `scruple push of the use ${use}`;
  const answer = await answerOverVault(settings, { decisions, spec, use, now: at, purpose });
  if (!answer.ok) return answer;
  const { report, dataHash, minimumCell, engine, vault: opened } = answer.value;
  const request = { ...requestOf(asked, spec), purpose };
  const made = { dataHash, minimumCell, areas: null };
  return ok(sendable(documentOf(request, decisions, { ...spec, vault: opened }, report, made, engine)));
}

/** Columns that bear the name of a rule of the card: true where it held the person back. */
const rulesIn = (columns: readonly string[], rules: readonly RuleReference[]): readonly string[] =>
  columns.filter((column) =>
    rules.some(({ name }) => name === column || name.replaceAll('-', '_') === column),
  );

/** Which rules held back together may speak of a single person, and nothing on a server is made from it. */
const sendable = (audit: AuditJson): AuditJson =>
  auditJson({ ...audit, rules: audit.rules === null ? null : { ...audit.rules, patterns: [] } });

const requestOf = (
  { workspace, decisions, at, version }: Asked,
  { source, ...columns }: AuditSpec,
): AuditRequest => ({
  decisions,
  columns,
  at,
  timeoutMs: limitMs(workspace.settings.limits?.query),
  version,
  environment: {},
});
