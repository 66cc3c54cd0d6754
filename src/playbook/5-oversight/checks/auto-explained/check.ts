import { defineCheck } from '../../../../check/define.ts';
import type { ModelFeature } from '../../../../check/facts/model.ts';
import { AUTOMATED_KINDS } from '../../automated-kinds.ts';

/** Names that say nothing about what went in: positions, embeddings, principal components, latent factors. */
const MEANINGLESS =
  /^(?:f|x|v|feature|col|column|var|input|emb|embedding|latent|factor|pc|pca|dim|hidden|z)[_-]?\d+$/i;

export default defineCheck({
  id: 'auto-explained',
  step: 5,
  risk: 'opaque-automation',
  title: 'What an automated decision rests on can be said in words',
  appliesTo: AUTOMATED_KINDS,
  needs: ['card', 'models'],
  reads: ['automation', 'scores'],
  gravity: 'review',
  decidedBy: 'person',
  norms: ['eu-gdpr-13-2-f', 'us-ca-ccpa-7222', 'eu-dsa-27'],
  advice: {
    'no-logic': {
      what: 'The card does not say in words how this {kind} decides.',
      why: 'What nobody can say in words nobody can explain to a person, to a colleague or to a court.',
      instead:
        'Write the logic in `automation.logic`: what goes in, what raises and what lowers the outcome.',
    },
    'no-model': {
      what: 'The score “{score}” names no model file.',
      why: 'What goes into the score cannot be seen, so a sensitive trait or a stand-in for one would pass unseen.',
      instead: 'Name the model file in `scores`, or a list of its features.',
    },
    'meaningless-features': {
      what: 'The model of “{score}” decides by features that have no meaning in words: {features}.',
      why: 'A reason made of such features cannot be told to the person whom the score ranks.',
      instead: 'Use features with a meaning, or give each one a name and a `field` of the data map.',
    },
    'unexplained-model': {
      what: 'Single decisions of “{score}” cannot be explained: {because}.',
      why: 'The person whom a significant decision hits is owed its reasons, and a guess at them is worse than none.',
      instead:
        'Give the model as linear JSON with means, or as XGBoost writes its trees (docs/explanations.md), or decide by a rule.',
    },
  },
  run({ kind, facts, report }) {
    const { card, at } = facts.card;
    if (card.automation?.decision === 'none') return;
    if (card.automation?.logic === undefined)
      report({
        advice: 'no-logic',
        with: { kind },
        evidence: [
          { type: 'field', at: at('/automation/logic'), pointer: '/automation/logic', value: undefined },
        ],
      });
    for (const { score, pointer, features, unexplained } of facts.models.models) {
      // Where rules decide, they are the model, and they can be read.
      if (score.model === undefined && (card.rules ?? []).length > 0) continue;
      if (score.model === undefined) {
        report({
          advice: 'no-model',
          with: { score: score.name },
          evidence: [{ type: 'field', at: at(pointer), pointer, value: score.name }],
        });
        continue;
      }
      if (card.automation?.decision === 'significant' && unexplained != null)
        report({
          advice: 'unexplained-model',
          with: { score: score.name, because: unexplained },
          evidence: [
            { type: 'field', at: at(`${pointer}/model`), pointer: `${pointer}/model`, value: score.model },
          ],
        });
      const meaningless = (features ?? []).filter(isMeaningless);
      const [first] = meaningless;
      if (first === undefined) continue;
      report({
        advice: 'meaningless-features',
        with: {
          score: score.name,
          features: meaningless
            .slice(0, 5)
            .map(({ name }) => name)
            .join(', '),
        },
        evidence: [{ type: 'text', at: first.at, quote: first.name }],
      });
    }
  },
});

const isMeaningless = ({ name, field }: ModelFeature): boolean => field === null && MEANINGLESS.test(name);
