import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { defineCheck } from '../../check/define.ts';
import { messagesReport, workspaceReport } from '../testing/report-fixture.ts';
import { messagesSarif } from './messages-sarif.ts';
import { workspaceSarif } from './workspace-sarif.ts';

const require = createRequire(import.meta.url);
const schemaFile = require
  .resolve('@microsoft/jest-sarif')
  .replace(/lib[\\/].*$/, 'lib/schemas/sarif-2.1.0-rtm.5.json');
const validate = (() => {
  const ajv = new AjvDraft04.default({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv as never);
  return ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
})();

const check = defineCheck({
  id: 'seg-vuln-exploit',
  step: 3,
  risk: 'vulnerability-targeting',
  title: 'Nobody is chosen because they are easier to press',
  appliesTo: 'all',
  needs: ['audience'],
  reads: ['audience'],
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['eu-ai-act-5-1-b'],
  advice: { seen: { what: 'Chosen by {field}.', why: 'It harms.', instead: 'Leave it out.' } },
  run() {},
});
const options = { checks: [check], version: '0.1.0', folder: 'examples/my shop' };

interface Log {
  runs: Array<{
    tool: { driver: { rules: Array<{ id: string; help: { text: string } }> } };
    columnKind: string;
    invocations: Array<{
      executionSuccessful: boolean;
      toolExecutionNotifications: Array<{ descriptor: { id: string }; level: string }>;
    }>;
    results: Array<{
      ruleId: string;
      level: string;
      suppressions?: unknown[];
      partialFingerprints: Record<string, string>;
      locations: Array<{
        physicalLocation: { artifactLocation: { uri: string }; region: Record<string, unknown> };
      }>;
    }>;
  }>;
}
const run = () => (workspaceSarif(workspaceReport, options) as Log).runs[0]!;

describe('SARIF', () => {
  it.each([
    ['check', workspaceSarif(workspaceReport, options)],
    ['message', messagesSarif(messagesReport, options)],
    [
      'no use at all',
      workspaceSarif({ ...workspaceReport, uses: [], problems: [] }, { ...options, checks: [] }),
    ],
  ])('of %s is valid 2.1.0', (_title, log) => {
    expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });

  it('would be refused by the schema if it were wrong', () => {
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  it('gives each finding its level, its place in UTF-16 units, and its waiver', () => {
    const { results, columnKind } = run();
    expect(columnKind).toBe('utf16CodeUnits');
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['seg-vuln-exploit', 'error'],
      ['seg-min-size', 'note'],
      ['seg-list', 'note'],
      ['msg-urgency', 'warning'],
      ['msg-hostile', 'note'],
    ]);
    expect(results[0]!.locations[0]!.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'examples/my%20shop/uses/winback-spring/segment.sql' },
      region: { startLine: 3, startColumn: 9, endLine: 3, endColumn: 48 },
    });
    expect(
      results.filter(({ suppressions }) => suppressions !== undefined).map(({ ruleId }) => ruleId),
    ).toEqual(['seg-list']);
  });

  it('says problems and what was not assessed as notifications', () => {
    const [invocation] = run().invocations;
    expect(invocation!.executionSuccessful).toBe(false);
    expect(
      invocation!.toolExecutionNotifications.map(({ descriptor, level }) => [descriptor.id, level]),
    ).toEqual([
      ['card.unknown-key', 'error'],
      ['not-assessed', 'warning'],
      ['not-assessed', 'note'],
      ['not-assessed', 'warning'],
    ]);
  });

  it('keeps fingerprints when lines move, and gives no two findings the same', () => {
    const prints = run().results.map(({ partialFingerprints }) => partialFingerprints['scrupleFinding/v1']);
    expect(new Set(prints).size).toBe(prints.length);
    const moved = {
      ...workspaceReport,
      uses: workspaceReport.uses.map((use) => ({
        ...use,
        findings: [...use.findings, ...use.findings].map((finding) => ({
          ...finding,
          at: { ...finding.at, line: finding.at.line + 7, endLine: finding.at.endLine + 7 },
        })),
      })),
    };
    const after = (workspaceSarif(moved, options) as Log).runs[0]!.results.map(
      ({ partialFingerprints }) => partialFingerprints['scrupleFinding/v1'],
    );
    expect(after.slice(0, prints.length)).toEqual(prints);
    expect(new Set(after).size).toBe(after.length);
  });

  it('explains a rule without open holes, and quotes nobody', () => {
    expect(run().tool.driver.rules[0]!.help.text).toContain('Chosen by ….');
    expect(JSON.stringify(run())).not.toMatch(/ada@people|7654321/);
  });
});
