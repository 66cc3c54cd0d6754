import { sql } from 'kysely';
import type { Database, NewRow, Row } from '../tables/index.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type GateDecision = Row<'gateDecisions'>;
export type GateCount = Row<'gateCounts'>;

/** Rows of one statement: it takes 65,535 values, and a decision has 17. */
const AT_ONCE = 3_000;

/** Writes decisions down; one that is there already, as from a file that was read before, stays. Gives the new ones. */
export async function addGateDecisions(
  db: Database,
  decisions: ReadonlyArray<NewRow<'gateDecisions'>>,
): Promise<ReadonlySet<string>> {
  const added = new Set<string>();
  for (let start = 0; start < decisions.length; start += AT_ONCE) {
    const rows = await db
      .insertInto('gateDecisions')
      .values(decisions.slice(start, start + AT_ONCE))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .execute();
    for (const { id } of rows) added.add(id);
  }
  return added;
}

export const findGateDecision = (db: Database, id: string): Promise<GateDecision | undefined> =>
  db.selectFrom('gateDecisions').selectAll().where('id', '=', id).executeTakeFirst();

/** The latest decision of a use about any of these pseudonyms. */
export const latestGateDecision = (
  db: Database,
  useId: string,
  pseudonyms: readonly string[],
): Promise<GateDecision | undefined> =>
  pseudonyms.length === 0
    ? Promise.resolve(undefined)
    : db
        .selectFrom('gateDecisions')
        .selectAll()
        .where('useId', '=', useId)
        .where('pseudonym', 'in', pseudonyms)
        .orderBy('decidedAt', 'desc')
        .orderBy('id', 'desc')
        .executeTakeFirst();

const ID = { column: 'gateDecisions.id', key: 'id', type: 'text' } as const;
const SORTS = {
  at: [{ column: 'gateDecisions.decidedAt', key: 'decidedAt', type: 'time' }, ID],
  use: [{ column: 'gateDecisions.useId', key: 'useId', type: 'text' }, ID],
  outcome: [{ column: 'gateDecisions.outcome', key: 'outcome', type: 'text' }, ID],
} satisfies Sorts<string>;
export type GateDecisionSort = keyof typeof SORTS;

export interface GateDecisionFilter {
  readonly useId?: string | undefined;
  /** Uses of these people alone. */
  readonly useIds?: readonly string[] | undefined;
  readonly outcome?: string | undefined;
  readonly code?: string | undefined;
  readonly channel?: string | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
}

/** Newest first. */
export const listGateDecisions = (
  db: Database,
  filter: GateDecisionFilter,
  request: PageRequest<GateDecisionSort> = {},
): Promise<Page<GateDecision>> => {
  const { useId, useIds, outcome, code, channel, since, until } = filter;
  return page(
    db
      .selectFrom('gateDecisions')
      .selectAll('gateDecisions')
      .$if(useId !== undefined, (all) => all.where('gateDecisions.useId', '=', useId!))
      .$if(useIds !== undefined, (all) => all.where('gateDecisions.useId', 'in', [...useIds!, '']))
      .$if(outcome !== undefined, (all) => all.where('gateDecisions.outcome', '=', outcome!))
      .$if(channel !== undefined, (all) => all.where('gateDecisions.channel', '=', channel!))
      .$if(since !== undefined, (all) => all.where('gateDecisions.decidedAt', '>=', since!))
      .$if(until !== undefined, (all) => all.where('gateDecisions.decidedAt', '<', until!))
      .$if(code !== undefined, (all) =>
        all.where(sql<boolean>`${code!} = any (string_to_array(gate_decisions.codes, ' '))`),
      ),
    SORTS,
    { sort: 'at', direction: 'desc' },
    request,
  );
};

/** Rows that are read at once where all of a span of time are gone through. */
const PART = 5_000;

/** Those that were written down in a span of time, in the order in which they are proved, a part at a time. */
export async function* decisionsLogged(
  db: Database,
  from: Date,
  to: Date,
): AsyncGenerator<readonly GateDecision[]> {
  for (let last: GateDecision | undefined; ; ) {
    const after = last;
    const part = await db
      .selectFrom('gateDecisions')
      .selectAll()
      .where('loggedAt', '>=', from)
      .where('loggedAt', '<', to)
      .$if(after !== undefined, (all) =>
        all.where(
          sql<boolean>`(logged_at, id) > (${after?.loggedAt ?? from}::timestamptz, ${after?.id ?? ''})`,
        ),
      )
      .orderBy('loggedAt')
      .orderBy('id')
      .limit(PART)
      .execute();
    if (part.length > 0) yield part;
    if (part.length < PART) return;
    last = part.at(-1);
  }
}

/** The decisions of a use in a span of time, in a fixed order that tells nothing of when. */
export const decisionsBetween = (
  db: Database,
  useId: string,
  from: Date,
  to: Date,
  limit: number,
): Promise<ReadonlyArray<Pick<GateDecision, 'pseudonym' | 'outcome' | 'codes'>>> =>
  db
    .selectFrom('gateDecisions')
    .select(['pseudonym', 'outcome', 'codes'])
    .where('useId', '=', useId)
    .where('decidedAt', '>=', from)
    .where('decidedAt', '<', to)
    .orderBy('pseudonym')
    .orderBy('id')
    .limit(limit)
    .execute();

