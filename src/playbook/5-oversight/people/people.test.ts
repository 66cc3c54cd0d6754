import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PEOPLE_ROLES, ROLES, type Role } from '../../../kernel/roles.ts';
import { may, rolesFit } from './may.ts';
import { ACTIONS, type Action, reachOf } from './permissions.ts';
import { type Person, type PersonKey, peopleOf } from './person.ts';
import { standsToOwner } from './reporting-line.ts';
import { rolesPage } from './roles-page.ts';

const now = new Date('2026-11-20T09:00:00Z');
const bea = (roles: readonly Role[], over: Partial<Person> = {}): Person => ({
  key: 'person:bea',
  roles,
  trainedAt: null,
  until: roles.includes('guest') ? '2027-01-01T00:00:00.000Z' : null,
  ...over,
});
const other: PersonKey = 'person:alice';
const allows = (role: Role, action: Action, target = {}): boolean => may(bea([role]), action, now, target).ok;

describe('the role table says what contract.md says', () => {
  it.each<[Role, Action, object, boolean]>([
    ['operator', 'use.write', { owner: 'person:bea' }, true],
    ['operator', 'use.write', { owner: other }, false],
    ['operator', 'use.read', { owner: other }, true],
    ['operator', 'reason.read', { purpose: 'curious' }, false],
    ['operator', 'review.judge', { owner: other }, false],
    ['guest', 'use.read', { owner: 'person:bea' }, true],
    ['guest', 'use.read', { owner: other }, false],
    ['reviewer', 'review.judge', { owner: other }, true],
    ['reviewer', 'review.judge', { owner: 'person:bea' }, false],
    ['reviewer', 'review.judge', { owner: null }, false],
    ['reviewer', 'clearance.confirm', { owner: 'person:bea' }, false],
    ['reviewer', 'stop.lift', { owner: other }, true],
    ['reviewer', 'stop.lift', { owner: 'person:bea' }, false],
    ['reviewer', 'reason.read', {}, false],
    ['reviewer', 'reason.read', { purpose: ' ' }, false],
    ['reviewer', 'reason.read', { purpose: 'contest C-17' }, true],
    ['customer-advocate', 'contest.decide', {}, true],
    ['reviewer', 'contest.decide', {}, false],
    ['analyst', 'audit.run', {}, true],
    ['auditor', 'evidence.export', {}, true],
    ['auditor', 'reason.read', { purpose: 'audit' }, false],
    ['administrator', 'people.write', {}, true],
    ['administrator', 'review.judge', { owner: other }, false],
    ['administrator', 'clearance.confirm', { owner: other }, false],
    ['gate', 'gate.decide', {}, true],
    ['intake', 'gate.decide', {}, false],
    ['intake', 'event.deliver', {}, true],
    ['reviewer', 'statistics.read-own', { about: 'person:bea' }, true],
    ['reviewer', 'statistics.read-own', { about: other }, false],
  ])('%s, %s, %o: %s', (role, action, target, expected) =>
    expect(allows(role, action, target)).toBe(expected),
  );

  it('lets anyone with a role stop a use', () => {
    for (const role of PEOPLE_ROLES) expect(allows(role, 'use.stop', { owner: other }), role).toBe(true);
  });

  it.each([
    ['gate', ['gate.decide']],
    [
      'intake',
      [
        'request.open',
        'request.acknowledge',
        'ledger.write',
        'hold.set',
        'gate.tell',
        'suppression.write',
        'event.deliver',
      ],
    ],
    ['agent', ['agent.act']],
  ] as const)('lets the machine %s decide or deliver, and read nothing', (role, actions) => {
    expect(ACTIONS.filter((action) => reachOf(role, action) !== null)).toEqual(actions);
  });

  it('gives every action to somebody', () => {
    for (const action of ACTIONS)
      expect(
        ROLES.some((role) => reachOf(role, action) !== null),
        action,
      ).toBe(true);
  });
});

const arbitraryTarget = fc.record(
  {
    owner: fc.constantFrom<PersonKey | null>('person:bea', other, null),
    about: fc.constantFrom<PersonKey>('person:bea', other),
    purpose: fc.constantFrom('', 'contest C-17'),
  },
  { requiredKeys: [] },
);
const arbitraryAction = fc.constantFrom(...ACTIONS);

