import { SourceText } from '../../../kernel/source-text.ts';
import { readDataMap } from '../../../playbook/2-datamap/data-map/read-data-map.ts';
import { isClosed, openDestinations } from '../../../playbook/6-control/requests/asked-request.ts';
import type { Acknowledgement } from '../../../playbook/6-control/requests/request-event.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, demand } from '../change.ts';
import type { ServerContext } from '../context.ts';
import { sharedFiles, workspaceNames } from '../uses/workspace-files.ts';
import { lockedRequest, type Step, type StoredRequest, takeSteps } from './stored-request.ts';

/** Every system that the data maps of this server name as holding data of people, by name. */
export async function systemsWithPeople(db: Database): Promise<readonly string[]> {
  const systems = new Set<string>();
  for (const workspace of await workspaceNames(db)) {
    const maps = (await sharedFiles(db, workspace)).filter(({ path }) => path.startsWith('datamap/'));
    const { value } = readDataMap(maps.map(({ path, text }) => new SourceText(path, text)));
    for (const field of value.fields)
      if (field.subjects !== null && field.category?.startsWith('user') === true)
        for (const system of field.systems.length > 0 ? field.systems : [field.system ?? field.source])
          systems.add(system);
  }
  return [...systems].sort();
}

/**
 * Keeps what a source did that was asked to erase or correct. With the last of them the request is answered by itself;
 * where one keeps data, a person writes why.
 * Refusals: `people.not-allowed`, `store.not-found`, `rights.unknown-destination`, `rights.wrong-state`.
 */
export async function acknowledge(
  change: Change,
  id: string,
  destination: string,
  outcome: Acknowledgement,
): Promise<StoredRequest> {
  demand(change, 'request.acknowledge');
  const before = await lockedRequest(change.db, id);
  const by = change.caller.account.key;
  const after = await takeSteps(change, change.context, before, by, [
    { type: 'acknowledged', destination, outcome },
  ]);
  return endIfDone(change, change.context, after);
}

/** A request ends by itself with the last source that says that all is done there. */
export function endIfDone(
  work: Pick<Work, 'db' | 'at' | 'record'>,
  context: Pick<ServerContext, 'sealer'>,
  after: StoredRequest,
): Promise<StoredRequest> | StoredRequest {
  const { request } = after;
  const isDone =
    !isClosed(request) &&
    openDestinations(request).length === 0 &&
    request.destinations.every((one) => one.outcome !== 'kept');
  return isDone ? takeSteps(work, context, after, null, [DONE]) : after;
}

export const DONE: Step = { type: 'answered', outcome: 'done', words: null };
