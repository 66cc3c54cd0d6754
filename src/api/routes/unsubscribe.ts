import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { openOneClick, unsubscribe } from '../../app/server/choices/unsubscribe.ts';
import { unsubscribedPage, unsubscribePage } from '../../preferences/unsubscribe-page.ts';
import type { Api } from '../fastify-types.ts';
import type { RouteDependencies } from './index.ts';
import { addPublicPages, frameOf, heed, orSlow, sendGone, sendPage, settingsSoon } from './public-page.ts';

const params = z.object({ token: z.string() });
const tags = ['customers'];

/**
 * One-click unsubscribe (RFC 8058). Without a cookie, a redirect or a question; a visit by GET, as scanners of mail make
 * it, changes nothing.
 */
export function addUnsubscribeRoutes(app: Api, { services }: RouteDependencies): void {
  const { context } = services;
  const gone = (request: FastifyRequest, reply: FastifyReply) => sendGone(request, reply, context);
  addPublicPages(app, context, '/u', (inner) => {
    // The wish is in the address. Mail programs differ in how they write the body, and none may fail for it.
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 16_384 }, (_request, _body, done) =>
      done(null, null),
    );
    inner.get(
      '/:token',
      {
        schema: {
          operationId: 'showUnsubscribe',
          summary: 'A page with one button to unsubscribe; a visit alone changes nothing',
          tags,
          params,
        },
      },
      async (request, reply) => {
        const opened = openOneClick(context, request.params.token);
        if (opened === null) return gone(request, reply);
        const settings = await settingsSoon(context);
        return sendPage(reply, unsubscribePage(frameOf(request, settings), opened.scope.topic));
      },
    );
    inner.post(
      '/:token',
      {
        schema: {
          operationId: 'unsubscribe',
          summary: 'Unsubscribe at once, as RFC 8058 says; as often as it is asked for, for a year',
          tags,
          params,
        },
      },
      async (request, reply) => {
        const opened = openOneClick(context, request.params.token);
        if (opened === null) return gone(request, reply);
        await orSlow(unsubscribe(context, opened));
        await heed(request, context, opened);
        return sendPage(reply, unsubscribedPage(frameOf(request, await settingsSoon(context))));
      },
    );
  });
}
