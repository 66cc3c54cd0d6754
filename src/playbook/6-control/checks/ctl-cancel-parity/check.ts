import { defineCheck } from '../../../../check/define.ts';

const RENEWS =
  /\b(?:renews?|auto[- ]?renew\w*|subscri\w+|month(?:ly)?|year(?:ly)?|annual(?:ly)?|per month|monatlich|jährlich|verlängert|abo|mensuel\w*|annuel\w*|mensual\w*|anual\w*)\b/iu;
const HARD_CANCEL =
  /\b(?:call|phone|telephone|letter|post|fax|write|in (?:a |the )?(?:store|shop|branch)|registered mail|anruf\w*|telefon\w*|brief|schriftlich|einschreiben|appel\w*|courrier|llama\w*|carta)\b/iu;
const EASY_CANCEL = /\b(?:click|online|account|link|app|button|e-?mail|konto|klick|clic|cuenta|compte)\b/iu;

export default defineCheck({
  id: 'ctl-cancel-parity',
  step: 6,
  risk: null,
  title: 'Leaving a contract is as easy as joining it',
  appliesTo: ['campaign', 'journey', 'offer', 'pricing', 'outreach'],
  requiredFor: 'none',
  needs: ['card'],
  reads: ['terms'],
  gravity: 'review',
  decidedBy: 'rule',
  norms: ['us-rosca', 'us-ca-auto-renewal', 'eu-dsa-25-3-c', 'ours-easy-exit'],
  advice: {
    'no-exit': {
      what: 'What is sold renews ({renews}) and the card does not say how people leave.',
      why: 'A contract that is easy to enter and hard to leave takes money from those who have stopped wanting it.',
      instead:
        'Say in `terms.cancel` how people leave; it takes no more steps than joining, in the same channel.',
    },
    'hard-exit': {
      what: 'People leave by “{cancel}”, and join by a click.',
      why: 'Calls, letters and visits keep people paying who have decided to go.',
      instead: 'Let people leave where they joined: in the account, by a link, at once.',
    },
  },
  run({ facts, report }) {
    const { card, at } = facts.card;
    const { renews, cancel } = card.terms ?? {};
    if (renews === undefined || !RENEWS.test(renews)) return;
    const pointer = '/terms/cancel';
    const evidence = [{ type: 'field', at: at(pointer), pointer, value: cancel }] as const;
    if (cancel === undefined) report({ advice: 'no-exit', with: { renews }, evidence });
    else if (HARD_CANCEL.test(cancel) && !EASY_CANCEL.test(cancel))
      report({ advice: 'hard-exit', with: { cancel }, evidence });
  },
});
