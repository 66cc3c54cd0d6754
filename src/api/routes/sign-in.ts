import { z } from 'zod';
import { isSetUp } from '../../app/server/people/links.ts';
import { PASSWORD } from '../../app/server/sign-in/create-sign-in.ts';
import { enterWithPassword, enterWithProvider, logFailures } from '../../app/server/sign-in/enter.ts';
import { AttemptLimit } from '../attempt-limit.ts';
import { isCrossSite } from '../credentials.ts';
import type { Api } from '../fastify-types.ts';
import { orRefuse, refused } from '../refused.ts';
import type { RouteDependencies } from './index.ts';

const email = z.email().max(254);
const signedIn = z.object({ status: z.literal('ok') });
const tags = ['sign-in'];

/** Ways in and out for people with a browser. All else under `/auth/` is not there. */
export function addSignInRoutes(app: Api, { services, origin, limits }: RouteDependencies): void {
  const { context, authenticate, clock } = services;
  const accounts = new AttemptLimit(limits.signInsPerMinute);
  const attempts = { config: { rateLimit: { max: limits.signInsPerMinute, timeWindow: 60_000 } } };

  app.addHook('onRequest', async (request) => {
    // A page elsewhere must not sign people in as somebody else, nor out.
    const { origin: from, 'sec-fetch-site': site } = request.headers;
    const isBrowser = from !== undefined || site !== undefined;
    if (
      isBrowser &&
      request.url.startsWith('/auth/') &&
      isCrossSite(request.method, request.headers, origin())
    )
      throw refused('request.cross-site', 'a page that is not ours asked for a sign-in', 'use our own pages');
  });

  app.get(
    '/auth/ways',
    {
      schema: {
        operationId: 'readWaysIn',
        summary: 'Which ways in there are',
        tags,
        response: {
          200: z.object({
            company: z.boolean().describe('Whether the company’s provider can be asked.'),
            isSetUp: z.boolean().describe('Whether there is an administrator.'),
          }),
        },
      },
    },
    async () => ({ company: context.signIn.hasOidc, isSetUp: orRefuse(await isSetUp(context)) }),
  );
  app.post(
    '/auth/sign-in',
    {
      ...attempts,
      schema: {
        operationId: 'signIn',
        summary: 'Sign in with address and password; the session is a cookie',
        tags,
        body: z.strictObject({ email, password: z.string().max(PASSWORD.maximum) }),
        response: { 200: signedIn },
      },
    },
    async ({ body, headers }, reply) => {
      const place = body.email.toLowerCase();
      const now = clock.now();
      if (accounts.isReached(place, now))
        throw refused(
          'request.too-many',
          'too many attempts for this account',
          'wait a minute, then try again',
        );
      const answer = await enterWithPassword(context, authenticate, {
        ...body,
        cookie: headers.cookie ?? null,
      });
      if (!answer.ok && accounts.count(place, now)) await logFailures(context, limits.signInsPerMinute);
      const { cookies } = orRefuse(answer);
      accounts.forget(place);
      return reply.header('set-cookie', [...cookies]).send({ status: 'ok' });
    },
  );

  app.post(
    '/auth/sign-out',
    { schema: { operationId: 'signOut', summary: 'End the session', tags, response: { 200: signedIn } } },
    async ({ headers }, reply) => {
      const { cookies } = await context.signIn.signOut(headers.cookie ?? '');
      return reply.header('set-cookie', [...cookies]).send({ status: 'ok' });
    },
  );

  app.get(
    '/auth/company',
    {
      ...attempts,
      schema: {
        operationId: 'signInWithCompany',
        summary: 'Go to the company’s provider (OpenID Connect)',
        tags,
      },
    },
    async (_request, reply) => {
      const { location, cookies } = orRefuse(await context.signIn.startOidc());
      return reply.header('set-cookie', [...cookies]).redirect(location ?? '/', 302);
    },
  );
  app.get(
    '/auth/callback/company',
    {
      ...attempts,
      schema: { operationId: 'returnFromCompany', summary: 'Come back from the provider', tags },
    },
    async ({ url, headers }, reply) => {
      const answer = await enterWithProvider(context, authenticate, url, headers.cookie ?? null);
      return reply
        .header('set-cookie', [...answer.cookies])
        .redirect(ownPath(answer.location, origin()), 302);
    },
  );
  app.get(
    '/auth/failed',
    { schema: { operationId: 'readFailedSignIn', summary: 'Where a sign-in that failed ends', tags } },
    async () => {
      throw refused(
        'request.unauthenticated',
        'the company’s provider let you in, and here nobody invited you under that address',
        'ask an administrator for an invitation',
      );
    },
  );
}

/** The path of a redirect: wherever the library sends people, it is a place of ours. */
function ownPath(location: string | null, origin: string): string {
  if (location === null || !URL.canParse(location, origin)) return '/auth/failed';
  const target = new URL(location, origin);
  return target.origin === origin ? target.pathname : '/auth/failed';
}
