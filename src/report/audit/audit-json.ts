import { maskText } from '../mask.ts';
import { type AuditJson, auditReportSchema } from './schema.ts';

/** `scruple.audit/1`: keys in the order of the schema, nothing that it does not name, and no number that JSON cannot hold. */
export const auditJson = (report: AuditJson): AuditJson =>
  auditReportSchema.parse(
    finite({
      ...report,
      problems: report.problems.map((problem) => ({
        ...problem,
        message: maskText(problem.message),
        hint: maskText(problem.hint),
      })),
    }),
  );

function finite(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(finite);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, finite(inner)]));
}
