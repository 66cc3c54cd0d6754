import { problem } from '../../../kernel/problem.ts';
import { MACHINE_ROLES, type Role } from '../../../kernel/roles.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import {
  type ApiKey,
  type ApiKeyFilter,
  type ApiKeySort,
  addApiKey,
  findApiKeyById,
  listApiKeys,
  revokeApiKey,
} from '../../../stores/sql/repositories/api-keys.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
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

export interface KeyFilter {
  readonly role?: Role | undefined;
  readonly inForce?: boolean | undefined;
  /** Those of machines alone, or of people. */
  readonly ofMachine?: boolean | undefined;
}

/** Keys of machines and of people, newest first. Refusals: `people.not-allowed`, `store.invalid-cursor`. */
export async function showKeys(
  view: View,
  { ofMachine, ...filter }: KeyFilter,
  request: PageRequest<ApiKeySort>,
): Promise<Page<ShownKey>> {
  demand(view, 'key.read');
  return pageOf(view, { ...filter, isMachine: ofMachine }, request);
}

/** Keys of the caller; a machine has none of its own. Refusals: `store.invalid-cursor`. */
export async function showOwnKeys(
  view: View,
  filter: KeyFilter,
  request: PageRequest<ApiKeySort>,
): Promise<Page<ShownKey>> {
  const { personId } = view.caller;
  return personId === null
    ? { items: [], next: null }
    : pageOf(view, { role: filter.role, inForce: filter.inForce, ownerId: personId }, request);
}

async function pageOf(
  { db, at }: View,
  { inForce, ...filter }: Omit<ApiKeyFilter, 'inForceAt'> & Pick<KeyFilter, 'inForce'>,
  request: PageRequest<ApiKeySort>,
): Promise<Page<ShownKey>> {
  const page = await listApiKeys(db, { ...filter, ...(inForce === true ? { inForceAt: at } : {}) }, request);
  return { ...page, items: await shown(db, page.items) };
}

/** Revokes any key: an administrator. */
export async function revokeKey(change: Change, id: string): Promise<void> {
  demand(change, 'key.write');
  await revoke(change, id);
}

/** Revokes a key of one's own. */
export async function revokeOwnKey(change: Change, id: string): Promise<void> {
  const key = await findApiKeyById(change.db, id);
  if (key === undefined || key.ownerId === null || key.ownerId !== change.caller.personId) throw missing();
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
