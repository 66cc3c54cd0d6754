import { z } from 'zod';

import { moment, text } from './common.ts';
import { finding } from './uses.ts';

const listed = {
  id: z.string(),
  workspace: z.string(),
  kind: z.string(),
  owner: z.string(),
  state: z.string(),
  decision: z.enum(['none', 'notable', 'significant', 'unclassed']),
  stopOwner: z.string().nullable(),
  lastDrillAt: z.string().nullable(),
  changedAt: z.string(),
};
export const listedAutomation = z.object(listed).meta({ id: 'ListedAutomation' });

const input = z
  .object({
    name: z.string(),
    words: z.string(),
    field: z.string().nullable().describe('The data map field; `null` where none is known.'),
    category: z.string().nullable(),
    origin: z.string().nullable(),
    source: z.string().nullable(),
    isDeclared: z.boolean().describe('Whether the card declares it in `fields`.'),
    sensitive: z.array(z.string()).readonly(),
    standsFor: z.array(z.string()).readonly(),
  })
  .meta({ id: 'LookedAt' });
const inputs = z.array(input).readonly();
const strings = z.array(z.string()).readonly();
const score = z.object({
  name: z.string(),
  objective: z.string().nullable(),
  harmTerm: z.string().nullable(),
  constraints: strings,
  exclusions: strings,
  threshold: z.number().nullable(),
  model: z
    .object({
      file: z.string(),
      type: z.string().nullable(),
      unexplained: z
        .string()
        .nullable()
        .describe('Why single decisions cannot be explained; `null` where they can.'),
    })
    .nullable(),
  inputs: inputs.describe('Found in the model file.'),
});
const rule = z.object({
  name: z.string(),
  type: z.string(),
  reason: z.string().nullable(),
  expires: z.string().nullable(),
  appeal: z.string().nullable(),
  looksAt: strings,
});
const assistant = z.object({
  prompts: z.array(z.object({ file: z.string(), text: z.string() })).readonly(),
  tools: z
    .array(z.object({ name: z.string(), does: z.string().nullable(), reads: inputs, changes: inputs }))
    .readonly(),
  transcripts: strings.describe('Over which the checks of messages run.'),
});
export const drill = z
  .object({
    id: z.string(),
    use: z.string(),
    startedAt: z.string(),
    stoppedAt: z.string().nullable().describe('`null` where it could not be stopped.'),
    seconds: z.number().nullable(),
    note: z.string().nullable(),
    recordedAt: z.string(),
  })
  .meta({ id: 'StopDrill' });
export const automation = z
  .object({
    ...listed,
    purpose: z.string().nullable(),
    logic: z.string().nullable(),
    review: z.string().nullable(),
    notice: z.string().nullable(),
    contest: z.string().nullable(),
    log: z.string().nullable(),
    scores: z.array(score).readonly(),
    rules: z.array(rule).readonly(),
    assistant: assistant.nullable(),
    unseenFields: strings.describe('Declared on the card, and in no model and no tool.'),
    drill: z.object({
      lastAt: z.string().nullable(),
      seconds: z.number().nullable(),
      isFastEnough: z.boolean().nullable(),
      isDue: z.boolean(),
    }),
    drills: z.array(drill).readonly(),
    outcomes: z
      .object({ days: z.int(), decisions: z.int(), overridden: z.int() })
      .describe('Of the use, never of a person.'),
    findings: z.array(finding).readonly(),
  })
  .meta({ id: 'Automation' });
export const newDrill = z.strictObject({
  startedAt: moment.describe('When somebody said stop.'),
  stoppedAt: moment
    .nullable()
    .describe('When nothing was decided any more; `null` where it could not be stopped.'),
  note: text(2000).nullable().optional(),
});
