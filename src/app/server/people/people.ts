import { problem } from '../../../kernel/problem.ts';
import type { Role } from '../../../kernel/roles.ts';
import { rolesFit } from '../../../playbook/5-oversight/people/may.ts';
import type { PersonKey } from '../../../playbook/5-oversight/people/person.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import {
  addPerson,
  changePerson,
  erasePerson,
  findPerson,
  listPeople,
  type PeopleFilter,
  type Person as PersonRow,
} from '../../../stores/sql/repositories/people.ts';
import { type Change, demand, missing, need, type View } from '../change.ts';
import { say } from '../evidence/say.ts';
import { addLink } from './links.ts';
import { idOfKey, keyOf, keysOf } from './person-of.ts';

/** An account as people see it. */
export interface ShownPerson {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly reportsTo: string | null;
  /** Whether it is recorded where the person stands, at the top too. */
  readonly isLineKnown: boolean;
  readonly trainedAt: string | null;
  readonly until: string | null;
  readonly isActive: boolean;
  readonly hasSignedUp: boolean;
  readonly version: number;
}

export interface PersonInput {
  readonly name?: string | undefined;
  readonly roles?: readonly Role[] | undefined;
  /** `null`: at the top of the line. */
  readonly reportsTo?: string | null | undefined;
  readonly trainedAt?: string | null | undefined;
  readonly until?: string | null | undefined;
  readonly isActive?: boolean | undefined;
}

export async function showPeople(
  view: View,
  filter: PeopleFilter,
  request: PageRequest<'name' | 'createdAt'>,
): Promise<Page<ShownPerson>> {
  demand(view, 'people.read');
  const page = await listPeople(view.db, filter, request);
  return { ...page, items: await shown(view.db, page.items) };
}

export async function showPerson(view: View, key: string): Promise<ShownPerson> {
  demand(view, 'people.read');
  const row = await findPerson(view.db, await idNeeded(view, key));
  if (row === undefined) throw missing();
  return (await shown(view.db, [row]))[0]!;
}

/** Invites somebody: their account, and the link by which they take it. Refusals: `people.*`, `store.exists`. */
export async function invitePerson(
  change: Change,
  input: PersonInput & { readonly name: string; readonly email: string; readonly roles: readonly Role[] },
): Promise<{ readonly person: ShownPerson; readonly link: string }> {
  demand(change, 'people.write');
  const { db, at, context } = change;
  const row = await addPerson(db, {
    id: newId('person', at),
    name: input.name,
    email: input.email,
    roles: [...fitting(input.roles, input.until ?? null)],
    ...(await columnsOf(change, input)),
    isActive: true,
    createdAt: at,
    changedAt: at,
  });
  const key = await keyOf(db, row.id, at);
  const by = change.caller.account.key;
  say(change, 'people', 'person.invited', { by, person: key, roles: input.roles.length });
  for (const role of input.roles) say(change, 'people', 'person.role-given', { by, person: key, role });
  const link = await addLink(db, 'invitation', row.id, at);
  return { person: (await shown(db, [row]))[0]!, link: `${context.origin()}/invitation/${link}` };
}

/** Changes an account. Refusals: `store.changed`, `people.*`. */
export async function editPerson(
  change: Change,
  key: string,
  version: number,
  input: PersonInput,
): Promise<ShownPerson> {
  demand(change, 'people.write');
  const { db, at } = change;
  const before = await findPerson(db, await idNeeded(change, key));
  if (before === undefined) throw missing();
  const roles = input.roles ?? (before.roles as Role[]);
  const until = input.until === undefined ? (before.endsAt?.toISOString() ?? null) : input.until;
  const row = await changePerson(db, before.id, version, {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.isActive === undefined ? {} : { isActive: input.isActive }),
    ...(await columnsOf(change, input)),
    roles: [...fitting(roles, until)],
    changedAt: at,
  });
  if (before.roles.includes('administrator')) await keepAnAdministrator(change);
  const by = change.caller.account.key;
  const [taken, given] = [
    before.roles.filter((role) => !roles.includes(role as Role)),
    roles.filter((role) => !before.roles.includes(role)),
  ];
  for (const role of taken) say(change, 'people', 'person.role-taken', { by, person: key, role });
  for (const role of given) say(change, 'people', 'person.role-given', { by, person: key, role });
  return (await shown(db, [row]))[0]!;
}

/** Erases somebody. What they did stays, done by somebody without a name. Gives the account to take out of the sign-in library. */
export async function eraseOne(change: Change, key: string): Promise<string | null> {
  demand(change, 'people.write');
  const { db, at } = change;
  const before = await findPerson(db, await idNeeded(change, key));
  if (before === undefined) throw missing();
  await erasePerson(db, before.id, at);
  if (before.roles.includes('administrator')) await keepAnAdministrator(change);
  say(change, 'people', 'person.erased', { by: change.caller.account.key, person: key });
  return before.signInId;
}

/** The id behind a key in a path. */
export async function idNeeded({ db }: Pick<View, 'db'>, key: string): Promise<string> {
  const id = await idOfKey(db, key);
  if (id === null) throw missing();
  return id;
}

async function keepAnAdministrator({ db, at }: Change): Promise<void> {
  // The rows of all administrators, so that two who take the role from each other come one after the other.
  const left = await db
    .selectFrom('people')
    .select('id')
    .where('isActive', '=', true)
    .where((one) => one.or([one('endsAt', 'is', null), one('endsAt', '>', at)]))
    .where((one) => one(one.val('administrator'), '=', one.fn.any('roles')))
    .orderBy('id')
    .forUpdate()
    .execute();
  if (left.length > 0) return;
  throw new Refusal(
    problem(
      'people.last-administrator',
      'nobody would be administrator any more',
      'make somebody else administrator first',
    ),
  );
}

function fitting(roles: readonly Role[], until: string | null): readonly Role[] {
  need(rolesFit(roles));
  if (roles.includes('guest') && until === null)
    throw new Refusal(problem('people.invalid', 'the account of a guest needs an end', 'add `until`'));
  return [...new Set(roles)];
}

async function columnsOf(change: Change, { reportsTo, trainedAt, until }: PersonInput) {
  const moment = (text: string | null) => (text === null ? null : new Date(text));
  return {
    ...(trainedAt === undefined ? {} : { trainedAt: moment(trainedAt) }),
    ...(until === undefined ? {} : { endsAt: moment(until) }),
    ...(reportsTo === undefined
      ? {}
      : { line: 'known', managerId: reportsTo === null ? null : await idNeeded(change, reportsTo) }),
  };
}

async function shown(db: View['db'], rows: readonly PersonRow[]): Promise<ShownPerson[]> {
  const keys: ReadonlyMap<string, PersonKey> = await keysOf(
    db,
    rows.flatMap(({ id, managerId }) => [id, managerId]),
  );
  return rows.map((row) => ({
    key: keys.get(row.id) ?? '',
    name: row.name,
    email: row.email,
    roles: row.roles,
    reportsTo: row.managerId === null ? null : (keys.get(row.managerId) ?? null),
    isLineKnown: row.line !== null,
    trainedAt: row.trainedAt?.toISOString() ?? null,
    until: row.endsAt?.toISOString() ?? null,
    isActive: row.isActive,
    hasSignedUp: row.signInId !== null,
    version: row.version,
  }));
}
