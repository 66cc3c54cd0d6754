import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message, MessageFormat } from '../../../check/facts/message.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import { readMessage } from './read-message.ts';

function read(text: string, file = 'm.html', options = {}): { message: Message; source: SourceText } {
  const source = new SourceText(file, text);
  const { message, problems } = readMessage(source, options);
  expect(problems).toEqual([]);
  return { message: message!, source };
}

const blocksOf = (text: string, file = 'm.html', options = {}): string[] =>
  read(text, file, options).message.blocks.map(({ role, text: words }) => `${role}: ${words}`);

describe('reading HTML', () => {
  const cases: ReadonlyArray<readonly [string, string, readonly string[]]> = [
    [
      'a sentence with tags inside',
      '<p>Only <b>3</b> left\n  in <i>stock</i></p>',
      ['body: Only 3 left in stock'],
    ],
    ['entities', '<p>Fish &amp; chips&nbsp;&mdash; 5&nbsp;&euro;</p>', ['body: Fish & chips — 5 €']],
    [
      'styles, scripts and comments',
      '<style>.a{}</style><script>"x"</script><!-- no --><p>Hi you</p>',
      ['body: Hi you'],
    ],
    [
      'the title as subject',
      '<html><head><title>Your order</title></head><body><p>It left today.</p></body></html>',
      ['subject: Your order', 'body: It left today.'],
    ],
    [
      'a hidden preheader',
      '<body><div style="display:none;max-height:0">Peek inside</div><p>Hello there</p></body>',
      ['preheader: Peek inside', 'body: Hello there'],
    ],
    [
      'an inline hidden preheader by class',
      '<body><span class="preheader">Peek</span><p>Hello there</p></body>',
      ['preheader: Peek', 'body: Hello there'],
    ],
    [
      'hidden text further down, as phones may show it',
      '<p>Hello there</p><div style="display:none">Second look</div>',
      ['body: Hello there', 'body: Second look'],
    ],
    [
      'padding nobody sees',
      '<div style="display:none">Peek&zwnj;&nbsp;&#847;&zwnj;</div><p>Hi you</p>',
      ['preheader: Peek', 'body: Hi you'],
    ],
    [
      'headings and lists',
      '<h1>News</h1><ul><li>One<li>Two</ul>',
      ['heading: News', 'body: One', 'body: Two'],
    ],
    [
      'a class button in a sentence',
      '<p>Come <a class="btn-primary" href="/">Shop now</a> today</p>',
      ['body: Come', 'button: Shop now', 'body: today'],
    ],
    [
      'a styled link',
      '<td><a href="/" style="background:#000;padding:8px;display:inline-block">Shop</a></td>',
      ['button: Shop'],
    ],
    [
      'a padded link in a coloured cell',
      '<td bgcolor="#e0e" style="border-radius:3px"><a href="/" style="display:block;padding:9px">Shop</a></td>',
      ['button: Shop'],
    ],
    [
      'a plain link stays in its sentence',
      '<p>Read <a href="/">our guide</a> first.</p>',
      ['body: Read our guide first.'],
    ],
    [
      'a decline link',
      '<p>Take it. <a href="/n">No thanks, I like paying more</a></p>',
      ['body: Take it.', 'decline: No thanks, I like paying more'],
    ],
    [
      'a link around blocks',
      '<div>See <a href="/" class="button"><div>Shop now</div></a></div>',
      ['body: See', 'button: Shop now'],
    ],
    [
      'inputs',
      '<form><input type="submit" value="Buy &amp; go"><button>Maybe later</button></form>',
      ['button: Buy & go', 'decline: Maybe later'],
    ],
    [
      'alternative text',
      '<p>Look <img src="a.png" alt="50% off &ndash; today"></p>',
      ['alt: 50% off – today', 'body: Look'],
    ],
    ['a label', '<label><input type="checkbox" checked> Send me offers</label>', ['label: Send me offers']],
    [
      'a footer by its name',
      '<p>Hello there</p><footer><p>We are Harbor.</p></footer>',
      ['body: Hello there', 'footer: We are Harbor.'],
    ],
    [
      'a footer by its words',
      '<p>A long enough paragraph to read.</p><p>You receive this as a customer. <a href="/u">Unsubscribe</a></p><p>Harbor, Main St 1</p>',
      [
        'body: A long enough paragraph to read.',
        'footer: You receive this as a customer. Unsubscribe',
        'footer: Harbor, Main St 1',
      ],
    ],
    [
      'a body that calls itself footer',
      '<div class="footer"><p>Hurry, only today!</p></div>',
      ['body: Hurry, only today!'],
    ],
    [
      'two breaks part paragraphs',
      'One line<br>goes on<br><br>Another',
      ['body: One line goes on', 'body: Another'],
    ],
    [
      'a conditional comment that repeats',
      '<!--[if mso]><p>Shop now</p><![endif]--><a class="btn" href="/">Shop now</a>',
      ['button: Shop now'],
    ],
    [
      'what a conditional comment says alone',
      '<p>Hello there</p><!--[if mso]><p>Last chance</p><![endif]-->',
      ['body: Hello there', 'body: Last chance'],
    ],
    [
      'what is shown to all but Outlook',
      '<!--[if !mso]><!--><p>Hello there</p><!--<![endif]-->',
      ['body: Hello there'],
    ],
    [
      'merge tags as written',
      '<p>Hi {{ customer.first_name | default: "you" }},  *|FNAME|* %%Name%%</p>',
      ['body: Hi {{ customer.first_name | default: "you" }}, *|FNAME|* %%Name%%'],
    ],
    [
      'control tags vanish, branches part',
      '<p>{% if a.b %}Buy{% else %}Wait{% endif %}</p>',
      ['body: Buy Wait'],
    ],
    [
      'words of labels, where nothing else says them',
      '<p title="Only 3 left"><a href="/" aria-label="Our shop">Our shop</a></p><input placeholder="Last chance">',
      ['body: Our shop', 'alt: Only 3 left', 'alt: Last chance'],
    ],
    [
      'words that a style sheet puts in',
      `<style>.a::before{content:"Only 3 left"} .b{content: '\\f101'}</style><p class="a">Hi you</p>`,
      ['body: Hi you', 'alt: Only 3 left'],
    ],
    [
      'words that a tag writes itself',
      '<p>{% assign x = "Only " | append: "3 boots left" %}{{ x | default: "almost gone" }} {{ d | date: "%d %B" }}</p>',
      [
        'body: Only 3 boots left',
        'body: almost gone',
        'body: {{ x | default: "almost gone" }} {{ d | date: "%d %B" }}',
      ],
    ],
    ['a field to write in', '<textarea>Only 3 left</textarea>', ['body: Only 3 left']],
    ['tags with markup inside', '<p>{% if a < 3 and b > "x>" %}Yes you{% endif %}</p>', ['body: Yes you']],
  ];
  it.each(cases)('%s', (_, html, blocks) => {
    expect(blocksOf(html)).toEqual(blocks);
  });

  it('quotes the words of labels, style sheets and tags in place', () => {
    const { message, source } = read(
      '<style>p{content:"Only 3 left"}</style><p title="Fish &amp; chips">Hi {{ a | default: "last chance" }}</p>',
    );
    const quoted = message.blocks.map(({ at, text }) => {
      const { start, end } = source.range(at(0, text.length));
      return source.text.slice(start, end);
    });
    expect(quoted).toEqual([
      'last chance',
      'Hi {{ a | default: "last chance" }}',
      'Only 3 left',
      'Fish &amp; chips',
    ]);
  });

  it('says what may show words and is not run', () => {
    const { message } = read('<p>Hi you</p><script>x()</script><iframe srcdoc="<p>Hurry</p>"></iframe>');
    expect(message.unreadParts).toEqual(['frame', 'script']);
    expect(read('<script type="application/ld+json">{}</script><p>Hi</p>').message.unreadParts).toEqual([]);
  });

  it('takes subject and preheader from outside before those of the file', () => {
    expect(
      blocksOf('<title>x</title><p>Hi you</p>', 'm.html', { subject: 'Sale 🎉 ends', preheader: 'Now' }),
    ).toEqual(['subject: Sale 🎉 ends', 'preheader: Now', 'body: Hi you']);
  });

  it('reads controls with size, look and answer', () => {
    const { message } = read(
      '<div style="font-size:14px"><a class="button" style="font-size:20px" href="/y">Yes, sign me up</a> <a href="/n" style="font-size:50%">No thanks</a><label for="c">News</label><input id="c" type="checkbox" checked></div>',
    );
    expect(message.controls.map(({ at: _, ...control }) => control)).toEqual([
      {
        type: 'button',
        text: 'Yes, sign me up',
        checked: false,
        answer: 'accept',
        fontSizePx: 20,
        looksLikeButton: true,
      },
      {
        type: 'link',
        text: 'No thanks',
        checked: false,
        answer: 'decline',
        fontSizePx: 7,
        looksLikeButton: false,
      },
      { type: 'checkbox', text: '', checked: true, answer: 'other', fontSizePx: 14, looksLikeButton: false },
    ]);
  });

  it('names the fields of merge tags and conditions', () => {
    // Braze writes its tags as {{${name}}}.
    const braze = `{{\${first}}}`;
    const { message, source } = read(
      `<p>{% if person.is_pregnant %}Hi{% endif %} {% for i in order.items %}{{ i.name }}{% endfor %} {{{a.b}}} ${braze} {{ a | append: b.c }} {{ 1 | plus: 2 }}</p>`,
    );
    expect(message.mergeTags.map(({ source: written, path }) => [written, path])).toEqual([
      ['person.is_pregnant', 'person.is_pregnant'],
      ['order.items', 'order.items'],
      ['{{ i.name }}', 'order.items.name'],
      ['{{{a.b}}}', 'a.b'],
      [braze, 'first'],
      ['{{ a | append: b.c }}', 'a'],
      ['{{ 1 | plus: 2 }}', null],
    ]);
    for (const tag of message.mergeTags) expect(source.quote(tag.at)).toBe(tag.source);
  });

  it('counts images that carry unread text, not pixels and icons', () => {
    const { message } = read(
      '<img src="hero.png" width="600"><img src="p.gif" width="1"><img src="i.png" alt="Shop">',
    );
    expect(message.unreadImages).toHaveLength(1);
  });
});