export async function forgetGateDecisions(db: Database, before: Date): Promise<number> {
  const gone = await db.deleteFrom('gateDecisions').where('decidedAt', '<', before).executeTakeFirstOrThrow();
  return Number(gone.numDeletedRows);
}

/** Adds to the counts. */
export async function addGateCounts(db: Database, counts: readonly GateCount[]): Promise<void> {
  if (counts.length === 0) return;
  await db
    .insertInto('gateCounts')
    .values(inOrderOfKeys(counts))
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'useId', 'channel', 'mode', 'outcome', 'code'])
        .doUpdateSet({ decisions: sql<number>`gate_counts.decisions + excluded.decisions` }),
    )
    .execute();
}

/** In the order in which everybody counts, so that two who count at once do not wait for one another for ever. */
export const inOrderOfKeys = (counts: readonly GateCount[]): GateCount[] =>
  [...counts].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

const keyOf = ({ day, useId, channel, mode, outcome, code }: GateCount): string =>
  [day, useId, channel, mode, outcome, code].join(' ');

export interface GateCountFilter {
  readonly useId?: string | undefined;
  readonly useIds?: readonly string[] | undefined;
  readonly mode?: string | undefined;
  readonly outcome?: string | undefined;
  readonly code?: string | undefined;
  /** First and last day, as `2026-11-20`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const COUNT_KEY = (['day', 'useId', 'channel', 'mode', 'outcome', 'code'] as const).map(
  (key) => ({ column: `gateCounts.${key}`, key, type: 'text' }) as const,
);
const COUNT_SORTS = {
  day: COUNT_KEY,
  use: [COUNT_KEY[1]!, COUNT_KEY[0]!, ...COUNT_KEY.slice(2)],
} satisfies Sorts<string>;
export type GateCountSort = keyof typeof COUNT_SORTS;

/** Latest day first. */
export const listGateCounts = async (
  db: Database,
  filter: GateCountFilter,
  request: PageRequest<GateCountSort> = {},
): Promise<Page<GateCount>> => {
  const { items, next } = await page(
    counted(db, filter).selectAll('gateCounts'),
    COUNT_SORTS,
    { sort: 'day', direction: 'desc' },
    request,
  );
  return { items: items.map((row) => ({ ...row, decisions: Number(row.decisions) })), next };
};

/** Sums over days and channels. */
export async function sumGateCounts(
  db: Database,
  filter: GateCountFilter,
): Promise<ReadonlyArray<Pick<GateCount, 'useId' | 'mode' | 'outcome' | 'code' | 'decisions'>>> {
  const rows = await counted(db, filter)
    .select((one) => [
      'gateCounts.useId',
      'gateCounts.mode',
      'gateCounts.outcome',
      'gateCounts.code',
      one.fn.sum<string>('gateCounts.decisions').as('decisions'),
    ])
    .groupBy(['gateCounts.useId', 'gateCounts.mode', 'gateCounts.outcome', 'gateCounts.code'])
    .orderBy('gateCounts.useId')
    .orderBy('gateCounts.mode')
    .orderBy('gateCounts.outcome')
    .orderBy('gateCounts.code')
    .execute();
  return rows.map((row) => ({ ...row, decisions: Number(row.decisions) }));
}

const counted = (db: Database, { useId, useIds, mode, outcome, code, from, to }: GateCountFilter) =>
  db
    .selectFrom('gateCounts')
    .$if(useId !== undefined, (all) => all.where('gateCounts.useId', '=', useId!))
    .$if(useIds !== undefined, (all) => all.where('gateCounts.useId', 'in', [...useIds!, '']))
    .$if(mode !== undefined, (all) => all.where('gateCounts.mode', '=', mode!))
    .$if(outcome !== undefined, (all) => all.where('gateCounts.outcome', '=', outcome!))
    .$if(code !== undefined, (all) => all.where('gateCounts.code', '=', code!))
    .$if(from !== undefined, (all) => all.where('gateCounts.day', '>=', from!))
    .$if(to !== undefined, (all) => all.where('gateCounts.day', '<=', to!));

/** Makes one count of a month out of those of its days, uses and channels, up to a day. Gives how many rows went. */
export async function mergeGateCounts(db: Database, before: string): Promise<number> {
  const gone = await db
    .deleteFrom('gateCounts')
    .where('day', '<', before)
    .where(sql<boolean>`length(day) = 10`)
    .returningAll()
    .execute();
  const months = new Map<string, GateCount>();
  for (const row of gone) {
    const merged = { ...row, day: row.day.slice(0, 7), useId: '', channel: '' };
    const decisions = Number(row.decisions) + (months.get(keyOf(merged))?.decisions ?? 0);
    months.set(keyOf(merged), { ...merged, decisions });
  }
  await addGateCounts(db, [...months.values()]);
  return gone.length;
}
