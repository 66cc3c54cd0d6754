import { z } from 'zod';
import type { Waiver } from '../../../check/facts/waivers.ts';
import { isExistingDate } from '../../../kernel/existing-date.ts';
import type { Problem } from '../../../kernel/problem.ts';
import type { SourceText } from '../../../kernel/source-text.ts';
import { readYaml } from '../../../kernel/yaml-document.ts';

const text = z.string().trim().min(1, 'expected some text');

/** The schema of waivers.yaml: a list of named, owned, dated exceptions. */
export const waiversSchema = z
  .array(
    z.strictObject({
      id: text.optional(),
      check: text,
      use: text,
      reason: text,
      owner: text,
      until: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date as 2027-01-31')
        .refine(isExistingDate, 'expected a date that exists'),
      renewals: z.number().int().min(0).optional(),
    }),
  )
  .nullable();

/** Reads waivers.yaml. A waiver without an id is named `<check>@<use>`. Problems: `yaml.*`, `config.*`. */
export function readWaivers(source: SourceText): {
  readonly waivers: readonly Waiver[];
  readonly problems: readonly Problem[];
} {
  const { value, problems, at } = readYaml(source, waiversSchema);
  const waivers = (value ?? []).map((entry, index) => ({
    ...entry,
    id: entry.id ?? `${entry.check}@${entry.use}`,
    renewals: entry.renewals ?? 0,
    at: at(`/${index}`),
  }));
  return { waivers, problems };
}
