import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { findPack } from '../../playbook/4-harm/fairness/packs.ts';
import type { AuditReport } from '../../playbook/4-harm/fairness/report.ts';
import { type RunOptions, runAudit } from '../../playbook/4-harm/fairness/run-audit.ts';
import { type AuditSpec, DEFAULT_SEED, type VaultSource } from '../../playbook/4-harm/fairness/spec.ts';
import { type PackAnswer, packAnswer } from '../../playbook/4-harm/fairness-packs/pack-answer.ts';
import { auditVault } from '../../playbook/4-harm/vault/audit-vault.ts';
import type { AuditJson } from '../../report/audit/schema.ts';
import { summaryOf } from '../../report/audit/summary.ts';
import { type OpenedDecisions, openDecisions } from './open-decisions.ts';
import { openVault, refuseVaultAsDecisions } from './open-vault.ts';
import type { AuditRequest } from './request.ts';
import { fileVaultLog } from './vault-log.ts';

/**
 * `scruple audit`: opens decisions and vault, counts, judges, and says how it was done.
 * Problems: `usage.invalid`, `file.*`, `warehouse.*`, and the `audit.*` codes.
 */
export async function auditDecisions(
  request: AuditRequest,
  options: RunOptions = {},
): Promise<Result<AuditJson, Problem>> {
  const pack = request.pack === undefined ? null : findPack(request.pack);
  if (pack !== null && !pack.ok) return pack;
  const isVault = refuseVaultAsDecisions(request.decisions);
  if (isVault !== null) return fail(isVault);
  if (request.vault !== undefined && (request.purpose ?? '').trim() === '')
    return fail(
      problem(
        'usage.invalid',
        'every audit of a vault is logged with its purpose, and none is given',
        'say why with --purpose',
      ),
    );
  const opened = await openDecisions(request);
  if (!opened.ok) return opened;
  try {
    return await auditOpened(request, opened.value, options, pack === null ? null : pack.value);
  } finally {
    await opened.value.warehouse.close();
  }
}

async function auditOpened(
  request: AuditRequest,
  { warehouse, source, vault: apart, file, name }: OpenedDecisions,
  options: RunOptions,
  pack: NonNullable<AuditSpec['pack']> | null,
): Promise<Result<AuditJson, Problem>> {
  const spec: AuditSpec = {
    ...request.columns,
    source,
    ...(pack === null ? {} : { pack, ...(pack.smallestShare === null ? {} : { marginals: true }) }),
  };
  const dataHash = file === null ? null : await hashOf(file);
  if (dataHash !== null && !dataHash.ok) return dataHash;
  const hash = dataHash?.value ?? null;
  if (apart === null) {
    const report = await runAudit(warehouse, spec, { timeoutMs: request.timeoutMs, ...options });
    return report.ok
      ? ok(documentOf(request, name, spec, report.value, hash, null, warehouse.engine))
      : fail(named(report.problem, name, file));
  }
  const vault = await openVault(request.vault!, apart, spec.id, request.at);
  if (!vault.ok) return vault;
  const reads = await refuseQueryOfVault(spec, apart, warehouse);
  if (reads !== null) return fail(reads);
  const keyed = { ...spec, vault: vault.value.vault };
  const log = fileVaultLog(vault.value.logFile, {
    at: request.at.toISOString(),
    purpose: request.purpose!,
    attributes: spec.groups
      .concat(spec.control ?? [])
      .filter((one) => Object.hasOwn(keyed.vault.records, one)),
    decisions: name,
    dataHash: hash,
    seed: spec.seed ?? DEFAULT_SEED,
    version: request.version,
  });
  const report = await auditVault(warehouse, keyed, vault.value.minimumCell, log, {
    timeoutMs: request.timeoutMs,
    ...options,
  });
  return report.ok
    ? ok(documentOf(request, name, keyed, report.value, hash, vault.value.minimumCell, warehouse.engine))
    : fail(named(report.problem, name, file));
}

/** A query may not bring the attributes along as if they were the decisions' own. */
async function refuseQueryOfVault(
  spec: AuditSpec,
  apart: NonNullable<OpenedDecisions['vault']>,
  warehouse: OpenedDecisions['warehouse'],
): Promise<Problem | null> {
  if (spec.source.kind !== 'query' || apart.kind !== 'table') return null;
  const tables = await warehouse.tablesOf(spec.source.sql);
  if (!tables.ok) return tables.problem;
  const own = apart.name.slice(-2).join('.').toLowerCase();
  return tables.value.some((table) => table.toLowerCase().endsWith(own))
    ? problem('usage.invalid', 'the query reads the vault itself', 'ask for the decisions alone')
    : null;
}

/** A problem of a file says which file it is, as it was named and not where it lies on this machine. */
function named(own: Problem, name: string, file: string | null): Problem {
  const message = file === null ? own.message : own.message.replaceAll(file, name);
  return own.at !== null || own.code === 'usage.invalid' || message.startsWith(`\`${name}\``)
    ? { ...own, message }
    : { ...own, message: `\`${name}\`: ${message}` };
}

