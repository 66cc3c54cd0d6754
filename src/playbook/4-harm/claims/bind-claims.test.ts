import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimBinding } from '../../../check/facts/card.ts';
import type { Claim } from '../../../check/facts/claim.ts';
import { cardFact, NOW } from '../../../check/testing/builders.ts';
import { problem } from '../../../kernel/problem.ts';
import { ok } from '../../../kernel/result.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import { type MemoryDocument, memoryFetch } from '../../../stores/memory/fetch.ts';
import { type MemoryAnswer, memoryWarehouse } from '../../../stores/memory/warehouse.ts';
import { readMessage } from '../messages/index.ts';
import { detectWording } from '../wording/index.ts';
import { type BindClaimsInput, bindClaims } from './bind-claims.ts';
import type { ClaimPorts } from './claim-ports.ts';
import { type DeadlineHistory, NO_HISTORY } from './deadline-history.ts';
import { readNamedFacts } from './named-facts.ts';

const FACTS = `
sale-end: { type: deadline, at: 2026-12-06T23:59:00Z, owner: merchandising@harbor.example, offer: SPRING26 }
over: { type: deadline, at: 2026-11-19T23:59:00Z, owner: merchandising@harbor.example, offer: AUTUMN }
own: { type: deadline, at: 2026-12-06T23:59:00Z, owner: Lifecycle@harbor.example }
stock: { type: query, warehouse: main, sql: stock, owner: warehouse@harbor.example }
viewers: { type: query, warehouse: main, sql: viewers, owner: shop@harbor.example }
constant: { type: query, warehouse: main, sql: constant, owner: shop@harbor.example }
old: { type: query, warehouse: main, sql: old, fresh: PT15M, owner: shop@harbor.example }
price: { type: price-history, warehouse: main, sql: price, currency: EUR, owner: pricing@harbor.example }
rating: { type: http, url: https://shop.harbor.example/rating, pointer: /average, fresh: P1D, owner: shop@harbor.example }
broken: { type: query, warehouse: main }
`;

const tables = ['shop.inventory'];
const ANSWERS: Record<string, MemoryAnswer> = {
  stock: { columns: ['stock'], rows: [[3n]], tables },
  viewers: { columns: ['n'], rows: [[42]], tables },
  constant: { columns: ['n'], rows: [[3]] },
  old: { columns: ['n', 'at'], rows: [[3, new Date('2026-11-20T08:00:00Z')]], tables },
  price: {
    columns: ['at', 'price'],
    rows: [
      [new Date('2026-09-01T00:00:00Z'), 99],
      [new Date('2026-11-01T00:00:00Z'), 89],
      [new Date('2026-11-15T00:00:00Z'), 59],
    ],
    tables,
  },
};
const DOCUMENTS: Record<string, MemoryDocument> = {
  'https://shop.harbor.example/rating': { value: { average: 4.57 }, date: new Date('2026-11-20T08:30:00Z') },
};

interface Setting {
  readonly answers?: Record<string, MemoryAnswer>;
  readonly documents?: Record<string, MemoryDocument>;
  readonly history?: DeadlineHistory;
  readonly asksFacts?: boolean;
  readonly facts?: string;
  readonly file?: string;
  readonly more?: Partial<BindClaimsInput>;
}

async function bind(text: string, claims: readonly ClaimBinding[], setting: Setting = {}) {
  const source = new SourceText(setting.file ?? 'uses/test/message.txt', text);
  const message = readMessage(source, {}).message!;
  const warehouse = memoryWarehouse({ ...ANSWERS, ...setting.answers });
  const ports: ClaimPorts = {
    asksFacts: setting.asksFacts ?? true,
    warehouse: async () => ok(warehouse),
    fetch: memoryFetch({ ...DOCUMENTS, ...setting.documents }),
    deadlines: async () => setting.history ?? { read: true, byOffer: new Map() },
  };
  const bound = await bindClaims({
    card: cardFact({ owner: 'lifecycle@harbor.example', claims }),
    messages: [message],
    wordings: [detectWording(message)],
    namedFacts: readNamedFacts(new SourceText('facts.yaml', setting.facts ?? FACTS)).facts,
    ports,
    now: NOW,
    ...setting.more,
  });
  for (const claim of bound.value.claims)
    if (setting.file === undefined) expect(source.quote(claim.at).replace(/\s+/g, ' ')).toBe(claim.quote);
  return { ...bound.value, problems: bound.problems };
}

