import type { AudienceReading } from '../check/facts/audience.ts';
import { type FactStates, known } from '../check/facts/index.ts';
import type { Finding } from '../check/finding.ts';
import { runChecks } from '../check/run.ts';
import type { SourceText } from '../kernel/source-text.ts';
import { allChecks } from './checks.ts';

/**
 * What the checks that need nothing but the definition say of it. Without the card nobody knows what the audience is for,
 * so nothing is graver than `review`. A definition that was not read is a problem, and no finding.
 */
export function segmentFindings(reading: AudienceReading, source: SourceText): readonly Finding[] {
  if (!reading.assessed) return [];
  const closed = { open: false, because: 'there is no card to show it' };
  const facts: FactStates = {
    card: known({ card: { use: 'segment', kind: 'audience' }, file: source.file, at: () => source.whole() }),
    settings: known({ organisation: '', jurisdictions: [], auditGroups: [], missions: [], purposes: [] }),
    dataMap: known({ fields: [], field: () => undefined }),
    audience: known({
      parts: [{ part: 'segment', pointer: '/audience/segment', reading, whole: source.whole() }],
    }),
    usedFields: known({ used: [] }),
    models: known({ models: [] }),
    content: known({ calls: [], prices: [], offers: [], seenIntents: [], sells: false }),
    paths: known({ askedFor: closed, owed: closed, protective: closed }),
  };
  const alone = allChecks.filter(
    ({ withoutCard, needs }) =>
      withoutCard && needs.includes('audience') && needs.every((need) => need in facts),
  );
  return runChecks(alone, { kind: 'audience', facts, jurisdictions: [], now: new Date(0) })
    .flatMap(({ findings }) => findings)
    .map((finding) => (finding.gravity === 'block' ? { ...finding, gravity: 'review' } : finding));
}
