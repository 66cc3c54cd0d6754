import helmet from '@fastify/helmet';
import fastify from 'fastify';

const SETTINGS = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
  },
  crossOriginEmbedderPolicy: true,
  referrerPolicy: { policy: 'no-referrer' },
  // Whoever puts TLS in front of the server says for how long browsers must keep to it.
  strictTransportSecurity: false,
} as const;

/**
 * The headers of Helmet under our settings, by their names in small letters. They are the same at every request, so they
 * are asked for once: made anew each time they cost more than everything else before a route.
 */
export async function securityHeaders(): Promise<Readonly<Record<string, string>>> {
  const asked = fastify();
  await asked.register(helmet, SETTINGS);
  const headers: Record<string, string> = {};
  asked.addHook('onRequest', (_, reply, done) => {
    for (const [name, value] of Object.entries(reply.raw.getHeaders())) headers[name] = String(value);
    done();
  });
  await asked.inject('/');
  await asked.close();
  return headers;
}
