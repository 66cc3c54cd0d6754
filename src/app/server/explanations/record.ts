import { problem } from '../../../kernel/problem.ts';
import {
  type Explanation,
  explainRule,
  explainScore,
  type PrivateExplanation,
} from '../../../playbook/5-oversight/explanations/explanation.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { addDecision } from '../../../stores/sql/repositories/decisions.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import {
  findUseVersion,
  findUseVersionByHash,
  type UseVersion,
} from '../../../stores/sql/repositories/use-versions.ts';
import { findUse, type Use } from '../../../stores/sql/repositories/uses.ts';
import { type Change, demand, isAllowed, missing, type View } from '../change.ts';
import { standing } from '../uses/standing.ts';
import { findDecider } from './find-decider.ts';

/** A decision as the system that made it tells it. */
export interface MadeDecision {
  readonly use: string;
  /** The score or rule of the card that decided. */
  readonly decider: string;
  /** A pseudonym of the person, lead or account. */
  readonly subject: string;
  readonly inputs: Readonly<Record<string, number | null>>;
  /** The value that was used, where a score decided. */
  readonly prediction: number | null;
  /** What came of it, as `offered`, `suppressed`, `ranked-3`. */
  readonly outcome: string;
  readonly decidedAt: string | null;
  /** Which content decided; the cleared version, else the latest, where it is absent. */
  readonly contentHash: string | null;
}

/** What is sealed of a decision, and ends with its inputs. */
export interface Hidden extends PrivateExplanation {
  readonly inputs: MadeDecision['inputs'];
}

/** Days that values of people, and what is protected, are kept (ours). */
export const HIDDEN_DAYS = 30;
/** Days that reasons are kept (ours): the AI Act asks for six months at least, art. 26(6). */
export const REASON_DAYS = 400;
const DAY_MS = 86_400_000;

export interface PreparedDecision {
  readonly made: MadeDecision;
  readonly version: UseVersion;
  readonly open: Explanation;
  readonly hidden: PrivateExplanation;
}

/**
 * Explains a decision before it is kept; outside the transaction, since a large model takes its time.
 * Refusals: `people.not-allowed`, `store.not-found`, `decision.unknown-decider`.
 */
export async function prepareDecision(view: View, made: MadeDecision): Promise<PreparedDecision> {
  const { db } = view;
  const use = await findUse(db, made.use);
  if (!isAllowed(view, 'event.deliver')) {
    if (use === undefined) throw missing();
    demand(view, 'use.write', { owner: (await standing(view, use)).owner });
  }
  const version = use === undefined ? undefined : await versionThatDecided(view, use, made);
  if (use === undefined || version === undefined) throw missing();
  const decider = await findDecider(view, use, version, made.decider);
  if (decider === null)
    throw new Refusal(
      problem(
        'decision.unknown-decider',
        `the card of \`${use.id}\` has no score and no rule \`${made.decider}\``,
        'name one of its `scores` or `rules`',
      ),
    );
  const explained =
    decider.basis === 'rule'
      ? explainRule(decider.rule, decider.isProtected, decider.lookedAt)
      : explainScore(decider.reading, decider.features, decider.score, made);
  return { made, version, ...explained };
}

const versionThatDecided = ({ db }: View, use: Use, made: MadeDecision): Promise<UseVersion | undefined> => {
  if (made.contentHash !== null) return findUseVersionByHash(db, use.id, made.contentHash);
  const id = use.clearedVersionId ?? use.latestVersionId;
  return id === null ? Promise.resolve(undefined) : findUseVersion(db, id);
};

export interface RecordedDecision {
  readonly decision: string;
  readonly status: Explanation['status'];
  readonly because: string | null;
}

/** Keeps a decision with its reasons; what is private of it sealed. */
export async function keepDecision(change: Change, prepared: PreparedDecision): Promise<RecordedDecision> {
  const { db, at, context } = change;
  const { made, version, open, hidden } = prepared;
  const id = newId('decision', at);
  const sealed: Hidden = { inputs: made.inputs, ...hidden };
  const until = (days: number): Date => new Date(at.getTime() + days * DAY_MS);
  await addDecision(db, {
    id,
    useId: made.use,
    versionId: version.id,
    decider: made.decider,
    subject: made.subject,
    outcome: made.outcome,
    explanation: JSON.stringify(open),
    hidden: context.sealer.seal(JSON.stringify(sealed), contextOf(id)),
    hiddenUntil: until(HIDDEN_DAYS),
    decidedAt: made.decidedAt === null ? at : new Date(made.decidedAt),
    keepUntil: until(REASON_DAYS),
  });
  return { decision: id, status: open.status, because: open.because };
}

export const contextOf = (id: string): string => `decisions:${id}`;
