import type { Problem } from '../../kernel/problem.ts';
import type { AuditReport } from '../../playbook/4-harm/fairness/report.ts';
import type { AuditSpec, VaultSource } from '../../playbook/4-harm/fairness/spec.ts';
import { type PackAnswer, packAnswer } from '../../playbook/4-harm/fairness-packs/pack-answer.ts';
import type { AuditJson } from '../../report/audit/schema.ts';
import { summaryOf } from '../../report/audit/summary.ts';
import type { OpenedAreas } from './open-areas.ts';
import type { AuditRequest } from './request.ts';
import { withoutSecrets } from './without-secrets.ts';

/** The answer of an audit, with the question, the source and the hashes that let it be made again. */
export function documentOf(
  request: AuditRequest,
  name: string,
  spec: AuditSpec & { readonly vault?: VaultSource },
  report: AuditReport,
  {
    dataHash,
    minimumCell,
    areas,
  }: {
    readonly dataHash: string | null;
    readonly minimumCell: number | null;
    readonly areas: OpenedAreas | null;
  },
  engine: string,
): AuditJson {
  const answer = spec.pack === undefined ? null : packAnswer(spec.pack, spec, report);
  const asked = askedOf(request);
  const draft = {
    ...report,
    checkedAt: request.at.toISOString(),
    asked,
    // The report names a file as it was named, not where it lies on this machine.
    source: {
      ...report.source,
      name: report.source.kind === 'table' ? `${name} ${report.source.name}` : name,
      dataHash,
    },
    areas:
      report.areas === null || areas === null
        ? null
        : { ...report.areas, file: areas.file, hash: areas.hash },
    pack: answer === null ? null : packJson(answer),
    vault:
      spec.vault === undefined || minimumCell === null
        ? null
        : {
            purpose: request.purpose ?? '',
            minimumCell,
            attributes: Object.entries(spec.vault.records)
              .filter(([attribute]) => spec.groups.includes(attribute) || spec.control?.includes(attribute))
              .map(([attribute, record]) => ({ attribute, ...record })),
          },
    purpose: request.purpose ?? null,
    method: { ...report.method, engine, version: request.version },
    summary: [],
  } as unknown as AuditJson;
  return { ...draft, summary: summaryOf(draft) };
}

const packJson = (answer: PackAnswer): AuditJson['pack'] => ({
  id: answer.id,
  title: answer.title,
  says: answer.says,
  source: answer.source,
  date: answer.verifiedOn,
  verified: answer.verifiedOn !== null,
  threshold: { ...answer.threshold, is: answer.thresholdIs },
  smallestShare: answer.smallestShare,
  requirements: [...answer.requirements],
  impactRatios: [...answer.impactRatios],
});

/** The question as it was put. */
const askedOf = ({ columns, areas, area }: AuditRequest): AuditJson['asked'] => ({
  groups: [...columns.groups],
  decision: columns.decision,
  favourable: columns.favourable ?? null,
  label: columns.label ?? null,
  labelFavourable: columns.labelFavourable ?? null,
  score: columns.score ?? null,
  weight: columns.weight ?? null,
  weightKind: columns.weightKind ?? null,
  control: [...(columns.control ?? [])],
  reference: columns.reference ?? null,
  rules: [...(columns.rules ?? [])],
  id: columns.id ?? null,
  proxies: [...(columns.proxies ?? [])],
  outcomes: [...(columns.outcomes ?? [])],
  moreIsBetter: [...(columns.moreIsBetter ?? [])],
  lessIsBetter: [...(columns.lessIsBetter ?? [])],
  marginals: columns.marginals === true,
  areas: areas ?? null,
  area: area ?? null,
});

/** The document of an audit that could not be run: nothing is judged, and nothing looks like a pass. */
export function documentOfProblem(request: AuditRequest, why: Problem): AuditJson {
  return {
    schema: 'scruple.audit/1',
    checkedAt: request.at.toISOString(),
    rows: 0,
    verdict: 'insufficient',
    summary: [],
    because: ['the audit could not be run'],
    groups: [],
    comparisons: [],
    metrics: [],
    conditional: null,
    source: {
      kind: 'file',
      name: withoutSecrets(request.decisions),
      window: null,
      caution: null,
      dataHash: null,
      countsHash: null,
    },
    asked: askedOf(request),
    reference: null,
    people: 0,
    excluded: { decisionMissing: 0, weightMissing: 0 },
    spread: { selectionRateDifference: null, selectionRateRatio: null, equalizedOddsDifference: null },
    scores: null,
    rules: null,
    outcomes: [],
    proxies: null,
    areas: null,
    pack: null,
    vault: null,
    purpose: request.purpose ?? null,
    notes: [],
    method: null,
    problems: [why],
  };
}
