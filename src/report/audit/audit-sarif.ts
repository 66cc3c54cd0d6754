import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Check } from '../../check/define.ts';
import { maskText } from '../mask.ts';
import { ruleOf } from '../sarif/rules.ts';
import { areaSentences } from './area-sentences.ts';
import { named } from './numbers.ts';
import type { AuditJson, ComparisonJson } from './schema.ts';
import { outcomeSentences, summaryOf } from './summary.ts';

const RULE = 'bias-rate-ratio';
const OFFERS = 'bias-offer-quality';

/** A SARIF 2.1.0 log of an audit: one result for each group that calls for a review; what could not be told as notifications. */
export function auditSarif(
  audit: AuditJson,
  { checks, version }: { readonly checks: readonly Check[]; readonly version: string },
): object {
  const rules = [RULE, OFFERS].flatMap((rule) => checks.filter(({ id }) => id === rule)).map(ruleOf);
  const called = [...audit.comparisons, ...(audit.marginalComparisons ?? [])].filter(({ review }) => review);
  const isFile = audit.source.kind === 'file';
  const place = isFile
    ? { physicalLocation: { artifactLocation: { uri: uriOf(audit.source.name) }, region: { startLine: 1 } } }
    : {};
  const byArea = (audit.areas?.groups ?? []).filter(({ verdict }) => verdict === 'review');
  const worseOff = audit.outcomes.flatMap((one) =>
    one.groups
      .filter(({ review }) => review)
      .map((row) => ({
        outcome: one.outcome,
        row,
        says: outcomeSentences([{ ...one, groups: [row] }])[0] ?? '',
      })),
  );
  const found = {
    ruleId: RULE,
    ...(rules.length === 0 ? {} : { ruleIndex: 0 }),
    level: 'warning',
    locations: [{ ...place, logicalLocations: [{ name: audit.source.name, kind: 'module' }] }],
  };
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'scruple', version, semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: audit.problems.length === 0,
            endTimeUtc: audit.checkedAt,
            toolExecutionNotifications: [
              ...audit.problems.map((one) => ({
                descriptor: { id: one.code },
                level: 'error',
                message: { text: maskText(`${one.message}. Mend: ${one.hint}.`) },
              })),
              ...(audit.verdict === 'insufficient'
                ? audit.because.map((reason) => ({
                    descriptor: { id: 'not-assessed' },
                    level: 'warning',
                    message: { text: reason },
                  }))
                : []),
            ],
          },
        ],
        results: [
          ...called.map((row) => ({
            ...found,
            message: { text: textOf(audit, row) },
            partialFingerprints: { 'scrupleFinding/v1': fingerprint(audit, row.by) },
            properties: {
              group: row.by,
              reference: row.reference,
              ratio: row.ratio,
              adjustedPValue: row.adjustedPValue,
              verdict: audit.verdict,
            },
          })),
          ...worseOff.map(({ outcome, row, says }) => ({
            ...found,
            ruleId: OFFERS,
            ...(rules.length < 2 ? {} : { ruleIndex: 1 }),
            message: { text: `${says}\n${ADVICE}` },
            partialFingerprints: { 'scrupleFinding/v1': fingerprint(audit, { ...row.by, outcome }) },
            properties: {
              group: row.by,
              outcome,
              mean: row.mean,
              ratio: row.ratio,
              adjustedPValue: row.adjustedPValue,
              verdict: audit.verdict,
            },
          })),
          ...byArea.map(({ group, ratio, adjustedPValue }) => ({
            ...found,
            message: { text: `${areaText(audit, group)}\n${ADVICE}` },
            partialFingerprints: {
              'scrupleFinding/v1': fingerprint(audit, { [audit.areas!.column]: group }),
            },
            properties: { groupOfAreas: group, bounds: ratio, adjustedPValue, verdict: audit.verdict },
          })),
        ],
      },
    ],
  };
}

const ADVICE =
  'People of this group miss what others get, whatever the rule meant to do.\nInstead: look at which rule or threshold makes the gap, compare alternatives, and write down why the one you keep is fair.';

const textOf = (audit: AuditJson, row: ComparisonJson): string =>
  `${summaryOf({ ...audit, comparisons: [row], marginalComparisons: [], conditional: null, rules: null, scores: null, areas: null, outcomes: [] })[0]}\n${ADVICE}`;

const areaText = ({ areas, method }: AuditJson, name: string): string =>
  areaSentences(
    { ...areas!, groups: areas!.groups.filter(({ group }) => group === name) },
    method?.threshold ?? '4/5',
  )
    .slice(0, 2)
    .join(' ');

/** The same group of the same question keeps its fingerprint when the numbers move. */
const fingerprint = ({ source, asked }: AuditJson, by: Readonly<Record<string, string | null>>): string =>
  createHash('sha256')
    .update(JSON.stringify([RULE, source.name, asked.decision, named(by)]))
    .digest('hex')
    .slice(0, 32);

const uriOf = (file: string): string => {
  const path = file.replaceAll('\\', '/').replace(/^\.\//, '');
  const root = pathToFileURL('/').href;
  if (path.startsWith('/')) return pathToFileURL(path).href;
  return path.startsWith('..')
    ? path.split('/').map(encodeURIComponent).join('/')
    : pathToFileURL(`/${path}`).href.slice(root.length);
};
