import type { Problem } from '../../../kernel/problem.ts';
import { problem } from '../../../kernel/problem.ts';
import { fail, type Result } from '../../../kernel/result.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import { addOneTimeToken, takeOneTimeToken } from '../../../stores/sql/repositories/one-time-tokens.ts';
import {
  addPerson,
  changePerson,
  findPerson,
  findPersonByEmail,
} from '../../../stores/sql/repositories/people.ts';
import { asJson } from '../../../stores/sql/tables/column-types.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { ServerContext } from '../context.ts';
import { say } from '../evidence/say.ts';
import { hashOfSecret, makeSecret } from '../secrets.ts';
import { keyOf } from './person-of.ts';

export const LINK_PURPOSES = ['set-up', 'invitation'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

const DAY_MS = 86_400_000;
const DAYS: Readonly<Record<LinkPurpose, number>> = { 'set-up': 1, invitation: 14 };

/** Adds a link that is good once, and gives its secret, which is kept nowhere. */
export async function addLink(
  db: Database,
  purpose: LinkPurpose,
  personId: string | null,
  at: Date,
): Promise<string> {
  const { secret, hash } = makeSecret('link');
  await addOneTimeToken(db, {
    hash,
    purpose,
    personId,
    terms: asJson({}),
    createdAt: at,
    expiresAt: new Date(at.getTime() + DAYS[purpose] * DAY_MS),
  });
  return secret;
}

/** The link by which the first administrator sets up the server; `null` once there is somebody. */
export async function firstLink({ store, origin }: ServerContext): Promise<Result<string | null, Problem>> {
  const made = await store.write(async ({ db, at }) => {
    if (await hasAdministrator(db)) return null;
    // A link of an earlier start may lie in a log: only the newest counts.
    await db.deleteFrom('oneTimeTokens').where('purpose', '=', 'set-up').execute();
    return addLink(db, 'set-up', null, at);
  });
  return made.ok && made.value !== null ? { ok: true, value: `${origin()}/set-up/${made.value}` } : made;
}

/** Whether somebody looks after the server already. Problems: those of the store. */
export const isSetUp = ({ store }: ServerContext): Promise<Result<boolean, Problem>> =>
  store.read(hasAdministrator);

export interface NewAccount {
  readonly name: string;
  /** For the first administrator alone: an invitation knows its address. */
  readonly email?: string | undefined;
  readonly password: string;
}

/**
 * Makes an account from a link: the first administrator's, or that of somebody who was invited. The link is used up.
 * Problems: `sign-in.invalid-link`, `people.invalid`, those of the store.
 */
export async function followLink(
  context: ServerContext,
  purpose: LinkPurpose,
  secret: string,
  account: NewAccount,
): Promise<Result<{ readonly email: string }, Problem>> {
  const hash = hashOfSecret(secret);
  const known = await context.store.read((db) =>
    addressOf(db, purpose, hash, account.email, context.clock.now()),
  );
  if (!known.ok) return known;
  if (known.value === null) return fail(invalidLink());
  const email = known.value;
  const { name, password } = account;
  const signInId = await context.signIn.makeAccount({ email, name, password });
  const done = await context.store.write(async (work) => {
    const { db, at } = work;
    const link = await takeOneTimeToken(db, hash, purpose, at);
    if (link === undefined) throw new Refusal(invalidLink());
    if (link.personId !== null) {
      await changePerson(db, link.personId, null, { name, signInId, changedAt: at });
      return;
    }
    if (await hasAdministrator(db)) throw new Refusal(invalidLink());
    const person = await addPerson(db, {
      id: newId('person', at),
      name,
      email,
      roles: ['administrator'],
      signInId,
      isActive: true,
      createdAt: at,
      changedAt: at,
    });
    const key = await keyOf(db, person.id, at);
    say(work, 'people', 'person.invited', { by: key, person: key, roles: 1 });
    say(work, 'people', 'person.role-given', { by: key, person: key, role: 'administrator' });
  });
  return done.ok ? { ok: true, value: { email } } : done;
}

/** The address that a link is for; `null` where it is none of ours. */
async function addressOf(
  db: Database,
  purpose: LinkPurpose,
  hash: string,
  email: string | undefined,
  now: Date,
): Promise<string | null> {
  const link = await db
    .selectFrom('oneTimeTokens')
    .select('personId')
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  if (link === undefined) return null;
  if (link.personId !== null) return (await findPerson(db, link.personId))?.email ?? null;
  if (email === undefined)
    throw new Refusal(problem('people.invalid', 'an account needs an address', 'add `email`'));
  return (await findPersonByEmail(db, email)) === undefined ? email : null;
}

const hasAdministrator = async (db: Database): Promise<boolean> =>
  (await db
    .selectFrom('people')
    .select('id')
    .where((one) => one(one.val('administrator'), '=', one.fn.any('roles')))
    .limit(1)
    .executeTakeFirst()) !== undefined;

const invalidLink = (): Problem =>
  problem(
    'sign-in.invalid-link',
    'the link is not known, was used, or has ended',
    'ask an administrator for a new one',
  );
