import { keyId } from '../signatures/public-key.ts';
import { flag, hash, matching, type Shape, share, time, whole } from '../signatures/shape.ts';

/**
 * What a field of an entry may hold. There is no kind for free text, names or addresses: the reason that a person gives
 * in their own words stands in the store, and its hash in the log, so that the words can be erased and the log stays.
 */
const KINDS = {
  person: matching<string>(/^person:[A-Za-z0-9_-]{1,64}$/),
  key: keyId,
  id: matching<string>(/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,127}$/),
  code: matching<string>(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/),
  hash,
  time,
  count: whole,
  share,
  flag,
} as const satisfies Record<string, Shape<unknown>>;
type Kind = keyof typeof KINDS;

/** A field that may be `null` ends in `?`. */
type Field = Kind | `${Kind}?`;

/**
 * Every type of entry with the fields of its body: every change of state, review, clearance, waiver, sign-in, export.
 * Added to, never renamed: old logs must stay readable. `by` is the person or key that acted; absent for the server.
 */
export const ENTRY_TYPES = {
  'log.started': { log: 'id' },
  'maturity.attested': { by: 'person', requirement: 'code', fileHash: 'hash' },
  'maturity.lowered': { by: 'person', step: 'count', level: 'count', reasonHash: 'hash' },
  'use.pushed': { by: 'person', version: 'count', contentHash: 'hash', verdict: 'code' },
  'use.changed': { by: 'person?', from: 'code', to: 'code' },
  'review.opened': {
    review: 'id',
    kind: 'code',
    contentHash: 'hash',
    gravity: 'code',
    approversNeeded: 'count',
  },
  'review.judged-first': { by: 'person', review: 'id', judgement: 'code', recordHash: 'hash' },
  'review.verdict-revealed': { by: 'person', review: 'id' },
  'review.recorded': { by: 'person', review: 'id', what: 'code', recordHash: 'hash' },
  'review.decided': {
    by: 'person',
    review: 'id',
    decision: 'code',
    outsideOwnersLine: 'flag',
    override: 'code?',
    recordHash: 'hash',
  },
  'review.escalated': { by: 'person?', review: 'id', recordHash: 'hash?' },
  'review.closed': { review: 'id', outcome: 'code', recordHash: 'hash' },
  'clearance.issued': {
    clearance: 'id',
    review: 'id',
    class: 'code',
    contentHash: 'hash',
    statementHash: 'hash',
    key: 'key',
    expiresAt: 'time',
  },
  'clearance.confirmed': {
    by: 'person',
    clearance: 'id',
    before: 'id',
    differenceHash: 'hash',
    changedShare: 'share',
  },
  'clearance.voided': { by: 'person?', clearance: 'id', because: 'code' },
  'waiver.asked': { by: 'person', waiver: 'id', check: 'code', until: 'time' },
  'waiver.decided': { by: 'person', waiver: 'id', decision: 'code', until: 'time' },
  'record.opened': { record: 'id', kind: 'code', triggers: 'count' },
  'record.approved': { by: 'person', record: 'id', outcome: 'code', recordHash: 'hash', expiresAt: 'time' },
  'record.referred': { by: 'person', record: 'id', referenceHash: 'hash' },
  'use.stopped': { by: 'person?', stop: 'id', kind: 'code', reasonHash: 'hash' },
  'stop.drilled': { by: 'person', drill: 'id', outcome: 'code', seconds: 'count?', noteHash: 'hash?' },
  'use.paused': { monitor: 'code' },
  'use.unpaused': { by: 'person', reasonHash: 'hash' },
  'use.seen-again': { monitor: 'code' },
  'alarm.raised': { monitor: 'code', action: 'code', afterSends: 'count' },
  'use.resumed': { by: 'person', stop: 'id', reasonHash: 'hash' },
  'gate.decided': { decision: 'code', count: 'count', clearance: 'id?' },
  'gate.logged': { from: 'time', to: 'time', count: 'count', logHash: 'hash' },
  'gate.exported': { by: 'person', rows: 'count', purposeHash: 'hash' },
  'gate.secret-shown': { by: 'person', purposeHash: 'hash' },
  'gate.audited': { by: 'person', people: 'count', outcome: 'code', purposeHash: 'hash' },
  'suppression.changed': { by: 'person', list: 'id', before: 'hash?', after: 'hash' },
  'suppression.lifted': { by: 'person', list: 'id', count: 'count' },
  'outcome.counted': { what: 'code', count: 'count', of: 'count' },
  'decision.overridden': { decision: 'id', outcome: 'code', reasonHash: 'hash' },
  'reason.read': { by: 'person', purposeHash: 'hash' },
  'ledger.read': { by: 'person', what: 'code', purposeHash: 'hash' },
  'ledger.recorded': { by: 'person', choices: 'count' },
  'ledger.imported': { by: 'person', source: 'id', contentHash: 'hash', lines: 'count', added: 'count' },
  'ledger.joined': { by: 'person', keys: 'count' },
  'ledger.joined-for': { by: 'person', keys: 'count', purposeHash: 'hash' },
  'ledger.erased': { by: 'person', choices: 'count' },
  'request.opened': { request: 'id', kind: 'code', through: 'code', norm: 'code', dueAt: 'time' },
  'request.stepped': { by: 'person?', request: 'id', step: 'code', recordHash: 'hash' },
  'request.closed': { by: 'person?', request: 'id', outcome: 'code', inTime: 'flag' },
  'request.person-read': { by: 'person', request: 'id', purposeHash: 'hash' },
  'access.asked': { by: 'person?', copy: 'id', kind: 'code', request: 'id?', purposeHash: 'hash' },
  'access.decided': { by: 'person', copy: 'id', decision: 'code' },
  'access.made': { copy: 'id', contentHash: 'hash' },
  'access.taken': { by: 'person?', copy: 'id', purposeHash: 'hash?' },
  'access.removed': { by: 'person', copy: 'id' },
  'agent.registered': { by: 'person', apiKey: 'id' },
  'agent.dropped': { by: 'person', apiKey: 'id?' },
  'agent.paired': { apiKey: 'id', before: 'id' },
  'incident.opened': { by: 'person?', incident: 'id', kind: 'code', cause: 'code', recurs: 'id?' },
  'incident.stepped': { by: 'person?', incident: 'id', step: 'code', recordHash: 'hash' },
  'incident.closed': { by: 'person?', incident: 'id', recordHash: 'hash' },
  'incident.people-read': { by: 'person', incident: 'id', count: 'count', purposeHash: 'hash' },
  'notice.published': { by: 'person', noticeHash: 'hash' },
  'sign-in': { by: 'person', through: 'code' },
  'sign-in.failed': { through: 'code', count: 'count' },
  'person.invited': { by: 'person', person: 'person', roles: 'count' },
  'person.role-given': { by: 'person', person: 'person', role: 'code' },
  'person.role-taken': { by: 'person', person: 'person', role: 'code' },
  'person.erased': { by: 'person', person: 'person' },
  'key.created': { by: 'person?', key: 'key', signs: 'code' },
  'key.retired': { by: 'person', key: 'key' },
  'key.revoked': { by: 'person', key: 'key', because: 'code' },
  'api-key.created': { by: 'person', apiKey: 'id', role: 'code' },
  'api-key.revoked': { by: 'person', apiKey: 'id' },
  'settings.changed': { by: 'person', setting: 'code', before: 'hash?', after: 'hash' },
  'statistics.allowed': { by: 'person', agreementHash: 'hash' },
  'evidence.exported': { by: 'person', archiveHash: 'hash', entries: 'count' },
  'store.backed-up': { by: 'person?', archiveHash: 'hash' },
  'store.restored': { by: 'person?', archiveHash: 'hash' },
} as const satisfies Record<string, Readonly<Record<string, Field>>>;

export type EntryType = keyof typeof ENTRY_TYPES;
export const isEntryType = (type: unknown): type is EntryType =>
  typeof type === 'string' && Object.hasOwn(ENTRY_TYPES, type);

type ValueOf<F> = F extends `${infer K}?`
  ? ValueOf<K> | null
  : F extends 'count' | 'share'
    ? number
    : F extends 'flag'
      ? boolean
      : string;

/** The body of an entry of this type. */
export type EntryBody<T extends EntryType = EntryType> = {
  readonly [K in keyof (typeof ENTRY_TYPES)[T]]: ValueOf<(typeof ENTRY_TYPES)[T][K]>;
};

/** The name of the first field that is missing, unknown or of the wrong kind; `null` where the body fits its type. */
export function wrongField(type: EntryType, body: Readonly<Record<string, unknown>>): string | null {
  const fields: Readonly<Record<string, Field>> = ENTRY_TYPES[type];
  const unknown = Object.keys(body).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) return unknown;
  for (const [name, field] of Object.entries(fields)) {
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    const optional = field.endsWith('?');
    const kind = (optional ? field.slice(0, -1) : field) as Kind;
    if (!(optional && value === null) && !KINDS[kind](value)) return name;
  }
  return null;
}
