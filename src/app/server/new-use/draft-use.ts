import type { UseCard } from '../../../check/facts/card.ts';
import { problem } from '../../../kernel/problem.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { findUseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import { findUse } from '../../../stores/sql/repositories/uses.ts';
import { demand, missing, type View } from '../change.ts';
import type { PushedFile } from '../uses/judge-pushed.ts';
import { seenUse } from '../uses/standing.ts';
import { comparableOf } from '../uses/stored-version.ts';
import { sharedFiles, workspaceNames } from '../uses/workspace-files.ts';
import { withAnswers } from './card-of-answers.ts';
import { type GivenAudience, type GivenMessage, writeAudience, writeMessage } from './parts.ts';
import { type Answers, GROUNDS } from './questions.ts';
import { type Unknown, unknownsOf } from './unknowns.ts';
import { newUseId } from './use-id.ts';
import { writeCard } from './write-card.ts';

/** What somebody brings who has never seen a card. */
export interface Brought {
  readonly message?: GivenMessage | undefined;
  readonly audience?: GivenAudience | undefined;
  readonly answers: Answers;
}

export interface NewUse extends Brought {
  /** From which the id is made. */
  readonly title: string;
  /** Whose boundaries and data map hold; where it is not named, the only one there is. */
  readonly workspace?: string | undefined;
}

/** A use as it was put together, before it is judged. */
export interface Drafted {
  readonly id: string;
  readonly workspace: string;
  readonly card: UseCard;
  readonly unknowns: readonly Unknown[];
  /** The card and the files it names, by their paths from the root of the workspace. */
  readonly own: readonly PushedFile[];
  /** What all uses of the workspace share. */
  readonly shared: readonly PushedFile[];
}

/** Puts a new use together, for a workspace that was pushed. Refusals: `new-use.no-workspace`, `people.not-allowed`. */
export async function draftNewUse(view: View, input: NewUse): Promise<Drafted> {
  demand(view, 'use.write', { owner: view.caller.account.key });
  const workspace = await workspaceOf(view, input.workspace);
  const id = await newUseId(input.title, async (one) => (await findUse(view.db, one)) !== undefined);
  const kind = input.message === undefined ? 'audience' : 'campaign';
  return put(view, { use: id, kind }, [], workspace, input);
}

/**
 * Puts a use together again with what was brought: parts and answers that are not there stay as they are. Comments that
 * people wrote into its card are not kept. Refusals: `store.not-found`, `people.not-allowed`, `new-use.no-workspace`.
 */
export async function draftEdit(view: View, id: string, input: Brought): Promise<Drafted> {
  const { use, owner } = await seenUse(view, id);
  demand(view, 'use.write', { owner });
  const latest =
    use.latestVersionId === null ? undefined : await findUseVersion(view.db, use.latestVersionId);
  if (latest === undefined) throw missing();
  const { files } = await comparableOf(view.db, latest);
  return put(view, latest.card as UseCard, files, await workspaceOf(view, use.workspace), input);
}

async function put(
  { db }: View,
  before: UseCard,
  files: readonly PushedFile[],
  workspace: string,
  { message, audience, answers }: Brought,
): Promise<Drafted> {
  const newMessage = message === undefined ? null : writeMessage(message);
  const newAudience = audience === undefined ? null : writeAudience(audience);
  const { exclude, expansion } = before.audience ?? {};
  const parts: UseCard = {
    ...before,
    ...(message === undefined ? {} : { messages: newMessage === null ? undefined : [newMessage.part] }),
    ...(newAudience === null ? {} : { audience: { ...newAudience.part, exclude, expansion } }),
  };
  const card = withoutUndefined(withAnswers(parts, answers));
  const boughtData = answers.ground !== undefined && GROUNDS[answers.ground].basis === null;
  const unknowns = unknownsOf(card, { picture: message !== undefined && newMessage === null, boughtData });
  const folder = `uses/${card.use}/`;
  const named = namedBy(card);
  const own = new Map([
    ...files
      .filter(({ path }) => path.startsWith(folder) && named.has(path.slice(folder.length)))
      .map(({ path, text }) => [path, text] as const),
    ...[...(newMessage?.files ?? []), ...(newAudience?.files ?? [])].map(
      ({ path, text }) => [`${folder}${path}`, text] as const,
    ),
    [`${folder}use.yaml`, writeCard(card, unknowns)] as const,
  ]);
  return {
    id: card.use,
    workspace,
    card,
    unknowns,
    own: [...own].map(([path, text]) => ({ path, text })),
    shared: await sharedFiles(db, workspace),
  };
}

/** Without members that are `undefined`: in a card that is read they do not exist. */
const withoutUndefined = (card: UseCard): UseCard => JSON.parse(JSON.stringify(card)) as UseCard;

/** Paths that a card names, wherever it does: a file of the same name beside it is the one that is meant. */
function namedBy(card: UseCard): ReadonlySet<string> {
  const names = new Set<string>();
  JSON.stringify(card, (_key, value) => {
    if (typeof value === 'string') names.add(value);
    return value;
  });
  return names;
}

async function workspaceOf({ db }: View, name: string | undefined): Promise<string> {
  const names = await workspaceNames(db);
  const chosen = name ?? (names.length === 1 ? names[0] : undefined);
  if (chosen !== undefined && names.includes(chosen)) return chosen;
  throw new Refusal(
    names.length === 0 || name !== undefined
      ? problem(
          'new-use.no-workspace',
          name === undefined
            ? 'nobody has pushed the boundaries and the data map that a use is judged by'
            : `no workspace \`${name}\` was pushed`,
          'push a workspace with `scruple push`',
        )
      : problem(
          'new-use.no-workspace',
          'there are several workspaces, and none is named',
          `name one of ${names.join(', ')}`,
        ),
  );
}
