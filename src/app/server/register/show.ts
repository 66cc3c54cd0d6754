import {
  type DecisionClass,
  DRILL,
  type DrillState,
  drillState,
} from '../../../playbook/5-oversight/register/register-entry.ts';
import type { FindingJson } from '../../../report/json/schema.ts';
import {
  type AutomationFilter,
  type AutomationSort,
  findAutomation,
  type ListedAutomation,
  listAutomations,
  listStopDrills,
  NEVER,
} from '../../../stores/sql/repositories/automations.ts';
import { countOverrides } from '../../../stores/sql/repositories/decisions.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { findUseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import { isAllowed, missing, type View } from '../change.ts';
import { versionContent } from '../explanations/version-content.ts';
import { showFindings } from '../uses/show.ts';
import { seenUse } from '../uses/standing.ts';
import {
  type DescribedAssistant,
  type DescribedRule,
  type DescribedScore,
  describeAssistant,
  describeRules,
  describeScores,
  unseenFields,
} from './describe.ts';
import { type ShownDrill, shownDrill } from './drills.ts';

const DAY_MS = 86_400_000;
/** Over how many days decisions and overrides are counted. */
export const COUNTED_DAYS = 90;
/** Checks that speak of how a use decides. */
const ABOUT_AUTOMATION = /^(?:auto|nba|sup|bias)-/;

/** A use that decides by machine, in a list. */
export interface ShownAutomation {
  readonly id: string;
  readonly workspace: string;
  readonly kind: string;
  readonly owner: string;
  readonly state: string;
  readonly decision: DecisionClass;
  readonly stopOwner: string | null;
  readonly lastDrillAt: string | null;
  readonly changedAt: string;
}

export interface AutomationQuery
  extends Pick<AutomationFilter, 'kind' | 'decision' | 'workspace' | 'hasStopOwner' | 'query'> {
  /** Only those whose stop must be drilled. */
  readonly isDrillDue?: boolean | undefined;
  readonly mine?: boolean | undefined;
}

/** The register: what the caller may see of it, once `bringUpToDate` was called. */
export async function showAutomations(
  view: View,
  { isDrillDue, mine, ...filter }: AutomationQuery,
  request: PageRequest<AutomationSort>,
): Promise<Page<ShownAutomation>> {
  const isOwn = mine === true || !isAllowed(view, 'use.read');
  const page = await listAutomations(
    view.db,
    {
      ...filter,
      ...(isDrillDue === true ? { drilledBefore: new Date(view.at.getTime() - DRILL.days * DAY_MS) } : {}),
      ...(isOwn ? { personId: view.caller.personId ?? 'nobody' } : {}),
    },
    request,
  );
  return { ...page, items: page.items.map(listed) };
}

/** An automation with all that the register knows of it. */
export interface AutomationInFull extends ShownAutomation {
  readonly purpose: string | null;
  readonly logic: string | null;
  readonly review: string | null;
  readonly notice: string | null;
  readonly contest: string | null;
  readonly log: string | null;
  readonly scores: readonly DescribedScore[];
  readonly rules: readonly DescribedRule[];
  readonly assistant: DescribedAssistant | null;
  readonly unseenFields: readonly string[];
  readonly drill: DrillState;
  readonly drills: readonly ShownDrill[];
  /** What was decided and overridden within 90 days: of the use, never of a person. */
  readonly outcomes: { readonly days: number; readonly decisions: number; readonly overridden: number };
  /** What is wrong with how it decides; none while the caller has to judge first. */
  readonly findings: readonly FindingJson[];
}

export async function showAutomation(view: View, id: string): Promise<AutomationInFull> {
  const { db, at } = view;
  const { use } = await seenUse(view, id);
  const row = await findAutomation(db, id);
  const version = row === undefined ? undefined : await findUseVersion(db, row.versionId);
  if (row === undefined || version === undefined) throw missing();
  const content = await versionContent(db, use, version);
  const { automation, purpose, fields = [] } = content.card;
  const scores = describeScores(content);
  const assistant = describeAssistant(content);
  const drills = (await listStopDrills(db, id)).map(shownDrill);
  const seen = [
    ...scores.flatMap(({ inputs }) => inputs),
    ...(assistant?.tools ?? []).flatMap(({ reads, changes }) => [...reads, ...changes]),
  ];
  return {
    ...listed(row),
    purpose: purpose ?? null,
    logic: automation?.logic ?? null,
    review: automation?.review ?? null,
    notice: automation?.notice ?? null,
    contest: automation?.contest ?? null,
    log: automation?.log ?? null,
    scores,
    rules: await describeRules(content),
    assistant,
    unseenFields: unseenFields(fields, seen),
    drill: drillState(drills, at),
    drills,
    outcomes: {
      days: COUNTED_DAYS,
      ...(await countOverrides(db, id, new Date(at.getTime() - COUNTED_DAYS * DAY_MS))),
    },
    findings: await findingsAbout(view, id, assistant?.transcripts ?? []),
  };
}

async function findingsAbout(
  view: View,
  useId: string,
  transcripts: readonly string[],
): Promise<readonly FindingJson[]> {
  const files = new Set(transcripts.map((file) => `uses/${useId}/${file}`));
  const found: FindingJson[] = [];
  for (let after: string | undefined; ; ) {
    const page = await showFindings(view, { useId, isCurrent: true }, { limit: 500, after });
    found.push(...page.items.filter(({ check, at }) => ABOUT_AUTOMATION.test(check) || files.has(at.file)));
    if (page.next === null) return found;
    after = page.next;
  }
}

const listed = (row: ListedAutomation): ShownAutomation => ({
  id: row.id,
  workspace: row.workspace,
  kind: row.kind,
  owner: row.owner,
  state: row.state,
  decision: row.decision as DecisionClass,
  stopOwner: row.stopOwner,
  lastDrillAt: row.drilledAt.getTime() === NEVER.getTime() ? null : row.drilledAt.toISOString(),
  changedAt: row.changedAt.toISOString(),
});
