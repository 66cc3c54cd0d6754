import { defineCheck } from '../../../../check/define.ts';
import { reportClaims } from '../../claims/report-claims.ts';

export default defineCheck({
  id: 'msg-scarcity-true',
  step: 4,
  risk: 'manipulative-personalization',
  title: 'Stock claims come from live stock',
  appliesTo: 'all',
  needs: ['card', 'claims', 'wording'],
  reads: ['claims', 'messages', 'owner'],
  withoutCard: true,
  gravity: 'block',
  decidedBy: 'rule',
  norms: [
    'eu-ucpd-annex-1-5',
    'eu-ucpd-annex-1-7',
    'us-ftc-dark-patterns-2022',
    'ours-true-claims',
    'ours-fresh-stock',
  ],
  advice: {
    unbound: {
      gravity: 'review',
      what: 'The message says “{quote}”, and no entry of the card binds it to a fact.',
      why: 'People buy at once what they think they may lose; if it is not scarce, they were made to.',
      instead: 'Bind the words in `claims` to a query over live stock in facts.yaml, or leave them out.',
    },
    contradicted: {
      what: 'The message says “{quote}”: {because}.',
      why: 'People hurry, or travel, for a thing that is not scarce or not there.',
      instead: 'Show the number from live stock, or leave the sentence out.',
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
    reportClaims('stock', context);
  },
});
