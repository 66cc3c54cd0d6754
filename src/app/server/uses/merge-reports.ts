import { contentHash } from '../../../kernel/canonical.ts';
import { stricter, type Verdict, verdictOf } from '../../../kernel/gravity.ts';
import type { FindingJson, NotAssessedJson, WorkspaceReportJson } from '../../../report/json/schema.ts';

export type UseReportJson = WorkspaceReportJson['uses'][number];

/** What a version of a use is stored with. */
export interface MergedReport {
  readonly verdict: Verdict;
  readonly findings: readonly FindingJson[];
  readonly notAssessed: readonly NotAssessedJson[];
  /** Checks that only the one who pushed could assess: their word stands for it. */
  readonly assessedElsewhere: readonly string[];
}

/** A waiver as far as it matters here. */
export interface WaiverInForce {
  readonly id: string;
  readonly check: string;
}

/**
 * Our own judgement and the one that came with the push, which could ask facts and data. Both count: a finding of
 * either stands, so nothing that is sent can take a finding of ours away. Waivers count where they were reviewed here;
 * those in a file are requests.
 */
export function mergeReports(
  own: UseReportJson,
  sent: UseReportJson | null,
  waivers: readonly WaiverInForce[],
): MergedReport {
  // A judgement of other content says nothing of this one.
  const other = sent !== null && sent.hash !== null && sent.hash === own.hash ? sent : null;
  const findings = [
    ...new Map([...own.findings, ...(other?.findings ?? [])].map((one) => [placeOf(one), one])).values(),
  ].map((finding) => ({
    ...finding,
    waivedBy: waivers.find(({ check }) => check === finding.check)?.id ?? null,
  }));
  const isOpen = ({ check }: NotAssessedJson): boolean =>
    other === null || other.notAssessed.some((one) => one.check === check);
  const notAssessed = own.notAssessed.filter(isOpen);
  return {
    verdict: judged(findings, notAssessed),
    findings,
    notAssessed,
    assessedElsewhere: own.notAssessed.filter((one) => !isOpen(one)).map(({ check }) => check),
  };
}

/** The same finding seen twice is one. */
const placeOf = ({ check, advice, at, quote }: FindingJson): string =>
  contentHash({ check, advice, at, quote });

function judged(findings: readonly FindingJson[], notAssessed: readonly NotAssessedJson[]): Verdict {
  const least: Verdict = notAssessed.some(({ required }) => required) ? 'review' : 'allow';
  return findings
    .filter(({ waivedBy }) => waivedBy === null)
    .reduce<Verdict>((verdict, { gravity }) => stricter(verdict, verdictOf(gravity)), least);
}
