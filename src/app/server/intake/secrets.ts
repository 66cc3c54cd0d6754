import { z } from 'zod';
import { contentHash } from '../../../kernel/canonical.ts';
import { type Counted, countsFrom } from '../../../stores/sql/repositories/intake-counts.ts';
import { findSetting, setSetting } from '../../../stores/sql/repositories/settings.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, demand, type View } from '../change.ts';
import type { ServerContext } from '../context.ts';
import { say } from '../evidence/say.ts';
import { OWN } from '../outcomes/take-events.ts';
import { refusedSoFar } from './count-refused.ts';
import { SYSTEM_NAMES, SYSTEMS, type SystemName } from './systems.ts';

const kept = z.object({ sealed: z.string() });
const nameOf = (system: SystemName): string => `intake-${system}`;

/** What became of what was delivered within thirty days; `lastAt` is the last delivery, taken or refused. */
export type ShownCounts = Counted & { readonly lastAt: string };

export interface ShownSystem {
  readonly system: SystemName;
  /** Where the system is told to deliver. */
  readonly address: string;
  /** What has to be set as its secret. */
  readonly secret: string;
  /** Whether one is set: then deliveries are taken. */
  readonly isSet: boolean;
  readonly version: number;
  /** `null` where nothing came. */
  readonly counts: ShownCounts | null;
}

/** Which systems may deliver; their secrets are never shown again. */
export async function showSystems(
  view: View,
): Promise<{ readonly systems: readonly ShownSystem[]; readonly own: ShownCounts | null }> {
  demand(view, 'settings.read');
  const counts = await shownCounts(view);
  const systems: ShownSystem[] = [];
  for (const system of SYSTEM_NAMES) {
    const setting = await findSetting(view.db, nameOf(system));
    const isSet = kept.safeParse(setting?.value).success;
    systems.push(shown(view, system, isSet, setting?.version ?? 0, counts));
  }
  return { systems, own: counts.get(OWN) ?? null };
}

const shown = (
  { context }: Pick<View, 'context'>,
  system: SystemName,
  isSet: boolean,
  version: number,
  counts: ReadonlyMap<string, ShownCounts>,
): ShownSystem => ({
  system,
  address: new URL(`/v1/intake/${system}`, context.origin()).href,
  secret: SYSTEMS[system].secret,
  isSet,
  version,
  counts: counts.get(system) ?? null,
});

const SHOWN_DAYS = 30;

async function shownCounts({
  db,
  context,
}: Pick<View, 'db' | 'context'>): Promise<ReadonlyMap<string, ShownCounts>> {
  const from = new Date(context.clock.now().getTime() - SHOWN_DAYS * 86_400_000).toISOString().slice(0, 10);
  const counts = new Map<string, ShownCounts>();
  for (const { source, lastAt, refused, deliveries, ...counted } of await countsFrom(db, from)) {
    const waiting = refusedSoFar(context, source);
    counts.set(source, {
      ...counted,
      deliveries: deliveries + waiting,
      refused: refused + waiting,
      lastAt: lastAt.toISOString(),
    });
  }
  return counts;
}

/** Sets the secret of a system, or takes it away (`null`), from which on nothing of it is taken. Refusals: `store.changed`. */
export async function setSecret(
  change: Change,
  system: SystemName,
  version: number,
  secret: string | null,
): Promise<ShownSystem> {
  demand(change, 'settings.write');
  const { db, at, caller, context } = change;
  const name = nameOf(system);
  const value = secret === null ? { sealed: null } : { sealed: context.sealer.seal(secret, name) };
  const before = await findSetting(db, name);
  const set = await setSetting(db, name, value, version, { personId: caller.personId, at });
  say(change, 'settings', 'settings.changed', {
    by: caller.account.key,
    setting: name,
    before: before === undefined ? null : contentHash(before.value),
    after: contentHash(value),
  });
  return shown(change, system, secret !== null, set.version, await shownCounts(change));
}

/** The secret of a system; `null` where none is set, or none that opens. */
export async function secretOf(
  db: Database,
  { sealer }: Pick<ServerContext, 'sealer'>,
  system: SystemName,
): Promise<string | null> {
  const read = kept.safeParse((await findSetting(db, nameOf(system)))?.value);
  if (!read.success) return null;
  const opened = sealer.open(read.data.sealed, nameOf(system));
  return opened.ok ? opened.value : null;
}
