import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../check/facts/card.ts';
import {
  audienceFact,
  audiencePart,
  audienceReading,
  cardFact,
  dataMapField,
  fieldUse,
  pathsFact,
  settingsFact,
} from '../../../check/testing/builders.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import { answerBoundaries } from './answer-boundaries.ts';
import { boundaryTexts, readBoundaries } from './read-boundaries.ts';
import { splitPolicies } from './split-policies.ts';
import { type UseEntityInput, useEntity } from './use-entity.ts';

const file = (text: string, name = 'boundaries/house.cedar') => new SourceText(name, text);
const input = (
  card: Partial<UseCard> = {},
  rest: Partial<Omit<UseEntityInput, 'card'>> = {},
): UseEntityInput => ({
  settings: settingsFact(),
  audience: audienceFact(),
  usedFields: { used: [] },
  content: { calls: [], prices: [], offers: [], seenIntents: [], sells: false },
  paths: pathsFact(),
  ...rest,
  card: cardFact(card),
});

const noMothersDay = `// Mother's Day; "quoted" here
@id("no-mothers-day")
@because("some people mourn; others wish they were mothers")
@instead("Let people opt out first")
@norms("ours-life-event-cool-down, eu-gdpr-9")
forbid (principal, action, resource)
when { resource.themes.contains("mothers-day") }
unless { resource.protective };
`;

