import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClientGeneratorsBuilder, type GeneratorVerbOptions, generate } from 'orval';
import { createServer } from '../src/api/create-server.ts';

/** Where the client of the console is kept, from the root of the project. */
export const CLIENT = 'src/console/api/client.ts';

/** The client of the console: one small function an operation, and the types of what goes and comes, made from our own description of the API. */
export async function consoleClient(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scruple-client-'));
  try {
    const description = join(folder, 'openapi.json');
    const client = join(folder, 'client.ts');
    await writeFile(description, JSON.stringify(await ownDescription()));
    await generate(
      {
        input: { target: description },
        output: {
          mode: 'single',
          target: client,
          client: () => functions,
          override: { header: () => '', enumGenerationType: 'union' },
        },
      },
      folder,
      { verbose: false } as never,
    );
    const made = await readFile(client, 'utf8');
    return `${HEADER}${made
      .replaceAll(/[ \t]+$/gm, '')
      .replaceAll(/\n{3,}/g, '\n\n')
      // A list of lists comes with its words in the wrong order.
      .replaceAll(/readonly readonly (\w+)\[\]\[\]/g, 'readonly (readonly $1[])[]')
      .trim()}\n`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const HEADER = `// Made by \`node scripts/publish-client.ts\` from the description of the API; do not edit.
import { type Asking, ask, at } from './ask.ts';

`;

/** The routes describe themselves without a store behind them. */
export async function ownDescription(): Promise<object> {
  const app = await createServer({
    services: {} as never,
    version: '0',
    origin: () => 'http://127.0.0.1',
    logTo: null,
  });
  const described = app.swagger();
  await app.close();
  return described;
}

const functions: ClientGeneratorsBuilder = {
  client: (options) => ({ implementation: functionOf(options), imports: [] }),
  dependencies: () => [],
  header: () => '',
};

/** Paths are encoded by `at`; a `version` that an edit must name goes into `asking`. */
function functionOf(operation: GeneratorVerbOptions): string {
  const { operationName, verb, params, queryParams, body, response } = operation;
  const { pathRoute } = operation as GeneratorVerbOptions & { readonly pathRoute: string };
  const success = response.types.success.find(({ key }) => key.startsWith('2'));
  // What a route does not describe is a file.
  const answer =
    response.definition.success === 'void' && success?.key !== '204' ? 'Blob' : response.definition.success;
  const query =
    queryParams === undefined
      ? ''
      : `query${operation.queryParams!.isOptional ? '?' : ''}: ${queryParams.schema.name}`;
  const taken = [
    ...params.map(({ name }) => `${name}: string`),
    ...(body.definition === '' ? [] : [`body: ${body.definition}`]),
    ...(query === '' ? [] : [query]),
    'asking?: Asking',
  ];
  const path = pathRoute.replaceAll('{', '${');
  const place = params.length === 0 ? `'${path}'` : `at\`${path}\``;
  const given = [
    ...(body.definition === '' ? [] : ['body']),
    ...(query === '' ? [] : ['query']),
    '...asking',
  ].join(', ');
  return `export const ${operationName} = (${taken.join(', ')}): Promise<${answer}> =>\n  ask('${verb.toUpperCase()}', ${place}, { ${given} });\n`;
}
