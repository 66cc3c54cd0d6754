import { readFile } from 'node:fs/promises';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { SourceText } from '../../kernel/source-text.ts';
import type { AuditSource, VaultSource } from '../../playbook/4-harm/fairness/spec.ts';
import { readVaultRecord } from '../../playbook/4-harm/vault/vault-record.ts';
import { isVaultFile, recordFileOf } from './vault-files.ts';

export interface OpenedVault {
  readonly vault: VaultSource;
  readonly minimumCell: number;
  readonly logFile: string;
}

/**
 * The vault of an audit, with the record that lies beside it; `path` is where it lies, if `name` does not say it. Problems: `audit.ground-missing` where there is no record,
 * and those of `readVaultRecord`.
 */
export async function openVault(
  name: string,
  source: AuditSource,
  decisionsKey: string | undefined,
  at: Date,
  path = name,
): Promise<Result<OpenedVault, Problem>> {
  const file = recordFileOf(name);
  let text: string;
  try {
    text = await readFile(recordFileOf(path), 'utf8');
  } catch {
    return fail(
      problem(
        'audit.ground-missing',
        `there is no record \`${file}\` that says on which ground the vault \`${name}\` may be read`,
        'write it: key, and for each attribute its source, ground or consent, date and retention',
      ),
    );
  }
  const record = readVaultRecord(new SourceText(file, text), at);
  if (!record.ok) return record;
  const { key, records, minimumCell } = record.value;
  return ok({
    vault: { source, key, records, ...(decisionsKey === undefined ? {} : { decisionsKey }) },
    minimumCell,
    logFile: `${path}.log.jsonl`,
  });
}

/** A vault may not be audited as if it were decisions: its rows are people with their attributes. */
export function refuseVaultAsDecisions(decisions: string): Problem | null {
  return isVaultFile(decisions)
    ? problem(
        'usage.invalid',
        `\`${decisions}\` is a vault: \`${recordFileOf(decisions)}\` lies beside it`,
        'give the decisions, and name the vault with --vault',
      )
    : null;
}
