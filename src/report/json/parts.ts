import type { Finding, NotAssessed } from '../../check/finding.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Location } from '../../kernel/source-text.ts';
import { maskQuote, maskText } from '../mask.ts';
import type { Sources } from '../model.ts';
import type { FindingJson, NotAssessedJson, ProblemJson } from './schema.ts';

// Each part is written out key by key: the order of keys is part of the golden files, and nothing leaks in by accident.

export const locationJson = ({ file, line, column, endLine, endColumn }: Location): Location => ({
  file,
  line,
  column,
  endLine,
  endColumn,
});

export const findingJson = (finding: Finding, sources: Sources): FindingJson => ({
  check: finding.check,
  advice: finding.advice,
  step: finding.step,
  risk: finding.risk,
  gravity: finding.gravity,
  decidedBy: finding.decidedBy,
  decider: finding.decider,
  at: locationJson(finding.at),
  quote: finding.quote === null ? null : maskQuote(finding.quote, finding.at, sources.get(finding.at.file)),
  what: maskText(finding.what),
  why: maskText(finding.why),
  instead: maskText(finding.instead),
  norms: finding.norms.map(({ id, scope }) => ({ id, scope })),
  waivedBy: finding.waivedBy,
});

export const notAssessedJson = ({ check, missing, required }: NotAssessed): NotAssessedJson => ({
  check,
  missing: missing.map(maskText),
  required,
});

export const problemJson = ({ code, message, hint, at }: Problem): ProblemJson => ({
  code,
  message: maskText(message),
  hint: maskText(hint),
  at: at === null ? null : locationJson(at),
});

/** JSON for a file or a pipe: indented, with a final line break. */
export const printed = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
