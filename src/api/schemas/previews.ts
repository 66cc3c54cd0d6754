import { z } from 'zod';

const piece = z
  .object({
    text: z.string(),
    findings: z.array(z.string()).readonly(),
    gravity: z.string().nullable(),
    isSlot: z.boolean().describe('A value that each person gets their own of, or a step of the template.'),
  })
  .meta({ id: 'PreviewPiece' });
const pieces = z.array(piece).readonly();

/** A message as its recipients see it, with what was found marked. */
export const preview = z
  .object({
    file: z.string(),
    format: z.enum(['html', 'mjml', 'liquid', 'markdown', 'text', 'json']),
    channel: z.string().nullable(),
    from: z.string().nullable(),
    subject: pieces.nullable(),
    preheader: pieces.nullable(),
    markup: z
      .object({
        html: z
          .string()
          .describe('Safe elements, findings as `<mark data-finding>`; MJML is to be compiled.'),
        body: z.string().describe('Attributes of the body.'),
        styles: z.string(),
        isMjml: z.boolean(),
      })
      .nullable()
      .describe('For HTML and MJML. Show it in `<iframe sandbox="" srcdoc>`.'),
    parts: z
      .array(z.object({ role: z.string(), pieces }))
      .readonly()
      .describe('For every other format.'),
    hidden: z
      .array(z.object({ pieces }))
      .readonly()
      .describe('Text that stands there and recipients do not see.'),
    removed: z.record(z.string(), z.int()).describe('What was taken out, and how often.'),
    unplaced: z.array(z.string()).readonly().describe('Findings of it that no place in it shows.'),
    isCut: z.boolean().describe('Whether it is too long or nests too deep to be shown whole.'),
  })
  .meta({ id: 'Preview' });
