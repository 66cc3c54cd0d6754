import { setTimeout } from 'node:timers/promises';
import type { Role } from '../../kernel/roles.ts';
import type { Person } from '../../playbook/5-oversight/people/person.ts';
import { problemOfDatabase } from '../../stores/sql/engine/problem-of-database.ts';
import { findApiKey, touchApiKey } from '../../stores/sql/repositories/api-keys.ts';
import {
  changePerson,
  findPerson,
  findPersonByEmail,
  findPersonBySignIn,
  type Person as PersonRow,
} from '../../stores/sql/repositories/people.ts';
import type { Database } from '../../stores/sql/tables/index.ts';
import type { Authenticate, Caller } from './caller.ts';
import type { ServerContext } from './context.ts';
import type { KnownKeys } from './known-keys.ts';
import { personOf } from './people/person-of.ts';
import { hashOfSecret } from './secrets.ts';

/** A sender waits two seconds for the gate, of which so much is for its key; then a key that was good counts. */
const PATIENCE_MS = 400;

/** Tells who asks by key or session. The store failing is no wrong credential: it is thrown. */
export function authenticator(context: ServerContext, known: KnownKeys): Authenticate {
  return async (presented, now) => {
    if (presented.kind === 'none') return null;
    if (presented.kind === 'cookie') return bySession(context, presented.cookie, now);
    if (!/^scruple_key_[A-Za-z0-9_-]{43}$/.test(presented.token)) return null;
    const hash = hashOfSecret(presented.token);
    const remembered = known.get(hash, now);
    if (remembered !== undefined) return remembered;
    const standIn = known.standIn(hash, now);
    const looked = standIn === null ? await byKey(context, hash, now) : await byKeyInTime(context, hash, now);
    if (looked === 'no answer') {
      known.waitWith(hash, now);
      return standIn;
    }
    if (looked === null) known.remove(hash);
    else known.set(hash, looked, now);
    return looked;
  };
}

/** The same, for no longer than a sender may wait. */
const byKeyInTime = (context: ServerContext, hash: string, now: Date): Promise<Caller | null | 'no answer'> =>
  Promise.race([
    byKey(context, hash, now).catch((error: unknown) => {
      if (error instanceof StoreFailed) return 'no answer' as const;
      throw error;
    }),
    setTimeout(PATIENCE_MS, 'no answer' as const, { ref: false }),
  ]);

async function byKey({ store }: ServerContext, hash: string, now: Date): Promise<Caller | null> {
  const lookUp = async (db: Database, at: Date) => {
    const key = await findApiKey(db, hash, now);
    if (key === undefined) return null;
    const owner = key.ownerId === null ? null : ((await findPerson(db, key.ownerId)) ?? null);
    return { key, owner, person: owner === null ? null : await personOf(db, owner, at) };
  };
  let found = await store.write(async ({ db, at }) => {
    const known = await lookUp(db, at);
    if (known !== null) await touchApiKey(db, known.key.id, at);
    return known;
  });
  // Where nothing can be written, what is there can still be read, with a key too.
  if (!found.ok && ['store.full', 'store.read-only'].includes(found.problem.code))
    found = await store.read((db) => lookUp(db, now));
  if (!found.ok) throw new StoreFailed(found.problem);
  if (found.value === null) return null;
  const { key, owner, person } = found.value;
  const roles = key.roles as Role[];
  if (person === null)
    return {
      account: {
        key: `person:${key.id}`,
        roles,
        trainedAt: null,
        until: key.expiresAt?.toISOString() ?? null,
      },
      personId: null,
      is: 'machine',
      through: 'key',
      credential: key.id,
    };
  // A key never does more than its owner may do now.
  const account: Person = { ...person, roles: person.roles.filter((role) => roles.includes(role)) };
  return isActive(owner!, now)
    ? { account, personId: owner!.id, is: 'person', through: 'key', credential: key.id }
    : null;
}

async function bySession(
  { store, signIn }: ServerContext,
  cookie: string,
  now: Date,
): Promise<Caller | null> {
  const session = await signIn.sessionOf(cookie).catch((error: unknown) => {
    // The library wraps what the store said.
    const known = problemOfDatabase((error as Error | null)?.cause ?? error);
    throw known === null ? error : new StoreFailed(known);
  });
  if (session === null) return null;
  const found = await store.read(async (db) => {
    const row = await findPersonBySignIn(db, session.signInId);
    return row === undefined ? null : { row, person: await personOf(db, row, now) };
  });
  if (found.ok && found.value === null && session.isVerified) {
    const joined = await store.write(({ db, at }) => joinInvited(db, session.email, session.signInId, at));
    return joined.ok && joined.value !== null
      ? bySession({ store, signIn } as ServerContext, cookie, now)
      : null;
  }
  if (!found.ok) throw new StoreFailed(found.problem);
  if (found.value === null || !isActive(found.value.row, now)) return null;
  const { row, person } = found.value;
  return { account: person, personId: row.id, is: 'person', through: 'session', credential: session.session };
}

/** Joins an account of the sign-in library to the person who was invited under its address. */
export async function joinInvited(
  db: Database,
  email: string,
  signInId: string,
  at: Date,
): Promise<PersonRow | null> {
  const person = await findPersonByEmail(db, email);
  if (person === undefined || !isActive(person, at)) return null;
  if (person.signInId === signInId) return person;
  return person.signInId === null ? changePerson(db, person.id, null, { signInId, changedAt: at }) : null;
}

export const isActive = (row: PersonRow, now: Date): boolean =>
  row.isActive && (row.endsAt === null || row.endsAt > now);

/** The store failed while a credential was looked up. Carries its problem to the answer. */
class StoreFailed extends Error {
  readonly problem;

  constructor(problem: import('../../kernel/problem.ts').Problem) {
    super(problem.code);
    this.problem = problem;
  }
}