const states = (claims: readonly Claim[]): string[] => claims.map(({ topic, state }) => `${topic} ${state}`);

describe('binding what a message says', () => {
  it.each<[string, ClaimBinding[], string[]]>([
    ['Sale ends Sunday.', [{ says: 'ends Sunday', fact: 'sale-end' }], ['deadline holds']],
    ['The sale ends on 6 December.', [{ says: 'ends on 6 December', fact: 'sale-end' }], ['deadline holds']],
    [
      'The sale ends on 8 December.',
      [{ says: 'ends on 8 December', fact: 'sale-end' }],
      ['deadline contradicted'],
    ],
    ['Sale ends tonight!', [{ says: 'ends tonight', fact: 'sale-end' }], ['deadline contradicted']],
    ['Autumn sale ends Thursday.', [{ says: 'ends Thursday', fact: 'over' }], ['deadline passed']],
    ['Sale ends Sunday.', [], ['deadline unbound']],
    ['Sale ends Sunday.', [{ says: 'only {n} left', fact: 'stock' }], ['deadline unbound']],
    ['Sale   ENDS\nsunday.', [{ says: 'ends Sunday', fact: 'sale-end' }], ['deadline holds']],
    ['Sale e\u200bnds Sund\u0430y.', [{ says: 'ends Sunday', fact: 'sale-end' }], ['deadline holds']],
    ['Limited time only.', [{ says: 'limited time only', fact: 'sale-end' }], ['deadline holds']],
    [
      'Only 3 left in stock.',
      [{ says: 'only {n} left', fact: 'stock', expect: { equals: 'n', at_most: 20 } }],
      ['stock holds'],
    ],
    ['Only three left in stock.', [{ says: 'only {n} left', fact: 'stock' }], ['stock holds']],
    [
      'Only 2 left in stock.',
      [{ says: 'only {n} left', fact: 'stock', expect: { equals: 'n' } }],
      ['stock contradicted'],
    ],
    [
      'Only 3 left in stock.',
      [{ says: 'only {n} left', fact: 'stock', expect: { equals: 'n', at_most: 2 } }],
      ['stock contradicted'],
    ],
    [
      'Only 3 left in stock.',
      [{ says: 'only 3 left', fact: 'stock', expect: { equals: 5 } }],
      ['stock contradicted'],
    ],
    ['Less than 10 left!', [{ says: 'less than {n} left', fact: 'stock' }], ['stock holds']],
    ['Almost gone!', [{ says: 'almost gone', fact: 'stock', expect: { at_most: 5 } }], ['stock holds']],
    ['Almost gone!', [{ says: 'almost gone', fact: 'stock' }], ['stock unknown']],
    [
      'Only 3 left in stock.',
      [{ says: 'only {n} left', fact: 'sale-end' }],
      ['stock unbound', 'deadline holds'],
    ],
    [
      '12 people are viewing this.',
      [{ says: '{n} people are viewing', fact: 'viewers' }],
      ['popularity holds'],
    ],
    [
      '99 people are viewing this.',
      [{ says: '{n} people are viewing', fact: 'viewers' }],
      ['popularity contradicted'],
    ],
    [
      '12 people are viewing this.',
      [{ says: '{n} people are viewing', fact: 'viewers', expect: { equals: 'n' } }],
      ['popularity contradicted'],
    ],
    ['Über 40 Kunden kauften dies.', [{ says: 'über {n} Kunden', fact: 'viewers' }], ['popularity holds']],
    [
      'Über 50 Kunden kauften dies.',
      [{ says: 'über {n} Kunden', fact: 'viewers' }],
      ['popularity contradicted'],
    ],
    ['Rated 4.6 by our customers.', [{ says: 'rated {n}', fact: 'rating' }], ['popularity holds']],
    ['Rated 4.8 by our customers.', [{ says: 'rated {n}', fact: 'rating' }], ['popularity contradicted']],
    [
      'Was 89 €, now 59 €.',
      [{ says: 'was {p}', fact: 'price', expect: { lowest_in_days: 30 } }],
      ['prior-price holds'],
    ],
    [
      'Was 99 €, now 59 €.',
      [{ says: 'was {p}', fact: 'price', expect: { lowest_in_days: 30 } }],
      ['prior-price contradicted'],
    ],
    ['Was $89, now $59.', [{ says: 'was {p}', fact: 'price' }], ['prior-price contradicted']],
    ['Statt 89,00 € nur 59,00 €.', [{ says: 'statt {p}', fact: 'price' }], ['prior-price holds']],
    ['Statt 89,00 € nur 59,00 €.', [], ['prior-price unbound']],
    ['Au lieu de 89 € : 59 €', [], ['prior-price unbound']],
    ['Antes 89 €, ahora 59 €', [], ['prior-price unbound']],
    ['RRP £120', [], ['prior-price unbound']],
    ['Boots 89 € 59 €', [], ['prior-price unbound']],
    ['From 59 € to 89 €', [], []],
    ['Shirts 20 € 40 €', [], []],
    ['Boots for 59 €, free delivery.', [], []],
    ['Nur noch 3 Stück auf Lager.', [{ says: 'nur noch {n} Stück', fact: 'stock' }], ['stock holds']],
    ['Nur bis 6. Dezember.', [{ says: 'nur bis {d}', fact: 'sale-end' }], ['deadline holds']],
    ['Nur bis 9. Dezember.', [{ says: 'nur bis 9. Dezember', fact: 'sale-end' }], ['deadline contradicted']],
    ['Only 3 left in stock.', [{ says: 'only {n} left', fact: 'nowhere' }], ['stock unknown']],
    ['Only 3 left in stock.', [{ says: 'only {n} left', fact: 'broken' }], ['stock unknown']],
    ['Only 3 left in stock.', [{ says: 'only {n} left', fact: 'constant' }], ['stock unknown']],
    ['Only 3 left in stock.', [{ says: 'only {n} left', fact: 'old' }], ['stock unknown']],
  ])('%s %j', async (text, claims, expected) => {
    expect(states((await bind(text, claims)).claims).sort()).toEqual(expected.toSorted());
  });

  it('judges each claim by its own entry where two stand in one sentence', async () => {
    const claims = [
      { says: 'only {n} left', fact: 'stock' },
      { says: 'ends Sunday', fact: 'sale-end' },
    ];
    expect(states((await bind('Only 3 left in stock, sale ends Sunday.', claims)).claims)).toEqual([
      'stock holds',
      'deadline holds',
    ]);
    expect(
      states((await bind('Only 3 left in stock, sale ends Sunday.', claims.slice(0, 1))).claims),
    ).toEqual(['stock holds', 'deadline unbound']);
  });

  it('is not silenced by an entry that says less than the message', async () => {
    const { claims } = await bind('The sale ends tonight.', [{ says: 'the sale', fact: 'sale-end' }]);
    expect(states(claims)).toContain('deadline contradicted');
  });

  it('names entries that no message says', async () => {
    const { unused } = await bind('Hello.', [{ says: 'only {n} left', fact: 'stock' }]);
    expect(unused).toMatchObject([{ index: 0, says: 'only {n} left' }]);
  });

  it('sees when the fact belongs to the owner of the use', async () => {
    const { claims } = await bind('Sale ends Sunday.', [{ says: 'ends Sunday', fact: 'own' }]);
    expect(claims).toMatchObject([{ state: 'holds', ownedByUse: true }]);
  });

  it('asks nothing under --no-facts', async () => {
    const asked = await bind(
      'Sale ends Sunday. Only 3 left in stock. Was 89 €.',
      [
        { says: 'ends Sunday', fact: 'sale-end' },
        { says: 'only {n} left', fact: 'stock' },
      ],
      { asksFacts: false },
    );
    expect(asked.claims.map(({ state, because }) => [state, because])).toEqual([
      ['unknown', 'facts were not asked'],
      ['unknown', 'facts were not asked'],
      ['unbound', expect.any(String)],
    ]);
    expect(asked.historyRead).toBe(false);
  });

  it('means the coming week when it is sent', async () => {
    const claims = [{ says: 'ends Sunday', fact: 'sale-end' }];
    expect(states((await bind('Sale ends Sunday.', claims, { more: { moment: 'send' } })).claims)).toEqual([
      'deadline contradicted',
    ]);
  });
});

