import { problem } from '../../../kernel/problem.ts';
import type { Action } from '../../../playbook/5-oversight/people/permissions.ts';
import type { IncidentEvent } from '../../../playbook/7-outcomes/incidents/incident-event.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { findIncident } from '../../../stores/sql/repositories/incidents.ts';
import { allChecks } from '../../checks.ts';
import { type Change, demand, missing } from '../change.ts';
import { lockedUse } from '../uses/standing.ts';
import type { Reported } from './causes.ts';
import { openIncident } from './open-incident.ts';
import { incidentsOf, lockedIncident, type StoredIncident, takeStep } from './stored-incident.ts';

/** What somebody does with an incident. Who and when are not theirs to say. */
export type IncidentStep = IncidentEvent extends infer E
  ? E extends IncidentEvent
    ? E['type'] extends 'opened' | 'evidence-added'
      ? never
      : Omit<E, 'at' | 'by'>
    : never
  : never;

/** What those do who know the use; all else is decided by who speaks for customers. */
const WORK: readonly IncidentStep['type'][] = ['known-since', 'cause-found', 'remedy-proven', 'guard-named'];

/**
 * Reports harm that no monitor and no gate saw; what is open of the same use and cause is given, and the words are kept
 * where it is new. Refusals: `people.not-allowed`, `store.not-found`.
 */
export async function reportIncident(
  change: Change,
  { use, cause, words }: { readonly use: string; readonly cause: Reported; readonly words: string },
): Promise<StoredIncident> {
  const { owner } = await lockedUse(change, use);
  demand(change, 'incident.report', { owner });
  const id = await openIncident(change, {
    useId: use,
    cause,
    kind: 'report',
    evidence: [],
    by: change.caller.account.key,
    words,
  });
  return lockedIncident(change.db, id);
}

/**
 * Takes a step in an incident that stands at a version.
 * Refusals: `people.not-allowed`, `store.not-found`, `store.changed`, `incident.*`.
 */
export async function actOnIncident(
  change: Change,
  id: string,
  version: number,
  step: IncidentStep,
): Promise<StoredIncident> {
  const found = await findIncident(change.db, id);
  if (found === undefined) throw missing();
  const { owner } = await lockedUse(change, found.useId);
  const action: Action = WORK.includes(step.type) ? 'incident.work' : 'contest.decide';
  demand(change, action, { owner });
  // Whoever works on a use does not decide what is owed to those whom it harmed.
  if (action === 'contest.decide' && owner === change.caller.account.key)
    throw new Refusal(
      problem(
        'people.not-allowed',
        'nobody decides about an incident of a use of their own',
        'ask a customer advocate who does not work on it',
      ),
    );
  if (step.type === 'guard-named' && step.guard === 'check')
    if (!allChecks.some((check) => check.id === step.name))
      throw new Refusal(
        problem(
          'incident.incomplete',
          `there is no check \`${step.name ?? ''}\``,
          'name one of docs/checks.md, or a rule or test of your own',
        ),
      );
  const stored = await lockedIncident(change.db, id);
  const event = {
    ...step,
    at: change.at.toISOString(),
    by: change.caller.account.key,
  } as IncidentEvent;
  const taken = await takeStep(change, stored, event, version);
  return (await incidentsOf(change.db, [taken.row]))[0]!;
}
