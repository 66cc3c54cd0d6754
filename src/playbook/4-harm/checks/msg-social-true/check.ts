import { defineCheck } from '../../../../check/define.ts';
import { reportClaims } from '../../claims/report-claims.ts';

export default defineCheck({
  id: 'msg-social-true',
  step: 4,
  risk: 'manipulative-personalization',
  title: 'What others do is measured before it is said',
  appliesTo: 'all',
  needs: ['card', 'claims', 'wording'],
  reads: ['claims', 'messages', 'owner'],
  withoutCard: true,
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['eu-ucpd-6', 'us-ftc-dark-patterns-2022', 'ours-true-claims'],
  advice: {
    unbound: {
      gravity: 'review',
      what: 'The message says “{quote}”, and no entry of the card binds it to a fact.',
      why: 'People follow others when they are unsure; invented others lead them where they would not go.',
      instead:
        'Bind the words in `claims` to a counter or rating in facts.yaml, with its period, or leave them out.',
    },
    contradicted: {
      what: 'The message says “{quote}”: {because}.',
      why: 'People follow a crowd that is smaller than they are told, or not there.',
      instead: 'Say the measured number with its period, or leave the sentence out.',
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
    reportClaims('popularity', context);
  },
});
