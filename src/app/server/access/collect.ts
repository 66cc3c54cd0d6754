import type {
  AccessDocument,
  AudiencePart,
  DatasetPart,
  NotAnswered,
  TakenOut,
} from '../../../playbook/6-control/access/access-document.ts';
import { originsOf, recipientsOf } from '../../../playbook/6-control/access/passed-on.ts';
import { keysFrom } from '../../../playbook/6-control/access/person-keys.ts';
import {
  type Identifier,
  type SubjectKey,
  subjectKeyOf,
} from '../../../playbook/6-control/ledger/subject-key.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { pageSettingsIn } from '../choices/page-settings.ts';
import type { ServerContext } from '../context.ts';
import { keysOf } from '../ledger/subject-of.ts';
import { askAudience } from './ask-audiences.ts';
import { askSource, resolveIn } from './ask-sources.ts';
import { inferredValues, scoresOf } from './infer.ts';
import { knownSources } from './known-sources.ts';
import { liveUses } from './live-uses.ts';
import { type OpenedWarehouses, openedWarehouses } from './opened-warehouses.ts';
import { ownData } from './own-data.ts';

/** A part of a copy, and how far it is. */
export interface PartProgress {
  readonly part: string;
  readonly state: 'to-do' | 'done' | 'not-answered';
}

export interface CopyOrder {
  readonly identifiers: readonly Identifier[];
  readonly request: string | null;
}

/**
 * Collects what is known of one person: our own store, every dataset of the data maps that can be asked, audiences,
 * scores, and who gave and gets what. What cannot be asked is said, and nothing else is left out.
 * `onProgress` is told after each part.
 */
export async function collect(
  db: Database,
  context: ServerContext,
  order: CopyOrder,
  onProgress: (parts: readonly PartProgress[]) => Promise<void>,
): Promise<AccessDocument> {
  const warehouses = openedWarehouses(context.warehouses);
  try {
    return await collectFrom(db, context, warehouses, order, onProgress);
  } finally {
    await warehouses.close();
  }
}

async function collectFrom(
  db: Database,
  context: ServerContext,
  warehouses: OpenedWarehouses,
  { identifiers, request }: CopyOrder,
  onProgress: (parts: readonly PartProgress[]) => Promise<void>,
): Promise<AccessDocument> {
  const now = context.clock.now();
  const given = keysFrom(identifiers);
  const sources = await knownSources(db);
  warehouses.begin(sources.flatMap(({ table }) => table.warehouse ?? []));
  const uses = await liveUses(db, now);
  const progress = new Map<string, PartProgress['state']>(
    [
      'our own store',
      ...sources.map(({ dataset }) => dataset),
      ...uses.map(({ use }) => `use ${use.id}`),
      'scores',
    ].map((part) => [part, 'to-do']),
  );
  const done = async (part: string, state: 'done' | 'not-answered'): Promise<void> => {
    progress.set(part, state);
    await onProgress([...progress].map(([name, is]) => ({ part: name, state: is })));
  };

  const notAnswered: NotAnswered[] = [];
  const takenOut: TakenOut[] = [];
  const keys = await resolveIn(sources, warehouses, given);
  const customers = keys.keys.flatMap(({ kind, value }) => (kind === 'email' ? [] : [value]));
  const own = await ownData(db, context, await subjectsOf(db, context, identifiers), customers, now);
  await done('our own store', 'done');

  const addresses = new Set(given.flatMap(({ kind, value }) => (kind === 'email' ? [value] : [])));
  const datasets: DatasetPart[] = [];
  for (const source of sources) {
    const answer = await askSource(source, warehouses, keys, addresses);
    if (answer.part === null) notAnswered.push({ part: source.dataset, because: answer.because });
    else datasets.push(answer.part);
    takenOut.push(...answer.out);
    await done(source.dataset, answer.part === null ? 'not-answered' : 'done');
  }

  const audiences: AudiencePart[] = [];
  for (const use of uses) {
    const answer = await askAudience(use, { sources, warehouses, keys });
    if (answer.part !== null) audiences.push(answer.part);
    notAnswered.push(...answer.notAnswered);
    await done(`use ${use.use.id}`, answer.part === null ? 'not-answered' : 'done');
  }
  const inferences = [...inferredValues(datasets), ...(await scoresOf(db, context, uses, datasets))];
  await done('scores', 'done');

  // A source that did not answer may hold data of the person, and so may those who get it.
  const holding = sources.filter(
    ({ dataset }) => datasets.find((one) => one.dataset === dataset)?.rows.length !== 0,
  );
  const { settings } = await pageSettingsIn(db);
  return {
    schema: 'scruple.access/1',
    organisation: settings.organisation ?? new URL(context.origin()).host,
    madeAt: now.toISOString(),
    request,
    knownBy: keys.keys.map(({ kind, from }) => ({ kind, from })),
    own,
    datasets: datasets.filter(({ rows }) => rows.length > 0),
    audiences,
    inferences,
    recipients: recipientsOf(holding),
    origins: originsOf(
      holding,
      uses.map(({ use, card }) => ({
        use: use.id,
        suppliers: (card.suppliers ?? []).map(({ name, fields = [], acquired_at }) => ({
          name,
          fields,
          acquiredAt: acquired_at ?? null,
        })),
      })),
    ),
    notAnswered,
    takenOut: [...takenOut, { where: 'themes to be spared', because: 'on-private-page', count: 0 }],
  };
}

/** The keys in the ledger of whoever these identifiers are of, with the others that were joined to them. */
export async function subjectsOf(
  db: Database,
  { ledger }: Pick<ServerContext, 'ledger'>,
  identifiers: readonly Identifier[],
): Promise<readonly SubjectKey[]> {
  const subjects = new Set<SubjectKey>();
  for (const identifier of identifiers) {
    const subject = subjectKeyOf(ledger.subjects, identifier);
    if (subject.ok) for (const key of await keysOf(db, subject.value)) subjects.add(key);
  }
  return [...subjects];
}
