import type { ListedFinding } from '../../api/client.ts';
import { Finding } from '../../parts/finding.tsx';
import { useOpenReview } from './use-review.ts';

/** What the organisation's own boundaries said. */
export const boundaryFindings = (findings: readonly ListedFinding[]): readonly ListedFinding[] =>
  findings.filter(({ step }) => step === 1);

/** The boundaries that spoke, each with its reason and the way out. */
export function Boundaries() {
  const { findings, version } = useOpenReview();
  return boundaryFindings(findings).map((finding) => (
    <Finding
      key={finding.id}
      finding={finding}
      text={version.files.find(({ path }) => path === finding.at.file)?.text}
    />
  ));
}
