import { defineRules, words } from '../rule.ts';

/** Wording that shows a cost the reader did not choose or could not see. */
export const hiddenCost = defineRules('hidden-cost', [
  {
    id: 'hidden-cost-added',
    kind: 'pressure',
    triggers: ['added', 'included', 'protection', 'insurance', 'handling', 'processing', 'fee', 'fees'],
    pattern: words(
      "\\b(?:protection|insurance|warranty|cover|donation|gift wrap|tip|plan)(?: plan)? (?:has been |was |is |automatically )*(?:added|pre-?selected)\\b|\\b(?:we(?:'ve| have)) (?:already )?(?:added|included) (?:[a-z]{1,12} ){0,3}(?:protection|insurance|warranty|donation|tip|membership) (?:to|in|for)\\b|\\bcare & handling\\b|\\b(?:fees?|charges?) (?:will be |are )?(?:added|applied|calculated|shown) (?:at|during) check ?out\\b|\\b(?:application|processing|activation|convenience) fee of\\b",
    ),
    instead: 'Show the whole price first, and add nothing the reader did not pick.',
    says: ['Purchase protection added', "We've added insurance to your basket", 'Fees are added at checkout'],
    butNot: ['Free delivery', 'Delivery fee $3.99', 'Protection plan available'],
  },
  {
    id: 'hidden-cost-renewal',
    kind: 'pressure',
    triggers: ['renew', 'renews', 'billed', 'charged', 'subscription'],
    pattern: words(
      '\\b(?:subscription|membership|plan|trial)[^.!?]{0,40}\\b(?:auto[- ]?renews?|renews? automatically|(?:will )?automatically renews?)\\b(?: \\w+){0,4} (?:with|for|at) (?:a )?(?:fee|the (?:then[- ]current|regular|full) (?:rate|price))',
    ),
    instead: 'Say the price after the trial, the date and how to stop it, beside the button.',
    says: [
      'After 1 year, subscription auto renews with fee.',
      'Your plan will automatically renew at the then-current rate',
    ],
    butNot: ['Renews at $9 a month on 3 May; cancel any time', 'Renew your passport'],
  },
]);
