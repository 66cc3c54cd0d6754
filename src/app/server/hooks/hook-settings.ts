import { z } from 'zod';
import { mayBeAsked } from '../../../connectors/webhooks/post-hook.ts';
import { newHookSecret } from '../../../connectors/webhooks/standard-webhook.ts';
import { contentHash } from '../../../kernel/canonical.ts';
import { problem } from '../../../kernel/problem.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { findSetting, setSetting } from '../../../stores/sql/repositories/settings.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, demand, type View } from '../change.ts';
import type { ServerContext } from '../context.ts';
import { say } from '../evidence/say.ts';

const NAME = 'hooks';

/** Where people are told. `standard` is signed as Standard Webhooks; `slack` is a sentence, as chat programs take it. */
export const hookShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  url: z.url().max(2000),
  form: z.enum(['standard', 'slack']),
});
export type Hook = z.infer<typeof hookShape>;

const kept = z.array(
  z
    .object({ ...hookShape.shape, sealedUrl: z.string(), sealedSecret: z.string().nullable() })
    .omit({ url: true }),
);
type KeptHook = z.infer<typeof kept>[number];

export interface ShownHook {
  readonly id: string;
  readonly form: Hook['form'];
  /** Its host alone: the address of a chat program is itself a secret. */
  readonly host: string;
  /** Shown once, when the hook is new. */
  readonly secret: string | null;
}

const contextOf = (id: string): string => `hook-${id}`;

/** Addresses of this machine may be told while the server itself is reached there alone, as in a trial. */
export const mayBePrivate = ({ origin }: Pick<ServerContext, 'origin'>): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(origin()).hostname);

async function keptHooks(
  db: Database,
): Promise<{ readonly hooks: readonly KeptHook[]; readonly version: number }> {
  const setting = await findSetting(db, NAME);
  const read = kept.safeParse(setting?.value);
  return { hooks: read.success ? read.data : [], version: setting?.version ?? 0 };
}

export async function showHooks(
  view: View,
): Promise<{ readonly hooks: readonly ShownHook[]; readonly version: number }> {
  demand(view, 'settings.read');
  const { hooks, version } = await keptHooks(view.db);
  return { hooks: hooks.map((hook) => shown(view.context, hook, null)), version };
}

/**
 * Sets who is told. A hook of a known id keeps its secret, a new one gets one that is shown this once.
 * Refusals: `store.changed`, `hook.not-allowed`.
 */
export async function setHooks(change: Change, version: number, hooks: readonly Hook[]) {
  demand(change, 'settings.write');
  const { db, at, caller, context } = change;
  const refused = hooks.some(({ url }) => !mayBeAsked(new URL(url), mayBePrivate(context)));
  if (refused || new Set(hooks.map(({ id }) => id)).size !== hooks.length)
    throw new Refusal(
      problem(
        'hook.not-allowed',
        'the address of a webhook is not https, carries a credential, or leads to a private network, or an id is there twice',
        'give each its own id and a public https address',
      ),
    );
  const before = await keptHooks(db);
  const made = hooks.map(({ id, url, form }) => {
    const known = before.hooks.find((one) => one.id === id)?.sealedSecret ?? null;
    const secret = form === 'standard' && known === null ? newHookSecret() : null;
    const sealedSecret = secret === null ? known : context.sealer.seal(secret, contextOf(id));
    const row: KeptHook = { id, form, sealedUrl: context.sealer.seal(url, contextOf(id)), sealedSecret };
    return { row, secret };
  });
  const rows = made.map(({ row }) => row);
  const set = await setSetting(db, NAME, rows, version, { personId: caller.personId, at });
  say(change, 'settings', 'settings.changed', {
    by: caller.account.key,
    setting: NAME,
    before: contentHash(before.hooks),
    after: contentHash(rows),
  });
  return { hooks: made.map(({ row, secret }) => shown(context, row, secret)), version: set.version };
}

/** The hooks with what it takes to tell them; one that does not open any more is left out. */
export async function openHooks(
  db: Database,
  { sealer }: Pick<ServerContext, 'sealer'>,
): Promise<ReadonlyArray<Hook & { readonly secret: string | null }>> {
  const { hooks } = await keptHooks(db);
  return hooks.flatMap(({ id, form, sealedUrl, sealedSecret }) => {
    const url = sealer.open(sealedUrl, contextOf(id));
    const secret = sealedSecret === null ? null : sealer.open(sealedSecret, contextOf(id));
    return url.ok && (secret === null || secret.ok)
      ? [{ id, form, url: url.value, secret: secret?.value ?? null }]
      : [];
  });
}

function shown({ sealer }: Pick<ServerContext, 'sealer'>, hook: KeptHook, secret: string | null): ShownHook {
  const url = sealer.open(hook.sealedUrl, contextOf(hook.id));
  return { id: hook.id, form: hook.form, host: url.ok ? new URL(url.value).host : 'unreadable', secret };
}
