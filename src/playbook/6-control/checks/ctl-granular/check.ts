import { defineCheck } from '../../../../check/define.ts';

/** Words that join two purposes into one tick: “… and share my data with partners”. */
const SECOND_PURPOSE =
  /\b(?:and|und|et|y)\b.{0,60}\b(?:partners?|third part(?:y|ies)|share|profil\w*|sms|phone|telefon|dritte|weitergeben|partenaires?|socios|terceros)\b/iu;
const CONSENT_WORDS =
  /\b(?:agree|consent|subscribe|newsletter|offers?|marketing|receive|einwillig\w*|zustimm\w*|angebote|j[’']accepte|recevoir|acepto|recibir)\b/iu;

export default defineCheck({
  id: 'ctl-granular',
  step: 6,
  risk: null,
  title: 'Each purpose has a choice of its own, and nothing is ticked beforehand',
  appliesTo: 'all',
  requiredFor: 'none',
  needs: ['messages'],
  reads: ['messages'],
  gravity: 'review',
  decidedBy: 'rule',
  norms: ['eu-gdpr-7-2', 'eu-gdpr-7-4', 'eu-gdpr-4-11'],
  advice: {
    'ticked-beforehand': {
      what: 'The choice “{label}” is ticked before the person has touched it.',
      why: 'A yes that nobody gave is none; most people leave what is set, and are then used as if they had agreed.',
      instead: 'Leave it empty, and give yes and no the same weight.',
    },
    bundled: {
      what: 'One tick stands for two purposes: “{label}”.',
      why: 'Whoever wants the one must take the other, so the yes to the second is not free.',
      instead: 'Give each purpose and each channel a tick of its own.',
    },
  },
  run({ facts, report }) {
    for (const message of facts.messages.messages)
      for (const { type, checked, text, at } of message.controls) {
        if (type !== 'checkbox' || !CONSENT_WORDS.test(text)) continue;
        if (checked)
          report({
            advice: 'ticked-beforehand',
            with: { label: text },
            evidence: [{ type: 'text', at, quote: text }],
          });
        if (SECOND_PURPOSE.test(text))
          report({ advice: 'bundled', with: { label: text }, evidence: [{ type: 'text', at, quote: text }] });
      }
  },
});