describe('prices with a line through them', () => {
  it.each([
    ['<table><tr><td><s>89 €</s></td><td>59 €</td></tr></table>', ['89 €']],
    ['<p><del>89,00</del></p><p>59,00</p>', ['89,00']],
    ['<p><span style="text-decoration: line-through">€89.00</span></p><p>€59.00</p>', ['€89.00']],
    ['<p>Was <s>€89</s> €59</p>', ['Was €89']],
    ['<p><s>2025</s> 2026</p>', []],
    ['<p><s>old words</s></p>', []],
  ])('%s', async (html, quotes) => {
    const { claims } = await bind(html, [], { file: 'm.html' });
    expect(claims.map(({ topic, state, quote }) => [topic, state, quote])).toEqual(
      quotes.map((quote) => ['prior-price', 'unbound', quote]),
    );
  });
});

describe('what a fact answers wrongly', () => {
  const stock = (answer: MemoryAnswer) =>
    bind('Only 3 left in stock.', [{ says: 'only {n} left', fact: 'stock' }], {
      answers: { stock: { tables, ...answer } },
    });

  it.each<[string, MemoryAnswer]>([
    ['no row', { rows: [] }],
    ['two rows', { rows: [[3], [4]] }],
    ['two values', { rows: [[3, 4]] }],
    ['nothing', { rows: [[null]] }],
    ['a truth value', { rows: [[true]] }],
    ['no table', { rows: [[3]], tables: [] }],
  ])('%s is unknown and a problem at the fact', async (_, answer) => {
    const { claims, problems } = await stock(answer);
    expect(states(claims)).toEqual(['stock unknown']);
    expect(problems).toMatchObject([{ code: 'fact.invalid', at: { file: 'facts.yaml', line: 5 } }]);
  });

  it.each<[string, MemoryAnswer, string]>([
    ['a time', { rows: [[new Date('2026-12-06T00:00:00Z')]] }, 'stock unknown'],
    ['a word', { rows: [['plenty']] }, 'stock unknown'],
    ['digits in a text', { rows: [['3']] }, 'stock holds'],
    ['a fresh measure', { rows: [[new Date('2026-11-20T08:50:00Z'), 3]] }, 'stock holds'],
    ['an old measure', { rows: [[3, new Date('2026-11-20T08:40:00Z')]] }, 'stock unknown'],
  ])('%s', async (_, answer, expected) => expect(states((await stock(answer)).claims)).toEqual([expected]));

  it.each<[string, MemoryDocument, string]>([
    [
      'an old answer',
      { value: { average: 4.57 }, date: new Date('2026-11-18T08:00:00Z') },
      'popularity unknown',
    ],
    ['an answer without a date', { value: { average: 4.57 }, date: null }, 'popularity unknown'],
    ['nothing at the pointer', { value: { mean: 4.57 }, date: NOW }, 'popularity unknown'],
    ['a prototype at the pointer', { value: [], date: NOW }, 'popularity unknown'],
    ['no answer', { problem: problem('fact.unreachable', 'gone', 'wait') }, 'popularity unknown'],
  ])('over HTTP: %s', async (_, document, expected) => {
    const setting = { documents: { 'https://shop.harbor.example/rating': document } };
    const { claims } = await bind(
      'Rated 4.6 by our customers.',
      [{ says: 'rated {n}', fact: 'rating' }],
      setting,
    );
    expect(states(claims)).toEqual([expected]);
  });

  it.each<[string, MemoryAnswer['rows'], string]>([
    [
      'a history that begins too late',
      [
        [new Date('2026-11-05T00:00:00Z'), 89],
        [new Date('2026-11-15T00:00:00Z'), 59],
      ],
      'prior-price unknown',
    ],
    ['no history', [], 'prior-price unknown'],
    ['prices of the wrong shape', [['yesterday', 'much']], 'prior-price unknown'],
    [
      'a price that was raised for a week to be cut',
      [
        [new Date('2026-01-01T00:00:00Z'), 59],
        [new Date('2026-11-10T00:00:00Z'), 89],
        [new Date('2026-11-17T00:00:00Z'), 59],
      ],
      'prior-price contradicted',
    ],
    ['a reduction that is still to come', [[new Date('2026-01-01T00:00:00Z'), 89]], 'prior-price holds'],
    [
      'a daily snapshot',
      Array.from({ length: 60 }, (_, day) => [new Date(Date.UTC(2026, 8, 21 + day)), day < 55 ? 89 : 59]),
      'prior-price holds',
    ],
    [
      'prices of the future',
      [
        [new Date('2026-01-01T00:00:00Z'), 89],
        [new Date('2026-12-24T00:00:00Z'), 9],
      ],
      'prior-price holds',
    ],
  ])('%s', async (_, rows, expected) => {
    const setting = { answers: { price: { rows, tables } } };
    const { claims } = await bind('Was 89 €.', [{ says: 'was {p}', fact: 'price' }], setting);
    expect(states(claims)).toEqual([expected]);
  });
});

