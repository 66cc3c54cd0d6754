import { type Problem, problem } from '../../../kernel/problem.ts';
import type { AuditSpec } from '../fairness/spec.ts';

/** Refuses roles by which an attribute of a vault, or a value beside it, would come out. Problem: `usage.invalid`. */
export function refuseOverVault(spec: AuditSpec): Problem | null {
  const kept = new Set(Object.keys(spec.vault?.records ?? {}));
  const told = [
    spec.decision,
    spec.label,
    spec.score,
    spec.id,
    ...(spec.rules ?? []),
    ...(spec.proxies ?? []),
    ...(spec.outcomes ?? []),
  ].find((name) => name !== undefined && kept.has(name));
  if (told !== undefined)
    return problem(
      'usage.invalid',
      `\`${told}\` is an attribute of the vault, by which people are compared and nothing else`,
      'name it with --group or --control',
    );
  if (spec.weight !== undefined && !kept.has(spec.weight))
    return problem(
      'usage.invalid',
      'weights beside a vault could single people out',
      'keep the weights of a survey in the vault, with a record of their own',
    );
  return null;
}
