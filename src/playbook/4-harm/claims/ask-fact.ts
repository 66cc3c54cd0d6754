import type { Cell } from '../../../kernel/ports/warehouse.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import type { ClaimPorts } from './claim-ports.ts';
import type { Deadline } from './compare-deadline.ts';
import { deadlineEnd } from './deadline-history.ts';
import { durationMs, type NamedFact } from './named-facts.ts';
import { type PricePoint, pricePoints } from './price-history.ts';

type Of<Type extends NamedFact['type']> = Extract<NamedFact, { type: Type }>;

/** What a named fact says now. */
export type FactAnswer =
  | { readonly type: 'deadline'; readonly deadline: Deadline }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'prices'; readonly prices: readonly PricePoint[] }
  | { readonly type: 'unknown'; readonly because: string; readonly problem: Problem | null };

const FRESH = { query: 'PT15M', http: 'P1D' } as const;

/**
 * Asks a named fact. Whatever keeps it from answering gives `unknown`, never a guess: nobody asked, nothing answers, the
 * answer is old or of the wrong shape, or the query reads no table and so could say anything.
 */
export async function askFact(fact: NamedFact, ports: ClaimPorts, now: Date): Promise<FactAnswer> {
  if (!ports.asksFacts) return { type: 'unknown', because: 'facts were not asked', problem: null };
  switch (fact.type) {
    case 'invalid':
      return { type: 'unknown', because: `\`${fact.name}\` is declared wrongly`, problem: null };
    case 'deadline':
      return {
        type: 'deadline',
        deadline: { end: deadlineEnd(fact.at), written: fact.at, zone: fact.zone ?? null },
      };
    case 'query':
      return askQuery(fact, ports, now);
    case 'price-history':
      return askPrices(fact, ports, now);
    case 'http':
      return askHttp(fact, ports, now);
  }
}

async function askQuery(fact: Of<'query'>, ports: ClaimPorts, now: Date): Promise<FactAnswer> {
  const answer = await askWarehouse(fact, ports, now, 2);
  if ('type' in answer) return answer;
  const [row, second] = answer.rows;
  if (row === undefined || second !== undefined)
    return invalid(
      fact,
      `the query of \`${fact.name}\` gives ${row === undefined ? 'no row' : 'more than one row'}`,
    );
  const dates = row.filter((cell) => cell instanceof Date);
  const values = row.filter((cell) => !(cell instanceof Date));
  if (values.length > 1 || row.length === 0)
    return invalid(fact, `the query of \`${fact.name}\` gives ${values.length} values`);
  if (values.length === 0)
    return { type: 'deadline', deadline: { end: dates[0]!, written: null, zone: null } };
  const stale = dates[0] === undefined ? null : staleness(fact, dates[0], fact.fresh ?? FRESH.query, now);
  return stale ?? scalar(fact, values[0]!);
}

async function askPrices(fact: Of<'price-history'>, ports: ClaimPorts, now: Date): Promise<FactAnswer> {
  const answer = await askWarehouse(fact, ports, now, 10_000);
  if ('type' in answer) return answer;
  const prices = pricePoints(answer.rows);
  return prices === null
    ? invalid(fact, `the query of \`${fact.name}\` does not give a time and a price in each row`)
    : { type: 'prices', prices };
}

async function askWarehouse(
  fact: Of<'query'> | Of<'price-history'>,
  ports: ClaimPorts,
  now: Date,
  maximumRows: number,
): Promise<{ readonly rows: ReadonlyArray<readonly Cell[]> } | FactAnswer> {
  const warehouse = await ports.warehouse(fact.warehouse);
  if (!warehouse.ok) return unanswered(fact, warehouse.problem);
  const tables = await warehouse.value.tablesOf(fact.sql);
  if (!tables.ok) return unanswered(fact, tables.problem);
  if (tables.value.length === 0) return invalid(fact, `the query of \`${fact.name}\` reads no table`);
  const answer = await warehouse.value.query(fact.sql, { parameters: { now }, maximumRows });
  return answer.ok ? answer.value : unanswered(fact, answer.problem);
}

async function askHttp(fact: Of<'http'>, ports: ClaimPorts, now: Date): Promise<FactAnswer> {
  const answer = await ports.fetch.json(fact.url);
  if (!answer.ok) return unanswered(fact, answer.problem);
  const { date, value } = answer.value;
  if (date === null)
    return {
      type: 'unknown',
      because: `the answer to \`${fact.name}\` does not say how old it is`,
      problem: null,
    };
  const stale = staleness(fact, date, fact.fresh ?? FRESH.http, now);
  if (stale !== null) return stale;
  const found = atPointer(value, fact.pointer);
  return found === undefined
    ? invalid(fact, `the answer to \`${fact.name}\` has nothing at \`${fact.pointer}\``)
    : scalar(fact, found);
}

function scalar(fact: NamedFact, value: unknown): FactAnswer {
  if (typeof value === 'number' && Number.isFinite(value)) return { type: 'number', value };
  if (typeof value === 'bigint') return { type: 'number', value: Number(value) };
  if (typeof value !== 'string' || value.length > 200)
    return invalid(fact, `the answer to \`${fact.name}\` is neither a number nor a short text`);
  if (/^-?\d{1,15}(?:\.\d{1,10})?$/.test(value)) return { type: 'number', value: Number(value) };
  if (
    /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(value) &&
    !Number.isNaN(deadlineEnd(value).getTime())
  )
    return { type: 'deadline', deadline: { end: deadlineEnd(value), written: value, zone: null } };
  return { type: 'text', value };
}

function staleness(fact: NamedFact, measured: Date, fresh: string, now: Date): FactAnswer | null {
  if (now.getTime() - measured.getTime() <= durationMs(fresh)) return null;
  const because = `the answer to \`${fact.name}\` is of ${measured.toISOString()}, older than ${fresh}`;
  return { type: 'unknown', because, problem: null };
}

const invalid = (fact: NamedFact, message: string): FactAnswer => ({
  type: 'unknown',
  because: message,
  problem: problem('fact.invalid', message, 'correct the fact in facts.yaml', fact.place),
});

const unanswered = (fact: NamedFact, why: Problem): FactAnswer => ({
  type: 'unknown',
  because: `\`${fact.name}\` did not answer: ${why.message}`,
  problem: { ...why, at: why.at ?? fact.place },
});

/** The value at a JSON pointer (RFC 6901), or `undefined`. */
function atPointer(value: unknown, pointer: string): unknown {
  let found: unknown = value;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}
