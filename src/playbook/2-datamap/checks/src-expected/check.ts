import { defineCheck } from '../../../../check/define.ts';
import type { DataMapField } from '../../../../check/facts/data-map.ts';
import { isPurposeUnder } from '../../../../kernel/taxonomy/purpose-line.ts';
import type { Origin } from '../../../../kernel/vocabulary.ts';
import { fieldEvidence, isKey, knownFields } from '../../used-fields/used-once.ts';

/** Origins of which people do not think when a company writes to them. */
const UNEXPECTED: Partial<Record<Origin, string>> = {
  inferred: 'is inferred about people',
  'third-party': 'was bought from others',
  public: 'was taken from public places',
};

export default defineCheck({
  id: 'src-expected',
  step: 2,
  risk: 'data-overreach',
  title: 'A use stays within what people expect, and there is evidence of it',
  appliesTo: 'all',
  needs: ['card', 'settings', 'usedFields'],
  reads: ['purpose', 'fields', 'audience', 'scores'],
  gravity: 'review',
  decidedBy: 'person',
  norms: ['eu-gdpr-6-4', 'ours-expected-use'],
  advice: {
    'no-evidence': {
      what: 'The field `{field}` {came}, it decides here, and nothing shows that people expect it.',
      why: 'What people do not expect they cannot object to, and they feel spied on when they learn of it.',
      instead:
        'Ask some of them, or look at the taps on the why page, and add `expected` to the data map; or do without.',
    },
    'notice-only': {
      what: 'That people expect `{field}` to be used is shown by the notice `{notice}` alone.',
      why: 'Hardly anybody reads a notice, so it shows what was told and not what is expected.',
      instead: 'Refer to a survey, a notice test or the taps on the why page.',
    },
  },
  run({ facts, report }) {
    const { purpose } = facts.card.card;
    const declared = facts.settings.purposes;
    if (purpose === undefined || isPurposeUnder(purpose, 'essential', declared)) return;
    for (const field of knownFields(facts.usedFields)) {
      const { entry, decides } = field;
      const came = entry.origin === null ? undefined : UNEXPECTED[entry.origin];
      if (!decides || came === undefined || isKey(field)) continue;
      const shown = (entry.expected ?? []).filter((one) => isPurposeUnder(purpose, one.purpose, declared));
      if (shown.some(({ evidence }) => !isNotice(evidence, entry))) continue;
      const [notice] = shown;
      const evidence = fieldEvidence(field);
      if (notice === undefined)
        report({ advice: 'no-evidence', with: { field: field.name, came }, evidence });
      else report({ advice: 'notice-only', with: { field: field.name, notice: notice.evidence }, evidence });
    }
  },
});

const isNotice = (evidence: string, { notice }: DataMapField): boolean =>
  evidence.trim().toLowerCase() === notice?.trim().toLowerCase() ||
  /^(?:privacy|notice)[\s_-]*(?:notice|policy|statement)?(?:[\s_-]*[\d-]+)?$/i.test(evidence.trim());