describe('may', () => {
  it('adds rights up, and gives none to nobody', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES]), arbitraryAction, arbitraryTarget, (roles, action, target) => {
        const person = bea(roles, { until: '2027-01-01T00:00:00.000Z' });
        const single = roles.some((role) => may({ ...person, roles: [role] }, action, now, target).ok);
        expect(may(person, action, now, target).ok).toBe(single);
      }),
    );
  });

  it('lets nobody judge, confirm or lift a stop on their own use, whatever the roles', () => {
    fc.assert(
      fc.property(
        fc.subarray([...ROLES]),
        fc.constantFrom<Action>('review.judge', 'clearance.confirm', 'stop.lift', 'record.approve'),
        (roles, action) => {
          expect(may(bea(roles), action, now, { owner: 'person:bea', purpose: 'p' }).ok).toBe(false);
        },
      ),
    );
  });

  it('ends with the account, and for a guest without an end', () => {
    expect(may(bea(['reviewer'], { until: now.toISOString() }), 'use.read', now).ok).toBe(false);
    expect(may(bea(['guest'], { until: null }), 'use.stop', now).ok).toBe(false);
  });

  it('says what would be needed', () => {
    const refused = may(bea(['analyst']), 'key.write', now);
    expect(refused).toMatchObject({
      ok: false,
      problem: { hint: 'ask someone with the role administrator' },
    });
  });
});

describe('rolesFit', () => {
  it.each<[Role[], boolean]>([
    [['operator', 'analyst'], true],
    [['reviewer', 'customer-advocate'], true],
    [['operator', 'reviewer'], true],
    [['administrator', 'operator'], true],
    [['administrator', 'reviewer'], false],
    [['auditor', 'reviewer'], false],
    [['guest', 'operator'], false],
    [['gate', 'intake'], false],
    [['gate', 'operator'], false],
  ])('%o: %s', (roles, expected) => {
    expect(rolesFit(roles).ok).toBe(expected);
    expect(rolesFit([...roles].reverse()).ok).toBe(expected);
  });
});

describe('standsToOwner', () => {
  const person = (key: string, reportsTo?: string | null): Person => ({
    ...bea([]),
    key: `person:${key}`,
    ...(reportsTo === undefined
      ? {}
      : { reportsTo: reportsTo === null ? null : (`person:${reportsTo}` as const) }),
  });
  const people = peopleOf([
    person('chief', null),
    person('sales', 'chief'),
    person('trust', 'chief'),
    person('owner', 'sales'),
    person('mate', 'sales'),
    person('intern', 'owner'),
    person('advocate', 'trust'),
    person('new'),
    person('ada', 'bob'),
    person('bob', 'ada'),
  ]);
  it.each([
    ['owner', 'self'],
    ['sales', 'inside'],
    ['chief', 'inside'],
    ['mate', 'inside'],
    ['intern', 'inside'],
    ['trust', 'outside'],
    ['advocate', 'outside'],
    ['new', 'unknown'],
    ['stranger', 'unknown'],
    ['ada', 'unknown'],
  ] as const)('%s is %s', (key, expected) =>
    expect(standsToOwner(`person:${key}`, 'person:owner', people)).toBe(expected),
  );

  it('knows nobody outside the line of an owner whose line is not recorded', () => {
    expect(standsToOwner('person:advocate', 'person:new', people)).toBe('unknown');
    expect(standsToOwner('person:trust', 'person:ada', people)).toBe('unknown');
  });

  it('ends and is symmetric on any records', () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom(...keys)), { minLength: 5, maxLength: 5 }),
        fc.constantFrom(...keys),
        fc.constantFrom(...keys),
        (superiors, one, two) => {
          const all = peopleOf(keys.map((key, index) => person(key, superiors[index]!)));
          expect(standsToOwner(`person:${one}`, `person:${two}`, all)).toBe(
            standsToOwner(`person:${two}`, `person:${one}`, all),
          );
        },
      ),
    );
  });
});

describe('the page of roles', () => {
  it('shows every action and every role', () => {
    const page = rolesPage();
    for (const action of ACTIONS) expect(page).toContain(`\`${action}\``);
    for (const role of ROLES) expect(page).toContain(role);
  });
});
