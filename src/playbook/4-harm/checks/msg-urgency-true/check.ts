import { defineCheck } from '../../../../check/define.ts';
import { reportClaims } from '../../claims/report-claims.ts';

export default defineCheck({
  id: 'msg-urgency-true',
  step: 4,
  risk: 'manipulative-personalization',
  title: 'Deadlines are real, and end when they are said to end',
  appliesTo: 'all',
  needs: ['card', 'claims', 'wording'],
  reads: ['claims', 'messages', 'owner'],
  withoutCard: true,
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['eu-ucpd-annex-1-7', 'uk-dmcc-schedule-20-7', 'us-ftc-dark-patterns-2022', 'ours-true-claims'],
  advice: {
    unbound: {
      gravity: 'review',
      what: 'The message says “{quote}”, and no entry of the card binds it to a fact.',
      why: 'People who believe that time is short decide without comparing; if it is not short, they were made to.',
      instead:
        'Bind the words in `claims` to a deadline in facts.yaml that someone outside the use owns, or leave them out.',
    },
    contradicted: {
      what: 'The message says “{quote}”: {because}.',
      why: 'People hurry for an end that is not there, and those who find out believe no deadline again.',
      instead: 'Say the day on which the offer really ends.',
    },
    passed: {
      what: 'The message says “{quote}”: {because}.',
      why: 'People are hurried by an offer that is already over, or that never ends.',
      instead: 'Stop the message, or offer something new with its own end.',
    },
    moved: {
      what: 'The message says “{quote}”, but the end of this offer moves: {because}.',
      why: 'An end that moves was never an end, and it presses most those who cannot wait: people with little money or little rest.',
      instead:
        'Keep the first end, or say plainly that the offer was extended and why, and let a reviewer waive it.',
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
    reportClaims('deadline', context);
    const { claims, historyRead } = context.facts.claims;
    const hasDeadline = claims.some(
      ({ topic, state }) => topic === 'deadline' && state !== 'unbound' && state !== 'unknown',
    );
    if (hasDeadline && !historyRead) context.cannotTell('history of deadlines', { required: false });
  },
});
