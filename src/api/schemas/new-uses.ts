import { z } from 'zod';
import { MESSAGE_FORMATS } from '../../app/server/new-use/parts.ts';
import { AIMS, GROUNDS } from '../../app/server/new-use/questions.ts';
import { CHANNELS } from '../../kernel/vocabulary.ts';
import { id, line } from './common.ts';
import { listedFinding } from './findings.ts';
import { preview } from './previews.ts';
import { notAssessed, useId, verdict } from './uses.ts';

const keysOf = <T extends Record<string, unknown>>(options: T) =>
  Object.keys(options) as [keyof T & string, ...Array<keyof T & string>];

/** A line that a file can hold: half a character, as a program may cut one, is none. */
const wholeLine = (maximum: number) =>
  line(maximum).refine((value) => value.isWellFormed(), 'it holds half a character');

/** Text as it was pasted: any, but for characters that no message has. */
const pasted = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .regex(/\S/, 'it is empty')
    .regex(/^[^\u0000-\u0008\u000b\u000e-\u001f\u007f]*$/, 'it holds characters that no text has')
    .refine((value) => value.isWellFormed(), 'it holds half a character');

/** Four megabytes of plain letters: what one file of a workspace may have. */
const MESSAGE = 4 * 1024 * 1024;
const DEFINITION = 1024 * 1024;

export const answers = z
  .strictObject({
    aim: z.enum(keysOf(AIMS)).optional(),
    channels: z.array(z.enum(CHANNELS)).min(1).max(CHANNELS.length).optional(),
    ground: z.enum(keysOf(GROUNDS)).optional(),
    benefit: wholeLine(1000).optional(),
    owner: z.email().max(254).optional(),
    until: z.iso.date().optional(),
  })
  .meta({
    id: 'Answers',
    description: 'To the questions of `GET /v1/new-use/questions`; each may be left out.',
  });

const message = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('text'),
      text: pasted(MESSAGE),
      format: z.enum(MESSAGE_FORMATS).optional().describe('Seen in the text where it is not given.'),
      subject: wholeLine(500).optional(),
      from: wholeLine(500).optional(),
    }),
    z
      .strictObject({ type: z.literal('picture'), name: wholeLine(200) })
      .describe('A screenshot: it is not assessed, and not kept.'),
  ])
  .meta({ id: 'GivenMessage' });

const audience = z
  .strictObject({
    name: wholeLine(200).optional(),
    definition: z
      .discriminatedUnion('type', [
        z.strictObject({ type: z.literal('words'), text: pasted(20_000) }),
        z.strictObject({
          type: z.literal('sql'),
          text: pasted(DEFINITION),
          dialect: z.enum(['postgres', 'duckdb', 'bigquery', 'snowflake', 'trino']).optional(),
        }),
        z
          .strictObject({ type: z.literal('json'), text: pasted(DEFINITION) })
          .describe('A definition as a vendor exports it.'),
        z
          .strictObject({
            type: z.literal('list'),
            header: wholeLine(10_000),
            origin: wholeLine(500).optional(),
          })
          .describe('The first line of a list file, with its columns; never its rows.'),
      ])
      .optional(),
  })
  .refine(({ name, definition }) => name !== undefined || definition !== undefined, 'it says nothing')
  .meta({ id: 'GivenAudience' });

const brought = {
  message: message.optional(),
  audience: audience.optional(),
  answers,
  dryRun: z.boolean().optional().describe('Give the verdict, and keep nothing.'),
};
export const newUse = z
  .strictObject({
    title: wholeLine(120).describe('The id is made from it.'),
    workspace: line(100).optional().describe('Where it is left out, the only one there is.'),
    ...brought,
  })
  .refine((value) => value.message !== undefined || value.audience !== undefined, {
    path: ['message'],
    message: 'bring a message, an audience, or both',
  });
export const editedUse = z.strictObject(brought).meta({ id: 'EditedUse' });

export const draft = z
  .object({
    use: z.string(),
    workspace: z.string(),
    isKept: z.boolean(),
    versionId: z.string().nullable(),
    number: z.int().nullable(),
    version: z.int().nullable().describe('What the next edit sends as `If-Match`.'),
    verdict,
    contentHash: z.string(),
    findings: z.array(listedFinding).readonly(),
    notAssessed: z.array(notAssessed).readonly(),
    unknowns: z
      .array(
        z
          .object({
            key: z.string().describe('Path in the card, as `audience.dialect`.'),
            says: z.string(),
            why: z.string(),
            question: z.enum(['aim', 'channels', 'ground', 'benefit', 'owner', 'until']).nullable(),
          })
          .meta({ id: 'Unknown' }),
      )
      .readonly(),
    preview: preview
      .nullable()
      .describe('The message with what was found in it; `null` where there is none.'),
    card: z.string().describe('The card as it was written.'),
    files: z.array(z.object({ path: z.string(), text: z.string() })).readonly(),
  })
  .meta({ id: 'Draft' });

export const questions = z.object({
  questions: z
    .array(
      z
        .object({
          id: z.string(),
          asks: z.string(),
          why: z.string(),
          form: z.enum(['one-of', 'some-of', 'address', 'text', 'day']),
          fills: z.array(z.string()).readonly(),
          options: z.array(z.object({ value: z.string(), says: z.string() })).readonly(),
        })
        .meta({ id: 'Question' }),
    )
    .readonly(),
  workspaces: z.array(z.string()).readonly(),
});

export const folderParams = z.object({ id: useId, version: id.describe('Its number, or its id.') });