describe('reading boundaries', () => {
  it('keeps what people read, and the place', async () => {
    const { boundaries, problems } = await readBoundaries([file(noMothersDay)]);
    expect(problems).toEqual([]);
    expect(boundaries.all).toMatchObject([
      {
        id: 'no-mothers-day',
        effect: 'forbid',
        because: 'some people mourn; others wish they were mothers',
        instead: 'Let people opt out first',
        norms: ['ours-life-event-cool-down', 'eu-gdpr-9'],
        at: { file: 'boundaries/house.cedar', line: 2, column: 1 },
      },
    ]);
  });

  it('finds nothing in an empty file, and does not mind', async () => {
    const { boundaries, problems } = await readBoundaries([file('// nothing yet\n')]);
    expect([boundaries.all, problems]).toEqual([[], []]);
    expect(answerBoundaries(boundaries, useEntity(input()))).toEqual({
      forbidding: [],
      unanswered: [],
      count: 0,
    });
  });

  it.each([
    ['cannot be parsed', 'forbidd (principal, action, resource);'],
    ['cannot be validated', 'forbid (principal, action, resource) when { resource.vulnrable };'],
  ])('leaves a policy that %s unanswered, beside others and alone', async (_, broken) => {
    for (const text of [broken, `${noMothersDay}${broken}`]) {
      const { boundaries } = await readBoundaries([file(text)]);
      expect(answerBoundaries(boundaries, useEntity(input())).unanswered).toEqual([
        {
          id: expect.stringMatching(/^boundaries\/house\.cedar:\d+$/),
          because: 'the policy could not be read',
        },
      ]);
    }
  });

  const when = (condition: string) =>
    `@id("é😀")\nforbid(principal, action, resource)\nwhen { ${condition} };`;
  it.each([
    [
      'a misspelt attribute',
      when('resource.thems.contains("a")'),
      'boundary.invalid',
      'resource.thems.contains("a")',
      'write `themes`',
    ],
    [
      'a wrong operator',
      when('resource.kind = "campaign"'),
      'boundary.invalid',
      'resource.kind = "campaign"',
      "try using '==' instead",
    ],
    [
      'a wrong type',
      when('resource.kind == 1'),
      'boundary.invalid',
      'resource.kind == 1',
      'mend the policy at this place',
    ],
    [
      'a word that never stands there',
      when('resource.kind == "campain"'),
      'boundary.invalid',
      '"campain"',
      'write `campaign`',
    ],
    ['a word on the left', when('"smss" == resource.basis'), 'boundary.invalid', '"smss"', null],
    [
      'a word in a set',
      when('["email", "smss"].contains(resource.intent)'),
      'boundary.invalid',
      '"email"',
      null,
    ],
    [
      'a set of words',
      when('resource.channels.containsAny(["email", "smss"])'),
      'boundary.invalid',
      '"smss"',
      'write `sms`',
    ],
    [
      'an unknown purpose',
      when('resource.purposes.contains("marketing.comunications")'),
      'boundary.invalid',
      '"marketing.comunications"',
      'write `marketing.communications`',
    ],
    ['a boundary that can never hold', when('false'), 'boundary.invalid', null, null],
    [
      'an unknown norm',
      `@id("a") @norms("eu-gdpr-99") forbid(principal, action, resource);`,
      'boundary.unknown-norm',
      '"eu-gdpr-99"',
      'write `eu-gdpr-9`',
    ],
    [
      'no id',
      'forbid(principal, action, resource);',
      'boundary.missing-id',
      'forbid(principal, action, resource);',
      'add `@id("…")` before it',
    ],
    [
      'a template',
      '@id("a") forbid(principal == ?principal, action, resource);',
      'boundary.invalid',
      '?principal',
      null,
    ],
    ['no semicolon', '@id("a") forbid(principal, action, resource)', 'boundary.invalid', '', null],
    ['no policy at all', 'hello', 'boundary.invalid', null, null],
    ['a string without end', '@id("a) forbid(principal, action, resource);', 'boundary.invalid', null, null],
    [
      'a hundred brackets',
      when(`${'('.repeat(100)}resource.sells${')'.repeat(100)}`),
      'boundary.invalid',
      null,
      'split it into several policies',
    ],
    [
      'a chain without end',
      when(`resource.sells${'||resource.sells'.repeat(2000)}`),
      'boundary.invalid',
      null,
      'split it into several policies',
    ],
  ])('names the place of %s', async (_, text, code, quote, hint) => {
    const source = file(
      `// 😀 é\n@id("fine") forbid(principal, action, resource) when { resource.sells };\n${text}`,
    );
    const { boundaries, problems } = await readBoundaries([source]);
    expect(problems.map((one) => one.code)).toContain(code);
    const seen = problems.find((one) => one.code === code)!;
    if (quote !== null) expect(source.quote(seen.at!)).toBe(quote);
    if (hint !== null) expect(seen.hint).toBe(hint);
    expect(seen.at!.line).toBeGreaterThan(2);
    expect(boundaries.all.map(({ id }) => id)).toContain('fine');
  });

  it('names both places of an id that is taken, over files', async () => {
    const policy = '@id("a") forbid(principal, action, resource) when { resource.sells };';
    const { boundaries, problems } = await readBoundaries([
      file(policy, 'boundaries/b.cedar'),
      file(policy, 'boundaries/a.cedar'),
    ]);
    expect(problems).toMatchObject([{ code: 'boundary.duplicate-id', at: { file: 'boundaries/b.cedar' } }]);
    expect(problems[0]!.hint).toContain('boundaries/a.cedar:1');
    expect(boundaries.all).toHaveLength(2);
  });

  it('takes a purpose that the organisation declares', async () => {
    const source = file(
      '@id("a") forbid(principal, action, resource) when { resource.purposes.contains("club") };',
    );
    expect((await readBoundaries([source])).problems).toHaveLength(1);
    expect((await readBoundaries([source], [{ key: 'club', under: 'marketing' }])).problems).toEqual([]);
  });

  it('hashes what is said, not how it is laid out', async () => {
    const one = await readBoundaries([file(noMothersDay)]);
    const other = await readBoundaries([
      file(noMothersDay.replaceAll('\n', '\r\n  ').replace(/\/\/.*/, ''), 'boundaries/z.cedar'),
    ]);
    expect(boundaryTexts(other.boundaries)).toEqual(boundaryTexts(one.boundaries));
    const changed = await readBoundaries([file(noMothersDay.replace('mothers-day', 'mothers day'))]);
    expect(boundaryTexts(changed.boundaries)).not.toEqual(boundaryTexts(one.boundaries));
  });

  it('splits so that every piece quotes its file', () => {
    const piece = fc.constantFrom(
      'forbid(principal);',
      '@id("a;b//c")',
      '// x; "y\n',
      '"\\";"',
      '😀',
      ' ',
      '\n',
      '{',
      '}',
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const source = file(pieces.join(''));
        for (const { text, start, end, tokens } of splitPolicies(source)) {
          expect(source.text.slice(start, end)).toBe(text);
          for (const token of tokens.slice(0, -1))
            expect(source.text.slice(token.start, token.end)).not.toBe(';');
        }
      }),
    );
  });
});

