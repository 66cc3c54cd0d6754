import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestServer } from './harness.ts';

interface Operation {
  readonly operationId?: string;
  readonly responses: Record<string, unknown>;
}

let server: TestServer;
let operations: ReadonlyArray<{
  readonly name: string;
  readonly path: string;
  readonly operation: Operation;
}>;
let schemas: Record<string, object>;
let text: string;
beforeAll(async () => {
  server = await TestServer.start();
  const { body } = await server.ask('/openapi.json');
  text = JSON.stringify(body);
  schemas = body.components.schemas;
  operations = Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(
    ([path, all]) =>
      Object.entries(all).map(([method, operation]) => ({
        name: `${method} ${path}`,
        path,
        operation,
      })),
  );
}, 60_000);
afterAll(() => server.stop());

/** A verb and what it is done to. */
const STYLE = /^[a-z]+(?:[A-Z][a-z]+)*$/;

describe('the description as a client is made from it', () => {
  it('names every operation once, a verb first', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(operations.length).toBeGreaterThan(60);
    expect(operations.filter(({ operation }) => !STYLE.test(operation.operationId ?? ''))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has one verb for looking at lists and one for looking at one thing', () => {
    const verbs = operations
      .filter(({ name }) => name.startsWith('get /v1/'))
      .map(({ operation }) => /^[a-z]+/.exec(operation.operationId!)![0]);
    expect([...new Set(verbs)].sort()).toEqual(['export', 'list', 'read', 'search', 'verify']);
  });

  it('refers to schemas by names that are there, and has none that nothing refers to', () => {
    const referred = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name));
    expect([...referred].sort()).toEqual(Object.keys(schemas).sort());
    expect(Object.keys(schemas)).toEqual(
      expect.arrayContaining([
        'ListedUse',
        'Use',
        'Version',
        'Finding',
        'Review',
        'QueuedReview',
        'Clearance',
      ]),
    );
  });

  it('gives nothing a made-up name, and says what an error looks like everywhere', () => {
    expect(Object.keys(schemas).filter((name) => !/^[A-Z][A-Za-z]+$/.test(name))).toEqual([]);
    expect(operations.filter(({ operation }) => !('default' in operation.responses))).toEqual([]);
    expect(text).not.toMatch(/PLACEHOLDER/);
  });
});
