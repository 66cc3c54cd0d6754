import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const scalars = z.array(scalar).min(1).max(10_000);
const amount = z.union([
  z.number(),
  z.strictObject({
    at_least: z.number().optional(),
    at_most: z.number().optional(),
    exactly: z.number().optional(),
  }),
]);

/** What may be asked of a field, or of a property of an event. */
const questions = {
  is: scalar.optional(),
  is_not: scalar.optional(),
  in: scalars.optional(),
  not_in: scalars.optional(),
  above: scalar.optional(),
  below: scalar.optional(),
  at_least: scalar.optional(),
  at_most: scalar.optional(),
  between: z.tuple([scalar, scalar]).optional(),
  contains: scalar.optional(),
  not_contains: scalar.optional(),
  starts_with: scalar.optional(),
  within_days: z.number().positive().optional(),
  not_within_days: z.number().positive().optional(),
  exists: z.boolean().optional(),
};

export const QUESTIONS = Object.keys(questions) as ReadonlyArray<keyof typeof questions>;

const property = z.strictObject({ property: z.string().min(1), ...questions });

const heads = {
  /** A field of the data map, as `crm.customers.churn_risk`. */
  field: z.string().min(1).optional(),
  /** The key inside a JSON field, as `$.religion`. */
  path: z.string().min(1).optional(),
  event: z.string().min(1).optional(),
  count: amount.optional(),
  where: z.array(property).optional(),
  segment: z.string().min(1).optional(),
  consent: z.string().min(1).optional(),
  prediction: z.string().min(1).optional(),
  random: z.number().gt(0).lte(1).optional(),
  place: z.string().min(1).optional(),
  ...questions,
};

const leafSchema = z.strictObject(heads);

/** A rule: one of `all`, `any`, `not`, or a leaf. What belongs together is checked where it is read. */
export interface Rule extends z.infer<typeof leafSchema> {
  readonly all?: Rule[] | undefined;
  readonly any?: Rule[] | undefined;
  readonly not?: Rule | undefined;
}

const shape = {
  get all(): z.ZodOptional<z.ZodArray<z.ZodType<Rule>>> {
    return z.array(ruleSchema).min(1).optional();
  },
  get any(): z.ZodOptional<z.ZodArray<z.ZodType<Rule>>> {
    return z.array(ruleSchema).min(1).optional();
  },
  get not(): z.ZodOptional<z.ZodType<Rule>> {
    return ruleSchema.optional();
  },
  ...heads,
};

export const ruleSchema: z.ZodType<Rule> = z.strictObject(shape);

const ranking = z.union([
  z.string().min(1),
  z.strictObject({
    field: z.string().min(1),
    path: z.string().optional(),
    order: z.enum(['highest', 'lowest']).optional(),
  }),
]);

/** A definition of our own: a rule, and whom to take when there is room for fewer. */
export const definitionSchema = z.strictObject({
  ...shape,
  name: z.string().optional(),
  description: z.string().optional(),
  rank_by: z.union([ranking, z.array(ranking)]).optional(),
  limit: z.number().int().positive().optional(),
});

export type Definition = z.infer<typeof definitionSchema>;
