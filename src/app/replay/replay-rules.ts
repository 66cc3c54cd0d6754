import type { Finding } from '../../check/finding.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { OutcomeEvent } from '../../playbook/7-outcomes/outcome-event.ts';
import { problemJson } from '../../report/json/parts.ts';
import { maskText } from '../../report/mask.ts';
import type { UseReport } from '../../report/model.ts';
import type { RulesReplayJson } from '../../report/rules/schema.ts';
import { judgeWorkspace } from '../judge-workspace.ts';
import { openWorkspace } from '../workspace.ts';
import { type ReadOptions, readEvents } from './read-events.ts';

type Used = RulesReplayJson['uses'][number];
type Told = Pick<Used, 'sends' | 'followed'>;

export interface RulesReplayOptions extends ReadOptions {
  /** The workspace whose rules and cards count. */
  readonly folder: string;
  readonly at: Date;
  readonly onJudged: (done: number, total: number) => void;
}

/**
 * Judges each use of a log again under the rules of a workspace as they stand now, as of the use's first send, and says
 * what would have been stopped by which rule, with what followed. So a new boundary can be tried on history before it
 * binds. Nothing is asked that changes with time: named facts are not assessed.
 * Problems: those of `openWorkspace` and `readEvents`.
 */
export async function replayRules(
  file: string,
  options: RulesReplayOptions,
): Promise<Result<RulesReplayJson, Problem>> {
  const opened = await openWorkspace(options.folder);
  if (!opened.ok) return opened;
  const workspace = opened.value;
  const read = await readEvents(file, options);
  if (!read.ok) return read;
  const seen = countByUse(read.value.events, options.at);
  const uses: Used[] = [];
  const problems: Problem[] = [...workspace.problems, ...read.value.problems];
  for (const [use, counted] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const judgedAt = workspace.uses.includes(use) ? counted.firstAt : null;
    const report = judgedAt === null ? null : await judgeAt(workspace, use, judgedAt);
    if (report === null)
      problems.push(
        problem(
          'card.unknown-use',
          `the log speaks of \`${use}\`, of which \`${workspace.name}\` has no card`,
          `write uses/${use}/use.yaml; until then nobody can tell what would have stopped it`,
        ),
      );
    uses.push({
      use,
      verdict: report?.verdict ?? null,
      judgedAt: report === null ? null : judgedAt!.toISOString(),
      owed: counted.owed,
      sends: counted.sends,
      followed: inOrder(counted.followed),
      stoppedBy: report === null ? [] : stoppingOf(report.findings),
    });
    options.onJudged(uses.length, seen.size);
  }
  return ok({
    schema: 'scruple.rules-replay/1',
    checkedAt: options.at.toISOString(),
    workspace: workspace.name,
    events: [...seen.values()].reduce((sum, { events }) => sum + events, 0),
    uses,
    rules: rulesOf(uses),
    totals: {
      stopped: summed(uses.filter(({ verdict }) => verdict === 'block')),
      waiting: summed(uses.filter(({ verdict }) => verdict === 'review')),
      through: summed(uses.filter(({ verdict }) => verdict === 'allow')),
      unknown: summed(uses.filter(({ verdict }) => verdict === null)),
    },
    problems: problems.map(problemJson),
  });
}

async function judgeAt(
  workspace: Parameters<typeof judgeWorkspace>[0],
  use: string,
  at: Date,
): Promise<UseReport | null> {
  const { uses } = await judgeWorkspace(workspace, {
    at,
    only: [use],
    noFacts: true,
    allowHosts: [],
    allowPaths: [],
  });
  return uses[0] ?? null;
}

interface Counted {
  events: number;
  sends: number;
  owed: number;
  firstAt: Date;
  readonly followed: Map<string, number>;
}

/** What the log holds of each use; the same id twice is one event. */
function countByUse(events: readonly OutcomeEvent[], until: Date): ReadonlyMap<string, Counted> {
  const byUse = new Map<string, Counted>();
  const ids = new Set<string>();
  for (const { id, use, type, at, isEssential } of events) {
    if (at > until.getTime() || ids.has(id)) continue;
    ids.add(id);
    let counted = byUse.get(use);
    if (counted === undefined) {
      counted = { events: 0, sends: 0, owed: 0, firstAt: new Date(at), followed: new Map() };
      byUse.set(use, counted);
    }
    counted.events += 1;
    if (at < counted.firstAt.getTime()) counted.firstAt = new Date(at);
    if (type !== 'send') counted.followed.set(type, (counted.followed.get(type) ?? 0) + 1);
    else if (isEssential) counted.owed += 1;
    else counted.sends += 1;
  }
  return byUse;
}

/** Findings that keep a use from being sent: those that block, and where none does those that a person must judge. */
function stoppingOf(findings: readonly Finding[]): Used['stoppedBy'] {
  return findings
    .filter(({ gravity, waivedBy }) => gravity !== 'advise' && waivedBy === null)
    .map(({ check, evidence, gravity, what }) => ({
      check,
      boundary: check === 'use-prohibited' ? boundaryIn(evidence) : null,
      gravity,
      what: maskText(what),
    }));
}

/** A finding of a boundary has the way to it as evidence: its file, then its id. */
function boundaryIn(evidence: Finding['evidence']): string | null {
  const path = evidence.find(({ type }) => type === 'path');
  return path?.type === 'path' ? (path.hops.at(-1) ?? null) : null;
}

function rulesOf(uses: readonly Used[]): RulesReplayJson['rules'] {
  const stopped = uses.flatMap((use) =>
    use.stoppedBy
      .filter(({ gravity }) => gravity === 'block')
      .map(({ check, boundary }) => ({ name: `${check}\u0000${boundary ?? ''}`, check, boundary, use })),
  );
  return [...Map.groupBy(stopped, ({ name }) => name)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, all]) => {
      const own = [...new Set(all.map(({ use }) => use))];
      const { check, boundary } = all[0]!;
      return { check, boundary, uses: own.map(({ use }) => use), ...summed(own) };
    });
}

function summed(uses: readonly Told[]): Told {
  const followed = new Map<string, number>();
  for (const use of uses)
    for (const [type, count] of Object.entries(use.followed))
      followed.set(type, (followed.get(type) ?? 0) + count);
  return { sends: uses.reduce((sum, { sends }) => sum + sends, 0), followed: inOrder(followed) };
}

const inOrder = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
