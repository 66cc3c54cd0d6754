import { relative } from 'node:path';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { VaultQuestion } from '../../playbook/4-harm/fairness/count-decisions.ts';
import type { AuditReport } from '../../playbook/4-harm/fairness/report.ts';
import { DEFAULT_SEED, type VaultSource } from '../../playbook/4-harm/fairness/spec.ts';
import { auditVault } from '../../playbook/4-harm/vault/audit-vault.ts';
import { openDuckDb } from '../../stores/warehouse/duckdb.ts';
import { limitMs } from '../limits.ts';
import { WorkspaceFiles } from '../workspace-files.ts';
import { hashOf } from './hash-of.ts';
import { FORMATS } from './open-decisions.ts';
import { type OpenedVault, openVault } from './open-vault.ts';
import { recordFileOf } from './vault-files.ts';
import { fileVaultLog } from './vault-log.ts';

/** What scruple.yaml says of the vault, and where its paths start. */
export interface VaultSettings {
  readonly root: string;
  readonly vault: string;
  /** Column of the pseudonym in the decisions, where it has another name than in the vault. */
  readonly key: string | undefined;
  readonly limit: string | undefined;
}

export interface VaultRequest {
  /** The file of decisions as the card names it. */
  readonly decisions: string;
  readonly spec: VaultQuestion;
  readonly use: string;
  readonly now: Date;
  /** What the log says it was for; without it, the check of the use. */
  readonly purpose?: string;
}

/** What an audit over the vault says, and what it was made from. */
export interface VaultAnswer {
  readonly report: AuditReport;
  readonly vault: VaultSource;
  readonly minimumCell: number;
  readonly dataHash: string;
  readonly purpose: string;
  readonly engine: string;
}

/**
 * Audits decisions of a card over the vault of its workspace, in an engine that sees the two files and nothing else. The
 * run is logged with its purpose before anything is read for it, and only what `auditVault` shows comes out.
 * Problems: `file.*`, `warehouse.unavailable`, those of `openVault` and `auditVault`.
 */
export async function auditWorkspaceVault(
  settings: VaultSettings,
  request: VaultRequest,
): Promise<Result<AuditReport, Problem>> {
  const answer = await answerOverVault(settings, request);
  return answer.ok ? ok(answer.value.report) : answer;
}

/** The same with what an audit document states of its making. */
export async function answerOverVault(
  settings: VaultSettings,
  { decisions, spec, use, now, purpose = `scruple check of the use ${use}` }: VaultRequest,
): Promise<Result<VaultAnswer, Problem>> {
  const opened = await openIn(settings, now);
  if (!opened.ok) return opened;
  const { vault, minimumCell, logFile, path } = opened.value;
  const weight = Object.keys(vault.records).find((name) => WEIGHT.test(name));
  if (weight !== undefined)
    return fail(
      problem(
        'usage.invalid',
        `the vault is a weighted sample (\`${weight}\`), and a check compares no weighted rates`,
        `run \`scruple audit --weight ${weight}\` over it`,
      ),
    );
  const hash = await hashOf(spec.source.path);
  if (!hash.ok) return hash;
  const warehouse = await openDuckDb({
    allowedPaths: [spec.source.path, path],
    root: settings.root,
    queryTimeoutMs: limitMs(settings.limit),
  });
  if (!warehouse.ok) return warehouse;
  const log = fileVaultLog(logFile, {
    at: now.toISOString(),
    purpose,
    attributes: spec.groups.filter((one) => Object.hasOwn(vault.records, one)),
    decisions,
    dataHash: hash.value,
    seed: DEFAULT_SEED,
  });
  try {
    const report = await auditVault(warehouse.value, { ...spec, vault }, minimumCell, log);
    const { engine } = warehouse.value;
    return report.ok
      ? ok({ report: report.value, vault, minimumCell, dataHash: hash.value, purpose, engine })
      : report;
  } finally {
    await warehouse.value.close();
  }
}

/** A weight that is left out would make a sample speak of nobody but those who answered. */
const WEIGHT = /^(?:people|weights?)$|_weights?$/i;

/** The vault inside the workspace; neither it nor its record may be a link that leads out. */
async function openIn(
  { root, vault: name, key }: VaultSettings,
  now: Date,
): Promise<Result<OpenedVault & { readonly path: string }, Problem>> {
  const format = FORMATS[name.split('.').at(-1)!.toLowerCase()];
  if (format === undefined)
    return fail(
      problem(
        'file.unknown-kind',
        `the vault \`${name}\` is no .csv, .parquet or .json file`,
        'name such a file',
      ),
    );
  const files = await WorkspaceFiles.open(root);
  if (!files.ok) return files;
  const located = await files.value.locate(name);
  if (!located.ok) return located;
  const path = located.value;
  const record = await files.value.locate(recordFileOf(relative(files.value.root, path)));
  if (!record.ok && record.problem.code === 'file.outside') return record;
  const opened = await openVault(name, { kind: 'file', path, format }, key, now, path);
  return opened.ok ? ok({ ...opened.value, path }) : opened;
}
