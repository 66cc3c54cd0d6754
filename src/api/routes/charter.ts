import { showCharter } from '../../app/server/charter/charter.ts';
import { charterPage } from '../../preferences/charter-page.ts';
import type { Api } from '../fastify-types.ts';
import type { RouteDependencies } from './index.ts';
import { addPublicPages, frameOf, orSlow, sendPage } from './public-page.ts';

/** What is promised to everyone, where an administrator publishes it. */
export function addCharterRoutes(app: Api, { services }: RouteDependencies): void {
  const { context } = services;
  addPublicPages(app, context, '/charter', (inner) => {
    inner.get(
      '/',
      {
        schema: {
          operationId: 'showCharter',
          summary: 'What is not done with what is known of people, from the boundaries in force',
          tags: ['customers'],
        },
      },
      async (request, reply) => {
        const shown = await orSlow(showCharter(context));
        const page = charterPage(frameOf(request, shown.settings), shown);
        return sendPage(reply, page, shown.charter === null ? 404 : 200);
      },
    );
  });
}
