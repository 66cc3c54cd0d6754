import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { findPack } from '../../playbook/4-harm/fairness/packs.ts';
import { type RunOptions, runAudit } from '../../playbook/4-harm/fairness/run-audit.ts';
import { type AuditSpec, DEFAULT_SEED } from '../../playbook/4-harm/fairness/spec.ts';
import { auditVault } from '../../playbook/4-harm/vault/audit-vault.ts';
import type { AuditJson } from '../../report/audit/schema.ts';
import { documentOf } from './audit-document.ts';
import { hashOf } from './hash-of.ts';
import { type OpenedAreas, openAreas } from './open-areas.ts';
import { type OpenedDecisions, openDecisions } from './open-decisions.ts';
import { openVault, refuseVaultAsDecisions } from './open-vault.ts';
import type { AuditRequest } from './request.ts';
import { fileVaultLog } from './vault-log.ts';
import { withoutSecrets } from './without-secrets.ts';

/**
 * `scruple audit`: opens decisions and vault, counts, judges, and says how it was done.
 * Problems: `usage.invalid`, `file.*`, `warehouse.*`, and the `audit.*` codes.
 */
export async function auditDecisions(
  request: AuditRequest,
  options: RunOptions = {},
): Promise<Result<AuditJson, Problem>> {
  const answer = await answerTo(request, options);
  if (answer.ok) return answer;
  const { message, hint, at } = answer.problem;
  return fail({
    ...answer.problem,
    message: withoutSecrets(message),
    hint: withoutSecrets(hint),
    at: at === null ? null : { ...at, file: withoutSecrets(at.file) },
  });
}

async function answerTo(request: AuditRequest, options: RunOptions): Promise<Result<AuditJson, Problem>> {
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
  const areas = await openAreas(request);
  if (!areas.ok) return areas;
  const opened = await openDecisions(request);
  if (!opened.ok) return opened;
  try {
    return await auditOpened(request, opened.value, options, pack === null ? null : pack.value, areas.value);
  } finally {
    await opened.value.warehouse.close();
  }
}

async function auditOpened(
  request: AuditRequest,
  { warehouse, source, vault: apart, file, name }: OpenedDecisions,
  options: RunOptions,
  pack: NonNullable<AuditSpec['pack']> | null,
  areas: OpenedAreas | null,
): Promise<Result<AuditJson, Problem>> {
  const spec: AuditSpec = {
    ...request.columns,
    source,
    ...(areas === null ? {} : { areas }),
    ...(pack === null ? {} : { pack, ...(pack.smallestShare === null ? {} : { marginals: true }) }),
  };
  const dataHash = file === null ? null : await hashOf(file);
  if (dataHash !== null && !dataHash.ok) return dataHash;
  const hash = dataHash?.value ?? null;
  if (apart === null) {
    const report = await runAudit(warehouse, spec, { timeoutMs: request.timeoutMs, ...options });
    return report.ok
      ? ok(
          documentOf(
            request,
            name,
            spec,
            report.value,
            { dataHash: hash, minimumCell: null, areas },
            warehouse.engine,
          ),
        )
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
    ? ok(
        documentOf(
          request,
          name,
          keyed,
          report.value,
          { dataHash: hash, minimumCell: vault.value.minimumCell, areas: null },
          warehouse.engine,
        ),
      )
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
