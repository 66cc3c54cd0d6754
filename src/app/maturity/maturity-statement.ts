import { object, oneOf, type Shape, type Shaped, time } from '../../playbook/5-oversight/signatures/shape.ts';
import { type MaturityJson, maturitySchema } from '../../report/maturity/schema.ts';

export const MATURITY_STATEMENT = 'scruple.maturity-statement/1';

const isMaturity: Shape<MaturityJson> = (value): value is MaturityJson =>
  maturitySchema.safeParse(value).success;

/** Where the practices stood, to be signed: with every query, value and time, and when it was drawn up. */
export const maturityStatement = object({
  schema: oneOf(MATURITY_STATEMENT),
  issuedAt: time,
  maturity: isMaturity,
});
export type MaturityStatement = Shaped<typeof maturityStatement>;
