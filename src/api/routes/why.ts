import { z } from 'zod';
import { oweProofLink } from '../../app/server/choices/links.ts';
import { openEnded, openLink } from '../../app/server/choices/opened-link.ts';
import type { ServerContext } from '../../app/server/context.ts';
import { ACTS, askAbout, EXPECTED, keepExpectation, showWhy } from '../../app/server/why/why.ts';
import { contentHash } from '../../kernel/canonical.ts';
import { inLanguage, SAID } from '../../preferences/page.ts';
import { TEXTS, wordsIn } from '../../preferences/texts/index.ts';
import { whyPage } from '../../preferences/why-page.ts';
import type { Api } from '../fastify-types.ts';
import { AnsweredTokens } from './answered-tokens.ts';
import type { RouteDependencies } from './index.ts';
import { addProofRoute } from './proof-route.ts';
import { addPublicPages, frameBehind, heed, languageOf, orSlow, sendGone, sendPage } from './public-page.ts';
import { backToWriter, tokenIn, writtenAgain, writtenText } from './public-page-written.ts';

const params = z.object({ token: z.string() });
const tags = ['customers'];
const DONE = ['counted', ...ACTS] as const;

/** Why somebody got a message, and what they can do about it: pages that work without a script. */
export function addWhyRoutes(app: Api, dependencies: RouteDependencies): void {
  const { context } = dependencies.services;
  const answered = new AnsweredTokens();
  const back = backToWriter(dependencies, (link, request) =>
    oweProofLink(context, 'why', link, link.address, languageOf(request)),
  );
  addPublicPages(app, context, '/why', (inner) => {
    addProofRoute(inner, dependencies, 'why', 'askForProofOfReasons');
    inner.get(
      '/:token',
      {
        schema: {
          operationId: 'showReasons',
          summary: 'Why somebody got a message, from what was cleared to run',
          tags,
          params,
          querystring: z.looseObject({ done: z.enum(DONE).optional().catch(undefined) }),
        },
      },
      async (request, reply) => {
        const link = openLink(context, 'why', request.params.token);
        if (link === null) return sendGone(request, reply, context);
        await heed(request, context, link);
        const shown = await orSlow(showWhy(context, link));
        return sendPage(
          reply,
          whyPage(frameBehind(request, shown.settings, link, shown.now), shown, request.query.done ?? null),
        );
      },
    );
    inner.post(
      '/:token/expected',
      {
        schema: {
          operationId: 'countExpectation',
          summary: 'Count whether somebody expected this use; of who said it nothing is kept',
          tags,
          params,
          body: z.object({ answer: z.enum(EXPECTED) }),
        },
      },
      async (request, reply) => {
        const { token } = request.params;
        const link = openLink(context, 'why', token);
        if (link === null) return sendGone(request, reply, context);
        await heed(request, context, link);
        if (answered.isFirst(token)) {
          await orSlow(keepExpectation(context, link, request.body.answer));
          answered.remember(token);
        }
        return reply.redirect(
          `${inLanguage(`/why/${token}`, wordsIn(languageOf(request)))}&done=counted#${SAID}`,
          303,
        );
      },
    );
    inner.post(
      '/:token/ask',
      {
        schema: {
          operationId: 'askAboutUse',
          summary: 'Correct, stop, contest, or talk to a person; an answer is due by a clock',
          tags,
          params,
          body: z.object({
            do: z.enum(ACTS),
            email: z.string().trim().max(320).default(''),
            words: writtenText,
            ...writtenAgain,
          }),
        },
      },
      async (request, reply) => {
        const { do: act, email, words, link: typed, step } = request.body;
        const { token, link } = linkFor(context, request.params.token, typed);
        if (link === null) {
          const ended = openEnded(context, 'why', request.params.token);
          return words === ''
            ? sendGone(request, reply, context)
            : back(request, reply, { act, written: { words }, link: typed, step, ended });
        }
        await heed(request, context, link);
        const language = languageOf(request);
        const said = { typed: email, statement: words === '' ? null : words };
        await orSlow(askAbout(context, link, act, said, { language, uiHash: contentHash(TEXTS[language]) }));
        return reply.redirect(`${inLanguage(`/why/${token}`, wordsIn(language))}&done=${act}#${SAID}`, 303);
      },
    );
  });
}

/** The link of the address; or else a new one that was copied beside what was written, where it is about the same use. */
function linkFor(context: ServerContext, token: string, typed: string) {
  const link = openLink(context, 'why', token);
  if (link !== null || typed === '') return { token, link };
  const fresh = openLink(context, 'why', tokenIn(typed));
  const isSame = fresh?.isProven === true && fresh.about === openEnded(context, 'why', token)?.about;
  return { token: tokenIn(typed), link: isSame ? fresh : null };
}
