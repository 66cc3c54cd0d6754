import { defineCheck } from '../../../../check/define.ts';
import { DATA_USES, isDataUse } from '../../../../kernel/taxonomy/index.ts';

export default defineCheck({
  id: 'use-purpose-taxonomy',
  step: 1,
  risk: 'data-overreach',
  title: 'The purpose is a precise one of the purpose tree',
  appliesTo: 'all',
  needs: ['card', 'settings'],
  reads: ['purpose'],
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['eu-gdpr-5-1-b', 'iso-27560'],
  advice: {
    'no-purpose': {
      what: 'The card names no purpose.',
      why: 'Data that is used for no stated purpose can be used for any, and people were told of none.',
      instead: 'Name in `purpose` one data use, as `marketing.communications.email`.',
    },
    'unknown-purpose': {
      what: 'The purpose `{purpose}` is neither a data use of the taxonomy nor declared in scruple.yaml.',
      why: 'A purpose in words of its own can be compared with no consent, notice or boundary.',
      instead: 'Use a key of the taxonomy, or declare the purpose under its parent in scruple.yaml.',
    },
    'not-yet-a-purpose': {
      what: 'The purpose `{purpose}` says that data is kept for a purpose that is found later.',
      why: 'People cannot agree to, or object to, a purpose that nobody knows.',
      instead: 'Name the purpose that the use has now.',
    },
    'too-wide': {
      gravity: 'advise',
      what: 'The purpose `{purpose}` covers everything below it, such as `{narrower}`.',
      why: 'A wide purpose lets a use grow without anybody being asked.',
      instead: 'Name the narrowest purpose that fits.',
    },
  },
  run({ facts, report }) {
    const { card, at } = facts.card;
    const { purpose } = card;
    const pointer = '/purpose';
    const evidence = [{ type: 'field', at: at(pointer), pointer, value: purpose }] as const;
    if (purpose === undefined) report({ advice: 'no-purpose', evidence });
    else if (facts.settings.purposes.some(({ key }) => key === purpose)) return;
    else if (!isDataUse(purpose)) report({ advice: 'unknown-purpose', with: { purpose }, evidence });
    else if (purpose === 'collect') report({ advice: 'not-yet-a-purpose', with: { purpose }, evidence });
    else {
      const narrower = purpose.includes('.')
        ? undefined
        : Object.keys(DATA_USES).find((key) => key.startsWith(`${purpose}.`));
      if (narrower !== undefined) report({ advice: 'too-wide', with: { purpose, narrower }, evidence });
    }
  },
});
