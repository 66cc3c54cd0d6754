interface Operation {
  readonly summary?: string;
  readonly operationId?: string;
  readonly description?: string;
  readonly parameters?: ReadonlyArray<{
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }>;
  readonly responses?: Readonly<Record<string, unknown>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The API as a document, from its own description: what each route is for, what it takes and how it answers. */
export function apiPage(description: object): string {
  const { paths } = description as Description;
  const routes = Object.entries(paths)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, item]) =>
      METHODS.flatMap((method) => (item[method] === undefined ? [] : [routeOf(method, path, item[method])])),
    );
  return `# The API\n\n${routes.length} routes, from [the description](openapi.json) in OpenAPI 3.1 that the server gives under \`/openapi.json\`.\n\n${routes.join('\n')}`;
}

function routeOf(method: string, path: string, operation: Operation): string {
  const takes = (operation.parameters ?? []).map(
    ({ name, in: where, required }) => `\`${name}\` (${where}${required === true ? ', required' : ''})`,
  );
  return [
    `## \`${method.toUpperCase()} ${path}\``,
    '',
    `${operation.summary ?? ''}`,
    ...(operation.description === undefined ? [] : ['', operation.description]),
    '',
    `- operation: \`${operation.operationId ?? ''}\``,
    ...(takes.length === 0 ? [] : [`- takes: ${takes.join(', ')}`]),
    `- answers: ${Object.keys(operation.responses ?? {}).join(', ')}`,
    '',
  ].join('\n');
}
