import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hoursAfter } from '../../src/gate/testing/moments.ts';
import { foldChoices } from '../../src/playbook/6-control/ledger/choice-state.ts';
import { EVENT } from '../../src/playbook/6-control/testing/choices.ts';
import { byMail, gateFolder } from './snapshot-file.ts';

const [ADA, BOB, CYD] = ['ada', 'bob', 'cyd'].map((name) => byMail(`${name}@people.example`)) as [
  `subject:${string}`,
  `subject:${string}`,
  `subject:${string}`,
];
const LIST = `email,mobile,number
Ada@People.example,0049 30 901820,C-1
bob@people.example,,C-2
cyd@people.example,no number,C-3
nobody,,
`;
const NO = foldChoices([{ ...EVENT, id: 'no', kind: 'withdrawn', at: '2026-11-02T00:00:00.000Z' }]);
const WORLD = {
  people: {
    [ADA]: {},
    // Said no: leaves every list. Bob only rests, which is over some day.
    [CYD]: { choices: [{ subject: CYD, state: NO }] },
    [BOB]: { rests: [{ use: null, scope: { purpose: null, channel: null }, until: hoursAfter(1) }] },
  },
};
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function importsFor(destination: string, columns: Readonly<Record<string, string>> = {}) {
  const folder = await gateFolder(LIST, WORLD);
  const summary = await folder.gate({
    imports: { destination, columns, additions: folder.path('add.csv'), removals: folder.path('remove.csv') },
  });
  return { folder, summary, add: () => folder.read('add.csv'), remove: () => folder.read('remove.csv') };
}

describe('files for systems that addresses are uploaded to', () => {
  it('add who is permitted to an audience, and take out everybody else of the list', async () => {
    const { add, remove, summary } = await importsFor('meta-custom-audience', { phone: 'mobile' });
    expect(await add()).toBe(`email,phone\n${sha256('ada@people.example')},${sha256('4930901820')}\n`);
    expect(await remove()).toBe(
      `email,phone\n${sha256('bob@people.example')},\n${sha256('cyd@people.example')},\n`,
    );
    expect(summary).toMatchObject({
      value: { additions: { people: 1, left: 0 }, removals: { people: 2, left: 1 } },
    });
  });

  it('set down as having left only those who said no themselves', async () => {
    for (const [destination, expected] of [
      ['hubspot', 'Email\ncyd@people.example\n'],
      ['klaviyo', 'Email,Email Marketing Consent\ncyd@people.example,Unsubscribed\n'],
      ['braze', 'external_id,email_subscribe\nC-3,unsubscribed\n'],
    ] as const)
      expect(await (await importsFor(destination, { customer: 'number' })).remove()).toBe(expected);
  });

  it('hash for Google with the plus of the number', async () => {
    const { add } = await importsFor('google-customer-match', { phone: 'mobile' });
    expect(await add()).toContain(sha256('+4930901820'));
  });

  it('are none where a column or a system is not there', async () => {
    const { folder, summary } = await importsFor('csv', { phone: 'telephone' });
    expect(summary).toMatchObject({ problem: { code: 'gate.unknown-column' } });
    expect(await folder.names()).toEqual(['gate.jsonl', 'list.csv', 'trust.json']);
    expect((await importsFor('carrier-pigeon')).summary).toMatchObject({
      problem: { code: 'usage.invalid' },
    });
  });
});
