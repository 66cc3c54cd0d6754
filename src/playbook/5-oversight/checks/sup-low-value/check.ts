import { defineCheck } from '../../../../check/define.ts';
import type { AudiencePart, FieldUse } from '../../../../check/facts/audience.ts';

/** Fields that say what a person is worth to the company, or what they cost it. */
const VALUE =
  /(?:^|[._])(?:clv|cltv|ltv|lifetime_?value|customer_?value|predicted_?value|value_?(?:score|tier|band|segment)|rfm(?:_?\w+)?|margin|profit(?:ability)?|cost_?to_?serve|service_?cost|support_?(?:cost|tickets?|contacts)|return(?:s)?_?rate|spend_?(?:tier|band)|is_?(?:vip|low_?value))$/i;

export default defineCheck({
  id: 'sup-low-value',
  step: 5,
  risk: 'discriminatory-exclusion',
  title: 'Leaving people out because they earn too little or cost too much is looked at by a person',
  appliesTo: 'all',
  requiredFor: ['suppression', 'service-routing'],
  needs: ['card', 'audience'],
  reads: ['audience', 'rules'],
  gravity: 'review',
  decidedBy: 'person',
  norms: ['fca-consumer-duty', 'ours-no-low-value-exclusion'],
  advice: {
    'left-out-by-value': {
      what: '“{field}” decides who is left out or comes last.',
      why: 'What people are worth to a company follows age, income, illness and where they live; help and fair offers then go to those who need them least.',
      instead:
        'Decide by what the person asked for or needs; if value must count, compare the groups it leaves out and say why it is fair.',
    },
  },
  run({ kind, facts, report, cannotTell }) {
    for (const part of facts.audience.parts) {
      if (!part.reading.assessed) {
        cannotTell(`${part.pointer}: the definition could not be read`);
        continue;
      }
      const seen = new Set<string>();
      for (const use of part.reading.fields) {
        if (!VALUE.test(use.field) || !leavesOut(kind, part, use) || seen.has(use.field)) continue;
        seen.add(use.field);
        report({
          advice: 'left-out-by-value',
          with: { field: use.field },
          evidence: [{ type: 'text', at: use.at, quote: use.field }],
        });
      }
    }
  },
});

/** In what decides over help, price or access every deciding role can leave people out; elsewhere an exclusion alone. */
function leavesOut(kind: string, { part }: AudiencePart, { role }: FieldUse): boolean {
  if (role === 'output') return false;
  const decidesOverHelp = ['suppression', 'eligibility', 'service-routing', 'offer', 'pricing'].includes(
    kind,
  );
  return role === 'exclude' || part === 'exclude' || part === 'rule' || decidesOverHelp;
}
