import swagger from '@fastify/swagger';
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
      const right = input.route.config?.right;
      return {
        url,
        schema: {
          ...schema,
          ...(right === undefined ? {} : { security: [{ key: [] }, { session: [] }], 'x-right': right }),
        },
      };
    },
  });
}
