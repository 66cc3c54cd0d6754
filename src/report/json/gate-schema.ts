import { z } from 'zod';

const rows = z.number().int().min(0);
const byCode = z.array(z.object({ code: z.string(), rows }));
const written = z
  .object({ people: rows, left: rows.describe('Rows of people whom the system could not tell.') })
  .nullable()
  .describe('null: no such file was asked for.');

export const gateSummarySchema = z.object({
  schema: z.literal('scruple.gate/1'),
  use: z.string(),
  clearance: z.string().nullable().describe('Id of the clearance in force; null where there is none.'),
  rows,
  allowed: rows,
  held: rows,
  reasons: byCode.describe('How many rows each reason holds back; a row may have several.'),
  shadow: byCode.describe('How many rows rules that are only tried out would have held.'),
  isRefused: z.boolean().describe('Whether the use may be sent to nobody, whoever they are.'),
  isReserved: z.boolean().describe('Whether contacts of those who are allowed were set aside.'),
  additions: written,
  removals: written,
  asOf: z.string().describe('When what is known of people was read.'),
});
