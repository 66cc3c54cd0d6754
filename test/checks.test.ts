import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allChecks } from '../src/app/checks.ts';
import type { Check } from '../src/check/define.ts';
import { type FactName, type Facts, known, unknown } from '../src/check/facts/index.ts';
import { runCheck } from '../src/check/run.ts';
import { cardFact, NOW, settingsFact } from '../src/check/testing/builders.ts';
import { isNormId } from '../src/kernel/norms/index.ts';
import { USE_KINDS } from '../src/kernel/vocabulary.ts';
import { examplesOf, type Page, readPage } from './harness/check-page.ts';
import { check as checkFolder, makeWorkspace, useFiles } from './harness/workspace.ts';

const PLAYBOOK = new URL('../src/playbook/', import.meta.url).pathname;
const HEADINGS = [
  'Avoid',
  'Prefer',
  'Why it harms',
  'When it is legitimate',
  'What it cannot see',
  'Norms',
  'Options',
];
/** Words that promise what nobody can keep: docs/how-we-talk.md. */
const PROMISES = /\b(?:unbiased|compliant|bias-free|guarantees?|guaranteed|100 ?% safe|risk-free)\b/i;

const folders = (
  await Promise.all(
    (
      await readdir(PLAYBOOK)
    ).map(async (step) =>
      (
        await readdir(join(PLAYBOOK, step, 'checks'), { withFileTypes: true }).catch(() => [])
      )
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => ({ id: name, step: Number(step[0]), path: join(PLAYBOOK, step, 'checks', name) })),
    ),
  )
).flat();
const byId = new Map<string, Check>(allChecks.map((one) => [one.id, one]));

describe('the list of checks', () => {
  it('holds each folder once, and nothing else', () => {
    expect(allChecks.map(({ id }) => id).sort()).toEqual(folders.map(({ id }) => id).sort());
  });

  it('covers at least 35 controls and all five risk patterns', () => {
    expect(allChecks.length).toBeGreaterThanOrEqual(35);
    expect(new Set(allChecks.flatMap(({ risk }) => risk ?? [])).size).toBe(5);
  });
});

describe.each(folders)('$id', ({ id, step, path }) => {
  const declaration = byId.get(id)!;

  it('is declared as its folder says', async () => {
    expect(declaration).toBeDefined();
    expect(declaration.step).toBe(step);
    expect(declaration.title.length).toBeLessThanOrEqual(90);
    expect(declaration.title).not.toMatch(/[.!]$/);
    expect(declaration.norms.length).toBeGreaterThan(0);
    expect(declaration.norms.filter((norm) => !isNormId(norm))).toEqual([]);
    expect((await readdir(path)).filter((name) => !/^[a-z.-]+\.ts$|^samples\.jsonl$/.test(name))).toEqual([
      'README.md',
    ]);
    expect(await readdir(path)).toEqual(expect.arrayContaining(['check.ts', 'check.test.ts']));
  });

  it('says what, why and what instead, in honest words', () => {
    for (const [name, advice] of Object.entries(declaration.advice)) {
      for (const text of [advice.what, advice.why, advice.instead]) {
        expect(text, name).toMatch(/^["“„{A-Z]/);
        expect(text, name).toMatch(/[.”?}]$/);
        expect(text, name).not.toMatch(PROMISES);
      }
    }
  });

  it('is not assessed without any fact that it needs', () => {
    const kind = declaration.appliesTo === 'all' ? USE_KINDS[0] : declaration.appliesTo[0]!;
    const base: Partial<Facts> = {
      card: { ...cardFact(), card: { use: 'test', kind } },
      settings: settingsFact(),
    };
    for (const lacking of declaration.needs) {
      const facts = Object.fromEntries(
        declaration.needs.map((name: FactName) => [
          name,
          name === lacking ? unknown('not there') : known(base[name] ?? {}),
        ]),
      );
      const ran = runCheck(declaration, { kind, facts, jurisdictions: ['eu'], now: NOW });
      expect(ran?.status).toBe('not-assessed');
      expect(ran?.notAssessed[0]?.missing).toEqual([`${lacking}: not there`]);
    }
  });

  describe('page', async () => {
    const page: Page = readPage(await readFile(join(path, 'README.md'), 'utf8'));

    it('has its headings, in order', () => {
      expect(page.title).toBe(id);
      expect(page.summary).toBe(`${declaration.title}.`);
      expect(page.sections.map(({ heading }) => heading)).toEqual(HEADINGS);
      expect(page.text).not.toMatch(PROMISES);
    });

    it.each(examplesOf(page))('$heading, example $number', async ({ heading, files }) => {
      const report = await checkFolder(await makeWorkspace(useFiles(files)));
      const [use] = report.uses;
      const found = use!.findings.filter((finding) => finding.check === id);
      const context = JSON.stringify({
        problems: report.problems,
        notAssessed: use!.notAssessed.filter((one) => one.check === id),
      });
      if (heading === 'Avoid') expect(found, context).not.toEqual([]);
      else
        expect(
          found.map(({ what }) => what),
          context,
        ).toEqual([]);
      expect(
        report.problems.filter(({ code }) => !EXPECTED_PROBLEMS.has(code)),
        context,
      ).toEqual([]);
    });
  });
});

/** Examples show one thing: they need not bring a data map for every field, nor a known purpose where that is the point. */
const EXPECTED_PROBLEMS = new Set(['card.unknown-field', 'card.unknown-purpose', 'card.unknown-fact']);
