import type { CardFact } from '../check/facts/card.ts';
import { type FactStates, known } from '../check/facts/index.ts';
import type { NotAssessed, Outcome } from '../check/finding.ts';
import { judge } from '../check/judge.ts';
import { outcome, runChecks } from '../check/run.ts';
import { waive } from '../check/waive.ts';
import type { ContentHash } from '../kernel/canonical.ts';
import type { Problem } from '../kernel/problem.ts';
import { boundaryTexts } from '../playbook/1-boundaries/boundaries/read-boundaries.ts';
import { useHash } from '../playbook/1-boundaries/use-card/content-hash.ts';
import type { UseReport } from '../report/model.ts';
import { allChecks } from './checks.ts';
import { type DefinitionFile, readDefinitions } from './definition-files.ts';
import type { FactPorts } from './fact-ports.ts';
import { gatherFacts } from './gather-facts.ts';
import { cardOf } from './use-cards.ts';
import type { Workspace } from './workspace.ts';

export interface JudgedUse {
  readonly report: UseReport;
  readonly problems: readonly Problem[];
}

/** The check that speaks of a use as a whole, and so of what of it could not be read. */
const WHOLE_USE = 'use-declared';

/** Judges one use of a workspace: reads its card and files, gathers the facts, runs every check, applies its waivers. */
export async function judgeUse(
  workspace: Workspace,
  id: string,
  ports: FactPorts,
  now: Date,
): Promise<JudgedUse> {
  const reading = await cardOf(workspace, id);
  if (!reading.ok) return unreadableUse(id, [reading.problem]);
  const { fact: card, problems: problemsOfCard } = reading.value;
  if (card === null) return unreadableUse(id, problemsOfCard);

  const definitions = await readDefinitions(card, workspace.files);
  const gathered = await gatherFacts(workspace, card, definitions.files, ports, now);
  const problems = [...problemsOfCard, ...definitions.problems, ...gathered.problems];
  const outcomes = await runAll(workspace, card, gathered.states, gathered.unread, now);
  return {
    report: reportOf(card, outcomes, hashOf(workspace, card, definitions.files), gathered.messages),
    problems,
  };
}

function runAll(
  workspace: Workspace,
  card: CardFact,
  states: FactStates,
  unread: readonly string[],
  now: Date,
): readonly Outcome[] {
  const jurisdictions = card.card.jurisdictions ?? workspace.settingsFact.jurisdictions;
  const input = { kind: card.card.kind, jurisdictions, now };
  // What became of the waivers is a fact of its own, known only after the other checks have spoken.
  const first = allChecks.filter(({ needs }) => !needs.includes('waivers'));
  const last = allChecks.filter(({ needs }) => needs.includes('waivers'));
  const own = workspace.waivers.filter(({ use }) => use === card.card.use);
  const waived = waive(runChecks(first, { ...input, facts: states }), own, card.card.owner, now);
  const facts = { ...states, waivers: known({ waivers: waived.waivers }) };
  return withUnread([...waived.outcomes, ...runChecks(last, { ...input, facts })], unread);
}

/** What could not be read at all keeps the verdict from `allow`, whatever the checks could still see. */
function withUnread(outcomes: readonly Outcome[], unread: readonly string[]): readonly Outcome[] {
  if (unread.length === 0) return outcomes;
  const missing: NotAssessed = { check: WHOLE_USE, missing: unread, required: true };
  return outcomes.some(({ check }) => check === WHOLE_USE)
    ? outcomes.map((one) =>
        one.check === WHOLE_USE ? outcome(WHOLE_USE, one.findings, [...one.notAssessed, missing]) : one,
      )
    : [...outcomes, outcome(WHOLE_USE, [], [missing])];
}

function hashOf(
  workspace: Workspace,
  card: CardFact,
  definitions: readonly DefinitionFile[],
): ContentHash | null {
  if (definitions.some(({ source }) => source === null)) return null;
  const files = new Map(definitions.map(({ path, source }) => [path, source!]));
  return useHash({ card: card.card, files, boundaries: boundaryTexts(workspace.boundaries) });
}

function reportOf(
  card: CardFact,
  outcomes: readonly Outcome[],
  hash: ContentHash | null,
  messages: UseReport['messages'],
): UseReport {
  return {
    use: card.card.use,
    kind: card.card.kind,
    hash,
    verdict: judge(outcomes),
    owner: card.card.owner ?? null,
    goal: card.card.goal ?? null,
    findings: outcomes.flatMap(({ findings }) => findings),
    notAssessed: outcomes.flatMap(({ notAssessed }) => notAssessed),
    checksRun: outcomes.filter(({ notAssessed }) => notAssessed.length === 0).length,
    messages,
  };
}

const unreadableUse = (use: string, problems: readonly Problem[]): JudgedUse => ({
  problems,
  report: {
    use,
    kind: null,
    hash: null,
    verdict: 'review',
    owner: null,
    goal: null,
    findings: [],
    notAssessed: [{ check: WHOLE_USE, missing: ['card'], required: true }],
    checksRun: 0,
    messages: [],
  },
});