async function hashOf(file: string): Promise<Result<string, Problem>> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }))
      hash.update(chunk as Buffer);
  } catch (error) {
    return fail(
      problem(
        'audit.unreadable',
        `\`${file}\` cannot be read (${(error as NodeJS.ErrnoException).code})`,
        'check that it is a file, and who may read it',
      ),
    );
  }
  return ok(`sha256:${hash.digest('hex')}`);
}

function documentOf(
  request: AuditRequest,
  name: string,
  spec: AuditSpec & { readonly vault?: VaultSource },
  report: AuditReport,
  dataHash: string | null,
  minimumCell: number | null,
  engine: string,
): AuditJson {
  const answer = spec.pack === undefined ? null : packAnswer(spec.pack, spec, report);
  const asked = {
    groups: [...spec.groups],
    decision: spec.decision,
    favourable: spec.favourable ?? null,
    label: spec.label ?? null,
    labelFavourable: spec.labelFavourable ?? null,
    score: spec.score ?? null,
    weight: spec.weight ?? null,
    weightKind: spec.weightKind ?? null,
    control: [...(spec.control ?? [])],
    reference: spec.reference ?? null,
    rules: [...(spec.rules ?? [])],
    id: spec.id ?? null,
    proxies: [...(spec.proxies ?? [])],
    outcomes: [...(spec.outcomes ?? [])],
    marginals: spec.marginals === true,
  };
  const draft = {
    ...report,
    checkedAt: request.at.toISOString(),
    asked,
    // The report names a file as it was named, not where it lies on this machine.
    source: {
      ...report.source,
      name: report.source.kind === 'table' ? `${name} ${report.source.name}` : name,
      dataHash,
    },
    pack: answer === null ? null : packJson(answer),
    vault:
      spec.vault === undefined || minimumCell === null
        ? null
        : {
            purpose: request.purpose ?? '',
            minimumCell,
            attributes: Object.entries(spec.vault.records)
              .filter(([attribute]) => spec.groups.includes(attribute) || spec.control?.includes(attribute))
              .map(([attribute, record]) => ({ attribute, ...record })),
          },
    purpose: request.purpose ?? null,
    method: { ...report.method, engine, version: request.version },
    summary: [],
  } as unknown as AuditJson;
  return { ...draft, summary: summaryOf(draft) };
}

const packJson = (answer: PackAnswer): AuditJson['pack'] => ({
  id: answer.id,
  title: answer.title,
  says: answer.says,
  source: answer.source,
  date: answer.verifiedOn,
  verified: answer.verifiedOn !== null,
  threshold: { ...answer.threshold, is: answer.thresholdIs },
  smallestShare: answer.smallestShare,
  requirements: [...answer.requirements],
  impactRatios: [...answer.impactRatios],
});

/** The document of an audit that could not be run: nothing is judged, and nothing looks like a pass. */
export function documentOfProblem(request: AuditRequest, why: Problem): AuditJson {
  const { columns } = request;
  return {
    schema: 'scruple.audit/1',
    checkedAt: request.at.toISOString(),
    rows: 0,
    verdict: 'insufficient',
    summary: [],
    because: ['the audit could not be run'],
    groups: [],
    comparisons: [],
    metrics: [],
    conditional: null,
    source: {
      kind: 'file',
      name: nameOf(request.decisions),
      window: null,
      caution: null,
      dataHash: null,
      countsHash: null,
    },
    asked: {
      groups: [...columns.groups],
      decision: columns.decision,
      favourable: columns.favourable ?? null,
      label: columns.label ?? null,
      labelFavourable: columns.labelFavourable ?? null,
      score: columns.score ?? null,
      weight: columns.weight ?? null,
      weightKind: columns.weightKind ?? null,
      control: [...(columns.control ?? [])],
      reference: columns.reference ?? null,
      rules: [...(columns.rules ?? [])],
      id: columns.id ?? null,
      proxies: [...(columns.proxies ?? [])],
      outcomes: [...(columns.outcomes ?? [])],
      marginals: columns.marginals === true,
    },
    reference: null,
    people: 0,
    excluded: { decisionMissing: 0, weightMissing: 0 },
    spread: { selectionRateDifference: null, selectionRateRatio: null, equalizedOddsDifference: null },
    scores: null,
    rules: null,
    outcomes: [],
    proxies: null,
    pack: null,
    vault: null,
    purpose: request.purpose ?? null,
    notes: [],
    method: null,
    problems: [why],
  };
}

/** An address never shows its secret. */
const nameOf = (decisions: string): string =>
  /^postgres(?:ql)?:\/\//.test(decisions)
    ? decisions.replace(/\/\/[^/]*@/, '//').replace(/[?#].*$/, '')
    : decisions;
