import type { ContentHash } from '../../../kernel/canonical.ts';
import type { PersonKey } from '../people/person.ts';
import { RECORD_FIELDS, type RecordField, type RecordKind } from './record-fields.ts';

/** A risk or impact: what could happen to whom. Both scales run from 1 (hardly) to 4 (surely, gravely). */
export interface RecordHarm {
  readonly whom: string;
  readonly harm: string;
  readonly likelihood: 1 | 2 | 3 | 4;
  readonly severity: 1 | 2 | 3 | 4;
}

export type RecordValue = string | boolean | readonly string[] | readonly RecordHarm[] | null;

/** Where a record is kept that nobody types again. */
export interface RecordReference {
  readonly system: string;
  readonly id: string;
  readonly approved: string;
  readonly expires: string;
  readonly hash: string;
}

/** A DPIA or a record of legitimate interest of one use: its fields, or a reference to where they are kept. */
export interface OversightRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly use: string;
  readonly owner: PersonKey;
  readonly openedAt: string;
  readonly fields: Readonly<Record<string, RecordValue>>;
  readonly reference: RecordReference | null;
  readonly approval: {
    readonly by: PersonKey;
    readonly at: string;
    /** What the use was when the record was approved. */
    readonly contentHash: ContentHash;
  } | null;
}

export type RecordState = 'incomplete' | 'unapproved' | 'failed' | 'expired' | 'outdated' | 'complete';

export interface RecordJudgement {
  readonly state: RecordState;
  /** Whether the use must wait for it. */
  readonly blocks: boolean;
  /** Names of fields that are empty, or reasons for which it fails. */
  readonly because: readonly string[];
}

/** The processing that a record is about, as far as it can make the record fail. */
export interface RecordSubject {
  readonly contentHash: ContentHash;
  readonly isMarketing: boolean;
  /** Whether the law of a channel asks for consent, as mail to private people without a purchase (ePrivacy). */
  readonly needsConsent: boolean;
  /** Whether people who objected are still reached. */
  readonly ignoresObjections: boolean;
  /** When the first message was sent or decision made; `null` before. */
  readonly startedAt: string | null;
}

/**
 * How a record stands now. Anything but `complete` blocks the use. A record made after the processing began, or of
 * another content than the use has now, is no record of it.
 */
export function judgeRecord(record: OversightRecord, subject: RecordSubject, now: Date): RecordJudgement {
  const blocking = (state: RecordState, ...because: readonly string[]): RecordJudgement => ({
    state,
    blocks: true,
    because,
  });
  if (record.reference !== null) return judgeReference(record.reference, now, blocking);
  const empty = emptyFields(record);
  if (empty.length > 0) return blocking('incomplete', ...empty);
  const failures = [
    ...(record.fields.outcome === 'fail' ? ['the outcome is that it must not go ahead'] : []),
    ...(record.kind === 'lia' ? liaFailures(record, subject) : []),
  ];
  if (failures.length > 0) return blocking('failed', ...failures);
  const { approval } = record;
  if (approval === null) return blocking('unapproved', 'nobody approved it');
  if (approval.by === record.owner) return blocking('unapproved', 'the owner of the use approved it');
  if (
    record.kind === 'lia' &&
    subject.startedAt !== null &&
    Date.parse(subject.startedAt) < Date.parse(approval.at)
  )
    return blocking('failed', 'it was made after the processing had begun');
  if (endOfDay(record.fields.review_by as string) < now.getTime())
    return blocking('expired', `it was to be looked at again by ${record.fields.review_by}`);
  if (approval.contentHash !== subject.contentHash)
    return blocking('outdated', 'the use has changed since it was approved');
  return { state: 'complete', blocks: false, because: [] };
}

/** Fields that a record must have and has not, in the order of the form. */
export function emptyFields({ kind, fields }: Pick<OversightRecord, 'kind' | 'fields'>): readonly string[] {
  const table: Readonly<Record<string, RecordField>> = RECORD_FIELDS[kind];
  return Object.entries(table)
    .filter(([, field]) => isAsked(field, fields))
    .filter(([name, field]) => !isFilled(field, Object.hasOwn(fields, name) ? fields[name]! : null))
    .map(([name]) => name);
}

/** What makes the balance fail, whatever its outcome says. */
function liaFailures({ fields }: OversightRecord, subject: RecordSubject): readonly string[] {
  return [
    ...(fields.special_category === true
      ? ['special categories of data do not rest on legitimate interest']
      : []),
    ...(fields.children === true ? ['children are known to be among the people'] : []),
    ...(fields.lawful_and_ethical === false ? ['the interest is not lawful and ethical'] : []),
    ...(subject.isMarketing && fields.opt_out_offered === false ? ['marketing offers no opt-out'] : []),
    ...(subject.ignoresObjections ? ['people who objected are still reached'] : []),
    ...(subject.needsConsent ? ['the law of the channel asks for consent'] : []),
  ];
}

function judgeReference(
  { system, id, approved, expires, hash }: RecordReference,
  now: Date,
  blocking: (state: RecordState, ...because: readonly string[]) => RecordJudgement,
): RecordJudgement {
  const empty = Object.entries({ system, id, approved, expires, hash })
    .filter(([, value]) => value.trim() === '')
    .map(([name]) => name);
  if (empty.length > 0) return blocking('incomplete', ...empty);
  if (Number.isNaN(Date.parse(approved)) || Number.isNaN(endOfDay(expires)))
    return blocking('incomplete', 'approved or expires is no date');
  if (Date.parse(approved) > now.getTime())
    return blocking('unapproved', `it is approved from ${approved} on`);
  if (endOfDay(expires) < now.getTime()) return blocking('expired', `it ended on ${expires}`);
  return { state: 'complete', blocks: false, because: [] };
}

const isAsked = ({ where }: RecordField, fields: OversightRecord['fields']): boolean =>
  where === undefined || fields[where] === true || fields.outcome === where;

function isFilled({ type, choices }: RecordField, value: RecordValue): boolean {
  switch (type) {
    case 'flag':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && (choices ?? []).includes(value);
    case 'date':
      return typeof value === 'string' && !Number.isNaN(endOfDay(value));
    case 'text':
      return typeof value === 'string' && /[\p{L}\p{N}]/u.test(value);
    case 'list':
      return (
        Array.isArray(value) &&
        value.length > 0 &&
        value.every((one) => typeof one === 'string' && one.trim() !== '')
      );
    case 'harms':
      return Array.isArray(value) && value.length > 0 && value.every(isHarm);
  }
}

const isHarm = (value: unknown): value is RecordHarm => {
  const { whom, harm, likelihood, severity } = (value ?? {}) as Partial<RecordHarm>;
  return (
    [whom, harm].every((one) => typeof one === 'string' && one.trim() !== '') &&
    isLevel(likelihood) &&
    isLevel(severity)
  );
};
const isLevel = (value: unknown): boolean => [1, 2, 3, 4].includes(value as number);

/** The last millisecond of a day as `2027-01-31`, in UTC; NaN where it is no day. */
const endOfDay = (day: string): number =>
  /^\d{4}-\d{2}-\d{2}/.test(day) ? Date.parse(`${day.slice(0, 10)}T23:59:59.999Z`) : Number.NaN;
