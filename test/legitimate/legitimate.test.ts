import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkMessages } from '../../src/app/check-messages.ts';
import { NOW } from '../../src/check/testing/builders.ts';
import { check, makeWorkspace, useFiles } from '../harness/workspace.ts';

interface Case {
  readonly card: Record<string, unknown>;
  readonly mission?: { readonly category: string; readonly ground: string };
  readonly segment?: string;
  readonly message: string;
}

const read = (name: string) => readFile(new URL(name, import.meta.url), 'utf8');
const cases: Record<string, Case> = parse(await read('cases.yaml'));
const dataMap = await read('datamap.yaml');

describe('legitimate messages for vulnerable or special audiences', () => {
  it('are at least forty', () => expect(Object.keys(cases).length).toBeGreaterThanOrEqual(40));

  it.each(Object.entries(cases))('%s is not blocked', async (_, one) => {
    const { subject, text } = splitSubject(one.message);
    const folder = await makeWorkspace({
      'scruple.yaml': stringify({
        organisation: 'Harbor Services (fictional)',
        jurisdictions: ['eu'],
        missions: one.mission === undefined ? [] : [one.mission],
      }),
      'datamap/shop.yaml': dataMap,
      ...useFiles({
        'use.yaml': stringify({
          ...one.card,
          messages: [{ file: 'message.txt', subject, from: 'Harbor Services <service@harbor.example>' }],
        }),
        'message.txt': text,
        ...(one.segment === undefined ? {} : { 'segment.sql': one.segment }),
      }),
    });
    const report = await check(folder);
    expect(report.problems).toEqual([]);
    const blocking = report.uses[0]!.findings.filter(({ gravity }) => gravity === 'block');
    expect(blocking.map(({ check: id, what }) => `${id}: ${what}`)).toEqual([]);
  });

  it('are not blocked without their cards either', async () => {
    const inputs = Object.entries(cases).map(([id, { message }]) => ({
      file: `${id}.txt`,
      bytes: Buffer.from(message),
    }));
    const { messages, problems } = await checkMessages(inputs, { at: NOW });
    expect(problems).toEqual([]);
    expect(messages.filter(({ verdict }) => verdict === 'block')).toEqual([]);
    expect(messages.length).toBe(inputs.length);
  });
});

function splitSubject(message: string): { subject: string; text: string } {
  const [first = '', ...rest] = message.split('\n');
  return { subject: first.replace(/^Subject: /, ''), text: rest.join('\n') };
}
