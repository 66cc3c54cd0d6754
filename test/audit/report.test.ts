import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AjvDraft04 from 'ajv-draft-04';
import { chromium } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditDecisions } from '../../src/app/audit/audit-decisions.ts';
import type { AuditRequest } from '../../src/app/audit/request.ts';
import { auditHtml } from '../../src/report/audit/audit-html.ts';
import { auditText } from '../../src/report/audit/audit-text.ts';
import type { AuditJson } from '../../src/report/audit/schema.ts';
import { displayWidth } from '../../src/report/display-width.ts';
import { plain } from '../../src/report/text/page.ts';
import { scruple } from '../cli/run-scruple.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const EXAMPLE = `${ROOT}examples/audit/spring-mail.csv`;
const CHROMIUM = '/usr/bin/chromium';

async function audited(columns: AuditRequest['columns'], pack?: string): Promise<AuditJson> {
  const answer = await auditDecisions({
    decisions: EXAMPLE,
    columns,
    at: new Date('2026-11-24T00:00:00Z'),
    timeoutMs: 60_000,
    version: '0.1.0',
    environment: {},
    ...(pack === undefined ? {} : { pack }),
  });
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

describe('the report of an audit', () => {
  let full: AuditJson;
  let bare: AuditJson;
  beforeAll(async () => {
    full = await audited(
      {
        groups: ['sex', 'age_band'],
        decision: 'contacted',
        label: 'bought',
        score: 'propensity',
        control: ['region'],
        rules: ['debtors', 'few_visits'],
        marginals: true,
        proxies: ['channel', 'region'],
        outcomes: ['discount'],
      },
      'us-nyc-ll144',
    );
    bare = await audited({ groups: ['sex'], decision: 'contacted', rules: ['debtors', 'few_visits'] });
  });

  it('leads with sentences that a marketing lead understands, each with its numbers', () => {
    const [gap, rule, mend] = bare.summary;
    const [f, m] = [bare.groups[0]!, bare.groups[1]!];
    const row = bare.comparisons[0]!;
    expect(gap).toBe(
      `People with sex “f” are ${Math.round(100 * row.ratio!)} % as likely to be selected as people with sex “m” (95 % interval ${Math.round(100 * row.interval.ratio![0]!)}–${Math.round(100 * row.interval.ratio![1]!)} %): ${(100 * f.selectionRate!).toFixed(1)} % of 2,975 against ${(100 * m.selectionRate!).toFixed(1)} % of 2,898; against everybody else p = 8.3e-23 after adjustment. At the same rate ${Math.ceil(row.shortfall!)} more of them would be selected.`,
    );
    expect(rule).toMatch(/^One rule carries the whole gap of sex “f”: few_visits \(\d+ %\)\.$/);
    const few = bare.rules!.groups[0]!.rules[1]!;
    expect(mend).toContain(`would restore ${few.restored.everyone.toLocaleString('en-US')} people`);
    const text = auditText(bare, { width: 80, paint: plain, showValues: false });
    expect(text.indexOf('People with sex')).toBeLessThan(text.indexOf('Groups'));
    expect(text.indexOf('Groups')).toBeLessThan(text.indexOf('How the numbers were made'));
    for (const said of [
      'sample chosen by the owner',
      bare.source.dataHash!.slice(0, 40),
      'seed ',
      'scruple 0.1.0',
      'Fisher',
      'Benjamini',
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/unbiased|compliant|approved|guarantee/i);
  });

  it('says that the text of a pack was not verified, rather than nothing', async () => {
    expect(full.pack).toMatchObject({ verified: false, date: null });
    const said = auditText(full, { width: 80, paint: plain, showValues: false }).replace(/\s+/g, ' ');
    expect(said).toContain('we have not verified its text on any date');
    expect(said).toContain('New York City Local Law 144: policy, its text not verified by us on any date');
    expect(await auditHtml(full)).toContain('we have not verified its text on any date');
  });

  it.each([40, 80, 120])(
    'fits %s columns, whatever the groups are called, and loses no number',
    async (width) => {
      const long = 'people who came to us by the campaign of the second quarter '.repeat(3);
      const renamed = JSON.parse(
        JSON.stringify(full)
          .replaceAll('"60+"', JSON.stringify(`${long}漢字`))
          .replaceAll('"north"', JSON.stringify(long)),
      ) as AuditJson;
      for (const audit of [full, bare, renamed]) {
        const text = auditText(audit, { width, paint: plain, showValues: false });
        const wide = text.split('\n').filter((line) => displayWidth(line) > width);
        expect(wide).toEqual([]);
        for (const row of audit.comparisons.filter(({ ratio }) => ratio !== null))
          expect(text).toContain(`${(100 * row.ratio!).toFixed(1)} %`);
      }
    },
  );

  it('never calls a ratio below the threshold the threshold', () => {
    expect(full.summary.join(' ')).not.toMatch(/are 80 % as likely/);
  });

  it('draws rates, ratios, rules and alternatives without a script, and says the same in words', async () => {
    const page = await auditHtml(full);
    for (const title of [
      'Rate by group',
      'Ratio against the threshold',
      'What each rule adds to the gap',
      'Alternatives: dropping rules',
      'Alternatives: another threshold of the score',
    ])
      expect(page).toContain(`<h2>${title}</h2>`);
    expect(page.match(/<svg [^>]*class="plot"/g)).toHaveLength(5);
    expect(page.match(/<figcaption>[^<]{40,}/g)).toHaveLength(5);
    expect(page).not.toMatch(/<script|<style[^>]*>[^<]*<style| style="|https?:\/\/|url\(|@import/);
    expect(page.match(/<style>/g)).toHaveLength(1);
  });

  it('is SARIF 2.1.0 in the shape that the matcher of its makers holds it to', async () => {
    const ran = await scruple([
      'audit',
      EXAMPLE,
      '--group',
      'sex',
      '--decision',
      'contacted',
      '--format',
      'sarif',
    ]);
    const log = JSON.parse(ran.stdout);
    const file = createRequire(import.meta.url)
      .resolve('@microsoft/jest-sarif')
      .replace(/lib[\\/].*$/, 'lib/schemas/sarif-2.1.0-rtm.5.json');
    const validate = new AjvDraft04.default({
      strict: false,
      validateFormats: false,
      unicodeRegExp: false,
    }).compile(JSON.parse(readFileSync(file, 'utf8')));
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect(log.runs[0].results).toMatchObject([
      { ruleId: 'bias-rate-ratio', ruleIndex: 0, level: 'warning', properties: { group: { sex: 'f' } } },
    ]);
  });

  // Without a browser this is skipped, and the closing line of the run counts it.
  it.skipIf(!existsSync(CHROMIUM))(
    'passes axe in light, dark, narrow and print, and asks for nothing',
    async () => {
      const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
      const browser = await chromium.launch({
        executablePath: CHROMIUM,
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      });
      try {
        const page = await auditHtml(full);
        for (const view of [
          { colorScheme: 'light', width: 1200 },
          { colorScheme: 'dark', width: 1200 },
          { colorScheme: 'light', width: 320 },
          { colorScheme: 'light', width: 1200, media: 'print' },
        ] as const) {
          const tab = await browser.newPage({
            colorScheme: view.colorScheme,
            viewport: { width: view.width, height: 800 },
          });
          const requests: string[] = [];
          const said: string[] = [];
          tab.on('request', (request) => requests.push(request.url()));
          tab.on('console', (message) => said.push(message.text()));
          await tab.route('**/*', (route) =>
            route.fulfill({ contentType: 'text/html; charset=utf-8', body: page }),
          );
          await tab.goto('http://report.example/');
          if ('media' in view) await tab.emulateMedia({ media: view.media });
          expect(
            said.filter((text) => !text.includes('favicon')),
            JSON.stringify(view),
          ).toEqual([]);
          expect(
            await tab.evaluate(
              'document.documentElement.scrollWidth <= document.documentElement.clientWidth',
            ),
            JSON.stringify(view),
          ).toBe(true);
          const found = await tab.evaluate(
            `${axe}; axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`,
          );
          expect(found, JSON.stringify(view)).toEqual([]);
          expect(requests.filter((url) => !url.endsWith('/favicon.ico'))).toEqual(['http://report.example/']);
          await tab.close();
        }
      } finally {
        await browser.close();
      }
    },
  );
});
