import type { StoredEntry } from '../../../kernel/ports/evidence-log.ts';
import type { Database, NewRow, Row } from '../tables/index.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type SignedHead = Row<'signedHeads'>;

export interface EvidenceHead {
  /** 0 where nothing is logged. */
  readonly sequence: number;
  readonly hash: string | null;
}

/** Where the log ends now. */
export const readEvidenceHead = (db: Database): Promise<EvidenceHead> =>
  db.selectFrom('evidenceHead').select(['sequence', 'hash']).executeTakeFirstOrThrow();

export interface EvidenceFilter {
  readonly subject?: string | undefined;
  readonly type?: string | undefined;
}

/** Entries in their order, after a sequence number. */
export async function listEvidence(
  db: Database,
  { subject, type }: EvidenceFilter,
  after = 0,
  limit = 500,
): Promise<StoredEntry[]> {
  const rows = await db
    .selectFrom('evidenceEntries')
    .selectAll()
    .where('sequence', '>', after)
    .$if(subject !== undefined, (all) => all.where('subject', '=', subject!))
    .$if(type !== undefined, (all) => all.where('type', '=', type!))
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return rows.map(entryOf);
}

const entryOf = (row: Row<'evidenceEntries'>): StoredEntry => ({
  ...row,
  body: JSON.parse(row.body) as StoredEntry['body'],
});

const SORTS = {
  sequence: [{ column: 'evidenceEntries.sequence', key: 'sequence', type: 'number' }],
} satisfies Sorts<string>;
export type EvidenceSort = keyof typeof SORTS;

/** One page of entries in their order, or against it; only those with a higher number than `above`. */
export async function pageEvidence(
  db: Database,
  { subject, type, above }: EvidenceFilter & { readonly above?: number | undefined },
  request: PageRequest<EvidenceSort>,
): Promise<Page<StoredEntry>> {
  const { items, next } = await page(
    db
      .selectFrom('evidenceEntries')
      .selectAll('evidenceEntries')
      .$if(subject !== undefined, (all) => all.where('evidenceEntries.subject', '=', subject!))
      .$if(type !== undefined, (all) => all.where('evidenceEntries.type', '=', type!))
      .$if(above !== undefined, (all) => all.where('evidenceEntries.sequence', '>', above!)),
    SORTS,
    { sort: 'sequence', direction: 'asc' },
    request,
  );
  return { items: items.map(entryOf), next };
}

/** The whole log in its order, a part at a time: for verification and exports. */
export async function* readEvidence(
  db: Database,
  filter: EvidenceFilter = {},
  partSize = 1000,
): AsyncGenerator<StoredEntry> {
  for (let after = 0; ; ) {
    const part = await listEvidence(db, filter, after, partSize);
    yield* part;
    if (part.length < partSize) return;
    after = part.at(-1)!.sequence;
  }
}

/** A second signature over the same head is `store.exists`. */
export async function addSignedHead(db: Database, head: NewRow<'signedHeads'>): Promise<void> {
  await db.insertInto('signedHeads').values(head).execute();
}

/** In the order of the log, after a sequence number. */
export const listSignedHeads = (db: Database, after = 0, limit = 500): Promise<SignedHead[]> =>
  db
    .selectFrom('signedHeads')
    .selectAll()
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
    .execute();

export const findLastSignedHead = (db: Database): Promise<SignedHead | undefined> =>
  db.selectFrom('signedHeads').selectAll().orderBy('sequence', 'desc').executeTakeFirst();
