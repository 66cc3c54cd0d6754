import { z } from 'zod';
import { makeLinks, messageLinksShape } from '../../app/server/choices/message-links.ts';
import {
  pageSettingsShape,
  setPageSettings,
  showPageSettings,
} from '../../app/server/choices/page-settings.ts';
import { changed, matchedVersion, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import type { RouteDependencies } from './index.ts';

const shown = pageSettingsShape.extend({ version: z.int() });

/** What an administrator sets of the customers’ pages, and the links that a sender puts into a message. */
export function addPageSettingRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/settings/customer-pages',
    {
      config: { right: 'settings.read' },
      schema: {
        operationId: 'readCustomerPages',
        summary: 'What customers see on their pages: topics, channels, themes, colours',
        tags: ['settings'],
        response: { 200: shown },
      },
    },
    async (request, reply) => {
      const settings = await viewed(services, request, showPageSettings);
      return reply.header('etag', `"${settings.version}"`).send(settings);
    },
  );
  app.put(
    '/v1/settings/customer-pages',
    {
      config: { right: 'settings.write', match: 'required' },
      schema: {
        operationId: 'setCustomerPages',
        summary: 'Set what customers see on their pages; colours that cannot be read are refused',
        tags: ['settings'],
        body: pageSettingsShape,
        response: { 200: shown },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        setPageSettings(change, matchedVersion(request), request.body),
      ),
  );
  app.post(
    '/v1/customer-links',
    {
      config: { right: 'gate.decide' },
      schema: {
        operationId: 'makeCustomerLinks',
        summary: 'The links and the one-click headers of one message to one person',
        tags: ['customers'],
        body: messageLinksShape.asked,
        response: { 200: messageLinksShape.made },
      },
    },
    (request) => viewed(services, request, async (view) => makeLinks(view, request.body)),
  );
}
