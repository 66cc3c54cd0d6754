import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AskedLink, oweLink, oweProofLink } from '../../app/server/choices/links.ts';
import { openLink } from '../../app/server/choices/opened-link.ts';
import type { Language } from '../../app/server/choices/page-settings.ts';
import type { ServerContext } from '../../app/server/context.ts';
import { deliverSoon } from '../../app/server/letters/deliver-letters.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Result } from '../../kernel/result.ts';
import { proofSentPage } from '../../preferences/other-pages.ts';
import { AttemptLimit } from '../attempt-limit.ts';
import type { Api } from '../fastify-types.ts';
import type { RouteDependencies } from './index.ts';
import { frameOf, languageOf, sendGone, sendPage, settingsSoon } from './public-page.ts';

/** Mails a minute to one address: whoever asks more often is told the same, and nobody’s inbox is filled. */
const MAILS_PER_MINUTE = 2;

/** What a form with one address sends. What is no address is answered as any other. */
export const typedAddress = z.object({ email: z.string().max(400).default('') });

/** Whether somebody typed an address: what is none is told to them at once, and says nothing of who is known. */
export const isMailAddress = (text: string): boolean => /^[^\s@<>]{1,64}@[^\s@<>]{1,255}$/.test(text);

type Services = Pick<RouteDependencies['services'], 'context' | 'clock'>;
type Owe = () => Promise<Result<null, Problem>>;

/** Lets a letter be owed and handed over, and not too often to one place. Each form has its own count. */
export function letterSender({ context, clock }: Services) {
  const asked = new AttemptLimit(MAILS_PER_MINUTE);
  return (request: FastifyRequest, reply: FastifyReply, to: string, owe: Owe): void => {
    if (asked.isReached(to, clock.now())) return;
    asked.count(to, clock.now());
    sendLater(request, reply, context, owe);
  };
}

/** The same for a link that anyone asks for, to the address that was typed, in the language of the page. */
export function linkSender(services: Services) {
  const send = letterSender(services);
  return (
    request: FastifyRequest,
    reply: FastifyReply,
    address: string,
    linkIn: (language: Language) => AskedLink,
  ): void =>
    send(request, reply, address.toLowerCase(), () => oweLink(services.context, linkIn(languageOf(request))));
}

/**
 * Owes a letter and hands it over once the answer has left, so that its time does not tell whether one was sent; a failure
 * is for the log.
 */
function sendLater({ log }: FastifyRequest, reply: FastifyReply, context: ServerContext, owe: Owe): void {
  reply.raw.once('close', () => {
    void owe()
      .then((owed) => (owed.ok ? deliverSoon(context) : owed))
      .then(
        (sent) => {
          if (!sent.ok && sent.problem.code !== 'ledger.invalid-identifier')
            log.error({ code: sent.problem.code }, 'failed');
        },
        (error: unknown) =>
          log.error({ code: 'server.failed', error: error instanceof Error ? error.name : '' }, 'failed'),
      );
  });
}

/** The way from an open page to one that shows facts: a mail to the address that the link belongs to. */
export function addProofRoute(
  app: Api,
  { services, limits }: RouteDependencies,
  page: 'preferences' | 'why',
  operationId: string,
): void {
  const { context } = services;
  const send = letterSender(services);
  app.post(
    '/:token/proof',
    {
      config: { rateLimit: { max: limits.signInsPerMinute, timeWindow: 60_000 } },
      schema: {
        operationId,
        summary:
          'Ask for a link that shows facts for 15 minutes, sent to the address that this link belongs to',
        tags: ['customers'],
        params: z.object({ token: z.string() }),
        body: typedAddress,
      },
    },
    async (request, reply) => {
      const link = openLink(context, page, request.params.token);
      if (link === null) return sendGone(request, reply, context);
      const { email } = request.body;
      send(request, reply, link.subject, () => oweProofLink(context, page, link, email, languageOf(request)));
      const path = `/${page}/${request.params.token}`;
      return sendPage(reply, proofSentPage(frameOf(request, await settingsSoon(context), path)));
    },
  );
}
