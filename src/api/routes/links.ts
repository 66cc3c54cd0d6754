import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { followLink } from '../../app/server/people/links.ts';
import { PASSWORD } from '../../app/server/sign-in/create-sign-in.ts';
import { enterWithPassword } from '../../app/server/sign-in/enter.ts';
import type { Api } from '../fastify-types.ts';
import { orRefuse } from '../refused.ts';
import { line } from '../schemas/common.ts';
import type { RouteDependencies } from './index.ts';

const account = z.strictObject({
  name: line(200),
  email: z.email().max(254).optional(),
  password: z.string().min(PASSWORD.minimum).max(PASSWORD.maximum),
});
const params = z.object({ link: z.string().max(100) });
const tags = ['sign-in'];

const LINKS = [
  {
    purpose: 'set-up',
    names: { form: 'showSetUp', follow: 'setUp' },
    says: 'Make the first administrator, with the link of the first start',
    title: 'Set up Scruple',
    asksEmail: true,
  },
  {
    purpose: 'invitation',
    names: { form: 'showInvitation', follow: 'acceptInvitation' },
    says: 'Take the account that one was invited to',
    title: 'Your account at Scruple',
    asksEmail: false,
  },
] as const;

/** Links that are good once: the page that they lead to, and what it sends. It works without a script. */
export function addLinkRoutes(app: Api, { services, limits }: RouteDependencies): void {
  const { context, authenticate } = services;
  const config = { rateLimit: { max: limits.signInsPerMinute, timeWindow: 60_000 } };
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 4096 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  for (const { purpose, names, says, title, asksEmail } of LINKS) {
    app.get(
      `/${purpose}/:link`,
      {
        config,
        schema: {
          operationId: names.form,
          summary: `A page with a form: ${says.toLowerCase()}`,
          tags,
          params,
        },
      },
      async (request, reply) =>
        reply
          .type('text/html; charset=utf-8')
          .send(page(title, `/auth/${purpose}/${encodeURIComponent(request.params.link)}`, asksEmail)),
    );
    app.post(
      `/auth/${purpose}/:link`,
      {
        config,
        schema: {
          operationId: names.follow,
          summary: says,
          tags,
          params,
          body: account,
          response: { 200: z.object({ status: z.literal('ok') }) },
        },
      },
      async (request, reply) => {
        const { params: path, body, headers } = request;
        const made = orRefuse(await followLink(context, purpose, path.link, body));
        const entered = await enterWithPassword(context, authenticate, {
          email: made.email,
          password: body.password,
          cookie: headers.cookie ?? null,
        });
        reply.header('set-cookie', [...orRefuse(entered).cookies]);
        return isForm(request) ? reply.redirect('/', 303) : reply.send({ status: 'ok' });
      },
    );
  }
}

const isForm = ({ headers }: FastifyRequest): boolean =>
  headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;

/** `action` is a path of ours whose last part is percent-encoded: nothing in the page comes from outside unescaped. */
const page = (title: string, action: string, asksEmail: boolean): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<main>
<h1>${title}</h1>
<form method="post" action="${action.replaceAll("'", '%27')}">
<p><label>Name<br><input name="name" autocomplete="name" maxlength="200" required></label></p>
${asksEmail ? '<p><label>Mail address<br><input name="email" type="email" autocomplete="email" required></label></p>\n' : ''}<p><label>Password, at least ${PASSWORD.minimum} characters<br><input name="password" type="password" autocomplete="new-password" minlength="${PASSWORD.minimum}" maxlength="${PASSWORD.maximum}" required></label></p>
<p><button>Go on</button></p>
</form>
</main>
</html>
`;
