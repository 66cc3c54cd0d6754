import type { AudienceReading } from '../check/facts/audience.ts';
import type { SqlDialect } from '../check/facts/card.ts';
import { decodeText } from '../kernel/decode-text.ts';
import { classifyField } from '../kernel/lexicon/index.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import type { SourceText } from '../kernel/source-text.ts';
import { judgeName } from '../playbook/3-segments/names/judge-name.ts';
import { readAudience } from '../playbook/3-segments/reading/read-audience.ts';
import { readAudienceLine } from '../playbook/3-segments/reading/read-audience-line.ts';
import type { SegmentReport, SegmentsReport } from '../report/model.ts';
import { segmentFindings } from './segment-findings.ts';

export interface SegmentInput {
  /** `null` for what comes from stdin, which is read as SQL. */
  readonly file: string | null;
  readonly bytes: Uint8Array;
}

/** Reads definitions of audiences: which fields decide, how sensitive they are, and what checks say of that alone. */
export async function readSegments(
  inputs: readonly SegmentInput[],
  options: { readonly dialect: SqlDialect | null; readonly schema: Record<string, readonly string[]> | null },
): Promise<SegmentsReport> {
  const segments: SegmentReport[] = [];
  const problems: Problem[] = [];
  const sources = new Map<string, SourceText>();
  for (const { file, bytes } of inputs) {
    const text = decodeText(file ?? '-', bytes);
    if (!text.ok) {
      problems.push(text.problem);
      continue;
    }
    sources.set(text.value.file, text.value);
    const read = await readAudience(text.value, {
      dialect: options.dialect ?? undefined,
      format: file === null ? 'sql' : undefined,
      schema: options.schema ?? undefined,
      classify: classifyField,
    });
    const reading: AudienceReading = { ...read, file };
    if (reading.problem !== null) problems.push(reading.problem);
    segments.push({ reading, findings: segmentFindings(reading, text.value) });
  }
  return { segments, problems, sources };
}

/** One object of `segment --lines` for one JSON object; a line that cannot be read says so. */
export const segmentLine = (json: string): Promise<object> => readAudienceLine(json, classifyField);

/** One object of `segment --names` for one name. */
export function nameLine(name: string): object {
  const judged = judgeName(name);
  if (judged.assessed) return { name, ...judged };
  return {
    name,
    ...judged,
    problem: problem('segment.invalid', 'the line holds no name', 'give one name a line'),
  };
}
