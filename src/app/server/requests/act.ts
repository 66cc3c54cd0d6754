import { problem } from '../../../kernel/problem.ts';
import type { Person } from '../../../playbook/5-oversight/people/person.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { isProven } from '../../../playbook/6-control/requests/asked-request.ts';
import type { AnswerOutcome, RefusalReason } from '../../../playbook/6-control/requests/request-event.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { addOverride, findDecision } from '../../../stores/sql/repositories/decisions.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import { type Change, demand } from '../change.ts';
import { say } from '../evidence/say.ts';
import { openForContest } from '../incidents/open-for-contest.ts';
import { erasePerson } from '../ledger/erase.ts';
import { DONE, systemsWithPeople } from './destinations.ts';
import { demandNotOwner } from './not-owner.ts';
import { openSaid } from './said-by-person.ts';
import { changeableDestinations } from './sources/destination.ts';
import { lockedRequest, type Step, type StoredRequest, takeSteps } from './stored-request.ts';
import { askSystems } from './systems/tell-systems.ts';

/** What a customer advocate does with a request. All words are for the person who asks, but those of `facts`. */
export type RequestAction =
  | { readonly do: 'take' }
  | { readonly do: 'ask-for-proof' }
  /** Somebody looked at who it is, as by a call back or a document shown. */
  | { readonly do: 'confirm-person' }
  | { readonly do: 'extend'; readonly words: string }
  /** Erases or corrects what is here, and asks every source to. */
  | { readonly do: 'carry-out' }
  | {
      readonly do: 'answer';
      readonly outcome: Exclude<AnswerOutcome, 'changed' | 'upheld'>;
      readonly words: string;
    }
  /** Of a contest: what was looked at that the machine had not, and whether the outcome changes. */
  | {
      readonly do: 'decide';
      readonly changed: boolean;
      readonly facts: string;
      readonly words: string;
      /** The new outcome of the decision, where it is kept here. */
      readonly decision?: string | undefined;
    }
  | { readonly do: 'refuse'; readonly reason: RefusalReason; readonly words: string }
  | { readonly do: 'reopen'; readonly words: string };

/**
 * Does something with a request that stands at a version.
 * Refusals: `people.not-allowed`, `store.not-found`, `store.changed`, and those of `nextRequest`.
 */
export async function actOnRequest(
  change: Change,
  id: string,
  version: number,
  action: RequestAction,
): Promise<StoredRequest> {
  demand(change, 'contest.decide');
  const before = await lockedRequest(change.db, id);
  await demandNotOwner(change, before.row);
  demandVersion(before, version);
  const by = change.caller.account.key;
  const { context } = change;
  if (action.do === 'carry-out') return carryOut(change, before, version);
  const after = await takeSteps(change, context, before, by, stepsOf(action, change.caller.account), version);
  if (action.do === 'decide') {
    await overrideContested(change, after, action);
    if (action.changed) await openForContest(change, after.row);
  }
  return after;
}

function stepsOf(
  action: Exclude<RequestAction, { readonly do: 'carry-out' }>,
  { trainedAt }: Person,
): readonly Step[] {
  switch (action.do) {
    case 'take':
      return [{ type: 'taken' }];
    case 'ask-for-proof':
      return [{ type: 'proof-asked' }];
    case 'confirm-person':
      return [{ type: 'proven', proof: 'person-checked' }];
    case 'extend':
      return [{ type: 'extended', words: action.words }];
    case 'answer':
      return [{ type: 'answered', outcome: action.outcome, words: action.words }];
    case 'decide':
      return [
        { type: 'considered', words: action.facts, trainedAt },
        { type: 'answered', outcome: action.changed ? 'changed' : 'upheld', words: action.words },
      ];
    case 'refuse':
      return [{ type: 'refused', reason: action.reason, words: action.words }];
    case 'reopen':
      return [{ type: 'reopened', words: action.words }];
  }
}

/** Refusals: `store.changed`. */
export function demandVersion({ row }: StoredRequest, version: number): void {
  if (row.version === version) return;
  throw new Refusal(
    problem(
      'store.changed',
      `the request is at version ${row.version}, and version ${version} was to be changed`,
      'read it again, and change what is there now',
    ),
  );
}

/** Erases or corrects: what is here at once, and what is elsewhere by asking every system that the data maps name. */
async function carryOut(change: Change, before: StoredRequest, version: number): Promise<StoredRequest> {
  const { row, request } = before;
  const { context } = change;
  const by = change.caller.account.key;
  if (request.kind !== 'erase' && request.kind !== 'correct')
    throw new Refusal(
      problem('rights.wrong-state', 'there is nothing to carry out', 'answer it, or refuse with a reason'),
    );
  if (!isProven(request))
    throw new Refusal(problem('rights.not-proven', 'it is not proven who asks', 'ask for the proof first'));
  const named = openSaid(context, row.id, row.sealed).correction?.system ?? null;
  const systems = named === null ? await systemsWithPeople(change.db) : [named];
  const warehouses = await changeableDestinations(change.db, context, named);
  const steps: Step[] = [];
  if (request.kind === 'erase' && row.subject !== null) {
    const { choices } = await erasePerson(change, row.subject as SubjectKey);
    say(change, 'ledger', 'ledger.erased', { by, choices });
    steps.push({ type: 'effected', effect: 'erased', choices });
  }
  if (warehouses.length > 0)
    steps.push({
      type: 'destinations-asked',
      destinations: warehouses,
      dueAt: request.dueAt.toISOString(),
    });
  steps.push(
    ...(await askSystems(change, context, { id: row.id, kind: request.kind, dueAt: request.dueAt }, systems)),
  );
  const isAsked = steps.some(({ type }) => type === 'destinations-asked');
  if (!isAsked && request.kind === 'erase') steps.push(DONE);
  return takeSteps(change, context, before, by, [{ type: 'taken' }, ...steps], version);
}

/** Where the decision is kept here, its override says what it was changed to; of who did, nothing, as of every override. */
async function overrideContested(
  change: Change,
  { row }: StoredRequest,
  { changed, decision }: RequestAction & { readonly do: 'decide' },
): Promise<void> {
  if (!changed || decision === undefined || row.decisionId === null) return;
  const { db, at } = change;
  if ((await findDecision(db, row.decisionId, at)) === undefined) return;
  await addOverride(db, {
    id: newId('override', at),
    decisionId: row.decisionId,
    outcome: decision,
    reason: 'contested by the person',
    overriddenAt: at,
  });
}
