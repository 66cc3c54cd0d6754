import { defineCheck } from '../../../../check/define.ts';
import { isUnder } from '../../../../kernel/taxonomy/index.ts';

export default defineCheck({
  id: 'sup-no-essential',
  step: 5,
  risk: 'discriminatory-exclusion',
  title: 'Suppression never holds back what is owed, and what is owed carries no promotion',
  appliesTo: 'all',
  requiredFor: 'none',
  needs: ['card', 'content'],
  reads: ['purpose', 'basis', 'audience', 'rules'],
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['us-can-spam', 'fca-consumer-duty', 'ours-essential-reach'],
  advice: {
    'holds-back': {
      what: 'The message is owed to people ({because}) and “{file}” leaves some of them out.',
      why: 'A recall, a security or an arrears notice that does not arrive costs people money, health or a right.',
      instead: 'Send what is owed to everyone it concerns; use suppression for marketing alone.',
    },
    promotes: {
      what: 'The message is declared as owed to people ({because}) and it sells: “{quote}”.',
      why: 'Promotion in a service message reaches people who said no to promotion.',
      instead: 'Take the promotion out, or send it as marketing to those who agreed.',
    },
  },
  run({ facts, report }) {
    const { card, at } = facts.card;
    const because = owedBecause(card.purpose, card.basis);
    if (because === null || !(card.messages?.length ?? 0)) return;
    const { exclude } = card.audience ?? {};
    if (exclude !== undefined)
      report({
        advice: 'holds-back',
        with: { because, file: exclude },
        evidence: [
          { type: 'field', at: at('/audience/exclude'), pointer: '/audience/exclude', value: exclude },
        ],
      });
    const [offer] = facts.content.offers;
    if (offer !== undefined)
      report({
        advice: 'promotes',
        with: { because, quote: offer.quote },
        evidence: [{ type: 'text', at: offer.at, quote: offer.quote }],
      });
  },
});

function owedBecause(purpose: string | undefined, basis: string | undefined): string | null {
  if (basis === 'legal-obligation') return 'basis: legal-obligation';
  if (basis === 'vital-interest') return 'basis: vital-interest';
  return purpose !== undefined && isUnder(purpose, 'essential') ? `purpose: ${purpose}` : null;
}
