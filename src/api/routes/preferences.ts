import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type OpenedLink, openLink } from '../../app/server/choices/opened-link.ts';
import { choiceOfButton, keepChoice, showPreferences } from '../../app/server/choices/preferences.ts';
import { contentHash } from '../../kernel/canonical.ts';
import { askPage } from '../../preferences/ask-page.ts';
import { linkSentPage } from '../../preferences/other-pages.ts';
import { inLanguage, SAID } from '../../preferences/page.ts';
import { preferencePage } from '../../preferences/preference-page.ts';
import { TEXTS, wordsIn } from '../../preferences/texts/index.ts';
import type { Api } from '../fastify-types.ts';
import type { RouteDependencies } from './index.ts';
import { addPageSettingRoutes } from './page-settings.ts';
import { addProofRoute, isMailAddress, linkSender, typedAddress } from './proof-route.ts';
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
} from './public-page.ts';

const params = z.object({ token: z.string() });
const tags = ['customers'];
/** Stands where the id of a change would, of an undo that came too late. */
const LATE = 'late';

/** The preference centre: pages that work without a script. */
export function addPreferenceRoutes(app: Api, dependencies: RouteDependencies): void {
  addPageSettingRoutes(app, dependencies);
  addPublicPages(app, dependencies.services.context, '/preferences', (inner) => {
    addAskRoutes(inner, dependencies);
    addChoiceRoutes(inner, dependencies);
    addProofRoute(inner, dependencies, 'preferences', 'askForProofOfChoices');
  });
}

/** Anyone gets a link to their own choices by mail; the answer is the same whoever asks. */
function addAskRoutes(app: Api, { services, limits }: RouteDependencies): void {
  const { context } = services;
  const sendLink = linkSender(services);
  app.get(
    '/',
    {
      schema: {
        operationId: 'showAskForChoices',
        summary: 'A page on which anyone asks for a link to their choices',
        tags,
      },
    },
    async (request, reply) => sendPage(reply, askPage(frameOf(request, await settingsSoon(context)), false)),
  );
  app.post(
    '/',
    {
      config: { rateLimit: { max: limits.signInsPerMinute, timeWindow: 60_000 } },
      schema: {
        operationId: 'askForChoices',
        summary: 'Ask for a link to one’s choices, sent to the address that is named, customer or not',
        tags,
        body: typedAddress,
      },
    },
    async (request, reply) => {
      const address = request.body.email.trim();
      const frame = frameOf(request, await settingsSoon(context));
      if (!isMailAddress(address)) return sendPage(reply, askPage(frame, true), 400);
      sendLink(request, reply, address, (language) => ({ kind: 'choices', address, language, about: null }));
      return sendPage(reply, linkSentPage(frame));
    },
  );
}

function addChoiceRoutes(app: Api, { services }: RouteDependencies): void {
  const { context, clock } = services;
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    link: OpenedLink,
    saved: string | null,
  ) => {
    await heed(request, context, link);
    const change = saved !== null && /^[a-f0-9-]{36}$/.test(saved) ? saved : null;
    const shown = await orSlow(showPreferences(context, link, languageOf(request), change));
    return sendPage(
      reply,
      preferencePage(frameBehind(request, shown.settings, link, clock.now()), shown, saved === LATE),
    );
  };
  app.get(
    '/:token',
    {
      schema: {
        operationId: 'showPreferences',
        summary: 'Somebody’s choices, on a page that works without a script',
        tags,
        params,
        querystring: z.looseObject({ saved: z.string().max(40).optional().catch(undefined) }),
      },
    },
    async (request, reply) => {
      const link = openLink(context, 'preferences', request.params.token);
      return link === null
        ? sendGone(request, reply, context)
        : show(request, reply, link, request.query.saved ?? null);
    },
  );
  app.post(
    '/:token',
    {
      schema: {
        operationId: 'choosePreference',
        summary: 'Keep what one button of the page says; when the answer comes it counts',
        tags,
        params,
        body: z.object({ do: z.string().max(200) }),
      },
    },
    async (request, reply) => {
      const link = openLink(context, 'preferences', request.params.token);
      const choice = choiceOfButton(request.body.do);
      if (link === null || choice === null) return sendGone(request, reply, context);
      await heed(request, context, link);
      const language = languageOf(request);
      const kept = await orSlow(
        keepChoice(context, link, choice, { language, uiHash: contentHash(TEXTS[language]) }),
      );
      const path = `/preferences/${request.params.token}`;
      return reply.redirect(`${inLanguage(path, wordsIn(language))}&saved=${kept ?? LATE}#${SAID}`, 303);
    },
  );
}
