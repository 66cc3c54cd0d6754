import { createHash } from 'node:crypto';
import { type Identifier, normalIdentifier } from '../ledger/subject-key.ts';

/** By what a row names the person it is about. */
export type KeyKind = 'customer' | 'email' | 'phone' | 'device' | 'email_sha256';

/** Something by which rows of one person are found. */
export interface PersonKey {
  readonly kind: KeyKind;
  readonly value: string;
  /** Said by who asked, worked out from it, or found in a row that it led to. */
  readonly from: 'given' | 'derived' | 'found';
}

/** The keys that rows can be found by, from what a person is known by. What is no identifier is left out. */
export function keysFrom(identifiers: readonly Identifier[]): readonly PersonKey[] {
  const keys: PersonKey[] = [];
  for (const identifier of identifiers) {
    const normal = normalIdentifier(identifier);
    if (!normal.ok) continue;
    const { kind, value } = normal.value;
    keys.push({ kind, value, from: 'given' });
    if (kind === 'email')
      keys.push({
        kind: 'email_sha256',
        value: createHash('sha256').update(value).digest('hex'),
        from: 'derived',
      });
  }
  return keys;
}

/** To which customers one address or number led, over every table that has both. */
export interface ContactLead {
  readonly key: PersonKey;
  readonly customers: readonly string[];
}

export interface ResolvedKeys {
  /** By which rows may be looked for. */
  readonly keys: readonly PersonKey[];
  /** Addresses and numbers that lead to somebody else, too: nothing is looked for by them. */
  readonly shared: readonly PersonKey[];
}

/**
 * By which keys rows may be looked for. An address that leads to one customer gives that customer’s id; one that leads
 * to several, or to another than those who were named, is of more than one person, or of another, and finds nothing:
 * people of one household share an inbox, and one must not be given what the other bought.
 */
export function resolveKeys(given: readonly PersonKey[], leads: readonly ContactLead[]): ResolvedKeys {
  const named = new Set(given.flatMap(({ kind, value }) => (kind === 'customer' ? [value] : [])));
  const isOthers = ({ customers }: ContactLead): boolean =>
    named.size > 0 ? customers.some((customer) => !named.has(customer)) : new Set(customers).size > 1;
  const shared = leads.filter(isOthers).map(({ key }) => key);
  const isShared = (key: PersonKey): boolean =>
    shared.some(({ kind, value }) => kind === key.kind && value === key.value) ||
    // The hash of an address is the address.
    (key.kind === 'email_sha256' && shared.some((one) => hashes(one, key))) ||
    (key.kind === 'email' && shared.some((one) => hashes(key, one)));
  const found = new Set(leads.filter(({ key }) => !isShared(key)).flatMap(({ customers }) => customers));
  return {
    keys: [
      ...given.filter((key) => !isShared(key)),
      ...[...found]
        .filter((customer) => !named.has(customer))
        .map((value): PersonKey => ({ kind: 'customer', value, from: 'found' })),
    ],
    shared: given.filter(isShared),
  };
}

const hashes = (email: PersonKey, hash: PersonKey): boolean =>
  email.kind === 'email' &&
  hash.kind === 'email_sha256' &&
  createHash('sha256').update(email.value).digest('hex') === hash.value;
