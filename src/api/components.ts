type Described = Record<string, unknown>;

const REFERENCE = '#/components/schemas/';

/** What every error is answered as (RFC 9457). */
const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'hint', 'id'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'One of docs/problems.md.' },
    detail: { type: 'string' },
    hint: { type: 'string', description: 'What to do, beginning with a verb.' },
    id: { type: 'string', description: 'For whoever is asked for help.' },
    at: { type: 'object', description: 'The place in a file, where there is one.' },
  },
};
const FAILURE = {
  description: 'What went wrong, and what to do',
  content: { 'application/problem+json': { schema: { $ref: `${REFERENCE}Problem` } } },
};

/**
 * A description with the schemas that something refers to, each under the plain name that it was given, and with the
 * form that errors have. A schema has one name whether it is sent or answered, unless its two forms differ in use.
 */
export function withComponents(description: Described): Described {
  const { paths = {}, components = {} } = description as {
    readonly paths?: Record<string, Record<string, { responses?: Described }>>;
    readonly components?: { readonly schemas?: Described };
  };
  const answering = Object.fromEntries(
    Object.entries(paths).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [
          method,
          { ...operation, responses: { ...operation.responses, default: FAILURE } },
        ]),
      ),
    ]),
  );
  const schemas: Described = { ...components.schemas, Problem: PROBLEM };
  const kept = referredFrom(answering, schemas);
  const isOne = (name: string, plain: string): boolean =>
    plain in schemas &&
    (!kept.has(plain) || JSON.stringify(schemas[plain]) === JSON.stringify(schemas[name]));
  const names = new Map(
    [...kept].map((name) => {
      const plain = name.replace(/Input$/, '');
      return [name, isOne(name, plain) ? plain : name];
    }),
  );
  const whole = {
    ...description,
    paths: answering,
    components: {
      ...components,
      schemas: Object.fromEntries([...kept].sort().map((name) => [names.get(name)!, schemas[name]])),
    },
  };
  return JSON.parse(JSON.stringify(whole), (key, value) =>
    key === '$ref' && typeof value === 'string' && value.startsWith(REFERENCE)
      ? `${REFERENCE}${names.get(value.slice(REFERENCE.length)) ?? value.slice(REFERENCE.length)}`
      : value,
  ) as Described;
}

/** Names of the schemas that are referred to, directly or by one that is. */
function referredFrom(start: unknown, schemas: Described): ReadonlySet<string> {
  const found = new Set<string>();
  const open: unknown[] = [start];
  while (open.length > 0)
    JSON.stringify(open.pop(), (key, value) => {
      const name =
        key === '$ref' && typeof value === 'string' && value.startsWith(REFERENCE)
          ? value.slice(REFERENCE.length)
          : null;
      if (name !== null && !found.has(name) && name in schemas) {
        found.add(name);
        open.push(schemas[name]);
      }
      return value;
    });
  return found;
}
