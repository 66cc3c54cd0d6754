import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { messagesReport, workspaceReport } from '../testing/report-fixture.ts';
import { html } from './markup.ts';
import { messagesHtml } from './messages-html.ts';
import { workspaceHtml } from './workspace-html.ts';

const CHROMIUM = '/usr/bin/chromium';
const pages = {
  check: workspaceHtml(workspaceReport, { version: '0.1.0', checkCount: 41 }),
  message: messagesHtml(messagesReport, { version: '0.1.0' }),
};

describe('the HTML report', () => {
  it('lets no text of a workspace become markup', () => {
    expect(pages.check).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;quoted&quot; &amp; more');
    expect(pages.check).toContain('&lt;script&gt;');
    for (const page of Object.values(pages)) {
      expect(page).not.toMatch(/<script|<img|<[^>]*\son\w+=|<[^>]*javascript:/i);
      expect(page).not.toMatch(/https?:\/\/|url\(|@import/);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const piece = html`<p title="${text}">${text}</p>`.text;
        expect(piece.slice('<p title="'.length, -'</p>'.length)).toMatch(/^[^<>"']*">[^<>"']*$/);
      }),
    );
  });

  it('says the verdict first, the five risks, the law and the policy, and masks values', () => {
    const { check } = pages;
    expect(check.indexOf('Block: 1 of 3 uses')).toBeLessThan(check.indexOf('Findings by risk'));
    for (const risk of [
      'Manipulative personalization',
      'Vulnerability targeting',
      'Discriminatory exclusion',
      'Opaque automation',
      'Data overreach',
    ])
      expect(check).toContain(risk);
    expect(check).toContain('law: AI Act art. 5(1)(b)');
    expect(check).toMatch(/policy: /);
    expect(check).toContain('<mark>last_missed_payment &gt; current_date - 30</mark>');
    for (const page of Object.values(pages)) expect(page).not.toMatch(/ada@people|7654321|approved\b/);
  });

  it('says that nothing could be judged rather than that all is well', () => {
    expect(
      workspaceHtml({ ...workspaceReport, uses: [], verdict: 'review' }, { version: '0', checkCount: 1 }),
    ).toContain('Nothing could be judged');
    expect(messagesHtml({ ...messagesReport, messages: [] }, { version: '0' })).toContain(
      'Nothing could be judged',
    );
  });

  // Without a browser this is skipped, and the closing line of the run counts it.
  it.skipIf(!existsSync(CHROMIUM))(
    'passes axe in light, dark, narrow and print, and runs nothing',
    async () => {
      const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
      const browser = await chromium.launch({
        executablePath: CHROMIUM,
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      });
      try {
        for (const [name, page] of Object.entries(pages)) {
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
            tab.on('request', (request) => requests.push(request.url()));
            tab.on('dialog', () => requests.push('a dialog'));
            await tab.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: page }));
            await tab.goto('http://report.example/');
            if ('media' in view) await tab.emulateMedia({ media: view.media });
            const found = (await tab.evaluate(
              `${axe}; axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`,
            )) as string[];
            expect(found, `${name} ${JSON.stringify(view)}`).toEqual([]);
            expect(requests).toEqual(['http://report.example/']);
            expect(
              await tab.evaluate(
                "[...document.querySelectorAll('body *:not(.skip)')].filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map((one) => one.outerHTML.slice(0, 80))",
              ),
              `${name} ${JSON.stringify(view)}`,
            ).toEqual([]);
            await tab.close();
          }
        }
      } finally {
        await browser.close();
      }
    },
  );
});
