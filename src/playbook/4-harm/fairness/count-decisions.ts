import type { CardFact } from '../../../check/facts/card.ts';
import type { DecisionCounts, DecisionsFact } from '../../../check/facts/decisions.ts';
import type { Warehouse } from '../../../kernel/ports/warehouse.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { readProxyCells } from './cells.ts';
import { proxyCellsQuery } from './cells-query.ts';
import { readColumns } from './check-columns.ts';
import { knownColumns } from './known-columns.ts';
import { addSums, groupMeans, NO_SUMS } from './outcomes.ts';
import { nameGroup, type Population, populationOf, tallyByGroup } from './population.ts';
import { proxyReport } from './proxies.ts';
import type { AuditReport } from './report.ts';
import { readDecisionsOf, runner } from './run-audit.ts';
import { type AuditSource, type AuditSpec, DEFAULT_SEED } from './spec.ts';

/** Combinations of attributes and inputs that are counted before their strength is given up on. */
const MOST_PROXY_CELLS = 50_000;

export interface CountingInput {
  readonly card: CardFact;
  /** Attributes of scruple.yaml by which people are compared. */
  readonly auditGroups: readonly string[];
  /** Audits over the attributes that are kept apart, by the rules of the vault; without it the file itself must hold them. */
  readonly overVault?: (path: string, question: VaultQuestion) => Promise<Result<AuditReport, Problem>>;
  /** Names of the inputs of the score at a pointer of the card, as its model gives them. */
  readonly inputsOf?: (pointer: string) => readonly string[];
  /** Opens the file that a score names, relative to the card. */
  readonly open: (path: string) => Promise<Result<OpenedFile, Problem>>;
}

export interface OpenedFile {
  readonly warehouse: Warehouse;
  readonly source: FileSource;
}

type FileSource = Extract<AuditSource, { readonly kind: 'file' }>;

/** What is asked of a vault: the decisions, and the attributes by which people are compared. */
export interface VaultQuestion extends Pick<AuditSpec, 'groups' | 'decision'> {
  readonly source: FileSource;
}

/**
 * The fact `decisions`: for every score of a card with a file of decisions, people and favourable decisions by group.
 * Only counts are kept. A score whose decisions cannot be counted is named with the reason; nothing is thrown.
 */
export async function countDecisions(input: CountingInput): Promise<DecisionsFact> {
  const counts: DecisionCounts[] = [];
  const uncounted: Array<DecisionsFact['uncounted'][number]> = [];
  for (const [index, score] of (input.card.card.scores ?? []).entries()) {
    const pointer = `/scores/${index}`;
    if (score.decisions === undefined) continue;
    if (input.auditGroups.length === 0) {
      uncounted.push({ pointer, because: 'scruple.yaml names no groups to compare (audit.groups)' });
      continue;
    }
    const counted = await countScore(input, score.decisions, input.inputsOf?.(pointer) ?? []);
    if (counted.ok) counts.push({ score: score.name, pointer, source: score.decisions, ...counted.value });
    else uncounted.push({ pointer, because: counted.problem });
  }
  return { counts, uncounted };
}

type Counted = Pick<DecisionCounts, 'groups' | 'missed' | 'amounts' | 'proxies' | 'overVault'>;