describe('reading other formats', () => {
  const cases: ReadonlyArray<readonly [string, string, string, readonly string[]]> = [
    [
      'MJML',
      'm.mjml',
      '<mjml><mj-head><mj-title>Sub</mj-title><mj-preview>Pre</mj-preview><mj-style>.a{}</mj-style><mj-attributes><mj-text padding="0" /></mj-attributes></mj-head><mj-body><mj-section><mj-column><mj-text>Hi <b>you</b><p>Loose</mj-text><mj-button href="/">Shop</mj-button><mj-image src="a" alt="A shoe" /></mj-column></mj-section></mj-body></mjml>',
      ['subject: Sub', 'preheader: Pre', 'body: Hi you', 'body: Loose', 'button: Shop', 'alt: A shoe'],
    ],
    [
      'Markdown',
      'm.md',
      '---\nsubject: "Hello, you"\npreheader: Peek\n---\n# News *today*\n\nSome **bold** text\ngoes on &amp; on. [Guide](http://a.b/(c) "t") b\n\n- One\n- [No thanks](/n)\n\n> Quoted\n> text\n\n| a | b |\n|---|---|\n| c d | e |\n',
      [
        'subject: Hello, you',
        'preheader: Peek',
        'heading: News today',
        'body: Some bold text goes on & on. Guide b',
        'body: One',
        'decline: No thanks',
        'body: Quoted text',
        'body: a',
        'body: b',
        'body: c d',
        'body: e',
      ],
    ],
    [
      'Markdown with HTML',
      'm.md',
      'Hi <b>you</b>\n\n<div class="x"><a class="btn" href="/">Shop</a></div>\n\n![A shoe](s.png)',
      ['body: Hi you', 'button: Shop', 'alt: A shoe'],
    ],
    [
      'text',
      'm.txt',
      'Subject: Hello you\n\nFirst line\r\ngoes on.\n\n- One\n- Two\n\n[Shop now]\nNo thanks\n',
      [
        'subject: Hello you',
        'body: First line goes on.',
        'body: - One',
        'body: - Two',
        'button: Shop now',
        'decline: No thanks',
      ],
    ],
    [
      'Liquid that is text',
      'm.liquid',
      'Hi {{ name }}{% if a %}, only 3 left{% endif %}',
      ['body: Hi {{ name }}, only 3 left'],
    ],
    ['Liquid that is HTML', 'm.liquid', '<p>Hi {{ name }}</p>', ['body: Hi {{ name }}']],
    [
      'a push creative',
      'm.json',
      '{"title":"Only today","body":"20 % off \\u2013 shoes","cta":{"text":"Shop","url":"https://a.example/x"},"actions":[{"title":"Buy"},{"title":"Not now"}]}',
      ['heading: Only today', 'body: 20 % off – shoes', 'button: Shop', 'button: Buy', 'decline: Not now'],
    ],
    [
      'a mail in JSON',
      'm.json',
      '{"subject":"Hi","html":"<p>Fish &amp; <b>chips<\\/b><\\/p>","variants":[{"text":"Other words"}]}',
      ['subject: Hi', 'body: Fish & chips', 'body: Other words'],
    ],
    [
      'words under names nobody knows',
      'm.json',
      '{"a":[{"b":"Only 3 left"},{"b":"Hurry!"}],"font":"Arial","size":"12 px","theme":"#fff"}',
      ['body: Only 3 left', 'body: Hurry!'],
    ],
    [
      'a prompt',
      'm.json',
      '{"model":"large one here","messages":[{"role":"system","content":"You are Ada, an AI assistant.\\n\\nBe kind."}]}',
      ['body: You are Ada, an AI assistant.', 'body: Be kind.'],
    ],
  ];
  it.each(cases)('%s', (_, file, text, blocks) => {
    expect(blocksOf(text, file)).toEqual(blocks);
  });
});

