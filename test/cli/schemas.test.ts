import { readdir, readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { publishedSchemas } from '../../scripts/published-schemas.ts';
import { messagesJson } from '../../src/report/json/messages-json.ts';
import { segmentsJson } from '../../src/report/json/segments-json.ts';
import { workspaceJson } from '../../src/report/json/workspace-json.ts';
import { messagesReport, segmentsReport, workspaceReport } from '../../src/report/testing/report-fixture.ts';

const folder = new URL('../../docs/schemas/', import.meta.url);
const golden = new URL('../golden/', import.meta.url);
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const validators = new Map(publishedSchemas().map(({ file, text }) => [file, ajv.compile(JSON.parse(text))]));
const errorsOf = (file: string, value: unknown): unknown => {
  const validate = validators.get(file)!;
  return validate(JSON.parse(JSON.stringify(value))) ? [] : validate.errors;
};

describe('docs/schemas', () => {
  it('is what the program itself uses: node scripts/publish-schemas.ts writes it', async () => {
    expect((await readdir(folder)).sort()).toEqual(
      publishedSchemas()
        .map(({ file }) => file)
        .sort(),
    );
    for (const { file, text } of publishedSchemas())
      expect(await readFile(new URL(file, folder), 'utf8'), file).toBe(text);
  });

  it.each([
    ['report.schema.json', workspaceJson(workspaceReport)],
    ['messages.schema.json', messagesJson(messagesReport)],
    ['segments.schema.json', segmentsJson(segmentsReport)],
    ['segment-line.schema.json', { line: 1, ...segmentsJson(segmentsReport).segments[0] }],
  ])('%s takes what is printed, and a key that comes later', (file, value) => {
    expect(errorsOf(file, value)).toEqual([]);
    expect(errorsOf(file, { ...value, later: 1 })).toEqual([]);
    expect(errorsOf(file, {})).not.toEqual([]);
  });

  it.each([
    ['scruple.schema.json', 'scruple.yaml'],
    ['use.schema.json', 'uses/winback-arrears/use.yaml'],
    ['datamap.schema.json', 'datamap/shop.yaml'],
    ['facts.schema.json', 'facts.yaml'],
    ['waivers.schema.json', 'waivers.yaml'],
  ])('%s takes %s of a workspace, and no unknown key', async (file, path) => {
    const value: unknown = parse(await readFile(new URL(`workspace/${path}`, golden), 'utf8'));
    expect(errorsOf(file, value)).toEqual([]);
    expect(
      errorsOf(
        file,
        Array.isArray(value) ? [{ ...value[0], nonsense: 1 }] : { ...(value as object), nonsense: 1 },
      ),
    ).not.toEqual([]);
  });
});
