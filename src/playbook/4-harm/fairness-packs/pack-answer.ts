import type { AuditPack } from '../fairness/packs.ts';
import type { AuditReport, By, GroupRow } from '../fairness/report.ts';
import type { AuditSpec } from '../fairness/spec.ts';
import { type Answer, REQUIREMENTS } from './requirements.ts';

/** Rate of a category over the rate of the most selected category that is not left out. */
export interface ImpactRatio {
  readonly by: By;
  readonly n: number | null;
  readonly rate: number | null;
  readonly impactRatio: number | null;
  readonly of: 'selectionRate' | 'scoringRate';
  readonly leftOut: boolean;
}

/** A pack, and what an audit answers to it. */
export interface PackAnswer extends AuditPack {
  readonly requirements: ReadonlyArray<Answer & { readonly says: string; readonly verified: boolean }>;
  readonly impactRatios: readonly ImpactRatio[];
}

/** Holds an audit against what the source of a pack asks. It states no law: it says which numbers were asked for. */
export function packAnswer(pack: AuditPack, spec: AuditSpec, report: AuditReport): PackAnswer {
  const of = spec.score !== undefined && pack.smallestShare !== null ? 'scoringRate' : 'selectionRate';
  const families = [report.groups, ...familiesOf(report.marginals ?? [])];
  return {
    ...pack,
    requirements: (REQUIREMENTS[pack.id] ?? []).map((requirement) => ({
      says: requirement.says,
      verified: requirement.verified,
      ...requirement.answer(spec, report),
    })),
    impactRatios:
      pack.smallestShare === null
        ? []
        : families.flatMap((rows) => impactRatios(rows, of, pack.smallestShare! * report.people)),
  };
}

/** The rows of each set of attributes: categories are compared within their own. */
function familiesOf(rows: readonly GroupRow[]): GroupRow[][] {
  const families = new Map<string, GroupRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(Object.keys(row.by));
    families.set(key, [...(families.get(key) ?? []), row]);
  }
  return [...families.values()];
}

function impactRatios(rows: readonly GroupRow[], of: ImpactRatio['of'], smallest: number): ImpactRatio[] {
  const known = rows.filter(({ by }) => !Object.values(by).includes(null));
  const counted = known.filter(({ n }) => n !== null && n >= smallest);
  const highest = Math.max(0, ...counted.map((row) => row[of] ?? 0));
  return known.map((row) => ({
    by: row.by,
    n: row.n,
    rate: row[of],
    impactRatio: row[of] === null || highest === 0 ? null : row[of] / highest,
    of,
    leftOut: row.n !== null && row.n < smallest,
  }));
}
