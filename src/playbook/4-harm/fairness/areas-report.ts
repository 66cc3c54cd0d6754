import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { type AreaAudit, auditAreas } from './audit-areas.ts';
import type { DecisionCell } from './cells.ts';
import { listed } from './favourable.ts';
import { populationOf } from './population.ts';
import { type AuditSpec, type AuditSpecAreas, thresholdOf } from './spec.ts';
import { type AuditVerdict, stricterVerdict } from './verdict.ts';

/** An audit by area statistics, with the source of the shares. */
export interface AreasReport extends AreaAudit {
  readonly column: string;
  readonly source: string;
  readonly date: string;
  readonly verdict: AuditVerdict;
  readonly because: readonly string[];
}

/** The audit whose cells are counted by area: only the decision, and how many people a row stands for. */
export const areaSpec = (spec: AuditSpec & { readonly areas: AuditSpecAreas }): AuditSpec => ({
  source: spec.source,
  groups: [spec.areas.column],
  decision: spec.decision,
  ...(spec.favourable === undefined ? {} : { favourable: spec.favourable }),
  ...(spec.weight === undefined ? {} : { weight: spec.weight }),
  ...(spec.weightKind === undefined ? {} : { weightKind: spec.weightKind }),
});

/** More people than this in areas without statistics, and bounds on the others are no pass. */
const MOST_UNMATCHED = 0.05;

/**
 * Bounds for every group of the area statistics, and what they allow to say.
 * Problems: those of `populationOf`; `usage.invalid` for sampling weights; `audit.invalid-areas` where no area is known.
 */
export function areasReport(
  cells: readonly DecisionCell[],
  spec: AuditSpec & { readonly areas: AuditSpecAreas },
): Result<AreasReport, Problem> {
  const population = populationOf(cells, areaSpec(spec));
  if (!population.ok) return population;
  if (population.value.weightKind === 'sampling')
    return fail(
      problem(
        'usage.invalid',
        'area statistics speak of all people of an area, and sampling weights of a part of them',
        'leave out --weight, or audit the sample by --group',
      ),
    );
  const { column, statistics } = spec.areas;
  const { groups, cells: counted } = population.value;
  const found = auditAreas(
    counted.map(({ group, selected, units }) => ({ by: groups[group]!, rows: units, selected })),
    statistics.shares,
    thresholdOf(spec),
  );
  if (found.areas === 0)
    return fail(
      problem(
        'audit.invalid-areas',
        `no value of \`${column}\` is an area of the statistics; seen: ${listed(groups.flatMap(([area]) => area ?? []))}`,
        'write the areas of both files alike, leading zeros included',
      ),
    );
  const isPartial = found.unmatched > MOST_UNMATCHED * (found.people + found.unmatched);
  const verdict = verdictOf(found, isPartial);
  return ok({
    ...found,
    column,
    source: statistics.source,
    date: statistics.date,
    verdict,
    because: becauseOf(found, isPartial, verdict),
  });
}

function verdictOf({ groups }: AreaAudit, isPartial: boolean): AuditVerdict {
  const start: AuditVerdict = isPartial || groups.length === 0 ? 'insufficient' : 'pass';
  return groups.reduce<AuditVerdict>((verdict, one) => stricterVerdict(verdict, one.verdict), start);
}

function becauseOf({ groups, unmatched }: AreaAudit, isPartial: boolean, verdict: AuditVerdict): string[] {
  if (verdict === 'review')
    return groups
      .filter((one) => one.verdict === 'review')
      .map(
        ({ group }) => `${group}: below the threshold in every allotment that the areas allow, beyond chance`,
      );
  if (verdict === 'pass') return ['no group is below the threshold in any allotment that the areas allow'];
  return [
    ...(isPartial ? [`${unmatched} people are in areas without statistics`] : []),
    ...groups
      .filter((one) => one.verdict === 'insufficient')
      .map(
        ({ group }) => `${group}: the areas allow ratios on both sides of the threshold, or too few people`,
      ),
  ];
}
