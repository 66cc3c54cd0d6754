import type { RuleName } from '../../../gate/policy.ts';
import type { Evidence } from '../../../maturity/evidence.ts';
import { askForMaturity, MATURITY_QUESTIONS } from '../../../stores/sql/maturity/index.ts';
import { listAttestations } from '../../../stores/sql/repositories/maturity.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { gatePolicyIn } from '../gate/gate-policy.ts';
import { jobState } from '../jobs/job-state.ts';
import { mapEvidence } from './map-evidence.ts';
import { leavingEvidence } from './probe-control.ts';

/** All evidence that there is, as of a moment: what the store says, what workspaces say, and what people signed for. */
export async function gatherEvidence(db: Database, at: Date): Promise<readonly Evidence[]> {
  const counted: Evidence[] = [];
  for (const [id, query] of Object.entries(MATURITY_QUESTIONS))
    counted.push({ id, query, attested: null, ...(await askForMaturity(db, query, at)) });
  return [
    ...counted,
    ...(await gateEvidence(db, at)),
    await removalEvidence(db),
    await leavingEvidence(db),
    ...(await mapEvidence(db, at)),
    ...(await attestedEvidence(db, at)),
  ];
}

const BOUND: ReadonlyArray<{ readonly id: string; readonly rules: readonly RuleName[] }> = [
  { id: 'gate-binds-content', rules: ['clearance', 'content'] },
  { id: 'gate-binds-claims', rules: ['claims'] },
];

async function gateEvidence(db: Database, at: Date): Promise<readonly Evidence[]> {
  const { policy } = await gatePolicyIn(db);
  const tried = new Set(policy.shadow.filter(({ until }) => until > at).map(({ rule }) => rule));
  return BOUND.map(({ id, rules }) => ({
    id,
    value: rules.filter((rule) => !tried.has(rule)).length / rules.length,
    of: rules.length,
    at,
    query: `setting gate: of ${rules.join(', ')} those that are not tried out`,
    attested: null,
  }));
}

async function removalEvidence(db: Database): Promise<Evidence> {
  const job = 'remove-what-is-over';
  const state = await jobState(db, job);
  const doneAt = state?.doneAt ?? null;
  return {
    id: 'removal-runs',
    value: doneAt === null || state?.problem !== null ? 0 : 1,
    of: null,
    at: doneAt === null ? null : new Date(doneAt),
    query: `setting job:${job}: doneAt, and no problem since`,
    attested: null,
  };
}

/** The last word of somebody counts, also where it is lower than the one before. */
async function attestedEvidence(db: Database, at: Date): Promise<readonly Evidence[]> {
  const last = new Map((await listAttestations(db, at)).map((row) => [row.requirement, row]));
  return [...last.values()].map(({ requirement, value, attestedAt, byKey, fileHash }) => ({
    id: requirement,
    value,
    of: null,
    at: attestedAt,
    query: 'table maturity_attestations: the last one',
    attested: { by: byKey, file: fileHash },
  }));
}
