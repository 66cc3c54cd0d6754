import { setTimeout } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { oweLink } from '../../app/server/choices/links.ts';
import { openEnded, openRights } from '../../app/server/choices/opened-link.ts';
import {
  askRight,
  needsNoProof,
  objectFor,
  PUBLIC_RIGHTS,
  type PublicRight,
  type ShownAs,
  showRights,
  stepOwnRequest,
  takeCopyOf,
} from '../../app/server/choices/rights.ts';
import { contentHash } from '../../kernel/canonical.ts';
import { objectedPage, rightsLinkSentPage } from '../../preferences/other-pages.ts';
import { ownRightsPage } from '../../preferences/own-rights-page.ts';
import { inLanguage } from '../../preferences/page.ts';
import { rightsPage } from '../../preferences/rights-page.ts';
import { TEXTS, wordsIn } from '../../preferences/texts/index.ts';
import { type Written, writtenPage } from '../../preferences/written-page.ts';
import type { Api } from '../fastify-types.ts';
import { Refused } from '../refused.ts';
import { zipOf } from './access.ts';
import type { RouteDependencies } from './index.ts';
import { isMailAddress, linkSender, typedAddress } from './proof-route.ts';
import {
  addPublicPages,
  frameBehind,
  frameOf,
  heed,
  languageOf,
  orSlow,
  sendGone,
  sendPage,
  settingsSoon,
  soon,
} from './public-page.ts';
import { backToWriter, tokenIn, writtenAgain, writtenText } from './public-page-written.ts';

const tags = ['customers'];
const params = z.object({ token: z.string() });
const id = z.string().regex(/^[A-Za-z0-9_-]{1,80}$/);
/** What people say something about where they ask for it. */
const SAID_WITH_WORDS: readonly PublicRight[] = ['talk', 'restrict'];
/** An objection takes as long for somebody we know, for a stranger, and for whoever objected before. */
const LEAST_MS = 400;

/** What anyone can ask by right, and what came of it: pages that work without a script. */
export function addRightsRoutes(app: Api, dependencies: RouteDependencies): void {
  addPublicPages(app, dependencies.services.context, '/rights', (inner) => {
    addPublicRoutes(inner, dependencies);
    addOwnRoutes(inner, dependencies);
  });
}

function addPublicRoutes(app: Api, { services, limits }: RouteDependencies): void {
  const { context, clock } = services;
  const sendLink = linkSender(services);
  app.get(
    '/',
    {
      schema: {
        operationId: 'showRights',
        summary: 'What anyone can ask of us about their data, what happens, and by when',
        tags,
      },
    },
    async (request, reply) =>
      sendPage(reply, rightsPage(frameOf(request, await settingsSoon(context)), false, clock.now())),
  );
  app.post(
    '/',
    {
      config: { rateLimit: { max: limits.signInsPerMinute, timeWindow: 60_000 } },
      schema: {
        operationId: 'askForRights',
        summary: 'Object at once, or ask for a private link to ask for more; the same answer whoever asks',
        tags,
        body: typedAddress.extend({ do: z.enum(PUBLIC_RIGHTS) }),
      },
    },
    async (request, reply) => {
      const { email, do: kind } = request.body;
      const address = email.trim();
      const frame = frameOf(request, await settingsSoon(context));
      if (!isMailAddress(address)) return sendPage(reply, rightsPage(frame, true, clock.now()), 400);
      if (needsNoProof(kind)) {
        const enough = setTimeout(LEAST_MS);
        const objected = await soon(objectFor(context, address, kind, shownAs(request)));
        await enough;
        // What is no address of anybody gets the same answer: nobody is written to at it.
        if (!objected.ok && objected.problem.code !== 'ledger.invalid-identifier')
          throw new Refused(objected.problem);
        return sendPage(reply, objectedPage(frame));
      }
      sendLink(request, reply, address, (language) => ({ kind: 'rights', address, language, about: kind }));
      return sendPage(reply, rightsLinkSentPage(frame));
    },
  );
}

