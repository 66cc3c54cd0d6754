import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Api } from '../fastify-types.ts';
import type { RouteDependencies } from './index.ts';

/** The same folder from `src/api/routes` and from `dist/api/routes`. */
const BUILT = new URL('../../../dist/console/', import.meta.url);
/** Stands in the built page where each answer puts its own nonce. */
const NONCE = '__NONCE__';

interface Console {
  readonly page: string;
  /** Addresses of its views, as patterns of routes. */
  readonly addresses: readonly string[];
}

/** The console: one page at each of its addresses, and its files. Programs that ask `/` for JSON get it. */
export function addPageRoutes(app: Api, { version }: RouteDependencies): void {
  const console = builtConsole();
  const show = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    console === null ? sendNotBuilt(reply) : sendPage(reply, console.page);
  app.get(
    '/',
    {
      schema: {
        operationId: 'readServer',
        summary: 'What this is; the console for browsers',
        response: {
          200: z.object({ name: z.literal('scruple'), version: z.string(), api: z.literal('/openapi.json') }),
        },
      },
    },
    async (request, reply) => {
      reply.header('vary', 'accept');
      if (request.headers.accept?.includes('text/html') === true) return show(request, reply);
      return { name: 'scruple', version, api: '/openapi.json' } as const;
    },
  );
  if (console === null) return;
  for (const address of console.addresses)
    if (address !== '/') app.get(address, { schema: { hide: true } }, show);
  // Names of these files hold the hash of what is in them.
  void app.register(fastifyStatic, {
    root: fileURLToPath(new URL('assets/', BUILT)),
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
  });
}

function builtConsole(): Console | null {
  const page = new URL('index.html', BUILT);
  if (!existsSync(page)) return null;
  return {
    page: readFileSync(page, 'utf8'),
    addresses: JSON.parse(readFileSync(new URL('addresses.json', BUILT), 'utf8')) as string[],
  };
}

/**
 * Scripts come from us alone and styles carry the nonce of the answer. A frame that shows somebody's message inherits
 * all of this: its own style elements need the nonce, and nothing in it can run, load or send.
 */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    'frame-src blob:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(18).toString('base64url');
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policyWith(nonce))
    .serializer(String)
    .send(page.replaceAll(NONCE, nonce));
}

const sendNotBuilt = (reply: FastifyReply): FastifyReply =>
  reply
    .code(503)
    .type('text/html; charset=utf-8')
    .serializer(String)
    .send(
      `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Scruple</title>
<main>
<h1>The console is not built here</h1>
<p>The server runs, and its API answers: <a href="/openapi.json">/openapi.json</a> describes it.</p>
<p>Run <code>npm run build:console</code> in the folder of the project, then start the server again.</p>
</main>
</html>
`,
    );
