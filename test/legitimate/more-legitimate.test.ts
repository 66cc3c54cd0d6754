import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { checkMessages } from '../../src/app/check-messages.ts';
import { NOW } from '../../src/check/testing/builders.ts';
import { type Case, checkCase, messageFile, readCases, type Twin } from './workspaces.ts';

const cases = await readCases<Case>('more-cases.yaml');
const twins = await readCases<Twin>('harmful-twins.yaml');
const map = (name: string) => readFile(new URL(name, import.meta.url), 'utf8');
const dataMaps = {
  'datamap/shop.yaml': await map('datamap.yaml'),
  'datamap/agencies.yaml': await map('more-datamap.yaml'),
};

describe('more legitimate uses for vulnerable or special audiences', () => {
  it('are at least eighty', () => expect(Object.keys(cases).length).toBeGreaterThanOrEqual(80));

  describe.each(['bare', 'full'] as const)('with a %s card', (style) => {
    it.each(Object.entries(cases))('%s is not blocked', async (id, one) => {
      const report = await checkCase(id, one, style, dataMaps);
      expect(report.problems).toEqual([]);
      const blocking = report.uses[0]!.findings.filter(({ gravity }) => gravity === 'block');
      expect(blocking.map(({ check, what }) => `${check}: ${what}`)).toEqual([]);
    });
  });

  it('are not blocked without their cards either', async () => {
    const inputs = Object.entries(cases)
      .filter(([, { message }]) => message !== undefined)
      .map(([id, one]) => {
        const { name, text } = messageFile(one);
        return { file: `${id}/${name}`, bytes: Buffer.from(text) };
      });
    const { messages, problems } = await checkMessages(inputs, { at: NOW });
    expect(problems).toEqual([]);
    expect(messages.length).toBe(inputs.length);
    const graver = messages.flatMap(({ findings }) => findings).filter(({ gravity }) => gravity === 'block');
    expect(graver).toEqual([]);
  });
});

describe('their harmful twins', () => {
  it('are at least forty', () => expect(Object.keys(twins).length).toBeGreaterThanOrEqual(40));

  it.each(Object.entries(twins))('%s is caught', async (id, twin) => {
    const report = await checkCase(id, twin, 'full', dataMaps);
    const found = report.uses[0]!.findings;
    const grave = found.filter(({ gravity }) => gravity === 'block' || (!twin.block && gravity === 'review'));
    const wanted = twin.block ?? twin.review ?? [];
    expect(wanted.length).toBeGreaterThan(0);
    const shown = found.map(({ check, gravity }) => `${gravity} ${check}`);
    expect(grave.filter(({ check }) => wanted.includes(check)).length, shown.join('\n')).toBeGreaterThan(0);
  });
});