/** The counts, or in words why there are none. */
async function countScore(
  { auditGroups, overVault, open }: CountingInput,
  path: string,
  inputs: readonly string[],
): Promise<Result<Counted, string>> {
  const opened = await open(path);
  if (!opened.ok) return fail(opened.problem.message);
  const { warehouse } = opened.value;
  const found = await readColumns(runner(warehouse), opened.value.source, auditGroups);
  if (!found.ok) return fail(found.problem.message);
  const { source, columns } = found.value;
  const { decision, weight, label, amounts } = knownColumns(columns);
  if (overVault !== undefined && auditGroups.some((name) => !columns.includes(name))) {
    const report = await overVault(path, { source: opened.value.source, groups: auditGroups, decision });
    return report.ok ? shownCounts(report.value) : fail(report.problem.message);
  }
  const spec: AuditSpec = {
    source,
    groups: auditGroups,
    decision,
    ...(weight === undefined ? {} : { weight }),
  };
  const more: AuditSpec = { ...spec, ...(label === undefined ? {} : { label }), outcomes: amounts };
  const hasMore = label !== undefined || amounts.length > 0;
  // A column of that name that holds something else must not keep the decisions from being counted.
  const whole = hasMore ? await populationFrom(warehouse, more) : null;
  const population = whole?.ok === true ? whole : await populationFrom(warehouse, spec);
  if (!population.ok) return fail(population.problem.message);
  const { groups, cells, weightKind } = population.value;
  // Sampling weights are no counts; the rows themselves are compared then.
  const counted =
    weightKind === 'sampling'
      ? cells.map((cell) => ({ ...cell, units: cell.rows, squares: cell.rows }))
      : cells;
  const tally = (ask: Parameters<typeof tallyByGroup>[2]) => tallyByGroup(counted, groups.length, ask);
  const tallies = tally(({ selected }) => selected);
  const by = groups.map((values) => nameGroup(auditGroups, values));
  const isWhole = whole?.ok === true;
  const wrong = tally((cell) => (cell.label === true ? !cell.selected : null));
  const proxies = await proxiesOf(
    warehouse,
    spec,
    inputs.filter((name) => columns.includes(name)),
  );
  return ok({
    groups: by.map((group, index) => ({
      by: group,
      n: tallies[index]!.total,
      selected: tallies[index]!.hits,
    })),
    ...(isWhole && label !== undefined
      ? {
          missed: {
            label,
            groups: by.map((group, index) => ({
              by: group,
              positives: wrong[index]!.total,
              missed: wrong[index]!.hits,
            })),
          },
        }
      : {}),
    ...(proxies === null ? {} : { proxies }),
    ...(isWhole && amounts.length > 0
      ? {
          amounts: amounts.map((column, place) => ({ column, groups: meansOf(population.value, place, by) })),
        }
      : {}),
  });
}

/**
 * Selection by group as an audit over a vault shows it, and nothing else. Without the group that others are compared
 * with there is nothing to count: another reference would say what was hidden on purpose.
 */
function shownCounts({ groups, reference, because }: AuditReport): Result<Counted, string> {
  const shown = groups.filter(({ suppressed }) => !suppressed);
  if (reference === null || shown.length === 0)
    return fail(because[0] ?? 'too few people to be shown over a vault');
  return ok({
    groups: shown.map(({ by, n, selected }) => ({ by, n: n ?? 0, selected: selected ?? 0 })),
    overVault: { hides: shown.length < groups.length },
  });
}

/** How well each input tells an attribute; `null` where the file holds none of them, or too many values to count. */
async function proxiesOf(
  warehouse: Warehouse,
  spec: AuditSpec,
  inputs: readonly string[],
): Promise<DecisionCounts['proxies'] | null> {
  if (inputs.length === 0) return null;
  const answer = await runner(warehouse)(proxyCellsQuery({ ...spec, proxies: inputs }), MOST_PROXY_CELLS);
  if (!answer.ok) return null;
  const cells = readProxyCells(answer.value, { ...spec, proxies: inputs });
  const n = cells.reduce((sum, { rows }) => sum + rows, 0);
  return proxyReport(cells, spec.groups, inputs, DEFAULT_SEED).single.flatMap(
    ({ attribute, value, inputs: [input], auc }) =>
      auc === null || input === undefined ? [] : [{ input, attribute, value, auc, n }],
  );
}

async function populationFrom(warehouse: Warehouse, spec: AuditSpec): Promise<Result<Population, Problem>> {
  const cells = await readDecisionsOf(warehouse, spec);
  if (!cells.ok) return cells;
  const population = populationOf(cells.value, spec);
  return population.ok ? population : fail(population.problem);
}

function meansOf(
  { cells, groups, weightKind }: Population,
  place: number,
  by: ReadonlyArray<DecisionCounts['groups'][number]['by']>,
): NonNullable<DecisionCounts['amounts']>[number]['groups'] {
  const sums = groups.map(() => NO_SUMS);
  for (const { group, source } of cells)
    sums[group] = addSums(sums[group]!, source.outcomes[place] ?? NO_SUMS);
  return groupMeans(sums, weightKind).map(({ n, mean, difference, differenceInterval, pValue }, index) => ({
    by: by[index]!,
    n,
    mean,
    difference,
    low: differenceInterval?.[0] ?? null,
    high: differenceInterval?.[1] ?? null,
    pValue,
  }));
}
