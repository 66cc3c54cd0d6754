import { contentHash } from '../../../kernel/canonical.ts';
import type { UseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import type { Use } from '../../../stores/sql/repositories/uses.ts';
import type { View } from '../change.ts';
import type { ServerContext } from '../context.ts';
import { sharedFiles } from '../uses/workspace-files.ts';
import { type Decider, readRule, readScore } from './decider.ts';
import { versionContent } from './version-content.ts';

/** Models that are kept ready: a booster of hundreds of trees takes longer to read than to ask. */
const MOST_READY = 32;
const ready = new WeakMap<ServerContext, Map<string, Promise<Decider | null>>>();

/** The score or rule of that name on the card of a version; `null` where it has none. */
export async function findDecider(
  { db, context }: Pick<View, 'db' | 'context'>,
  use: Use,
  version: UseVersion,
  name: string,
): Promise<Decider | null> {
  const kept = ready.get(context) ?? new Map<string, Promise<Decider | null>>();
  ready.set(context, kept);
  // The data map gives words and says what is protected, so that a decider made from an older one no longer counts.
  const maps = (await sharedFiles(db, use.workspace)).filter(({ path }) => path.startsWith('datamap/'));
  const key = contentHash([version.id, name, maps]);
  const found = kept.get(key) ?? read({ db }, use, version, name);
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_READY) break;
    kept.delete(oldest);
  }
  try {
    return await found;
  } catch (error) {
    kept.delete(key);
    throw error;
  }
}

async function read(
  { db }: Pick<View, 'db'>,
  use: Use,
  version: UseVersion,
  name: string,
): Promise<Decider | null> {
  const content = await versionContent(db, use, version);
  const scores = content.card.scores ?? [];
  const score = scores.findIndex((one) => one.name === name);
  if (score !== -1) return readScore(content, scores[score]!, score);
  const rules = content.card.rules ?? [];
  const rule = rules.findIndex((one) => one.name === name);
  return rule === -1 ? null : readRule(content, rules[rule]!, rule);
}
