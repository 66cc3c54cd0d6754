import { defineCheck } from '../../../../check/define.ts';
import type { FieldUse } from '../../../../check/facts/audience.ts';
import type { UsedField } from '../../../../check/facts/field-use.ts';
import { categoryTitle } from '../../../../kernel/categories.ts';
import { REASONS, reasonsIn } from '../../reasons.ts';

export default defineCheck({
  id: 'ctl-why',
  step: 6,
  risk: 'opaque-automation',
  title: 'People are told why it is them, and what is told is what decides',
  appliesTo: ['campaign', 'journey', 'offer', 'pricing', 'outreach', 'recommendation', 'next-best-action'],
  needs: ['card', 'audience', 'usedFields'],
  reads: ['explanation', 'audience', 'fields'],
  gravity: 'review',
  decidedBy: 'rule',
  norms: ['eu-gdpr-13', 'eu-dsa-26-1-d', 'eu-ai-act-86', 'ours-why-from-what-ran'],
  advice: {
    'no-explanation': {
      what: 'The card gives no explanation that a person could read.',
      why: 'Whoever does not know why they were picked can neither correct it nor object to it.',
      instead: 'Write in `explanation` one sentence with the two or three facts that really decide.',
    },
    'tells-another-reason': {
      what: 'The explanation speaks of {told}, and nothing that decides is about that.',
      why: 'A false reason hides the true one, and takes away the chance to object to it.',
      instead: 'Name what decides: {deciding}.',
    },
    'leaves-out': {
      what: 'The explanation does not tell that “{field}” ({kind}) decides.',
      why: 'What people would least expect is what they most need to know.',
      instead: 'Say it in plain words, or stop using it.',
    },
  },
  run({ facts, report, cannotTell }) {
    const { card, at } = facts.card;
    const pointer = '/explanation';
    if (card.explanation === undefined) {
      report({
        advice: 'no-explanation',
        evidence: [{ type: 'field', at: at(pointer), pointer, value: undefined }],
      });
      return;
    }
    const parts = facts.audience.parts.filter(({ part }) => part === 'segment' || part === 'defined-by');
    if (parts.some(({ reading }) => !reading.assessed)) {
      cannotTell('the segment could not be read, so the explanation cannot be held against it');
      return;
    }
    const deciding = parts
      .flatMap(({ reading }) => reading.fields)
      .filter(({ role }) => role !== 'output' && role !== 'join');
    if (deciding.length === 0) return;
    const explanation = card.explanation;
    const told = reasonsIn(explanation);
    const real = new Set(
      deciding.flatMap(({ field, jsonPath }) => [...reasonsIn(words(`${field} ${jsonPath ?? ''}`))]),
    );
    const invented = [...told].filter((reason) => !real.has(reason));
    const evidence = { type: 'field', at: at(pointer), pointer, value: explanation } as const;
    if (told.size > 0 && invented.length === told.size)
      report({
        advice: 'tells-another-reason',
        with: {
          told: invented.map((reason) => REASONS[reason].title).join(', '),
          deciding: namesOf(deciding),
        },
        evidence: [evidence],
      });
    for (const { use, kind } of unexpected(deciding, facts.usedFields.used)) {
      const about = reasonsIn(words(`${use.field} ${use.jsonPath ?? ''}`));
      if ([...about].some((reason) => told.has(reason)) || mentions(explanation, use.field)) continue;
      report({
        advice: 'leaves-out',
        with: { field: use.field, kind },
        evidence: [{ type: 'text', at: use.at, quote: use.field }, evidence],
      });
    }
  },
});

/** Deciding fields that people would not expect: sensitive, inferred about them, or bought. Each once. */
function unexpected(
  deciding: readonly FieldUse[],
  used: readonly UsedField[],
): Array<{ use: FieldUse; kind: string }> {
  const seen = new Set<string>();
  return deciding.flatMap((use) => {
    if (seen.has(use.field)) return [];
    seen.add(use.field);
    const origin = used.find(({ name }) => name.toLowerCase() === use.field.toLowerCase())?.entry?.origin;
    const [sensitive] = use.sensitive;
    if (sensitive !== undefined) return [{ use, kind: categoryTitle(sensitive) }];
    return origin === 'inferred' || origin === 'third-party'
      ? [{ use, kind: origin === 'inferred' ? 'inferred about the person' : 'bought from others' }]
      : [];
  });
}

const words = (name: string): string =>
  name
    .replaceAll(/[._$]+/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();

/** Whether the words of a field’s own name stand in the explanation. */
const mentions = (explanation: string, field: string): boolean =>
  words(field.split('.').at(-1)!)
    .split(' ')
    .filter((word) => word.length > 3)
    .some((word) => explanation.toLowerCase().includes(word));

const namesOf = (deciding: readonly FieldUse[]): string =>
  [...new Set(deciding.map(({ field }) => field))].slice(0, 4).join(', ');
