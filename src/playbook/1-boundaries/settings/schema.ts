import { z } from 'zod';
import { SENSITIVE_CATEGORIES } from '../../../kernel/categories.ts';
import { isExistingDate } from '../../../kernel/existing-date.ts';
import { insteadOfJurisdiction } from '../../../kernel/jurisdiction.ts';

const text = z.string().trim().min(1, 'expected some text');
const jurisdiction = z
  .string()
  .regex(/^[a-z]{2}(-[a-z0-9]{2,8})*$/, 'expected a code as eu, uk or us-ca')
  .refine((code) => insteadOfJurisdiction(code) === null, {
    error: ({ input }) => `expected ${insteadOfJurisdiction(String(input))}`,
  });
const duration = z
  .string()
  .regex(/^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/, 'expected a duration as PT10S');
const instant = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/,
    'expected a time as 2026-11-20T09:00:00Z',
  )
  .refine(isExistingDate, 'expected a time that exists');
const category = z.enum(Object.keys(SENSITIVE_CATEGORIES) as [keyof typeof SENSITIVE_CATEGORIES]);

/**
 * A mission with its ground. In `{ ground: association, statutes §2 }` YAML takes what stands behind the comma for a key
 * without a value: it belongs to the ground.
 */
const mission = z
  .object({ category, ground: text })
  .catchall(z.null('unknown key'))
  .transform(({ category, ground, ...rest }) => ({
    category,
    ground: [ground, ...Object.keys(rest)].join(', '),
  }));

/** The schema of scruple.yaml. */
export const settingsSchema = z.strictObject({
  organisation: text,
  jurisdictions: z.array(jurisdiction).min(1, 'expected at least one jurisdiction'),
  audit: z
    .strictObject({ groups: z.array(text).optional(), vault: text.optional(), key: text.optional() })
    .optional(),
  missions: z.array(mission).optional(),
  warehouses: z
    .record(
      z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected lower-case letters, digits and underscores'),
      z.union([
        z.strictObject({ duckdb: text }),
        z.strictObject({
          postgres: z
            .string()
            .regex(
              /^env:[A-Z_][A-Z0-9_]*$/,
              'expected the name of an environment variable as env:WAREHOUSE_URL',
            ),
        }),
      ]),
    )
    .optional(),
  facts: z.strictObject({ hosts: z.array(text).optional() }).optional(),
  purposes: z.array(z.strictObject({ key: text, under: text, title: text.optional() })).optional(),
  limits: z.strictObject({ query: duration.optional(), fetch: duration.optional() }).optional(),
  example: z.strictObject({ at: instant }).optional(),
});

export type Settings = z.infer<typeof settingsSchema>;
