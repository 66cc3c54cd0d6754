import type { CardFact } from '../../../check/facts/card.ts';
import type { DecisionCounts, DecisionsFact } from '../../../check/facts/decisions.ts';
import type { Warehouse } from '../../../kernel/ports/warehouse.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { readColumns } from './check-columns.ts';
import { nameGroup, populationOf, tallyByGroup } from './population.ts';
import { readDecisionsOf, runner } from './run-audit.ts';
import type { AuditSource, AuditSpec, VaultSource } from './spec.ts';

/** Names under which a file of decisions may hold the decision, and the number of people that a row stands for. */
const DECISION_COLUMNS = ['decision', 'selected', 'contacted', 'offered', 'approved'];
const PEOPLE_COLUMNS = ['people', 'weight'];

export interface CountingInput {
  readonly card: CardFact;
  /** Attributes of scruple.yaml by which people are compared. */
  readonly auditGroups: readonly string[];
  /** Attributes that are kept apart, with their records; without them the file itself must hold the attributes. */
  readonly vault?: VaultSource;
  /** Opens the file that a score names, relative to the card. */
  readonly open: (
    path: string,
  ) => Promise<Result<{ readonly warehouse: Warehouse; readonly source: AuditSource }, Problem>>;
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
    const counted = await countScore(input, score.decisions);
    if (counted.ok)
      counts.push({ score: score.name, pointer, source: score.decisions, groups: counted.value });
    else uncounted.push({ pointer, because: counted.problem.message });
  }
  return { counts, uncounted };
}

async function countScore(
  { auditGroups, vault, open }: CountingInput,
  path: string,
): Promise<Result<DecisionCounts['groups'], Problem>> {
  const opened = await open(path);
  if (!opened.ok) return opened;
  const { warehouse } = opened.value;
  const found = await readColumns(runner(warehouse), opened.value.source, auditGroups);
  if (!found.ok) return found;
  const { source, columns } = found.value;
  const decision = DECISION_COLUMNS.find((name) => columns.includes(name)) ?? DECISION_COLUMNS[0]!;
  const weight = PEOPLE_COLUMNS.find((name) => columns.includes(name));
  const isApart = auditGroups.some((name) => !columns.includes(name));
  const spec: AuditSpec = {
    source,
    groups: auditGroups,
    decision,
    ...(weight === undefined ? {} : { weight }),
    ...(isApart && vault !== undefined ? { vault } : {}),
  };
  const cells = await readDecisionsOf(warehouse, spec);
  if (!cells.ok) return cells;
  const population = populationOf(cells.value, spec);
  if (!population.ok) return fail(population.problem);
  const { groups, cells: counted, weightKind } = population.value;
  // Sampling weights are no counts; the rows themselves are compared then.
  const tallies = tallyByGroup(
    weightKind === 'sampling'
      ? counted.map((cell) => ({ ...cell, units: cell.rows, squares: cell.rows }))
      : counted,
    groups.length,
    ({ selected }) => selected,
  );
  return ok(
    groups.map((values, index) => ({
      by: nameGroup(auditGroups, values),
      n: tallies[index]!.total,
      selected: tallies[index]!.hits,
    })),
  );
}
