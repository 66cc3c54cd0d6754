import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Check } from '../../check/define.ts';
import type { Finding, NotAssessed } from '../../check/finding.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Location } from '../../kernel/source-text.ts';
import { maskQuote, maskText } from '../mask.ts';
import type { Sources } from '../model.ts';
import { LEVELS } from './levels.ts';
import { ruleOf } from './rules.ts';

export interface SarifOptions {
  readonly checks: readonly Check[];
  readonly version: string;
  /** Path from the root of the repository, or from the current folder, to the workspace; empty where they are the same. */
  readonly folder: string;
}

/** What a log tells of one use or message. */
export interface SarifSubject {
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly notAssessed: readonly NotAssessed[];
}

/** A SARIF 2.1.0 log with one run: findings as results, problems and what was not assessed as notifications. */
export function sarifLog(
  report: {
    readonly checkedAt: Date;
    readonly subjects: readonly SarifSubject[];
    readonly problems: readonly Problem[];
    readonly sources: Sources;
  },
  options: SarifOptions,
): object {
  // A log of one use need not carry the help of eighty rules: those that it speaks of are enough.
  const spokenOf = new Set(
    report.subjects.flatMap(({ findings, notAssessed }) =>
      [...findings, ...notAssessed].map(({ check }) => check),
    ),
  );
  const checks = options.checks
    .filter(({ id }) => spokenOf.has(id))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const indexOf = new Map(checks.map(({ id }, index) => [id, index]));
  const results = report.subjects.flatMap(({ name, findings }) =>
    findings.map((finding) => resultOf(finding, name, report.sources, indexOf, options)),
  );
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'scruple',
            version: options.version,
            semanticVersion: options.version,
            rules: checks.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.problems.length === 0,
            endTimeUtc: report.checkedAt.toISOString(),
            toolExecutionNotifications: [
              ...report.problems.map((problem) => problemNotification(problem, options)),
              ...report.subjects.flatMap(({ name, notAssessed }) =>
                notAssessed.map((entry) => notAssessedNotification(entry, name, indexOf)),
              ),
            ],
          },
        ],
        results: withDistinctFingerprints(results),
      },
    ],
  };
}

interface Result {
  readonly partialFingerprints: { readonly 'scrupleFinding/v1': string };
}

function resultOf(
  finding: Finding,
  subject: string,
  sources: Sources,
  indexOf: ReadonlyMap<string, number>,
  options: SarifOptions,
): Result & Record<string, unknown> {
  const quote =
    finding.quote === null ? null : maskQuote(finding.quote, finding.at, sources.get(finding.at.file));
  const ruleIndex = indexOf.get(finding.check);
  return {
    ruleId: finding.check,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[finding.gravity],
    message: { text: maskText(`${finding.what}\n${finding.why}\nInstead: ${finding.instead}`) },
    locations: [
      {
        physicalLocation: physicalLocation(finding.at, options.folder, quote),
        logicalLocations: [{ name: subject, kind: 'module' }],
      },
    ],
    partialFingerprints: { 'scrupleFinding/v1': fingerprint(finding, subject) },
    ...(finding.waivedBy === null
      ? {}
      : {
          suppressions: [
            { kind: 'external', status: 'accepted', justification: `waived by ${finding.waivedBy}` },
          ],
        }),
    properties: {
      use: subject,
      gravity: finding.gravity,
      decidedBy: finding.decidedBy,
      risk: finding.risk,
      norms: finding.norms.map(({ id, scope }) => `${id} (${scope})`),
    },
  };
}

/** The same finding keeps its fingerprint when lines move: it rests on the words seen, and not on their place. */
function fingerprint(finding: Finding, subject: string): string {
  const seen = [
    finding.check,
    finding.advice,
    subject,
    finding.at.file,
    (finding.quote ?? '').replace(/\s+/g, ' ').trim(),
  ];
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex').slice(0, 32);
}

/** The same words twice in a file are two findings: each after the first says which one it is. */
function withDistinctFingerprints(results: Array<Result & Record<string, unknown>>): object[] {
  const seen = new Map<string, number>();
  return results.map((result) => {
    const print = result.partialFingerprints['scrupleFinding/v1'];
    const count = seen.get(print) ?? 0;
    seen.set(print, count + 1);
    return count === 0
      ? result
      : { ...result, partialFingerprints: { 'scrupleFinding/v1': `${print}:${count + 1}` } };
  });
}

function physicalLocation(at: Location, folder: string, snippet: string | null): object {
  return {
    artifactLocation: { uri: uriOf(at.file, folder), uriBaseId: '%SRCROOT%' },
    region: {
      startLine: at.line,
      startColumn: at.column,
      endLine: at.endLine,
      endColumn: at.endColumn,
      ...(snippet === null ? {} : { snippet: { text: snippet } }),
    },
  };
}

/** A relative reference, percent-encoded as `pathToFileURL` does it. */
function uriOf(file: string, folder: string): string {
  const path = [...folder.split(/[\\/]/), ...file.split('/')]
    .filter((part) => part !== '' && part !== '.')
    .join('/');
  const root = pathToFileURL('/').href;
  return path.startsWith('..')
    ? path.split('/').map(encodeURIComponent).join('/')
    : pathToFileURL(`/${path}`).href.slice(root.length);
}

const problemNotification = (problem: Problem, options: SarifOptions): object => ({
  descriptor: { id: problem.code },
  level: 'error',
  message: { text: maskText(`${problem.message}. Mend: ${problem.hint}.`) },
  ...(problem.at === null
    ? {}
    : { locations: [{ physicalLocation: physicalLocation(problem.at, options.folder, null) }] }),
});

function notAssessedNotification(
  entry: NotAssessed,
  subject: string,
  indexOf: ReadonlyMap<string, number>,
): object {
  const index = indexOf.get(entry.check);
  return {
    descriptor: { id: 'not-assessed' },
    associatedRule: { id: entry.check, ...(index === undefined ? {} : { index }) },
    level: entry.required ? 'warning' : 'note',
    message: {
      text: maskText(`${entry.check} was not assessed for ${subject}: ${entry.missing.join('; ')}`),
    },
    properties: { use: subject, required: entry.required },
  };
}
