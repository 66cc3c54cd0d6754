import { z } from 'zod';
import { contentHash } from '../../../kernel/canonical.ts';
import { findSetting, setSetting } from '../../../stores/sql/repositories/settings.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, demand, type View } from '../change.ts';
import type { ServerContext } from '../context.ts';
import { say } from '../evidence/say.ts';
import { SYSTEM_NAMES, SYSTEMS, type SystemName } from './systems.ts';

const kept = z.object({ sealed: z.string() });
const nameOf = (system: SystemName): string => `intake-${system}`;

export interface ShownSystem {
  readonly system: SystemName;
  /** What has to be set as its secret. */
  readonly secret: string;
  /** Whether one is set: then deliveries are taken. */
  readonly isSet: boolean;
  readonly version: number;
}

/** Which systems may deliver; their secrets are never shown again. */
export async function showSystems(view: View): Promise<readonly ShownSystem[]> {
  demand(view, 'settings.read');
  const shown: ShownSystem[] = [];
  for (const system of SYSTEM_NAMES) {
    const setting = await findSetting(view.db, nameOf(system));
    const isSet = kept.safeParse(setting?.value).success;
    shown.push({ system, secret: SYSTEMS[system].secret, isSet, version: setting?.version ?? 0 });
  }
  return shown;
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
  return { system, secret: SYSTEMS[system].secret, isSet: secret !== null, version: set.version };
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