describe('a deadline that moves', () => {
  const claims = [{ says: 'ends Sunday', fact: 'sale-end' }];
  const past = (value: string) => ({
    at: new Date(value),
    value,
    where: 'facts.yaml at 0123456789 of 2026-11-01',
  });

  it('was another one before', async () => {
    const history = { read: true, byOffer: new Map([['offer spring26', [past('2026-11-29T23:59:00Z')]]]) };
    const bound = await bind('Sale ends Sunday.', claims, { history });
    expect(bound.claims).toMatchObject([{ state: 'moved', history: [{ value: '2026-11-29T23:59:00Z' }] }]);
    expect(bound.historyRead).toBe(true);
  });

  it('is the same moment in another zone', async () => {
    const history = {
      read: true,
      byOffer: new Map([['offer spring26', [past('2026-12-07T00:59:00+01:00')]]]),
    };
    expect(states((await bind('Sale ends Sunday.', claims, { history })).claims)).toEqual(['deadline holds']);
  });

  it('says so where the history could not be read', async () => {
    expect(await bind('Sale ends Sunday.', claims, { history: NO_HISTORY })).toMatchObject({
      historyRead: false,
      claims: [{ state: 'holds' }],
    });
  });

  it('has another end in another fact of the same offer', async () => {
    const facts = `${FACTS}\nsale-end-2: { type: deadline, at: 2026-12-13T23:59:00Z, owner: a@harbor.example, offer: spring26 }\n`;
    expect((await bind('Sale ends Sunday.', claims, { facts })).claims).toMatchObject([
      { state: 'moved', history: [{ where: expect.stringContaining('facts.yaml:') }] },
    ]);
  });

  it('has another end in the words of another use', async () => {
    const said = {
      use: 'teaser',
      offer: 'SPRING26',
      where: 'uses/teaser/message.txt:1',
      day: {
        start: 0,
        end: 0,
        words: '29 november',
        means: { type: 'date', readings: [{ year: null, month: 11, day: 29 }] },
      },
    } as const;
    const bound = await bind('Sale ends Sunday.', claims, { more: { saidElsewhere: [said] } });
    expect(bound.claims).toMatchObject([
      { state: 'moved', history: [{ value: '29 november', where: 'uses/teaser/message.txt:1, use teaser' }] },
    ]);
    const same = {
      ...said,
      day: { ...said.day, means: { type: 'date', readings: [{ year: 2026, month: 12, day: 6 }] } },
    } as const;
    expect(
      states((await bind('Sale ends Sunday.', claims, { more: { saidElsewhere: [same] } })).claims),
    ).toEqual(['deadline holds']);
  });

  it.each<[string, string, string]>([
    ['uses/t/m.html', '<p>Your offer expires in {{ customer.hours_left }} hours.</p>', 'deadline moved'],
    [
      'uses/t/m.html',
      '<p>Your offer expires in 24 hours.</p><img src="https://countdown.example/t.gif?u={{ customer.id }}" alt="">',
      'deadline moved',
    ],
  ])('restarts for each recipient: %s %s', async (file, text, expected) => {
    const bound = await bind(text, [{ says: 'your offer expires in {d} hours', fact: 'sale-end' }], { file });
    expect(states(bound.claims)).toContain(expected);
  });

  it('is shared where the campaign fills it in, and cannot be compared before', async () => {
    const bound = await bind(
      '<p>Sale ends {{ offer.ends_on }}.</p>',
      [{ says: 'sale ends {d}', fact: 'sale-end' }],
      { file: 'm.html' },
    );
    expect(states(bound.claims)).toEqual(['deadline unknown']);
  });

  it('a countdown picture without a person in its address is a deadline like any other', async () => {
    const html = '<img src="https://countdown.example/spring.gif" alt="">';
    expect(states((await bind(html, [], { file: 'm.html' })).claims)).toEqual(['deadline unbound']);
    const bound = await bind(`<p>Sale ends Sunday.</p>${html}`, claims, { file: 'm.html' });
    expect(states(bound.claims)).toEqual(['deadline holds', 'deadline holds']);
  });
});

