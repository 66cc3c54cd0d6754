import { defineCheck } from '../../../../check/define.ts';
import { decidersOf } from '../../deciders.ts';
import { dpiaTriggers } from '../../dpia-triggers.ts';
import { openPath } from '../../open-path.ts';
import { pressureOf } from '../../pressure.ts';
import { tellUnread } from '../../unread-parts.ts';

export default defineCheck({
  id: 'seg-dpia',
  step: 3,
  risk: 'vulnerability-targeting',
  title: 'Where the risk to people is high, its impact was assessed before',
  appliesTo: 'all',
  needs: ['card', 'audience', 'dataMap', 'content', 'models', 'usedFields', 'paths'],
  reads: [
    'kind',
    'intent',
    'purpose',
    'records',
    'audience',
    'automation',
    'scores',
    'rules',
    'suppliers',
    'identity',
  ],
  gravity: 'block',
  decidedBy: 'person',
  norms: ['eu-gdpr-35', 'eu-gdpr-35-3', 'ico-dpia-list', 'us-ca-ccpa-7150'],
  options: { softTriggers: 2 },
  advice: {
    missing: {
      what: 'The use needs an impact assessment ({reasons}), and the card names none.',
      why: 'Harm that nobody looked for before is found by the people it happens to.',
      instead: 'Make the assessment and name it under `records.dpia` with its date of approval and expiry.',
    },
    'missing-softly': {
      gravity: 'review',
      what: 'The use most likely needs an impact assessment ({reasons}), and the card names none.',
      why: 'Two such signs together are where assessments are expected.',
      instead: 'Make the assessment, or record in a review why none is needed.',
    },
    expired: {
      what: 'The impact assessment “{ref}” ended on {date}, and the use needs one ({reasons}).',
      why: 'Data, models and people have changed since it was made.',
      instead: 'Review the assessment and enter its new dates.',
    },
    failed: {
      what: 'The impact assessment “{ref}” came to the answer that the use must not go ahead.',
      why: 'An assessment whose answer is not heeded protects nobody.',
      instead: 'Change the use until the assessment passes.',
    },
  },
  run({ facts, options, now, report, cannotTell }) {
    const { card, at } = facts.card;
    tellUnread(facts.audience, { cannotTell });
    const triggers = dpiaTriggers({
      card,
      deciders: decidersOf(facts),
      models: facts.models,
      usedFields: facts.usedFields,
      pressed: pressureOf(card, facts.content) !== null,
    });
    const hard = triggers.some(({ type }) => type === 'hard');
    if (!hard && triggers.length < options.softTriggers) return;
    const reasons = triggers.map(({ says }) => says).join('; ');
    const record = card.records?.dpia;
    const evidence = [
      { type: 'field', at: at('/records/dpia'), pointer: '/records/dpia', value: record },
    ] as const;
    if (record === undefined) {
      const soft = !hard || openPath(facts.paths) !== null;
      report({ advice: soft ? 'missing-softly' : 'missing', with: { reasons }, evidence });
      return;
    }
    if (typeof record === 'string') return;
    const { ref, expires, outcome } = record;
    if (outcome === 'fail') report({ advice: 'failed', with: { ref }, evidence });
    if (expires !== undefined && new Date(`${expires.slice(0, 10)}T23:59:59.999Z`) < now)
      report({ advice: 'expired', with: { ref, date: expires, reasons }, evidence });
  },
});
