import { describe, expect, it } from 'vitest';
import { messagesReport, segmentsReport, workspaceReport } from '../testing/report-fixture.ts';
import { lineJson } from './line-json.ts';
import { messagesJson } from './messages-json.ts';
import { messagesReportSchema, segmentsReportSchema, workspaceReportSchema } from './schema.ts';
import { segmentsJson } from './segments-json.ts';
import { workspaceJson } from './workspace-json.ts';

describe('JSON reports', () => {
  it('have the shape that is published', () => {
    expect(workspaceReportSchema.strict().parse(workspaceJson(workspaceReport))).toEqual(
      workspaceJson(workspaceReport),
    );
    expect(messagesReportSchema.strict().parse(messagesJson(messagesReport))).toEqual(
      messagesJson(messagesReport),
    );
    expect(segmentsReportSchema.strict().parse(segmentsJson(segmentsReport))).toEqual(
      segmentsJson(segmentsReport),
    );
  });

  it('carry the keys of the contract, always', () => {
    const { uses, problems } = workspaceJson(workspaceReport);
    for (const use of uses)
      expect(Object.keys(use)).toEqual(
        expect.arrayContaining(['use', 'kind', 'hash', 'verdict', 'findings', 'notAssessed']),
      );
    for (const finding of uses.flatMap(({ findings }) => findings))
      expect(Object.keys(finding)).toEqual(
        expect.arrayContaining([
          'check',
          'step',
          'risk',
          'gravity',
          'at',
          'quote',
          'what',
          'why',
          'instead',
          'norms',
          'waivedBy',
        ]),
      );
    expect(problems).toMatchObject([
      { code: 'card.unknown-key', at: { file: 'uses/loyalty/use.yaml', line: 4, column: 1 } },
    ]);
    for (const segment of segmentsJson(segmentsReport).segments)
      expect(Object.keys(segment)).toEqual(
        expect.arrayContaining(['file', 'dialect', 'problem', 'unresolved']),
      );
  });

  it('carry no value that identifies a person', () => {
    for (const report of [
      workspaceJson(workspaceReport),
      messagesJson(messagesReport),
      segmentsJson(segmentsReport),
    ])
      expect(JSON.stringify(report)).not.toMatch(/ada@people|bob@people|7654321/);
  });

  it('keep the literals that a segment reading is for', () => {
    const fields = segmentsJson(segmentsReport).segments[0]!.fields;
    expect(fields.find(({ field }) => field.endsWith('plan'))?.values).toEqual([
      "'a'",
      "'b'",
      "'c'",
      "'d'",
      "'e'",
    ]);
    expect(fields.find(({ field }) => field.endsWith('email'))?.values).toEqual([
      "'[e-mail address]'",
      "'[e-mail address]'",
    ]);
  });
});

describe('lineJson', () => {
  it('holds one line for every reader, and means the same', () => {
    const value = { text: 'a\nb\r\u0085\u2028\u2029"\\' };
    const line = lineJson(value);
    expect(line).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
    expect(JSON.parse(line)).toEqual(value);
    expect(line).toContain('\\u0085\\u2028\\u2029');
  });
});