describe('what is refused', () => {
  const cases: ReadonlyArray<readonly [string, string, string, string, number, number]> = [
    ['an unclosed Liquid tag', 'm.liquid', 'Hi\n  {{ name ', 'a tag opened with `{{` is never closed', 2, 3],
    [
      'an unclosed Liquid block',
      'm.html',
      '<p>\n{% if a %}Hi</p>',
      'the block `{% if %}` is never closed',
      2,
      1,
    ],
    ['a stray end', 'm.html', '<p>{% endfor %}</p>', '`{% endfor %}` closes a block that is not open', 1, 4],
    [
      'an unclosed element of MJML',
      'm.mjml',
      '<mjml><mj-body>\n<mj-text>Hi\n</mj-body></mjml>',
      '`<mj-text>` is never closed',
      2,
      1,
    ],
    [
      'an unknown element of MJML',
      'm.mjml',
      '<mjml><mj-body>\n<mj-txt>Hi</mj-txt></mj-body></mjml>',
      '`<mj-txt>` is no element of MJML',
      2,
      1,
    ],
    [
      'a stray closing tag of MJML',
      'm.mjml',
      '<mjml></mj-text></mjml>',
      '`</mj-text>` closes an element that is not open',
      1,
      7,
    ],
    [
      'broken JSON',
      'm.json',
      '{"title": "a",\n "body" "b"}',
      'a colon is expected after the member name',
      2,
      9,
    ],
    ['deep HTML', 'm.html', '<div>'.repeat(600), 'the message nests deeper than 500 levels', 1, 2501],
    ['deep JSON', 'm.json', '['.repeat(600), 'the message nests deeper than 500 levels', 1, 502],
    ['an unknown ending', 'm.docx', 'x', '`m.docx` is in no message format that is understood', 1, 1],
    ['a flood', 'm.txt', 'x'.repeat(2_000_001), 'the message has 2000001 characters', 1, 1],
  ];
  it.each(cases)('%s', (_, file, text, message, line, column) => {
    const { message: read, problems } = readMessage(new SourceText(file, text));
    expect(read).toBeNull();
    expect(problems[0]).toMatchObject({ message, at: { line, column } });
    expect(problems[0]!.hint).toMatch(/^[A-Z].*\.$/);
  });
});

