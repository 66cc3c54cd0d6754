import { z } from 'zod';
import { contentHash } from '../../../kernel/canonical.ts';
import { PEOPLE_ROLES } from '../../../kernel/roles.ts';
import { findSetting, setSetting } from '../../../stores/sql/repositories/settings.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, demand, type View } from '../change.ts';
import type { ServerContext } from '../context.ts';
import { say } from '../evidence/say.ts';

const NAME = 'alarm-mail';
/** In the order of their gravity. */
export const TELLING = ['warn', 'review', 'pause'] as const;

/** Who gets a mail of alarms, from which step of the ladder on. */
export const alarmMailShape = z.strictObject({
  from: z.enum(TELLING),
  roles: z.array(z.enum(PEOPLE_ROLES)).max(PEOPLE_ROLES.length),
  /** Of people or lists without an account here. */
  addresses: z.array(z.email().max(254)).max(20),
});
export type AlarmMail = z.infer<typeof alarmMailShape>;

/** Nobody is written to unasked. */
const NOBODY: AlarmMail = { from: 'review', roles: [], addresses: [] };
const kept = z.strictObject({ sealed: z.string() });

/** The setting in force; one that does not open any more tells nobody. */
export async function alarmMailIn(
  db: Database,
  { sealer }: Pick<ServerContext, 'sealer'>,
): Promise<{ readonly mail: AlarmMail; readonly version: number }> {
  const setting = await findSetting(db, NAME);
  const read = kept.safeParse(setting?.value);
  const opened = read.success ? sealer.open(read.data.sealed, NAME) : null;
  const mail = opened?.ok === true ? alarmMailShape.parse(JSON.parse(opened.value)) : NOBODY;
  return { mail, version: setting?.version ?? 0 };
}

export async function showAlarmMail(view: View): Promise<AlarmMail & { readonly version: number }> {
  // Addresses are of people: everybody may see thresholds, and not these.
  demand(view, 'settings.write');
  const { mail, version } = await alarmMailIn(view.db, view.context);
  return { ...mail, version };
}

/** Sets who gets a mail. Refusals: `people.not-allowed`, `store.changed`. */
export async function setAlarmMail(change: Change, version: number, mail: AlarmMail) {
  demand(change, 'settings.write');
  const { db, at, caller, context } = change;
  const before = await alarmMailIn(db, context);
  const value = { sealed: context.sealer.seal(JSON.stringify(mail), NAME) };
  const set = await setSetting(db, NAME, value, version, { personId: caller.personId, at });
  say(change, 'settings', 'settings.changed', {
    by: caller.account.key,
    setting: NAME,
    // Without the addresses, which could be guessed from their hash.
    before: before.version === 0 ? null : contentHash({ roles: before.mail.roles, from: before.mail.from }),
    after: contentHash({ roles: mail.roles, from: mail.from }),
  });
  return { ...mail, version: set.version };
}
