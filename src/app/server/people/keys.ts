import { problem } from '../../../kernel/problem.ts';
import { MACHINE_ROLES, type Role } from '../../../playbook/5-oversight/people/roles.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import {
  type ApiKey,
  addApiKey,
  listApiKeys,
  revokeApiKey,
} from '../../../stores/sql/repositories/api-keys.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import { type Change, demand, missing, type View } from '../change.ts';
import { say } from '../evidence/say.ts';
import { makeSecret } from '../secrets.ts';
import { keysOf } from './person-of.ts';

/** A key as people see it: never its secret. */
export interface ShownKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly roles: readonly string[];
  /** Whose it is; `null` for a machine's. */
  readonly owner: string | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

export interface KeyInput {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly days: number;
}

/** A new key with its secret, which is shown this once. */
export interface NewKey {
  readonly key: ShownKey;
  readonly secret: string;
}

const DAY_MS = 86_400_000;

/** Makes a key for a machine, which does one thing. */
export async function addMachineKey(change: Change, input: KeyInput): Promise<NewKey> {
  demand(change, 'key.write');
  const [role, ...more] = input.roles;
  if (more.length > 0 || !MACHINE_ROLES.some((machine) => machine === role))
    throw new Refusal(
      problem(
        'people.invalid',
        'a machine’s key has one role of a machine',
        `choose ${MACHINE_ROLES.join(' or ')}`,
      ),
    );
  return add(change, input, null);
}

/**
 * Makes a key for oneself, as for CI, with some of one's own roles. Only from a session: a key that leaks must not make
 * others that outlive it.
 */
export async function addOwnKey(change: Change, input: KeyInput): Promise<NewKey> {
  const { account, personId, through } = change.caller;
  if (personId === null || through !== 'session')
    throw new Refusal(
      problem('people.not-allowed', 'keys are made by people who signed in', 'sign in first'),
    );
  if (!input.roles.every((role) => account.roles.includes(role)))
    throw new Refusal(
      problem('people.not-allowed', 'a key may not do more than you', 'choose from your own roles'),
    );
  return add(change, input, personId);
}

export async function showKeys(view: View): Promise<readonly ShownKey[]> {
  demand(view, 'key.write');
  return shown(view.db, await listApiKeys(view.db));
}

export async function showOwnKeys(view: View): Promise<readonly ShownKey[]> {
  const own = await listApiKeys(view.db);
  return shown(
    view.db,
    own.filter(({ ownerId }) => ownerId !== null && ownerId === view.caller.personId),
  );
}

/** Revokes any key: an administrator. */
export async function revokeKey(change: Change, id: string): Promise<void> {
  demand(change, 'key.write');
  await revoke(change, id);
}

/** Revokes a key of one's own. */
export async function revokeOwnKey(change: Change, id: string): Promise<void> {
  const own = await showOwnKeys(change);
  if (!own.some((key) => key.id === id)) throw missing();
  await revoke(change, id);
}

async function revoke(change: Change, id: string): Promise<void> {
  if (!(await revokeApiKey(change.db, id, change.at))) throw missing();
  say(change, 'keys', 'api-key.revoked', { by: change.caller.account.key, apiKey: id });
}

async function add(change: Change, { name, roles, days }: KeyInput, ownerId: string | null): Promise<NewKey> {
  const { db, at, caller } = change;
  const { secret, hash, prefix } = makeSecret('key');
  const row = await addApiKey(db, {
    id: newId('key', at),
    name,
    prefix,
    hash,
    roles: [...new Set(roles)],
    ownerId,
    createdAt: at,
    expiresAt: new Date(at.getTime() + days * DAY_MS),
  });
  for (const role of row.roles)
    say(change, 'keys', 'api-key.created', { by: caller.account.key, apiKey: row.id, role });
  return { key: (await shown(db, [row]))[0]!, secret };
}

async function shown(db: View['db'], rows: readonly ApiKey[]): Promise<ShownKey[]> {
  const keys = await keysOf(
    db,
    rows.map(({ ownerId }) => ownerId),
  );
  return rows.map(({ id, name, prefix, roles, ownerId, createdAt, expiresAt, lastUsedAt, revokedAt }) => ({
    id,
    name,
    prefix,
    roles,
    owner: ownerId === null ? null : (keys.get(ownerId) ?? null),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  }));
}