describe('places', () => {
  const written = fc.constantFrom(
    ['&amp;', '&'],
    ['&euro;', '€'],
    ['&#x1F389;', '🎉'],
    ['&eacute;', 'é'],
    ['&lt;', '<'],
    ['🎉', '🎉'],
    ['für', 'für'],
    ['{{ a.b }}', '{{ a.b }}'],
  );
  const glue = fc.constantFrom(' ', '\n  ', ' <b>', '</b> ', ' <!-- x --> ', ' {# a < b #} ', '&nbsp;');

  it('what a piece of HTML is written as is covered by its place, and nothing more', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(written, glue), { minLength: 1, maxLength: 12 }), (parts) => {
        const pieces = parts.map(([[form], joint], index) => `k${index}.${form}.${joint}`);
        const source = new SourceText('m.html', `<i title="🎉">🎉</i><p>${pieces.join('')}</p>`);
        const block = readMessage(source).message!.blocks.at(-1)!;
        for (const [index, [[form, text]]] of parts.entries()) {
          const start = block.text.indexOf(`k${index}.`) + `k${index}.`.length;
          expect(block.text.slice(start, start + text!.length)).toBe(text);
          expect(source.quote(block.at(start, start + text!.length))).toBe(form);
        }
      }),
      { numRuns: 300 },
    );
  });

  const plain = fc
    .array(fc.constantFrom('Nur', 'noch', '🎉', 'heute', 'é', '{{x.y}}', 'a-b'), {
      minLength: 1,
      maxLength: 8,
    })
    .map((words) => words.join(' '));
  const wraps: ReadonlyArray<readonly [MessageFormat, string, (text: string) => string]> = [
    ['html', 'm.html', (text) => `<div>🎉<p>${text}</p></div>`],
    ['mjml', 'm.mjml', (text) => `<mjml><mj-body><mj-text>${text}</mj-text></mj-body></mjml>`],
    ['markdown', 'm.md', (text) => `🎉 x\n\n> - ${text}\n`],
    ['text', 'm.txt', (text) => `🎉 x\n\n${text}\n`],
    ['json', 'm.json', (text) => JSON.stringify({ title: '🎉', body: text })],
  ];
  it.each(wraps)('plain text in %s quotes itself, whole and in part', (_, file, wrap) => {
    fc.assert(
      fc.property(plain, fc.nat(), fc.nat(), (text, a, b) => {
        const source = new SourceText(file, wrap(text));
        const block = readMessage(source).message!.blocks.find((candidate) => candidate.text === text);
        expect(block).toBeDefined();
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        expect(source.quote(block!.at(start, end))).toBe(text.slice(start, end));
      }),
    );
  });

  it('escapes in JSON are covered by the place', () => {
    const source = new SourceText('m.json', '{"body":"\\ud83c\\udf89 Nur \\"heute\\"\\n\\nEnde"}');
    const [first] = readMessage(source).message!.blocks;
    expect(first!.text).toBe('🎉 Nur "heute"');
    expect(source.quote(first!.at(7, 14))).toBe('\\"heute\\"');
    expect(source.quote(first!.at(0, 2))).toBe('\\ud83c\\udf89');
  });

  it('never throws, and every block lies in its file', () => {
    const junk = fc
      .array(
        fc.constantFrom(
          '<',
          '>',
          '<a href="',
          '"',
          '{{',
          '}}',
          '{%',
          '%}',
          '<!--',
          '-->',
          '&am',
          'x y',
          '\n',
          '[',
          '](',
          '*',
          '*|',
          '|*',
          '%%',
          '\\',
          '`',
          '<mj-text>',
          '|',
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        junk,
        fc.constantFrom('m.html', 'm.mjml', 'm.md', 'm.txt', 'm.json', 'm.liquid'),
        (text, file) => {
          const source = new SourceText(file, text);
          for (const block of readMessage(source).message?.blocks ?? []) {
            const { start, end } = source.range(block.at(0, block.text.length));
            expect(start).toBeLessThan(end);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('message hash', () => {
  const hash = (text: string, options = {}) => read(text, 'm.html', options).message.messageHash;
  it('does not change with line breaks or composition, changes with all else', () => {
    expect(hash('<p>caf\u00e9\r\nx</p>')).toBe(hash('<p>cafe\u0301\nx</p>'));
    expect(hash('<p>a b</p>')).not.toBe(hash('<p>a c</p>'));
    for (const options of [
      { subject: 'x' },
      { preheader: 'x' },
      { from: 'x' },
      { variant: 'x' },
      { format: 'text' },
    ])
      expect(hash('<p>a b</p>', options)).not.toBe(hash('<p>a b</p>'));
    expect(hash('<p>a b</p>', { channel: 'sms' })).toBe(hash('<p>a b</p>'));
  });
});

describe('time', () => {
  const hostile: ReadonlyArray<readonly [string, string, string]> = [
    ['open braces', 'm.html', '{{'.repeat(100_000)],
    ['open braces closed at the end', 'm.html', `${'{{'.repeat(100_000)}}}`],
    ['unclosed ifs', 'm.html', '{% if a %}'.repeat(30_000)],
    ['unclosed anchors', 'm.html', '<a href="x">y'.repeat(490)],
    ['many paragraphs', 'm.html', '<p>one two three'.repeat(60_000)],
    ['stray ends', 'm.mjml', '</mj-text>'.repeat(100_000)],
    ['brackets', 'm.md', '['.repeat(20_000)],
    ['code over lines', 'm.md', '`a\nb` '.repeat(30_000)],
    ['quotes in quotes', 'm.md', '> '.repeat(30_000)],
    ['stars', 'm.md', '*a '.repeat(30_000)],
    ['images', 'm.md', '![a]('.repeat(20_000)],
    ['zeros', 'm.md', 'a\u0000b `c` '.repeat(20_000)],
    ['half tags', 'm.html', '<a '.repeat(100_000)],
    ['ampersands', 'm.html', '&'.repeat(300_000)],
    ['attributes', 'm.html', `<a ${'x="y" '.repeat(100_000)}>z</a>`],
    ['letters', 'm.html', `<p>${'a'.repeat(500_000)}</p>`],
    [
      'conditional comments',
      'm.html',
      '<p>one two three</p>'.repeat(20_000) + '<!--[if mso]>x y<![endif]-->'.repeat(20_000),
    ],
    ['white space', 'm.txt', ' '.repeat(500_000)],
    ['dollars', 'm.html', `{{${'${'.repeat(100_000)}}}`],
    ['quotes in a tag', 'm.html', `{{${'"'.repeat(200_000)}}}`],
  ];
  it.each(hostile)('%s are read in linear time', (_, file, text) => {
    const start = performance.now();
    readMessage(new SourceText(file, text));
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
