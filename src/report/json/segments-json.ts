import type { FieldUse } from '../../check/facts/audience.ts';
import { maskedRanges, maskText } from '../mask.ts';
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
 * The literals of a field, without those that name a person. They are what the reading is for, so a long list of other
 * values stands in full; only quotes cut lists short.
 */
function valuesOf({ field, values }: FieldUse): string[] {
  const namesPeople = values.length > 0 && maskedRanges(`${field} in ('a')`).length > 0;
  return namesPeople ? values.map(() => '[value]') : values.map(maskText);
}
