import { z } from 'zod';
import { LANGUAGES, pageSettingsShape } from '../../app/server/choices/page-settings.ts';
import { contrastsIn, samplePreferences } from '../../app/server/page-preview/sample-preferences.ts';
import type { PageFrame } from '../../preferences/page.ts';
import { preferencePage } from '../../preferences/preference-page.ts';
import { wordsIn } from '../../preferences/texts/index.ts';
import { unsubscribePage } from '../../preferences/unsubscribe-page.ts';
import { viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import type { RouteDependencies } from './index.ts';

const asked = z
  .strictObject({
    settings: pageSettingsShape,
    language: z.enum(LANGUAGES),
    look: z.enum(['light', 'dark']),
    page: z.enum(['preferences', 'proven', 'unsubscribe']),
  })
  .meta({ id: 'PagePreviewAsked' });

const shown = z
  .object({
    document: z.string(),
    contrast: z
      .object({ text: z.number(), accent: z.number() })
      .describe('Of text and buttons with the page, from 1 to 21; 4.5 is the least that can be kept.'),
  })
  .meta({ id: 'PagePreview' });

/** What customers would see under settings that may not be kept yet, written by what writes the real pages. */
export function addPagePreviewRoutes(app: Api, { services }: RouteDependencies): void {
  app.post(
    '/v1/settings/customer-pages/previews',
    {
      config: { right: 'settings.read' },
      schema: {
        operationId: 'previewCustomerPage',
        summary:
          'A page of the customers under settings that are only tried; nothing is kept, nobody is read',
        tags: ['settings'],
        body: asked,
        response: { 200: shown },
      },
    },
    (request) =>
      viewed(services, request, async (view) => {
        const { settings, language, look, page } = request.body;
        const sample = await samplePreferences(view, settings, language, page === 'proven');
        const frame = frameOf(settings, language, look);
        const { text } =
          page === 'unsubscribe' ? unsubscribePage(frame, null) : preferencePage(frame, sample, false);
        return { document: withoutWays(text), contrast: contrastsIn(settings, look) };
      }),
  );
}

/** Links stay links to the eye and to screen readers, and lead nowhere: inside of a frame there is no way back. */
const withoutWays = (page: string): string =>
  page.replaceAll(/ href="[^"]*"/g, ' role="link" aria-disabled="true"');

/** Both looks are the one that is asked for, whatever the device of who looks has. */
const frameOf = (
  settings: z.infer<typeof asked>['settings'],
  language: z.infer<typeof asked>['language'],
  look: 'light' | 'dark',
): PageFrame => ({
  words: wordsIn(language),
  settings: {
    ...settings,
    colours: { light: settings.colours[look], dark: settings.colours[look] },
  },
  saysNoToSale: false,
  path: '#',
});
