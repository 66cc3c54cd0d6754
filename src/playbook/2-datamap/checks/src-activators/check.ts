import { defineCheck } from '../../../../check/define.ts';
import type { UsedFieldsFact } from '../../../../check/facts/field-use.ts';
import {
  fieldEvidence,
  isKey,
  type KnownField,
  knownFields,
  listNames,
} from '../../used-fields/used-once.ts';

export default defineCheck({
  id: 'src-activators',
  step: 2,
  risk: 'data-overreach',
  title: 'Every system that may act on a field is listed, and no other gets it',
  appliesTo: 'all',
  requiredFor: 'none',
  needs: ['card', 'usedFields'],
  reads: ['channels', 'audience', 'fields'],
  gravity: 'review',
  decidedBy: 'rule',
  norms: ['eu-gdpr-15-1-c', 'eu-gdpr-30-1-d', 'ours-known-destinations'],
  advice: {
    'not-for-ads': {
      what: 'The use goes to an ad platform, and the systems listed for `{field}` are {systems}.',
      why: 'Data that leaves for a platform cannot be called back, and people were told of other recipients.',
      instead: 'Leave the field out of the upload, or list the platform in `systems` and tell people.',
    },
    'nobody-listed': {
      gravity: 'advise',
      what: 'The data map lists no system that may act on {fields}.',
      why: 'People can ask who received their data, and nobody could answer.',
      instead: 'Add `systems` to the field, its dataset or its source.',
    },
  },
  run({ facts, report }) {
    const { card } = facts.card;
    const known = knownFields(facts.usedFields).filter((field) => !isKey(field));
    if (card.channels?.includes('ad')) {
      for (const field of leaving(facts.usedFields)) {
        const { systems } = field.entry;
        if (systems.length === 0 || systems.some((system) => AD_PLATFORM.test(system))) continue;
        report({
          advice: 'not-for-ads',
          with: { field: field.name, systems: listNames(systems) },
          evidence: fieldEvidence(field),
        });
      }
    }
    const unlisted = known.filter(({ entry }) => entry.systems.length === 0);
    for (const group of Map.groupBy(unlisted, ({ entry }) => entry.source).values()) {
      const [first, ...rest] = group.map(fieldEvidence);
      report({
        advice: 'nobody-listed',
        with: { fields: listNames(group.map(({ name }) => name)) },
        evidence: [...first!, ...rest.flat()],
      });
    }
  },
});

/**
 * The fields that are uploaded, keys and hashes too: what a definition gives out; where there is none, what the card
 * declares. A field that only decides who is uploaded stays at home.
 */
function leaving(usedFields: UsedFieldsFact): readonly KnownField[] {
  const inAudience = usedFields.used.filter(({ where }) => where === 'audience');
  const used =
    inAudience.length > 0
      ? inAudience.filter(({ decides }) => !decides)
      : usedFields.used.filter(({ where }) => where === 'declared');
  return knownFields({ used });
}

/** Names by which companies call the places where they upload audiences. */
const AD_PLATFORM =
  /(?:^|[^a-z])(?:ads?|adwords|advertising|audiences?|meta|facebook|instagram|google|dv360|tiktok|snap|pinterest|linkedin|bing|criteo|amazon|trade ?desk|dsp|x|twitter|youtube|reddit)(?:$|[^a-z])/i;
