import { z } from 'zod';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { SourceText } from '../../../kernel/source-text.ts';
import { readYaml } from '../../../kernel/yaml-document.ts';
import type { AttributeRecord } from '../fairness/spec.ts';

const text = z.string().trim().min(1, 'expected some text');
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date as 2026-03-01')
  .refine((value) => !Number.isNaN(Date.parse(value)), 'expected a date that exists');
const period = z
  .string()
  .regex(/^P(?=\d)(?:\d{1,3}Y)?(?:\d{1,4}M)?(?:\d{1,5}D)?$/, 'expected a period as P2Y or P18M');

/** Cells of fewer people than this are never shown, whatever a record says. */
const SMALLEST_CELL = 5;

/** The record that lies beside a vault, `<vault>.yaml`: why each attribute may be read, by whom it is known, how long. */
export const vaultRecordSchema = z.strictObject({
  key: text.describe('Column of the pseudonym in the vault.'),
  minimum_cell: z
    .number()
    .int()
    .min(SMALLEST_CELL, `expected at least ${SMALLEST_CELL} people`)
    .optional()
    .describe('The fewest people that a cell may show; 10 by default.'),
  attributes: z.record(
    text,
    z.strictObject({
      source: text.describe('Where the attribute is from, as a voluntary survey.'),
      ground: text.optional().describe('The legal ground on which it is held.'),
      consent: text.optional().describe('The consent on which it is held, in place of a ground.'),
      date: day.describe('Since when it is held.'),
      retention: period.describe('For how long it may be held.'),
    }),
  ),
});

export interface VaultRecord {
  readonly key: string;
  readonly minimumCell: number;
  readonly records: Readonly<Record<string, AttributeRecord>>;
}

/**
 * Reads the record of a vault. Without a ground or a consent for an attribute, or after its retention has ended, the
 * vault stays closed. Problems: `yaml.*`, `config.*`, `audit.ground-missing`.
 */
export function readVaultRecord(source: SourceText, at: Date): Result<VaultRecord, Problem> {
  const document = readYaml(source, vaultRecordSchema, 'config');
  const [first] = document.problems;
  if (document.value === null)
    return fail(first ?? problem('audit.ground-missing', 'the record of the vault is empty', 'write it'));
  const records: Record<string, AttributeRecord> = {};
  for (const [name, record] of Object.entries(document.value.attributes)) {
    const place = document.keyAt(`/attributes/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    const ground = record.ground ?? record.consent;
    if (ground === undefined)
      return fail(
        problem(
          'audit.ground-missing',
          `the vault records no ground and no consent for \`${name}\``,
          'record why the attribute may be held, under `ground` or `consent`',
          place,
        ),
      );
    const ends = endOf(record.date, record.retention);
    if (ends.getTime() <= at.getTime())
      return fail(
        problem(
          'audit.ground-missing',
          `\`${name}\` was to be kept until ${ends.toISOString().slice(0, 10)}`,
          'delete the attribute, or record a new ground, date and retention',
          place,
        ),
      );
    if (Date.parse(record.date) > at.getTime())
      return fail(
        problem(
          'audit.ground-missing',
          `\`${name}\` is recorded as held only from ${record.date} on`,
          'correct the date',
          place,
        ),
      );
    records[name] = {
      ground: record.ground === undefined ? `consent: ${ground}` : ground,
      source: record.source,
      collectedOn: record.date,
      retention: record.retention,
    };
  }
  if (Object.keys(records).length === 0)
    return fail(
      problem(
        'audit.ground-missing',
        'the vault records no attribute',
        'record each attribute with its ground',
      ),
    );
  return ok({ key: document.value.key, minimumCell: document.value.minimum_cell ?? 10, records });
}

function endOf(date: string, retention: string): Date {
  const part = (letter: string): number => Number(new RegExp(`(\\d+)${letter}`).exec(retention)?.[1] ?? 0);
  const end = new Date(`${date}T00:00:00Z`);
  end.setUTCFullYear(
    end.getUTCFullYear() + part('Y'),
    end.getUTCMonth() + part('M'),
    end.getUTCDate() + part('D'),
  );
  return end;
}
