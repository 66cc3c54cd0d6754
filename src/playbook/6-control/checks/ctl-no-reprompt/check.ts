import { defineCheck } from '../../../../check/define.ts';

const LATER =
  /\b(?:maybe later|ask me later|remind me later|not now|later|später|spater|plus tard|más tarde|mas tarde|luego)\b/iu;

export default defineCheck({
  id: 'ctl-no-reprompt',
  step: 6,
  risk: null,
  title: 'A no is remembered: people are not asked again and again',
  appliesTo: 'all',
  requiredFor: 'none',
  needs: ['card', 'messages'],
  reads: ['messages', 'channels'],
  gravity: 'advise',
  decidedBy: 'rule',
  norms: ['us-ca-ccpa-7221-k', 'eu-dsa-25-3-b', 'ours-no-reprompt'],
  advice: {
    'later-alone': {
      what: 'The only answer beside yes is “{quote}”.',
      why: 'A question that takes no for “not yet” wears people down until they say yes.',
      instead: 'Offer a plain “No”, and do not ask again for six months, twelve in California.',
    },
  },
  run({ facts, report }) {
    for (const message of facts.messages.messages) {
      const answers = message.controls.filter(
        ({ type, text }) => (type === 'button' || type === 'link') && text !== '',
      );
      const later = answers.filter(({ text }) => text.length < 40 && LATER.test(text));
      const plainNo = answers.some(({ answer, text }) => answer === 'decline' && !LATER.test(text));
      const [first] = later;
      if (first === undefined || plainNo || answers.length === later.length) continue;
      report({
        advice: 'later-alone',
        with: { quote: first.text },
        evidence: [{ type: 'text', at: first.at, quote: first.text }],
      });
    }
  },
});
