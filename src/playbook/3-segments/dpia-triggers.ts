import type { UseCard } from '../../check/facts/card.ts';
import type { UsedFieldsFact } from '../../check/facts/field-use.ts';
import type { ModelsFact } from '../../check/facts/model.ts';
import { isSpecial, isVulnerability } from '../../kernel/categories.ts';
import type { Decider } from './deciders.ts';

/** A criterion that calls for an impact assessment. One `hard` one suffices; of `soft` ones it takes two. */
export interface DpiaTrigger {
  readonly type: 'hard' | 'soft';
  readonly says: string;
}

export interface DpiaInput {
  readonly card: UseCard;
  readonly deciders: readonly Decider[];
  readonly models: ModelsFact;
  readonly usedFields: UsedFieldsFact;
  /** Whether the use sells, retains or collects. */
  readonly pressed: boolean;
}

const isScore = (name: string): boolean =>
  /(?:^|[_.\s])(?:score|propensity|likelihood|probability|churn_risk|predictions?|mosaic|prizm)(?:[_.\s]|$)/i.test(
    name,
  );

/** The criteria of WP248 rev.01, art. 35(3) GDPR and the list of the ICO that can be read from a use. */
export function dpiaTriggers({
  card,
  deciders,
  models,
  usedFields,
  pressed,
}: DpiaInput): readonly DpiaTrigger[] {
  const triggers: DpiaTrigger[] = [];
  const when = (holds: boolean, type: DpiaTrigger['type'], says: string): void => {
    if (holds) triggers.push({ type, says });
  };
  const sensitive = deciders.flatMap((decider) => decider.sensitive);
  const reached = deciders
    .filter(({ effect }) => effect !== 'spares')
    .flatMap((decider) => decider.sensitive);
  const sources = new Set(
    usedFields.used
      .filter(({ decides }) => decides)
      .flatMap(({ entry }) => (entry === null ? [] : [entry.source])),
  );
  const isThirdParty = usedFields.used.some(({ entry }) => entry?.origin === 'third-party');
  const untold = (card.suppliers ?? []).some(({ notice_sent_at }) => notice_sent_at === undefined);

  when(card.automation?.decision === 'significant', 'hard', 'a significant automated decision');
  when(
    card.kind === 'eligibility' || (card.rules ?? []).some(({ type }) => type === 'eligibility'),
    'hard',
    'people may be denied a service or a contract',
  );
  const targeted = pressed && reached.some(isVulnerability);
  when(targeted, 'hard', 'vulnerable people are targeted for marketing');
  when(sensitive.includes('crime_victim'), 'hard', 'a risk of physical harm to victims');

  when(
    card.kind === 'score' || (card.scores ?? []).length > 0 || deciders.some(({ name }) => isScore(name)),
    'soft',
    'people are scored',
  );
  when(sensitive.some(isSpecial), 'soft', 'sensitive data decides');
  when(!targeted && sensitive.some(isVulnerability), 'soft', 'vulnerable people are concerned');
  when(sensitive.includes('precise_geo'), 'soft', 'people are followed from place to place');
  when(
    card.kind === 'identity' ||
      card.kind === 'enrichment' ||
      card.identity !== undefined ||
      (isThirdParty && sources.size > 1),
    'soft',
    'data from several sources is combined',
  );
  when(
    card.kind === 'assistant' || models.models.some(({ type }) => type !== null && type !== 'linear'),
    'soft',
    'a new technology decides or speaks',
  );
  when(isThirdParty && untold, 'soft', 'bought data is used without a notice to people');
  return triggers;
}