function addOwnRoutes(app: Api, dependencies: RouteDependencies): void {
  const { services, limits } = dependencies;
  const { context, clock } = services;
  const back = backToWriter(dependencies, ({ address, about }, request) =>
    oweLink(context, { kind: 'rights', address, language: languageOf(request), about }),
  );
  app.get(
    '/:token',
    {
      schema: {
        operationId: 'showOwnRequests',
        summary: 'What somebody asked of us, how far it is and what came of it, by a fresh proof',
        tags,
        params,
      },
    },
    async (request, reply) => {
      const link = openRights(context, request.params.token);
      if (link === null) return sendGone(request, reply, context);
      await heed(request, context, link);
      const shown = await orSlow(showRights(context, link));
      return sendPage(reply, ownRightsPage(frameBehind(request, shown.settings, link, clock.now()), shown));
    },
  );
  app.post(
    '/:token',
    {
      schema: {
        operationId: 'askForRight',
        summary: 'Ask for something; its clock runs from the answer on',
        tags,
        params,
        body: z.object({
          do: z.enum(PUBLIC_RIGHTS),
          wrong: writtenText,
          right: writtenText,
          words: writtenText,
          ...writtenAgain,
        }),
      },
    },
    async (request, reply) => {
      const { do: kind, wrong, right, words, link: typed, step } = request.body;
      const held = openRights(context, request.params.token);
      const token = held === null && typed !== '' ? tokenIn(typed) : request.params.token;
      const link = held ?? openRights(context, token);
      const written: Written = kind === 'correct' ? { wrong, right } : { words };
      if (link === null) {
        const ended = openEnded(context, 'rights', request.params.token);
        return Object.values(written).every((text) => text === '')
          ? sendGone(request, reply, context)
          : back(request, reply, { act: kind, written, link: typed, step, ended });
      }
      if (kind === 'correct' && (wrong === '' || right === '')) {
        const frame = { ...frameOf(request, await settingsSoon(context)), isOnlyHere: true };
        return sendPage(reply, writtenPage(frame, kind, written, 'half'), 400);
      }
      await heed(request, context, link);
      const statement = SAID_WITH_WORDS.includes(kind) && words !== '' ? words : null;
      const correction = kind === 'correct' ? { wrong, right, system: null } : null;
      const asked = await orSlow(askRight(context, link, kind, { statement, correction }, shownAs(request)));
      return reply.redirect(`${inLanguage(`/rights/${token}`, wordsIn(languageOf(request)))}#${asked}`, 303);
    },
  );
  app.post(
    '/:token/requests/:id',
    {
      // Three times a sign-in: a request is proven, corrected by a typing error, and taken back.
      config: { rateLimit: { max: 3 * limits.signInsPerMinute, timeWindow: 60_000 } },
      schema: {
        operationId: 'stepOwnRequest',
        summary: 'Prove more for one’s own request, or take it back',
        tags,
        params: params.extend({ id }),
        body: z.discriminatedUnion('do', [
          z.object({ do: z.enum(['prove', 'withdraw']) }),
          z.object({
            do: z.literal('second'),
            kind: z.enum(['phone', 'customer']),
            value: z.string().trim().min(1).max(200),
          }),
        ]),
      },
    },
    async (request, reply) => {
      const { token, id: requestId } = request.params;
      const link = openRights(context, token);
      if (link === null) return sendGone(request, reply, context);
      const { body } = request;
      const step =
        body.do === 'second'
          ? ({ do: 'second', identifier: { kind: body.kind, value: body.value } } as const)
          : { do: body.do };
      const language = languageOf(request);
      const done = await soon(stepOwnRequest(context, link, requestId, step, language));
      // Pressed twice, or answered in the meantime: the page tells how it stands.
      if (!done.ok && done.problem.code !== 'rights.wrong-state') throw new Refused(done.problem);
      return reply.redirect(`${inLanguage(`/rights/${token}`, wordsIn(language))}#${requestId}`, 303);
    },
  );
  app.get(
    '/:token/copies/:id',
    {
      schema: {
        operationId: 'takeOwnCopy',
        summary: 'One’s own copy as a ZIP, by a fresh proof',
        tags,
        params: params.extend({ id }),
        produces: ['application/zip'],
      },
    },
    async (request, reply) => {
      const link = openRights(context, request.params.token);
      if (link === null) return sendGone(request, reply, context);
      const taken = await orSlow(takeCopyOf(context, link, request.params.id));
      return reply
        .type('application/zip')
        .header('content-disposition', 'attachment; filename="my-data.zip"')
        .send(zipOf(taken));
    },
  );
}

const shownAs = (request: FastifyRequest): ShownAs => {
  const language = languageOf(request);
  return { language, uiHash: contentHash(TEXTS[language]) };
};
