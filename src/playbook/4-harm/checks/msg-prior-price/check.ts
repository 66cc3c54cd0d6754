import { defineCheck } from '../../../../check/define.ts';
import { reportClaims } from '../../claims/report-claims.ts';

export default defineCheck({
  id: 'msg-prior-price',
  step: 4,
  risk: 'manipulative-personalization',
  title: 'A former price is the lowest price of the 30 days before the reduction',
  appliesTo: 'all',
  needs: ['card', 'claims', 'wording'],
  reads: ['claims', 'messages', 'owner'],
  withoutCard: true,
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['eu-price-98-6-6a', 'eu-ucpd-6', 'us-ftc-act-5', 'ours-true-claims'],
  advice: {
    unbound: {
      gravity: 'review',
      what: 'The message compares with a former price, “{quote}”, and no entry of the card binds it to a price history.',
      why: 'A former price that was never asked makes a usual price look like a gift.',
      instead: 'Bind the words in `claims` to a price history in facts.yaml, or show the price alone.',
    },
    contradicted: {
      what: 'The message says “{quote}”: {because}.',
      why: 'People believe that they save more than they do, and stop comparing.',
      instead: 'Show the lowest price of the 30 days before the reduction as the former price.',
    },
    owned: {
      gravity: 'review',
      what: 'The message says “{quote}”, and {because}.',
      why: 'Whoever gains from a claim would then also say whether it is true.',
      instead: 'Let someone outside the use own the fact in facts.yaml.',
    },
    unused: {
      gravity: 'advise',
      what: 'The card binds “{quote}”, and {because}.',
      why: 'An entry that fits nothing looks like a proof, and the words that were meant may stand unproven.',
      instead: 'Correct the words of the entry, or remove it.',
    },
  },
  run(context) {
    reportClaims('prior-price', context);
  },
});
