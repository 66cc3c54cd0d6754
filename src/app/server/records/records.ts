import type { UseCard } from '../../../check/facts/card.ts';
import type { ContentHash } from '../../../kernel/canonical.ts';
import { contentHash } from '../../../kernel/canonical.ts';
import { problem } from '../../../kernel/problem.ts';
import type { Jurisdiction } from '../../../kernel/vocabulary.ts';
import type { PersonKey } from '../../../playbook/5-oversight/people/person.ts';
import { dpiaNeed } from '../../../playbook/5-oversight/records/dpia-triggers.ts';
import {
  judgeRecord,
  type OversightRecord,
  type RecordJudgement,
  type RecordReference,
  type RecordSubject,
  type RecordValue,
} from '../../../playbook/5-oversight/records/record.ts';
import { RECORD_FIELDS, type RecordKind } from '../../../playbook/5-oversight/records/record-fields.ts';
import type { FindingJson } from '../../../report/json/schema.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import {
  addRecord,
  changeRecord,
  findRecord,
  type ImpactRecord,
  listRecords,
  type RecordSort,
} from '../../../stores/sql/repositories/records.ts';
import { findUseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import type { Use } from '../../../stores/sql/repositories/uses.ts';
import { asJson } from '../../../stores/sql/tables/column-types.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, demand, missing, type View } from '../change.ts';
import { say } from '../evidence/say.ts';
import { isVerdictUnseen } from '../reviews/judging.ts';
import { lockedUse, seenUse, standing } from '../uses/standing.ts';
import { triggersOf } from './triggers-of.ts';

export interface ShownRecord {
  readonly id: string;
  readonly use: string;
  readonly kind: string;
  readonly triggers: readonly string[];
  readonly fields: Readonly<Record<string, RecordValue>>;
  readonly reference: RecordReference | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly judgement: RecordJudgement;
  readonly openedAt: string;
  readonly version: number;
}

/** What is kept in the JSON of a row beside the answers. */
interface KeptFields {
  readonly answers: Readonly<Record<string, RecordValue>>;
  readonly approval: OversightRecord['approval'];
}

/** Opens the records that the content of a use asks for, where there are none. They block its clearance until complete. */
export async function openNeededRecords(
  change: Change,
  use: Use,
  card: UseCard,
  findings: readonly FindingJson[],
  jurisdictions: readonly Jurisdiction[],
): Promise<void> {
  const there = (await listRecords(change.db, { useId: use.id }, { limit: 500 })).items;
  const need = dpiaNeed(triggersOf(card, findings), jurisdictions);
  if (need.opensRecord && !there.some(({ type }) => type === 'dpia'))
    await open(
      change,
      use.id,
      'dpia',
      need.triggers.map(({ id }) => id),
    );
  if (card.basis === 'legitimate-interest' && !there.some(({ type }) => type === 'lia'))
    await open(change, use.id, 'lia', ['legitimate-interest']);
}

/** Opens a record by hand. Refusals: `people.not-allowed`, `record.exists`. */
export async function openRecord(change: Change, useId: string, kind: RecordKind): Promise<ShownRecord> {
  const { owner } = await lockedUse(change, useId);
  demand(change, 'record.write', { owner });
  const there = await listRecords(change.db, { useId, type: kind }, { limit: 1 });
  if (there.items.length > 0)
    throw new Refusal(
      problem('record.exists', 'there is such a record already', 'fill in the one that is there'),
    );
  return shownRecord(change, await open(change, useId, kind, []));
}

/** Fills fields in; an approval that stood does no longer. Refusals: `record.unknown-field`, `store.changed`. */
export async function fillRecord(
  change: Change,
  id: string,
  version: number,
  fields: Readonly<Record<string, RecordValue>>,
): Promise<ShownRecord> {
  const row = await writable(change, id, 'record.write');
  const unknown = Object.keys(fields).find(
    (name) => !Object.hasOwn(RECORD_FIELDS[row.type as RecordKind], name),
  );
  if (unknown !== undefined)
    throw new Refusal(
      problem(
        'record.unknown-field',
        `such a record has no field \`${unknown.slice(0, 100)}\``,
        'see the fields of its kind',
      ),
    );
  const kept: KeptFields = { answers: { ...keptOf(row).answers, ...fields }, approval: null };
  return shownRecord(
    change,
    await changeRecord(change.db, id, version, { fields: asJson(kept), changedAt: change.at }),
  );
}

/** Says where the record is kept, so that nobody types it again. Refusals: `store.changed`. */
export async function referRecord(
  change: Change,
  id: string,
  version: number,
  reference: RecordReference,
): Promise<ShownRecord> {
  const row = await writable(change, id, 'record.write');
  const changed = await changeRecord(change.db, id, version, {
    reference: asJson(reference),
    changedAt: change.at,
  });
  say(change, row.useId, 'record.referred', {
    by: change.caller.account.key,
    record: id,
    referenceHash: contentHash(reference),
  });
  return shownRecord(change, changed);
}

/** Approves a record of the use as it is now: a reviewer who is not its owner. Refusals: `record.not-complete`. */
export async function approveRecord(change: Change, id: string, version: number): Promise<ShownRecord> {
  const { db, at, caller } = change;
  const row = await writable(change, id, 'record.approve');
  const use = await currentUse(db, row);
  const kept: KeptFields = {
    answers: keptOf(row).answers,
    approval: { by: caller.account.key, at: at.toISOString(), contentHash: use.contentHash },
  };
  const judged = judgeRecord(
    { ...domainRecord(row, use.owner), approval: kept.approval },
    subjectOf(use),
    at,
  );
  if (judged.blocks)
    throw new Refusal(
      problem(
        'record.not-complete',
        `the record is ${judged.state}: ${judged.because.join(', ')}`,
        'fill in what is missing',
      ),
    );
  const changed = await changeRecord(db, id, version, {
    fields: asJson(kept),
    state: 'complete',
    completedAt: at,
    changedAt: at,
  });
  say(change, row.useId, 'record.approved', {
    by: caller.account.key,
    record: id,
    outcome: String(kept.answers.outcome),
    recordHash: contentHash(kept.answers),
    expiresAt: new Date(`${String(kept.answers.review_by)}T23:59:59.999Z`).toISOString(),
  });
  return shownRecord(change, changed);
}

export async function showRecords(
  view: View,
  filter: { readonly useId: string; readonly type?: string | undefined },
  request: PageRequest<RecordSort>,
): Promise<Page<ShownRecord>> {
  await seenUse(view, filter.useId);
  const page = await listRecords(view.db, filter, request);
  const items: ShownRecord[] = [];
  for (const row of page.items) items.push(await shownRecord(view, row));
  return { ...page, items };
}

export async function showRecord(view: View, id: string): Promise<ShownRecord> {
  const row = await findRecord(view.db, id);
  if (row === undefined) throw missing();
  await seenUse(view, row.useId);
  return shownRecord(view, row);
}

/** Ends the work where a record of the use keeps it from being cleared. */
export async function demandRecords({ db, at }: Pick<View, 'db' | 'at'>, useId: string): Promise<void> {
  for (const row of (await listRecords(db, { useId }, { limit: 500 })).items) {
    const use = await currentUse(db, row);
    const { blocks, state } = judgeRecord(domainRecord(row, use.owner), subjectOf(use), at);
    if (blocks)
      throw new Refusal(
        problem(
          'record.not-complete',
          `the ${row.type} record of the use is ${state}`,
          'complete and approve it first',
        ),
      );
  }
}

async function open(
  change: Change,
  useId: string,
  kind: RecordKind,
  triggers: readonly string[],
): Promise<ImpactRecord> {
  const { db, at } = change;
  const row = await addRecord(db, {
    id: newId('record', at),
    useId,
    type: kind,
    state: 'open',
    triggers: asJson(triggers),
    fields: asJson({ answers: {}, approval: null } satisfies KeptFields),
    openedAt: at,
    changedAt: at,
  });
  say(change, useId, 'record.opened', { record: row.id, kind, triggers: triggers.length });
  return row;
}

/** A record that the caller may do this to, behind the lock of its use. */
async function writable(
  change: Change,
  id: string,
  action: 'record.write' | 'record.approve',
): Promise<ImpactRecord> {
  const row = await findRecord(change.db, id);
  if (row === undefined) throw missing();
  const { owner } = await lockedUse(change, row.useId);
  demand(change, action, { owner });
  return (await findRecord(change.db, id))!;
}

interface CurrentUse {
  readonly owner: PersonKey;
  readonly contentHash: ContentHash;
  readonly card: UseCard;
}

async function currentUse(db: Database, { useId }: ImpactRecord): Promise<CurrentUse> {
  const use = (await db
    .selectFrom('uses')
    .selectAll()
    .where('id', '=', useId)
    .executeTakeFirstOrThrow()) as Use;
  const version = use.latestVersionId === null ? undefined : await findUseVersion(db, use.latestVersionId);
  const anybody = { personId: null, account: { key: 'person:nobody' } } as unknown as View['caller'];
  const { trueOwner } = await standing({ db, caller: anybody }, use);
  return {
    owner: trueOwner ?? 'person:unknown',
    contentHash: (version?.contentHash ?? `sha256:${'0'.repeat(64)}`) as ContentHash,
    card: (version?.card ?? {}) as UseCard,
  };
}

/** What cannot be seen here is not held against a record: who is reached is the gate's to know. */
const subjectOf = ({ contentHash: hash, card }: CurrentUse): RecordSubject => ({
  contentHash: hash,
  isMarketing: card.purpose?.startsWith('marketing') === true,
  needsConsent: false,
  ignoresObjections: false,
  startedAt: null,
});

const keptOf = ({ fields }: ImpactRecord): KeptFields =>
  (fields as KeptFields | null) ?? { answers: {}, approval: null };

function domainRecord(row: ImpactRecord, owner: PersonKey): OversightRecord {
  const { answers, approval } = keptOf(row);
  return {
    id: row.id,
    kind: row.type as RecordKind,
    use: row.useId,
    owner,
    openedAt: row.openedAt.toISOString(),
    fields: answers,
    reference: row.reference as RecordReference | null,
    approval,
  };
}

async function shownRecord(
  view: Pick<View, 'db' | 'at' | 'caller'>,
  row: ImpactRecord,
): Promise<ShownRecord> {
  const { db, at } = view;
  const use = await currentUse(db, row);
  const record = domainRecord(row, use.owner);
  return {
    id: row.id,
    use: row.useId,
    kind: row.type,
    // What opened it was found by us, and would tell the verdict to who has yet to judge.
    triggers: (await isVerdictUnseen(view, row.useId)) ? [] : (row.triggers as readonly string[]),
    fields: record.fields,
    reference: record.reference,
    approvedBy: record.approval?.by ?? null,
    approvedAt: record.approval?.at ?? null,
    judgement: judgeRecord(record, subjectOf(use), at),
    openedAt: record.openedAt,
    version: row.version,
  };
}