describe('asking boundaries', () => {
  const ask = async (text: string, use: UseEntityInput) => {
    const { boundaries, problems } = await readBoundaries([file(text)]);
    expect(problems).toEqual([]);
    return answerBoundaries(boundaries, useEntity(use));
  };
  const rule = (condition: string) =>
    `@id("rule") forbid(principal, action, resource) when { ${condition} };`;
  const religion = dataMapField('crm.customers.faith', {
    category: 'user.demographic.religious_belief',
    declaredSensitive: ['religion_belief'],
    origin: 'inferred',
    systems: ['mailer'],
  });
  const byReligion = (part: 'segment' | 'exclude' = 'segment') => {
    const field = fieldUse('crm.customers.faith', { sensitive: ['religion_belief'] });
    return {
      audience: audienceFact(audiencePart([field], { part })),
      usedFields: {
        used: [
          { name: religion.name, entry: religion, where: 'audience' as const, decides: true, at: field.at },
        ],
      },
    };
  };

  it.each([
    ['resource.themes.contains("baby")', input({ themes: ['baby'] }), true],
    ['resource.themes.contains("baby")', input(), false],
    ['resource.purposes.contains("marketing")', input({ purpose: 'marketing.communications.email' }), true],
    ['resource.purposes.contains("marketing")', input({ purpose: 'essential.service' }), false],
    ['resource.jurisdictions.contains("us")', input({ jurisdictions: ['us-ca'] }), true],
    ['resource.jurisdictions.contains("eu")', input(), true],
    ['resource.basis != "consent"', input(), true],
    [
      'resource.sells && resource.intent == "support"',
      input(
        { intent: 'support' },
        { content: { calls: [], prices: [], offers: [], seenIntents: ['sell'], sells: true } },
      ),
      true,
    ],
    ['resource.special', input({}, byReligion()), true],
    ['resource.selectedBy.contains("religion_belief")', input({}, byReligion()), true],
    ['resource.selectedBy.contains("religion_belief")', input({}, byReligion('exclude')), false],
    ['resource.excludedBy.contains("religion_belief")', input({}, byReligion('exclude')), true],
    ['resource.vulnerable', input({}, byReligion()), false],
    ['resource.special', input({}, byReligion('exclude')), false],
    ['resource.fieldCategories.contains("user.demographic")', input({}, byReligion()), true],
    [
      'resource.origins.contains("inferred") && resource.systems.contains("mailer")',
      input({}, byReligion()),
      true,
    ],
    [
      '!(resource.askedFor || resource.owed || resource.protective)',
      input({}, { paths: pathsFact({ owed: 'a recall' }) }),
      false,
    ],
    ['resource.records.contains("dpia")', input({ records: { dpia: 'D-1' } }), true],
  ])('%s', async (condition, use, forbids) => {
    const answer = await ask(rule(condition), use);
    expect(answer.forbidding.map(({ id }) => id)).toEqual(forbids ? ['rule'] : []);
    expect(answer).toMatchObject({ unanswered: [], count: 1 });
  });

  it('lets forbid win over any permit', async () => {
    const answer = await ask(
      `@id("all") permit(principal, action, resource); ${rule('true || resource.sells')}`,
      input(),
    );
    expect(answer.forbidding.map(({ id }) => id)).toEqual(['rule']);
  });

  it('does not answer for what could not be read', async () => {
    const unread = input(
      {},
      {
        audience: audienceFact(audiencePart([], { reading: audienceReading([], { assessed: false }) })),
        content: null,
      },
    );
    const text = [
      '@id("a") forbid(principal, action, resource) when { resource.special };',
      '@id("b") forbid(principal, action, resource) when { resource.kind == "campaign" };',
      '@id("c") forbid(principal, action, resource) when { resource.sells };',
      '@id("d") forbid(principal, action, resource) when { resource.kind == "score" && resource.special };',
    ].join('\n');
    const answer = await ask(text, unread);
    expect(answer.forbidding.map(({ id }) => id)).toEqual(['b']);
    expect(answer.unanswered).toEqual([
      { id: 'a', because: '`special` is not known: `uses/test/segment.sql` could not be read' },
      { id: 'c', because: '`sells` is not known: the messages could not be read' },
    ]);
  });

  it('knows no principal but the organisation', async () => {
    const own =
      '@id("a") forbid(principal == Organisation::"Test (fictional)", action == Action::"use", resource);';
    expect((await ask(own, input())).forbidding).toHaveLength(1);
    expect((await ask(own.replace('Test', 'Best'), input())).forbidding).toHaveLength(0);
  });
});

