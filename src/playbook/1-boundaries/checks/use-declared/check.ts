import { defineCheck } from '../../../../check/define.ts';
import type { UseCard } from '../../../../check/facts/card.ts';
import { requiredKeys } from '../../../../check/required-keys.ts';

/** Keys whose absence a check of its own speaks of. */
const SPOKEN_OF: ReadonlySet<keyof UseCard> = new Set([
  'owner',
  'approver',
  'purpose',
  'basis',
  'benefit',
  'without_it',
  'expires',
  'explanation',
  'automation',
]);

export default defineCheck({
  id: 'use-declared',
  step: 1,
  risk: null,
  title: 'The card names every file of the use and says what its kind needs',
  appliesTo: 'all',
  needs: ['card', 'folder'],
  reads: [
    'kind',
    'intent',
    'channels',
    'audience',
    'messages',
    'fields',
    'terms',
    'scores',
    'rules',
    'suppliers',
    'identity',
  ],
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['eu-gdpr-5-2', 'eu-gdpr-30', 'nist-privacy-framework'],
  advice: {
    'undeclared-file': {
      what: 'The file `{file}` lies in the folder of the use, and no part of the card refers to it.',
      why: 'What the card does not name is neither checked nor reviewed, and may still be sent.',
      instead: 'Refer to it in the card, or take it out of the folder.',
    },
    'missing-key': {
      gravity: 'review',
      what: 'The card of this {kind} does not say `{key}`.',
      why: 'Without it nobody can judge what the use does to people.',
      instead: 'Add `{key}` to the card.',
    },
  },
  run({ kind, facts, report }) {
    const { card, at } = facts.card;
    for (const { file, at: place } of facts.folder.undeclared)
      report({
        advice: 'undeclared-file',
        with: { file },
        evidence: [{ type: 'field', at: place, pointer: '', value: file }],
      });
    for (const key of requiredKeys(kind)) {
      if (SPOKEN_OF.has(key) || card[key] !== undefined) continue;
      const pointer = `/${key}`;
      report({
        advice: 'missing-key',
        with: { kind, key },
        evidence: [{ type: 'field', at: at(pointer), pointer, value: undefined }],
      });
    }
  },
});
