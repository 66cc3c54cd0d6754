import type { Finding, NotAssessed } from '../check/finding.ts';
import type { Gravity, Verdict } from '../kernel/gravity.ts';
import { isNormId, norm } from '../kernel/norms/index.ts';
import type { CitedNorm } from '../kernel/norms/norm.ts';
import type { RiskPattern } from '../kernel/vocabulary.ts';

/** Colour is never alone: each gravity has a shape and a word too. */
export const SHAPES = {
  block: '⬣',
  review: '◆',
  advise: '●',
  allow: '✔',
  'not assessed': '○',
  waived: '○',
} as const;
export type Mark = keyof typeof SHAPES;

export const RISK_TITLES: Record<RiskPattern, string> = {
  'manipulative-personalization': 'Manipulative personalization',
  'vulnerability-targeting': 'Vulnerability targeting',
  'discriminatory-exclusion': 'Discriminatory exclusion',
  'opaque-automation': 'Opaque automation',
  'data-overreach': 'Data overreach',
};

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** A moment as people read it, in UTC: `2026-11-20 09:00 UTC`. */
export const moment = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Title of a norm as people cite it; an id that the table does not have (a company's own) stands as it is. */
export const normTitle = (cited: CitedNorm): string => (isNormId(cited.id) ? norm(cited.id).title : cited.id);

const GRAVEST_FIRST: readonly Gravity[] = ['block', 'review', 'advise'];

export const isOpen = (finding: Finding): boolean => finding.waivedBy === null;

export interface Judged {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly notAssessed: readonly NotAssessed[];
  readonly checksRun: number;
}

/** What was found in a use, in words: `1 block, 2 review, 3 not assessed`; never "approved". */
export function countsInWords(judged: Judged): string {
  const open = judged.findings.filter(isOpen);
  const counts = GRAVEST_FIRST.map((gravity) => ({
    gravity,
    count: open.filter((one) => one.gravity === gravity).length,
  })).filter(({ count }) => count > 0);
  const waived = judged.findings.length - open.length;
  const missing = new Set(judged.notAssessed.map(({ check }) => check)).size;
  if (judged.checksRun === 0 && judged.findings.length === 0)
    return `nothing could be judged, ${missing} not assessed`;
  const found = counts.map(({ gravity, count }) => `${count} ${gravity}`);
  if (waived > 0) found.push(`${waived} waived`);
  if (counts.length === 0)
    return [
      `no ${waived > 0 ? 'other ' : ''}finding in ${plural(judged.checksRun, 'check')}`,
      ...(waived > 0 ? [`${waived} waived`] : []),
      `${missing} not assessed`,
    ].join(', ');
  return (missing > 0 ? [...found, `${missing} not assessed`] : found).join(', ');
}

/** The order in which people read findings: place in the file, then gravity, then check. */
export const byPlace = (a: Finding, b: Finding): number =>
  a.at.line - b.at.line ||
  a.at.column - b.at.column ||
  GRAVEST_FIRST.indexOf(a.gravity) - GRAVEST_FIRST.indexOf(b.gravity) ||
  (a.check < b.check ? -1 : a.check > b.check ? 1 : 0);

/** Uses that need attention first; the order of ids within a verdict. */
export function gravestFirst<T extends { readonly verdict: Verdict }>(
  judged: readonly T[],
  id: (one: T) => string,
): T[] {
  const rank: Record<Verdict, number> = { block: 0, review: 1, allow: 2 };
  return [...judged].sort((a, b) => rank[a.verdict] - rank[b.verdict] || (id(a) < id(b) ? -1 : 1));
}

/** Findings by file, files with the gravest first. */
export function byFile(
  findings: ReadonlyArray<{ readonly finding: Finding; readonly use: string }>,
): Array<[string, Array<{ finding: Finding; use: string }>]> {
  const files = new Map<string, Array<{ finding: Finding; use: string }>>();
  for (const entry of findings) {
    const list = files.get(entry.finding.at.file) ?? [];
    list.push(entry);
    files.set(entry.finding.at.file, list);
  }
  const gravity = (list: Array<{ finding: Finding }>): number =>
    Math.min(...list.map(({ finding }) => GRAVEST_FIRST.indexOf(finding.gravity)));
  for (const list of files.values())
    list.sort((a, b) => byPlace(a.finding, b.finding) || (a.use < b.use ? -1 : 1));
  return [...files].sort(([fileA, a], [fileB, b]) => gravity(a) - gravity(b) || (fileA < fileB ? -1 : 1));
}

/** What could not be assessed, once for each check: what keeps the verdict from "allow" first. */
export function notAssessedInWords(
  entries: readonly NotAssessed[],
): Array<{ check: string; missing: string; required: boolean }> {
  return [...entries]
    .sort((a, b) => Number(b.required) - Number(a.required) || (a.check < b.check ? -1 : 1))
    .map(({ check, missing, required }) => ({ check, missing: missing.join('; '), required }));
}