describe('laws', () => {
  const condition = fc.constantFrom(
    'resource.themes.contains("baby")',
    'resource.kind == "campaign"',
    'resource.basis == "consent"',
    'resource.special',
    'resource.channels.containsAny(["sms", "push"])',
    'resource.purposes.contains("marketing")',
    'resource.owed',
  );
  const policies = fc
    .array(
      fc.record({
        effect: fc.constantFrom('forbid', 'permit'),
        when: condition,
        unless: fc.option(condition),
      }),
      { maxLength: 6 },
    )
    .map((list) =>
      list.map(
        ({ effect, when, unless }, index) =>
          `@id("p${index}") ${effect}(principal, action, resource) when { ${when} }${unless === null ? '' : ` unless { ${unless} }`};`,
      ),
    );
  const card = fc.record({
    themes: fc.constantFrom([], ['baby']),
    basis: fc.constantFrom('consent', 'contract'),
    channels: fc.constantFrom([], ['sms']),
    purpose: fc.constantFrom('marketing', 'essential'),
  }) as fc.Arbitrary<Partial<UseCard>>;
  const answerOf = async (files: readonly string[][], use: Partial<UseCard>) => {
    const sources = files.map((texts, index) => file(texts.join('\n'), `boundaries/${index}.cedar`));
    const { boundaries, problems } = await readBoundaries(sources);
    expect(problems.filter(({ message }) => !message.includes('impossible'))).toEqual([]);
    const answer = answerBoundaries(boundaries, useEntity(input(use)));
    return { forbidding: answer.forbidding.map(({ id }) => id), unanswered: answer.unanswered };
  };

  it('permuting policies and files changes nothing', async () => {
    const shuffled = policies.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length }),
        fc.nat({ max: list.length }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, card, async ([list, other, cut], use) => {
        expect(await answerOf([other.slice(0, cut), other.slice(cut)], use)).toEqual(
          await answerOf([list], use),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('adding a policy never turns a no into a yes', async () => {
    await fc.assert(
      fc.asyncProperty(
        policies,
        condition,
        fc.constantFrom('forbid', 'permit'),
        card,
        async (list, when, effect, use) => {
          const more = [...list, `@id("more") ${effect}(principal, action, resource) when { ${when} };`];
          const before = await answerOf([list], use);
          const after = await answerOf([more], use);
          expect(after.forbidding).toEqual(expect.arrayContaining(before.forbidding));
        },
      ),
      { numRuns: 60 },
    );
  });
});
