import type { FieldUse } from '../../check/facts/audience.ts';
import { maskText } from '../mask.ts';
import type { SegmentReport, SegmentsReport, Sources } from '../model.ts';
import { findingJson, locationJson, problemJson } from './parts.ts';
import type { SegmentJson, SegmentsReportJson } from './schema.ts';

/** One element of `scruple.segments/1`, and one line of `segment --lines`. */
export const segmentJson = ({ reading, findings }: SegmentReport, sources: Sources): SegmentJson => ({
  id: reading.id,
  file: reading.file,
  dialect: reading.dialect,
  format: reading.format,
  assessed: reading.assessed,
  problem: reading.problem === null ? null : problemJson(reading.problem),
  fields: reading.fields.map((use) => ({
    field: use.field,
    role: use.role,
    jsonPath: use.jsonPath,
    path: [...use.path],
    values: valuesOf(use),
    sensitive: [...use.sensitive],
    proxyFor: [...use.proxyFor],
    at: locationJson(use.at),
  })),
  unresolved: [...reading.unresolved],
  findings: findings.map((finding) => findingJson(finding, sources)),
});

/** `scruple.segments/1`: definitions in the order in which they were named. */
export const segmentsJson = (report: SegmentsReport): SegmentsReportJson => ({
  schema: 'scruple.segments/1',
  segments: report.segments.map((segment) => segmentJson(segment, report.sources)),
  problems: report.problems.map(problemJson),
});

/**
 * The literals of a field, without addresses and telephone numbers. They are what the reading is for, so a long list of
 * other values stands in full; only quotes cut lists short.
 */
const valuesOf = ({ values }: Pick<FieldUse, 'values'>): string[] => values.map(maskText);

/** A line of `segment --lines` from what its reader built: masked alike, and with every key. */
export function segmentLineJson(line: object): object {
  const {
    fields = [],
    problem = null,
    ...rest
  } = line as { readonly fields?: readonly FieldUse[]; readonly problem?: unknown };
  return { ...rest, fields: fields.map((use) => ({ ...use, values: valuesOf(use) })), problem };
}
