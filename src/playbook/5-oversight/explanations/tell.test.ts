import { describe, expect, it } from 'vitest';
import { type Explanation, explainRule, explainScore, type PrivateExplanation } from './explanation.ts';
import { readExplainable } from './read-explainable.ts';
import { type Audience, tellExplanation } from './tell.ts';

const READING = readExplainable({
  link: 'logit',
  intercept: -1,
  coefficients: { orders: 0.5, days_since: -0.01, has_illness: -3 },
  means: { orders: 2, days_since: 100, has_illness: 0.1 },
});
const named = (name: string, isProtected = false) => ({
  name,
  words: name.replaceAll('_', ' '),
  isProtected,
  isProxy: false,
});
const OPEN = [named('orders'), named('days_since'), named('has_illness')];
const MASKED = [named('orders'), named('days_since'), named('has_illness', true)];
const SCORE = { threshold: 0.5, changeable: [{ feature: 'orders', from: 0, to: 30 }] };
const made = (features = OPEN, score: Parameters<typeof explainScore>[2] = SCORE) =>
  explainScore(READING, features, score, {
    inputs: { orders: 3, days_since: 200, has_illness: 0 },
    prediction: null,
  });
const tell = (
  { open, hidden }: { open: Explanation; hidden: PrivateExplanation | null },
  more: { whom?: Audience; isUnmasked?: boolean } = {},
) => tellExplanation(open, hidden, { whom: 'employee', isUnmasked: false, outcome: 'not-offered', ...more });

describe('an explanation in sentences', () => {
  it('names the strongest first, with where it leads and how strongly', () =>
    expect(tell(made()).reasons).toEqual([
      {
        code: 'days_since:lowers',
        says: 'Days since lowers the score more than everything else together.',
        direction: 'lowers',
        strength: 'decides most',
      },
      {
        code: 'orders:raises',
        says: 'Orders raises the score strongly.',
        direction: 'raises',
        strength: 'strongly',
      },
      {
        code: 'has_illness:raises',
        says: 'Has illness raises the score noticeably.',
        direction: 'raises',
        strength: 'noticeably',
      },
    ]));

  it('holds to what is found for people, too', () =>
    expect(tell(made(), { whom: 'customer' }).reasons[0]!.says).toBe(
      'Days since counts against it more than everything else together.',
    ));

  it('shows the smallest change', () =>
    expect(tell(made()).change).toEqual({
      status: 'found',
      says: 'The outcome would be another if orders went from 3 to 6.',
      changes: [{ words: 'orders', from: 3, to: 6 }],
    }));

  it.each<[string, () => ReturnType<typeof tell>, string]>([
    ['the values are no longer kept', () => tell({ open: made().open, hidden: null }), 'over'],
    ['something is protected', () => tell(made(MASKED)), 'withheld'],
    ['no threshold is stated', () => tell(made(OPEN, {})), 'cannot-tell'],
    ['nothing can be changed', () => tell(made(OPEN, { threshold: 0.5 })), 'cannot-tell'],
    [
      'no change is enough',
      () => tell(made(OPEN, { ...SCORE, changeable: [{ feature: 'orders', from: 0, to: 4 }] })),
      'none',
    ],
  ])('shows no change where %s', (_, told, status) =>
    expect(told().change).toMatchObject({ status, changes: [] }),
  );

  it('tells nothing of what is protected, neither how close it was', () => {
    const told = tell(made(MASKED));
    expect(JSON.stringify(told)).not.toContain('illness');
    expect(told.reasons.at(-1)!.code).toBe('protected');
    expect(told.sureness.level).toBe('unknown');
    expect(tell(made(MASKED), { isUnmasked: true }).reasons.map(({ code }) => code)).toEqual([
      'days_since:lowers',
      'orders:raises',
      'has_illness:raises',
    ]);
  });

  it('says how sure it is from the distance to the threshold', () => {
    const level = (orders: number) => tell(explained(orders)).sureness.level;
    const explained = (orders: number) =>
      explainScore(READING, OPEN, SCORE, {
        inputs: { orders, days_since: 100, has_illness: 0.1 },
        prediction: null,
      });
    // At two, everything is as usual, and what is usual lies on one side of the threshold.
    expect([2, 4, 4.6, 40].map(level)).toEqual(['far', 'clear', 'close', 'far']);
  });

  it('says of a rule without a reason that it cannot be explained', () => {
    const told = tell(explainRule({ name: 'no-debtors' }, false, []));
    expect(told).toMatchObject({ status: 'cannot-explain', reasons: [] });
    expect(told.headline).toContain('cannot be explained');
  });
});
