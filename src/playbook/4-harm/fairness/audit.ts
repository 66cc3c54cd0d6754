import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { type AreasReport, areasReport } from './areas-report.ts';
import { becauseOf, worseOffIn } from './because.ts';
import type { AuditCells } from './cells.ts';
import { type Compared, comparisonRows, metricRows } from './comparison-rows.ts';
import { conditionalReport } from './conditional-report.ts';
import { countsHash } from './counts-hash.ts';
import { type GroupTable, groupRows, groupTable } from './group-table.ts';
import { guardOf } from './guard.ts';
import { isUnknown, judgeGroups, type SelectionVerdict } from './judge-groups.ts';
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
  const areas = areasOf(cells, spec);
  if (!areas.ok) return areas;
  const threshold = thresholdOf(spec);
  const guard = guardOf(spec);
  const { minimumCell } = guard;
  const scores = guard.isUploadOverVault ? null : readScores(cells, population.value, spec);
  const whole = groupTable(population.value, spec.label !== undefined, scores?.tallies ?? null, guard);
  const people = whole.sizes.reduce((sum, size) => sum + size, 0);
  const minimumGroup =
    spec.minimumGroup ?? Math.max(minimumReference(people), (spec.pack?.smallestShare ?? 0) * people);
  const reference = referenceOf(population.value, whole, spec.reference, minimumGroup);
  if (!reference.ok) return reference;

  const selection = comparisonRows(whole, 'selectionRate', reference.value, threshold);
  const comparisons = selection.rows;
  const marginal = spec.marginals === true ? marginalsOf(cells, spec, minimumGroup) : null;
  const isDoubtful = found.some(({ code }) => code === 'audit.duplicate-id');
  const { verdict: judged, unknownDecides } = judge(whole, selection, reference.value, spec);
  const hasGroups = spec.groups.length > 0;
  const outcomes = guard.isUploadOverVault ? [] : outcomeReports(population.value, whole, spec);
  const worseOff = worseOffIn(outcomes);
  const byGroup = strictest([
    hasGroups ? judged : 'pass',
    marginal?.review === true || worseOff.length > 0 ? 'review' : 'pass',
    isDoubtful ? 'insufficient' : 'pass',
  ]);
  const verdict = strictest([byGroup, areas.value?.verdict ?? 'pass']);
  // Even the names of the groups of so few people would tell.
  const isTooSmall = guard.strict && population.value.rows < 2 * minimumCell;
  const isShown = hasGroups && !isTooSmall;
  const comparable = whole.sizes.flatMap((size, index) =>
    size >= minimumGroup && !isUnknown(whole.by[index]!) ? [index] : [],
  );
  return ok({
    schema: 'scruple.audit/1',
    rows: population.value.rows,
    verdict,
    groups: isShown ? groupRows(whole) : [],
    comparisons: isShown ? comparisons : [],
    metrics: isShown ? metricRows(whole, reference.value, threshold) : [],
    conditional: conditionalReport(population.value, whole, comparisons, spec, guard),
    source: {
      ...sourceOf(spec.source),
      countsHash: guard.strict ? null : countsHash([...cells.decisions, ...(cells.areas ?? [])]),
    },
    problems: found,
    ...(marginal === null ? {} : { marginals: marginal.groups, marginalComparisons: marginal.comparisons }),
    because: [
      ...(hasGroups && byGroup === verdict
        ? becauseOf(
            byGroup,
            comparisons,
            marginal?.comparisons ?? [],
            selection.seen.size,
            reference.value !== null,
            [
              ...(isDoubtful ? [TWICE] : []),
              ...(unknownDecides ? ['people whose attribute is unknown could make the difference'] : []),
            ],
            worseOff,
          )
        : []),
      ...(!hasGroups && isDoubtful ? [TWICE] : []),
      ...(areas.value?.verdict === verdict ? areas.value.because : []),
    ],
    notes: isTooSmall
      ? [`fewer than ${2 * minimumCell} rows are not answered over a vault`]
      : notesOf(population.value, whole, spec),
    reference: reference.value === null || !isShown ? null : whole.by[reference.value]!,
    people,
    excluded: population.value.excluded,
    spread: spreadOf(whole),
    scores: scores === null ? null : scoresReport(scores, whole, comparable, minimumCell),
    rules: rulesReport(population.value, whole, reference.value, comparable, spec.rules, guard),
    outcomes,
    proxies:
      cells.proxies === undefined || spec.proxies === undefined || guard.isUploadOverVault
        ? null
        : proxyReport(cells.proxies, spec.groups, spec.proxies, spec.seed ?? DEFAULT_SEED),
    areas: areas.value,
    pack: spec.pack ?? null,
    method: methodOf(population.value, spec, { minimumGroup, minimumCell, threshold }),
  });
}

const TWICE = 'people count more than once';

const strictest = (verdicts: readonly AuditVerdict[]): AuditVerdict =>
  verdicts.reduce(stricterVerdict, 'pass');

const areasOf = (
  { areas: cells }: AuditCells,
  { areas, ...spec }: AuditSpec,
): Result<AreasReport | null, Problem> =>
  cells === undefined || areas === undefined ? ok(null) : areasReport(cells, { ...spec, areas });

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

const judge = (
  table: GroupTable,
  { seen }: Compared,
  reference: number | null,
  spec: AuditSpec,
): SelectionVerdict =>
  judgeGroups(
    table.by.map((by, index) => ({
      by,
      size: table.sizes[index]!,
      tally: table.tallies.selectionRate[index]!,
      comparison: seen.get(index) ?? null,
    })),
    reference,
    thresholdOf(spec),
    table.hidden,
  );

interface Marginals {
  readonly groups: readonly GroupRow[];
  readonly comparisons: readonly ComparisonRow[];
  readonly review: boolean;
}

/** Every smaller combination of the attributes, each compared on its own. */
function marginalsOf(cells: AuditCells, spec: AuditSpec, minimumGroup: number): Marginals {
  const parts = smallerCombinations(spec.groups.length).flatMap((places) => {
    const groups = places.map((place) => spec.groups[place]!);
    const population = populationOf(cellsBy(cells.decisions, places), { ...spec, groups });
    if (!population.ok) return [];
    const table = groupTable(population.value, spec.label !== undefined, null, guardOf(spec));
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
        review: judgeComparisons(compared.seen.values()) === 'review',
      },
    ];
  });
  return {
    groups: parts.flatMap(({ groups }) => groups),
    comparisons: parts.flatMap(({ comparisons }) => comparisons),
    review: parts.some(({ review }) => review),
  };
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
