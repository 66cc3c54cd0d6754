import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { AuditCells } from './cells.ts';
import { comparisonRows, isUnknown, metricRows } from './comparison-rows.ts';
import { conditionalReport } from './conditional-report.ts';
import { countsHash } from './counts-hash.ts';
import { type GroupTable, groupRows, groupTable, peopleByGroup } from './group-table.ts';
import { cellsBy, smallerCombinations } from './marginals.ts';
import { methodOf } from './method.ts';
import { notesOf } from './notes.ts';
import { outcomeReports } from './outcome-report.ts';
import { type Population, populationOf } from './population.ts';
import { proxyReport } from './proxies.ts';
import { chooseReference, minimumReference, namedReference } from './reference.ts';
import type { AuditReport, ComparisonRow, GroupRow } from './report.ts';
import { rulesReport } from './rules-report.ts';
import { readScores, scoresReport } from './scores-report.ts';
import { type AuditSource, type AuditSpec, DEFAULT_SEED, thresholdOf } from './spec.ts';
import { spreadOf } from './spread.ts';
import { suppressedCells } from './suppression.ts';
import { type AuditVerdict, judgeComparisons, stricterVerdict } from './verdict.ts';

/**
 * The bias audit of counted decisions: rates, intervals, tests, strata, scores, rules, proxies, and a verdict.
 * Reads counts alone and does the same on every machine. `found` are problems that the caller met on the way to the counts.
 * Problems: those of `populationOf`, and `usage.invalid` for a reference that is no group.
 */
export function audit(
  cells: AuditCells,
  spec: AuditSpec,
  found: readonly Problem[] = [],
): Result<AuditReport, Problem> {
  const population = populationOf(cells.decisions, spec);
  if (!population.ok) return population;
  const threshold = thresholdOf(spec);
  const minimumCell = spec.minimumCell ?? (spec.vault === undefined ? 1 : 10);
  const scores = readScores(cells, population.value, spec);
  const whole = tableOf(population.value, spec, minimumCell, scores?.tallies ?? null);
  const people = whole.sizes.reduce((sum, size) => sum + size, 0);
  const minimumGroup =
    spec.minimumGroup ?? Math.max(minimumReference(people), (spec.pack?.smallestShare ?? 0) * people);
  const reference = referenceOf(population.value, whole, spec.reference, minimumGroup);
  if (!reference.ok) return reference;

  const selection = comparisonRows(whole, 'selectionRate', reference.value, threshold);
  const comparisons = selection.rows;
  const marginal = spec.marginals === true ? marginalsOf(cells, spec, minimumCell, minimumGroup) : null;
  const isDoubtful = found.some(({ code }) => code === 'audit.duplicate-id');
  const verdict = [
    judge(whole, selection, comparisons, people, spec),
    marginal?.review === true ? 'review' : 'pass',
    isDoubtful ? 'insufficient' : 'pass',
  ].reduce<AuditVerdict>((strictest, one) => stricterVerdict(strictest, one as AuditVerdict), 'pass');
  const comparable = whole.sizes.flatMap((size, index) => (size >= minimumGroup ? [index] : []));
  return ok({
    schema: 'scruple.audit/1',
    rows: population.value.rows,
    verdict,
    groups: groupRows(whole),
    comparisons,
    metrics: metricRows(whole, reference.value, threshold),
    conditional: conditionalReport(population.value, whole, comparisons, spec, minimumCell),
    source: { ...sourceOf(spec.source), countsHash: countsHash(cells.decisions) },
    problems: found,
    ...(marginal === null ? {} : { marginals: marginal.groups, marginalComparisons: marginal.comparisons }),
    because: becauseOf(
      verdict,
      comparisons,
      marginal?.comparisons ?? [],
      selection.seen.length,
      reference.value,
    ),
    notes: notesOf(population.value, whole, spec),
    reference: reference.value === null ? null : whole.by[reference.value]!,
    people,
    excluded: population.value.excluded,
    spread: spreadOf(whole),
    scores: scores === null ? null : scoresReport(scores, whole, comparable, minimumCell),
    rules: rulesReport(population.value, whole, reference.value, comparable, spec.rules),
    outcomes: outcomeReports(population.value, whole, spec.outcomes),
    proxies:
      cells.proxies === undefined || spec.proxies === undefined
        ? null
        : proxyReport(cells.proxies, spec.groups, spec.proxies, spec.seed ?? DEFAULT_SEED),
    pack: spec.pack ?? null,
    method: methodOf(population.value, spec, { minimumGroup, minimumCell, threshold }),
  });
}

function tableOf(
  population: Population,
  spec: AuditSpec,
  minimumCell: number,
  scoring: Parameters<typeof groupTable>[2],
): GroupTable {
  const sizes = peopleByGroup(population);
  return groupTable(
    population,
    spec.label !== undefined,
    scoring,
    suppressedCells(population.groups, sizes, minimumCell),
  );
}

