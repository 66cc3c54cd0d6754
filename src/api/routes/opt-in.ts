import { z } from 'zod';
import { confirmOptIn, openOptIn, showOptIn } from '../../app/server/choices/opt-in.ts';
import { contentHash } from '../../kernel/canonical.ts';
import { optInPage } from '../../preferences/opt-in-page.ts';
import { inLanguage } from '../../preferences/page.ts';
import { TEXTS, wordsIn } from '../../preferences/texts/index.ts';
import type { Api } from '../fastify-types.ts';
import type { RouteDependencies } from './index.ts';
import { addPublicPages, frameOf, heed, languageOf, orSlow, sendGone, sendPage } from './public-page.ts';

const params = z.object({ token: z.string() });
const tags = ['customers'];

/** Where a double opt-in is confirmed. A visit, as scanners of mail make it, changes nothing. */
export function addOptInRoutes(app: Api, { services }: RouteDependencies): void {
  const { context } = services;
  addPublicPages(app, context, '/opt-in', (inner) => {
    inner.get(
      '/:token',
      {
        schema: {
          operationId: 'showOptIn',
          summary: 'What was asked for with an address, and one button to confirm it',
          tags,
          params,
        },
      },
      async (request, reply) => {
        const link = openOptIn(context, request.params.token);
        if (link === null) return sendGone(request, reply, context);
        await heed(request, context, link);
        const shown = await orSlow(showOptIn(context, link));
        return shown === null
          ? sendGone(request, reply, context)
          : sendPage(reply, optInPage(frameOf(request, shown.settings), shown));
      },
    );
    inner.post(
      '/:token',
      {
        schema: {
          operationId: 'confirmOptIn',
          summary: 'Confirm what was asked for, once; when the answer comes it counts',
          tags,
          params,
        },
      },
      async (request, reply) => {
        const { token } = request.params;
        const link = openOptIn(context, token);
        if (link === null) return sendGone(request, reply, context);
        const language = languageOf(request);
        const stands = await orSlow(
          confirmOptIn(context, link, { language, uiHash: contentHash(TEXTS[language]) }),
        );
        if (stands === null) return sendGone(request, reply, context);
        return reply.redirect(inLanguage(`/opt-in/${token}`, wordsIn(language)), 303);
      },
    );
  });
}
