import swagger from '@fastify/swagger';
import type { RouteOptions } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { withComponents } from './components.ts';
import type { Api } from './fastify-types.ts';

const transformSchema = createJsonSchemaTransform({ skipList: [] });
const transformObject = createJsonSchemaTransformObject({});

/** Describes every route as OpenAPI 3.1, made from the schemas by which requests are checked and answers are written. */
export async function describeApi(app: Api, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Scruple',
        version,
        description: 'Reviews, gates, explains and watches every planned use of customer data.',
      },
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'A key of a person or a machine.' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'scruple.session_token',
            description: 'Made by signing in.',
          },
        },
      },
    },
    transformObject: (input) => withComponents({ ...transformObject(input) }),
    transform: (input) => {
      const { schema, url } = transformSchema(input);
      const { right, isSigned } = input.route.config ?? {};
      const headers = headersOf(input.route);
      return {
        url,
        schema: {
          ...schema,
          ...(headers === null ? {} : { headers }),
          ...(right === undefined ? {} : { security: [{ key: [] }, { session: [] }], 'x-right': right }),
          ...(isSigned === undefined ? {} : { 'x-signed': isSigned }),
        },
      };
    },
  });
}

/** What a write takes beside its body; read from the request itself, so that no schema refuses it before its time. */
function headersOf({ method, url, config, schema }: RouteOptions): object | null {
  const isWrite = method !== 'GET' && method !== 'HEAD' && url.startsWith('/v1/');
  // A file is made anew each time, and a signed delivery is known by the ids within it.
  if (!isWrite || schema?.produces !== undefined || config?.isSigned === true) return null;
  return {
    type: 'object',
    required: config?.match === 'required' ? ['If-Match'] : [],
    properties: {
      ...(config?.match === undefined ? {} : { 'If-Match': IF_MATCH }),
      'Idempotency-Key': IDEMPOTENCY_KEY,
    },
  };
}

const IF_MATCH = { type: 'string', description: 'The `ETag` of what was read, so that no change is lost.' };
const IDEMPOTENCY_KEY = {
  type: 'string',
  description: 'Of a request that is sent again: it gets the first answer. The key is forgotten after a day.',
};