describe('laws', () => {
  it('a stock claim holds exactly when it says the number of the fact', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        async (said, stock) => {
          const setting = { answers: { stock: { rows: [[stock]], tables } } };
          const { claims } = await bind(
            `Only ${said} left in stock.`,
            [{ says: 'only {n} left', fact: 'stock' }],
            setting,
          );
          expect(states(claims)).toEqual([said === stock ? 'stock holds' : 'stock contradicted']);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never throws, whatever the message, the entry and the answer', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    const cell = fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.boolean(), fc.date());
    await fc.assert(
      fc.asyncProperty(
        text,
        text,
        fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }),
        async (message, says, rows) => {
          const setting = { answers: { stock: { rows, tables } } };
          await bind(`${message} ${says}`, [{ says: says || 'x', fact: 'stock' }], setting);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes linear time on a hostile entry', async () => {
    const started = performance.now();
    for (const says of ['{n} '.repeat(60), '{a} {b} {c} {d} {e} x', '{n}{n}{n} x', '{a} x', '{p} {p} x'])
      await bind('1 '.repeat(20_000), [{ says, fact: 'stock' }]);
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it('takes linear time on a message that is all claims', async () => {
    const claims = [{ says: 'only {n} left', fact: 'stock' }];
    const started = performance.now();
    await bind('Only 3 left in stock, ends Sunday. '.repeat(3000), claims, { file: 'm.txt' });
    await bind('<p>Only 3 left in stock, was <s>89 €</s> 59 €</p>'.repeat(3000), claims, { file: 'm.html' });
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
