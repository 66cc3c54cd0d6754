import { defineCheck } from '../../../../check/define.ts';

export default defineCheck({
  id: 'src-idres-scope',
  step: 2,
  risk: 'data-overreach',
  title: 'Identities are joined for a purpose, surely enough, reversibly and within consent',
  appliesTo: 'all',
  needs: ['card'],
  reads: ['identity', 'purpose', 'kind'],
  gravity: 'review',
  decidedBy: 'rule',
  norms: ['eu-gdpr-5-1-b', 'eu-gdpr-5-1-d', 'eu-gdpr-25', 'wp248', 'ours-identity-join'],
  options: { leastConfidence: 0.9 },
  advice: {
    'no-keys': {
      what: 'The card does not say by which keys identities are joined.',
      why: 'Nobody can judge whom a join may take for whom.',
      instead: 'Name them in `identity.keys`.',
    },
    'unsure-join': {
      what: 'Two identities count as one person {how}; {least} is the least.',
      why: 'Whoever is taken for somebody else gets their letters, their prices and their refusals.',
      instead: 'Join at `minimum_confidence: {least}` or more, and leave the others apart.',
    },
    'no-undo': {
      what: 'A join of identities cannot be undone.',
      why: 'A wrong join mixes two people’s data for good.',
      instead: 'Keep the identities apart beneath the join, and set `undo: true`.',
    },
    'crosses-consent': {
      what: 'The card {says} that a join carries data over the limits of a consent.',
      why: 'What a person allowed in one place is then used in all.',
      instead: 'Join only within one scope of consent, and set `crosses_consent: false`.',
    },
    'no-purpose': {
      what: 'Identities are joined for no purpose that the card names.',
      why: 'A join without a purpose is there for any.',
      instead: 'Name the `purpose` that needs the join.',
    },
  },
  run({ kind, facts, options, report }) {
    const { card, at } = facts.card;
    const { identity } = card;
    // A card of kind `identity` without the key is spoken of where required keys are.
    if (identity === undefined) return;
    const evidenceAt = (pointer: string, value: unknown) =>
      [{ type: 'field', at: at(pointer), pointer, value }] as const;
    const least = options.leastConfidence;
    if ((identity.keys ?? []).length === 0)
      report({ advice: 'no-keys', evidence: evidenceAt('/identity/keys', identity.keys) });
    const confidence = identity.minimum_confidence;
    if (confidence === undefined || confidence < least) {
      const how = confidence === undefined ? 'at any confidence' : `at a confidence of ${confidence}`;
      report({
        advice: 'unsure-join',
        with: { how, least },
        evidence: evidenceAt('/identity/minimum_confidence', confidence),
      });
    }
    if (identity.undo !== true)
      report({ advice: 'no-undo', evidence: evidenceAt('/identity/undo', identity.undo) });
    if (identity.crosses_consent !== false) {
      const says = identity.crosses_consent === undefined ? 'does not rule out' : 'says';
      report({
        advice: 'crosses-consent',
        with: { says },
        evidence: evidenceAt('/identity/crosses_consent', identity.crosses_consent),
      });
    }
    if (kind === 'identity' && card.purpose === undefined)
      report({ advice: 'no-purpose', evidence: evidenceAt('/purpose', card.purpose) });
  },
});
