import { CompiledQuery } from 'kysely';
import type { Database } from '../tables/index.ts';
import { boundaries } from './1-boundaries.ts';
import { segments } from './3-segments.ts';
import { harm } from './4-harm.ts';
import { oversight } from './5-oversight.ts';
import { control } from './6-control.ts';
import { outcomes } from './7-outcomes.ts';

/** What the store is asked for maturity, by the id of the requirement: SQL with the moment as `$1`. */
export const MATURITY_QUESTIONS: Readonly<Record<string, string>> = {
  ...boundaries,
  ...segments,
  ...harm,
  ...oversight,
  ...control,
  ...outcomes,
};

export interface Counted {
  readonly value: number | null;
  readonly of: number | null;
  readonly at: Date | null;
}

/** The answer to one question, as of a moment. */
export async function askForMaturity(db: Database, question: string, at: Date): Promise<Counted> {
  const { rows } = await db.executeQuery<Record<keyof Counted, unknown>>(CompiledQuery.raw(question, [at]));
  const row = rows[0];
  const number = (value: unknown): number | null =>
    value === null || value === undefined ? null : Number(value);
  return {
    value: number(row?.value),
    of: number(row?.of),
    at: row?.at === null || row?.at === undefined ? null : new Date(row.at as Date | string),
  };
}
