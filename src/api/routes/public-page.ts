import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { heedSignal, saysGlobalPrivacyControl } from '../../app/server/choices/heed-signal.ts';
import type { OpenedLink } from '../../app/server/choices/opened-link.ts';
import {
  LANGUAGES,
  type Language,
  type PageSettings,
  PLAIN_SETTINGS,
  pageSettingsIn,
} from '../../app/server/choices/page-settings.ts';
import type { ServerContext } from '../../app/server/context.ts';
import type { Problem } from '../../kernel/problem.ts';
import { problem } from '../../kernel/problem.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { busyPage, failedPage, gonePage, slowPage, tooManyPage } from '../../preferences/other-pages.ts';
import type { Page, PageFrame } from '../../preferences/page.ts';
import { wordsIn } from '../../preferences/texts/index.ts';
import { answerError } from '../answer-error.ts';
import type { Api } from '../fastify-types.ts';
import { isGuarded } from '../guarded-path.ts';
import { Refused } from '../refused.ts';
import { statusOf } from '../status-of.ts';

/** Longer than this nobody waits for the store before they are told that it is slow. */
const SOON_MS = 4_000;

/** The answer of the store, or that it did not come in time; what was asked for may be done all the same. */
export async function soon<T>(asked: Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Result<T, Problem>>((resolve) => {
    timer = setTimeout(
      () => resolve(fail(problem('store.busy', 'the store did not answer in time', 'try again shortly'))),
      SOON_MS,
    );
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

/** The value, or the end of the request in a page that says so. */
export async function orSlow<T>(asked: Promise<Result<T, Problem>>): Promise<T> {
  const answer = await soon(asked);
  if (!answer.ok) throw new Refused(answer.problem);
  return answer.value;
}

/** The language that was asked for by the address, or else by the browser. */
export function languageOf({ query, headers }: FastifyRequest): Language {
  const { lang } = (query ?? {}) as { readonly lang?: unknown };
  const wished = [String(lang), ...(headers['accept-language'] ?? '').slice(0, 200).split(',')];
  for (const wish of wished) {
    const found = LANGUAGES.find((one) => wish.trim().toLowerCase().startsWith(one));
    if (found !== undefined) return found;
  }
  return 'en';
}

/** What a page has around its content. `path` is of this page, without a query. */
export const frameOf = (
  request: FastifyRequest,
  settings: PageSettings,
  path = request.url.split('?')[0]!,
): PageFrame => ({
  words: wordsIn(languageOf(request)),
  settings,
  saysNoToSale: saysNoToSale(request),
  isKept: keptSignal.has(request),
  path,
});

/** The same around a page behind a link, which a private page ends with. */
export const frameBehind = (
  request: FastifyRequest,
  settings: PageSettings,
  { endsAt }: Pick<OpenedLink, 'endsAt'>,
  now: Date,
): PageFrame => ({
  ...frameOf(request, settings),
  minutesLeft: Math.max(1, Math.floor((endsAt.getTime() - now.getTime()) / 60_000)),
});

/** Node joins headers that come twice to `0, 1`, which would say nothing: each is looked at as it came. */
export const saysNoToSale = ({ raw: { rawHeaders } }: FastifyRequest): boolean =>
  saysGlobalPrivacyControl(
    rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]!.toLowerCase() === 'sec-gpc'),
  );

/** Requests whose signal was kept for whom their link is of. */
const keptSignal = new WeakSet<FastifyRequest>();

/** Keeps the signal of a browser whose person is known by the link, before a page says that it was heeded. */
export async function heed(
  request: FastifyRequest,
  context: ServerContext,
  { subject }: Pick<OpenedLink, 'subject'>,
): Promise<void> {
  if (!saysNoToSale(request)) return;
  await orSlow(heedSignal(context, subject));
  keptSignal.add(request);
}

export const sendPage = (reply: FastifyReply, { text, policy }: Page, status = 200): FastifyReply =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .serializer(String)
    .send(text);

/** The look that is set up; the plain one where the store does not answer. */
export async function settingsSoon({ store }: Pick<ServerContext, 'store'>): Promise<PageSettings> {
  const answer = await soon(store.read(pageSettingsIn));
  return answer.ok ? answer.value.settings : PLAIN_SETTINGS;
}

/** Adds pages below an address; every failure and every unknown address there is answered by a page, too. */
export function addPublicPages(
  app: Api,
  context: ServerContext,
  prefix: string,
  add: (inner: Api) => void,
): void {
  void app.register(
    async (plugin) => {
      const inner = plugin as unknown as Api;
      answerByPages(inner, context);
      add(inner);
    },
    { prefix },
  );
}

/** Answers every failure and every unknown address here by a page, and reads forms. */
function answerByPages(app: Api, context: ServerContext): void {
  app.setNotFoundHandler(async (request, reply) => sendGone(request, reply, context));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    // A way into the API by the back door, as `/u/../v1/people`, is answered as the API does.
    if (isGuarded(request.url)) return answerError(error, request, reply);
    const status = error instanceof Refused ? statusOf(error.problem.code) : statusIn(error);
    const code = error instanceof Refused ? error.problem.code : 'server.failed';
    if (status >= 500) request.log.error({ code, error: error instanceof Error ? error.name : '' }, 'failed');
    const frame = frameOf(request, PLAIN_SETTINGS);
    if (status === 503 || status === 507)
      return sendPage(reply.header('retry-after', '60'), slowPage(frame), 503);
    if (code === 'rights.too-many') return sendPage(reply, tooManyPage(frame), status);
    if (status === 429) return sendPage(reply.header('retry-after', '60'), busyPage(frame), 429);
    return status < 500 ? sendPage(reply, gonePage(frame), status) : sendPage(reply, failedPage(frame), 500);
  });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 16_384 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
}

/** For what opens nothing, whatever it is. */
export async function sendGone(
  request: FastifyRequest,
  reply: FastifyReply,
  context: ServerContext,
): Promise<FastifyReply> {
  return sendPage(reply, gonePage(frameOf(request, await settingsSoon(context))), 404);
}

function statusIn(error: unknown): number {
  const { statusCode = 500 } = (error ?? {}) as { readonly statusCode?: number };
  return statusCode >= 400 ? statusCode : 500;
}
