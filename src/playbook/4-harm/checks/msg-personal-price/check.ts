import { defineCheck } from '../../../../check/define.ts';
import type { CardFact } from '../../../../check/facts/card.ts';
import type { UsedField } from '../../../../check/facts/field-use.ts';
import {
  categoryTitle,
  isSpecial,
  isVulnerability,
  type SensitiveCategory,
} from '../../../../kernel/categories.ts';
import type { Evidence } from '../../../../kernel/evidence.ts';

/** Words that tell people that their price was made for them by a machine. */
const DISCLOSES =
  /\b(?:price|offer|discount|rate)s?\b[^.!?]{0,80}\b(?:personali[sz]ed|set (?:automatically|by an? algorithm|for you)|automat\w+|based on (?:your|data|what)|by an? algorithm|differs? from person|worked out from your)|\bpersonali[sz]ed (?:price|offer|discount|rate)s?\b|\b(?:preis|angebot|rabatt|tarif)\w*\b[^.!?]{0,80}\b(?:personalisiert\w*|automati\w+|aufgrund (?:ihrer|deiner)|algorithm\w+)|\bpersonalisierte[rsn]? (?:preis|angebot|rabatt)\w*|\b(?:prix|offre|remise|tarif)s?\b[^.!?]{0,80}(?:personnalis|automati|algorithm|en fonction de vos)|\b(?:precio|oferta|descuento|tarifa)s?\b[^.!?]{0,80}(?:personaliza|automátic|automatiz|algoritm|en función de (?:tus|sus))/iu;

export default defineCheck({
  id: 'msg-personal-price',
  step: 4,
  risk: 'manipulative-personalization',
  title: 'A price made for one person says so, and rests on nothing sensitive',
  appliesTo: ['pricing', 'offer'],
  needs: ['card', 'messages', 'usedFields', 'audience'],
  reads: ['kind', 'scores', 'audience', 'rules', 'messages'],
  gravity: 'review',
  decidedBy: 'rule',
  norms: ['eu-crd-6-1-ea', 'eu-gdpr-13-2-f', 'eu-gdpr-5-1-a', 'ours-fair-offers'],
  advice: {
    undisclosed: {
      what: 'The price is chosen by {chooser}, and no message tells people so.',
      why: 'People take a price for everyone’s price, and cannot compare or object to what they do not know of.',
      instead: 'Say beside the price that it was personalised automatically, and from what.',
    },
    'sensitive-input': {
      gravity: 'block',
      what: 'The price depends on `{field}`, which stands for {category}.',
      why: 'People pay more because they are ill, in need or of some origin, and will never learn it.',
      instead: 'Take the field out of what decides the price.',
    },
  },
  run({ kind, facts, report }) {
    const chooser = chooserOf(facts.card, kind === 'pricing');
    if (chooser === null) return;
    const seen = new Set<string>();
    for (const field of facts.usedFields.used) {
      const category = field.decides && !seen.has(field.name) ? sensitiveOf(field) : undefined;
      if (category === undefined) continue;
      seen.add(field.name);
      report({
        advice: 'sensitive-input',
        with: { field: field.name, category: categoryTitle(category) },
        evidence: [{ type: 'text', at: field.at, quote: field.name }],
      });
    }
    for (const { reading } of facts.audience.parts)
      for (const { field, role, sensitive, at } of reading.fields) {
        const category = role === 'output' || seen.has(field) ? undefined : sensitive.find(isGrave);
        if (category === undefined) continue;
        seen.add(field);
        const evidence = [{ type: 'text', at, quote: field }] as const;
        report({ advice: 'sensitive-input', with: { field, category: categoryTitle(category) }, evidence });
      }
    const isSaid = facts.messages.messages.some(({ blocks }) =>
      blocks.some(({ text }) => DISCLOSES.test(text)),
    );
    if (!isSaid)
      report({ advice: 'undisclosed', with: { chooser: chooser.name }, evidence: [chooser.evidence] });
  },
});

/** What chooses the price for a person; for an offer only a score does, since a segment alone may be open to all alike. */
function chooserOf({ card, at }: CardFact, isPricing: boolean): { name: string; evidence: Evidence } | null {
  const evidence = (pointer: string, value: unknown): Evidence => ({
    type: 'field',
    at: at(pointer),
    pointer,
    value,
  });
  const [score] = card.scores ?? [];
  if (score !== undefined)
    return { name: `the score “${score.name}”`, evidence: evidence('/scores/0', score.name) };
  if (!isPricing) return null;
  const [rule] = card.rules ?? [];
  if (rule !== undefined)
    return { name: `the rule “${rule.name}”`, evidence: evidence('/rules/0', rule.name) };
  const segment = card.audience?.segment;
  if (segment === undefined) return null;
  return { name: `the segment “${segment}”`, evidence: evidence('/audience/segment', segment) };
}

const isGrave = (category: SensitiveCategory): boolean => isSpecial(category) || isVulnerability(category);

const sensitiveOf = ({ entry }: UsedField): SensitiveCategory | undefined =>
  entry === null ? undefined : [...entry.declaredSensitive, ...entry.seenSensitive].find(isGrave);
