import { z } from 'zod';
import { mayBeAsked } from '../../../../connectors/webhooks/post-hook.ts';
import { newHookSecret } from '../../../../connectors/webhooks/standard-webhook.ts';
import { contentHash } from '../../../../kernel/canonical.ts';
import { problem } from '../../../../kernel/problem.ts';
import { Refusal } from '../../../../stores/sql/refusal.ts';
import { findSetting, setSetting } from '../../../../stores/sql/repositories/settings.ts';
import type { Database } from '../../../../stores/sql/tables/index.ts';
import { type Change, demand, type View } from '../../change.ts';
import type { ServerContext } from '../../context.ts';
import { say } from '../../evidence/say.ts';
import { mayBePrivate } from '../../hooks/hook-settings.ts';

const NAME = 'rights-systems';

/** A system that is asked by a webhook to erase or correct somebody, named as the data maps name it. */
export const toldSystemShape = z.strictObject({
  system: z.string().trim().min(1).max(120),
  url: z.url().max(2000),
  answerWithinDays: z.int().min(1).max(45),
});
export type ToldSystem = z.infer<typeof toldSystemShape>;

const kept = z.array(
  z.object({ ...toldSystemShape.shape, sealedUrl: z.string(), sealedSecret: z.string() }).omit({ url: true }),
);
type KeptSystem = z.infer<typeof kept>[number];

export interface ShownSystem {
  readonly system: string;
  /** The host of its address alone. */
  readonly host: string;
  readonly answerWithinDays: number;
  /** Shown once, when the system is new. */
  readonly secret: string | null;
}

const placeOf = (system: string): string => `rights-system-${system}`;

async function keptSystems(
  db: Database,
): Promise<{ readonly systems: readonly KeptSystem[]; readonly version: number }> {
  const setting = await findSetting(db, NAME);
  const read = kept.safeParse(setting?.value);
  return { systems: read.success ? read.data : [], version: setting?.version ?? 0 };
}

/** Refusals: `people.not-allowed`. */
export async function showToldSystems(
  view: View,
): Promise<{ readonly systems: readonly ShownSystem[]; readonly version: number }> {
  demand(view, 'settings.read');
  const { systems, version } = await keptSystems(view.db);
  return { systems: systems.map((one) => shown(view.context, one, null)), version };
}

/**
 * Sets which systems are asked. One that is known keeps its secret, a new one gets one that is shown this once.
 * Refusals: `people.not-allowed`, `store.changed`, `hook.not-allowed`.
 */
export async function setToldSystems(change: Change, version: number, systems: readonly ToldSystem[]) {
  demand(change, 'settings.write');
  const { db, at, caller, context } = change;
  const isRefused = systems.some(({ url }) => !mayBeAsked(new URL(url), mayBePrivate(context)));
  if (isRefused || new Set(systems.map(({ system }) => system)).size !== systems.length)
    throw new Refusal(
      problem(
        'hook.not-allowed',
        'the address of a system is not https, carries a credential, or leads to a private network, or a system is there twice',
        'give each system once, with a public https address',
      ),
    );
  const before = await keptSystems(db);
  const made = systems.map(({ system, url, answerWithinDays }) => {
    const known = before.systems.find((one) => one.system === system)?.sealedSecret ?? null;
    const secret = known === null ? newHookSecret() : null;
    const row: KeptSystem = {
      system,
      answerWithinDays,
      sealedUrl: context.sealer.seal(url, placeOf(system)),
      sealedSecret: known ?? context.sealer.seal(secret!, placeOf(system)),
    };
    return { row, secret };
  });
  const rows = made.map(({ row }) => row);
  const set = await setSetting(db, NAME, rows, version, { personId: caller.personId, at });
  say(change, 'settings', 'settings.changed', {
    by: caller.account.key,
    setting: NAME,
    before: contentHash(before.systems),
    after: contentHash(rows),
  });
  return { systems: made.map(({ row, secret }) => shown(context, row, secret)), version: set.version };
}

/** The systems with what it takes to ask them; one that does not open any more is left out. */
export async function openToldSystems(
  db: Database,
  { sealer }: Pick<ServerContext, 'sealer'>,
): Promise<ReadonlyArray<ToldSystem & { readonly secret: string }>> {
  const { systems } = await keptSystems(db);
  return systems.flatMap(({ system, answerWithinDays, sealedUrl, sealedSecret }) => {
    const url = sealer.open(sealedUrl, placeOf(system));
    const secret = sealer.open(sealedSecret, placeOf(system));
    return url.ok && secret.ok ? [{ system, answerWithinDays, url: url.value, secret: secret.value }] : [];
  });
}

function shown(
  { sealer }: Pick<ServerContext, 'sealer'>,
  { system, answerWithinDays, sealedUrl }: KeptSystem,
  secret: string | null,
): ShownSystem {
  const url = sealer.open(sealedUrl, placeOf(system));
  return { system, answerWithinDays, host: url.ok ? new URL(url.value).host : 'unreadable', secret };
}
