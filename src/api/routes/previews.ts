import { z } from 'zod';
import { audienceInput, audienceOf } from '../../app/server/previews/audience.ts';
import { previewOf } from '../../app/server/previews/preview.ts';
import { previewInput } from '../../app/server/previews/show.ts';
import { locationSchema } from '../../report/json/schema.ts';
import { viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { refused } from '../refused.ts';
import { versionParams } from '../schemas/uses.ts';
import type { RouteDependencies } from './index.ts';

const piece = z
  .object({
    text: z.string(),
    findings: z.array(z.string()).readonly(),
    gravity: z.string().nullable(),
    isSlot: z.boolean().describe('A value that each person gets their own of, or a step of the template.'),
  })
  .meta({ id: 'PreviewPiece' });
const pieces = z.array(piece).readonly();

const preview = z
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

const definition = z
  .object({
    part: z.string().describe('segment, exclude, defined-by or rule.'),
    file: z.string(),
    format: z.string(),
    isAssessed: z.boolean(),
    problem: z.string().nullable(),
    fields: z
      .array(
        z.object({
          field: z.string(),
          role: z.enum(['include', 'exclude', 'rank', 'join', 'output']),
          path: z.array(z.string()).readonly(),
          values: z.array(z.string()).readonly(),
          comparison: z.string().nullable(),
          sensitive: z.array(z.string()).readonly().describe('None where the verdict is held back.'),
          at: locationSchema,
        }),
      )
      .readonly(),
    unresolved: z.array(z.string()).readonly(),
  })
  .meta({ id: 'AudienceDefinition' });

/** Messages as recipients see them, and who they are. */
export function addPreviewRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/uses/:id/versions/:version/previews/:file',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readPreview',
        summary: 'A message of a version, safe to show, with what was found marked in it',
        description: '`file` is the path of the message as the files of the version name it.',
        tags: ['uses'],
        params: versionParams.extend({ file: z.string().min(1).max(500) }),
        response: { 200: preview },
      },
    },
    async (request) => {
      const { id, version, file } = request.params;
      // Only what is read holds the store; the work on it does not.
      const input = await viewed(services, request, (view) => previewInput(view, id, version, file));
      const shown = previewOf(input);
      if (shown === null)
        throw refused('store.not-found', 'the use has no such message', 'name one of its messages');
      return shown;
    },
  );
  app.get(
    '/v1/uses/:id/versions/:version/audience',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readAudience',
        summary: 'Which fields and values decide who is reached, and through which path',
        tags: ['uses'],
        params: versionParams,
        response: { 200: z.object({ items: z.array(definition).readonly() }) },
      },
    },
    async (request) => {
      const { id, version } = request.params;
      const input = await viewed(services, request, (view) => audienceInput(view, id, version));
      return { items: await audienceOf(input) };
    },
  );
}
