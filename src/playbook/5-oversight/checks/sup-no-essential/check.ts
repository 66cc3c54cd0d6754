import { defineCheck } from '../../../../check/define.ts';
import type { AudienceFact, FieldUse } from '../../../../check/facts/audience.ts';
import type { UseCard } from '../../../../check/facts/card.ts';
import { isDenied } from '../../../../kernel/denied-values.ts';
import { isUnder } from '../../../../kernel/taxonomy/index.ts';

/** Whom a bill or a service does not concern: it is paid, disputed, over, or already agreed. */
const NOT_CONCERNED =
  /(?:^|[^a-z])(?:paid|settled|disput\w*|contest\w*|complaint\w*|appeal\w*|deceased|died|death|closed|cancel(?:l?ed)?|returned|replaced|repaired|delivered|confirmed|answered|payment_?plan|instal+ments?|on_?plan|holiday|hardship\w*|breathing_?space|insolven\w*|bankrupt\w*|represent(?:ed|ative)|already|duplicate|moved_?out|exempt\w*|bezahlt|widerspr\w*|verstorben|erledigt|pay[ée]e?|contest[ée]e?|d[ée]c[ée]d[ée]e?|pagad[oa]|fallecid[oa])(?:[^a-z]|$)/i;

export default defineCheck({
  id: 'sup-no-essential',
  step: 5,
  risk: 'discriminatory-exclusion',
  title: 'Suppression never holds back what is owed, and what is owed carries no promotion',
  appliesTo: 'all',
  requiredFor: 'none',
  needs: ['card', 'content', 'audience'],
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
    'holds-back-some': {
      gravity: 'review',
      what: 'The message is owed to people ({because}) and “{file}” leaves those out whom it seems not to concern ({field}).',
      why: 'A list of who has paid or disputes a bill is never complete, and a notice that does not arrive costs people a right.',
      instead: 'Show in a review how people get back in as soon as the reason has gone.',
    },
    'holds-back-consent': {
      gravity: 'review',
      what: 'The purpose is essential ({because}), the basis is consent, and “{file}” leaves people out.',
      why: 'Who takes consent back must be left alone; what is owed, such as a recall, must not rest on consent.',
      instead: 'Rest what is owed on the duty that it fulfils, and drop the exclusion there.',
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
    if (exclude !== undefined) {
      const evidence = [
        { type: 'field', at: at('/audience/exclude'), pointer: '/audience/exclude', value: exclude },
      ] as const;
      const field = unconcerned(card, facts.audience);
      if (field !== null)
        report({ advice: 'holds-back-some', with: { because, file: exclude, field }, evidence });
      else if (card.basis === 'consent')
        report({ advice: 'holds-back-consent', with: { because, file: exclude }, evidence });
      else report({ advice: 'holds-back', with: { because, file: exclude }, evidence });
    }
    const [offer] = facts.content.offers;
    if (offer !== undefined)
      report({
        advice: 'promotes',
        with: { because, quote: offer.quote },
        evidence: [{ type: 'text', at: offer.at, quote: offer.quote }],
      });
  },
});

/**
 * The field of an exclusion each of whose fields says that the matter is settled for those left out; `null` where one
 * says something else. A duty and a danger concern everyone.
 */
function unconcerned({ basis, intent }: UseCard, { parts }: AudienceFact): string | null {
  if (basis === 'legal-obligation' || basis === 'vital-interest' || intent === 'protect') return null;
  const excluding = parts.filter(({ part }) => part === 'exclude');
  if (excluding.some(({ reading }) => !reading.assessed)) return null;
  const fields = excluding
    .flatMap(({ reading }) => reading.fields)
    .filter(({ role }) => role !== 'output' && role !== 'join');
  return fields.length > 0 && fields.every(isUnconcerned) ? fields[0]!.field : null;
}

const isUnconcerned = (use: FieldUse): boolean =>
  use.role === 'include' &&
  NOT_CONCERNED.test(use.field.split('.').at(-1)!) &&
  !isDenied(use) &&
  !/^\S+\s+is\s+null\b/i.test(use.comparison ?? '');

function owedBecause(purpose: string | undefined, basis: string | undefined): string | null {
  if (basis === 'legal-obligation') return 'basis: legal-obligation';
  if (basis === 'vital-interest') return 'basis: vital-interest';
  return purpose !== undefined && isUnder(purpose, 'essential') ? `purpose: ${purpose}` : null;
}
