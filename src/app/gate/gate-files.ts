import type { Problem } from '../../kernel/problem.ts';
import type { Result } from '../../kernel/result.ts';
import { readTrustRoots } from '../../playbook/5-oversight/signatures/trust-roots.ts';
import { readDocument } from '../verify/read-document.ts';
import { type GateOptions, type GateRequest, type GateSummary, gateAudience } from './gate-audience.ts';
import { linesOfFile } from './read-snapshot.ts';

/** The same as `GateRequest`, with what is known and whom to trust in files. */
export interface GateFilesRequest extends Omit<GateRequest, 'snapshot' | 'trustedKeys'> {
  readonly snapshot: string;
  readonly trust: string;
}

/** `gateAudience` over files. Problems: those of it and `file.*`, `trust.invalid`. */
export async function gateFiles(
  { snapshot, trust, ...request }: GateFilesRequest,
  options: GateOptions,
): Promise<Result<GateSummary, Problem>> {
  const roots = await readDocument(trust);
  if (!roots.ok) return roots;
  const trustedKeys = readTrustRoots(roots.value);
  if (!trustedKeys.ok) return trustedKeys;
  const lines = await linesOfFile(snapshot);
  if (!lines.ok) return lines;
  return gateAudience({ ...request, trustedKeys: trustedKeys.value, snapshot: lines.value }, options);
}