/** The named reference, or the chosen one: people of whom an attribute is unknown are no group to hold others against. */
function referenceOf(
  population: Population,
  table: GroupTable,
  named: string | undefined,
  minimum: number,
): Result<number | null, Problem> {
  if (named !== undefined) return namedReference(population.groups, named);
  const sizes = table.sizes.map((size, index) => (isUnknown(table.by[index]!) ? -1 : size));
  return ok(chooseReference(population.groups, table.tallies.selectionRate, sizes, Math.max(0, minimum)));
}

/** More people than this with an unknown attribute, and bounds that reach a breach, keep an audit from passing. */
const MOST_UNKNOWN = 0.05;

function judge(
  table: GroupTable,
  { seen }: ReturnType<typeof comparisonRows>,
  rows: readonly ComparisonRow[],
  people: number,
  spec: AuditSpec,
): AuditVerdict {
  const known = seen.filter(({ by }) => !isUnknown(by));
  const reviewed = judgeComparisons(seen.map(({ comparison }) => comparison));
  if (reviewed === 'review') return 'review';
  const { numerator, denominator } = thresholdOf(spec);
  const unknown = table.sizes.reduce(
    (sum, size, index) => (isUnknown(table.by[index]!) ? sum + size : sum),
    0,
  );
  const isOpen = rows.some(({ bounds }) => bounds !== null && (bounds.low ?? 0) < numerator / denominator);
  if (unknown > MOST_UNKNOWN * people && isOpen) return 'insufficient';
  return judgeComparisons(known.map(({ comparison }) => comparison));
}

interface Marginals {
  readonly groups: readonly GroupRow[];
  readonly comparisons: readonly ComparisonRow[];
  readonly review: boolean;
}

/** Every smaller combination of the attributes, each compared on its own. */
function marginalsOf(
  cells: AuditCells,
  spec: AuditSpec,
  minimumCell: number,
  minimumGroup: number,
): Marginals {
  const parts = smallerCombinations(spec.groups.length).flatMap((places) => {
    const groups = places.map((place) => spec.groups[place]!);
    const population = populationOf(cellsBy(cells.decisions, places), { ...spec, groups });
    if (!population.ok) return [];
    const table = tableOf(population.value, spec, minimumCell, null);
    const reference = referenceOf(population.value, table, undefined, minimumGroup);
    const compared = comparisonRows(
      table,
      'selectionRate',
      reference.ok ? reference.value : null,
      thresholdOf(spec),
    );
    return [
      {
        groups: groupRows(table),
        comparisons: compared.rows,
        review: judgeComparisons(compared.seen.map(({ comparison }) => comparison)) === 'review',
      },
    ];
  });
  return {
    groups: parts.flatMap(({ groups }) => groups),
    comparisons: parts.flatMap(({ comparisons }) => comparisons),
    review: parts.some(({ review }) => review),
  };
}

function becauseOf(
  verdict: AuditVerdict,
  comparisons: readonly ComparisonRow[],
  marginal: readonly ComparisonRow[],
  compared: number,
  reference: number | null,
): string[] {
  const named = (row: ComparisonRow): string =>
    Object.entries(row.by)
      .map(([name, value]) => `${name} = ${value ?? '(empty)'}`)
      .join(', ');
  if (verdict === 'review')
    return [...comparisons, ...marginal]
      .filter(({ review }) => review)
      .map(
        (row) =>
          `${named(row)}: ${percent(row.ratio)} of the reference's rate, adjusted p ${readableP(row.logAdjustedPValue)}`,
      );
  if (verdict === 'pass')
    return ['no group lies below the threshold beyond chance, and every group has the data to show it'];
  if (compared === 0) return ['there is one group only, so there is nothing to compare'];
  if (reference === null) return ['no group is large enough to be the reference'];
  const lacking = comparisons.filter(({ enough, suppressed }) => !enough && !suppressed);
  return lacking.map((row) =>
    row.minimumDetectableRatio === null
      ? `${named(row)}: nothing could be seen, since nobody else was selected`
      : `${named(row)}: only a ratio below ${row.minimumDetectableRatio.toFixed(2)} would be seen with 80 % power`,
  );
}

const percent = (ratio: number | null): string => (ratio === null ? 'none' : `${(100 * ratio).toFixed(1)} %`);

/** A p-value to two digits, however small. */
function readableP(logP: number | null): string {
  if (logP === null) return 'unknown';
  const tens = Math.floor(logP / Math.LN10);
  return tens >= -3
    ? Math.exp(logP).toPrecision(2)
    : `${Math.exp(logP - tens * Math.LN10).toFixed(1)}e${tens}`;
}

function sourceOf(source: AuditSource): Omit<AuditReport['source'], 'countsHash'> {
  switch (source.kind) {
    case 'file':
      return { kind: 'file', name: source.path, window: null, caution: 'sample chosen by the owner' };
    case 'table':
      return { kind: 'table', name: source.name.join('.'), window: null, caution: null };
    case 'query':
      return {
        kind: 'query',
        name: source.from ?? 'warehouse query',
        window: source.window ?? null,
        caution: null,
      };
  }
}
