import { defineCheck } from '../../../../check/define.ts';
import type { SensitiveCategory } from '../../../../kernel/categories.ts';
import { titlesOf } from '../../category-list.ts';
import { type Decider, decidersOf } from '../../deciders.ts';
import { openPath } from '../../open-path.ts';
import { cardText, headlineText, hecDomainsIn } from '../../product-words.ts';
import { tellUnread } from '../../unread-parts.ts';

export default defineCheck({
  id: 'seg-hec',
  step: 3,
  risk: 'discriminatory-exclusion',
  title: 'Homes, jobs, credit and insurance are not offered by age, sex, family or place',
  appliesTo: 'all',
  needs: ['card', 'audience', 'dataMap', 'content', 'messages', 'models', 'paths'],
  reads: ['kind', 'purpose', 'goal', 'benefit', 'themes', 'audience', 'scores', 'rules', 'messages'],
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['us-fha', 'us-ecoa-reg-b', 'eu-gender-2004-113', 'google-hec', 'meta-hec'],
  advice: {
    selects: {
      what: 'The use is about {domain} (“{word}”), and “{field}” decides who is concerned: it says or stands for {traits}.',
      why: 'Who is never shown a home, a job or a loan because of age, sex or street is shut out without ever knowing.',
      instead: 'Take the field out and offer it to everyone who can use it.',
    },
    rates: {
      gravity: 'review',
      what: 'The use is about {domain} (“{word}”), and the decision weighs “{field}”, which says or stands for {traits}.',
      why: 'Some countries let insurers rate by age and none by sex; whether this is such a case, no rule can tell.',
      instead: 'Have the law of each country of the use checked, and audit the outcome by group.',
    },
    expands: {
      what: 'The use is about {domain} (“{word}”), and the ad platform may widen the audience to people who are alike.',
      why: 'A lookalike of today’s customers carries on whoever was shut out before.',
      instead: 'Set `audience.expansion: off`, on the platform too.',
    },
    'may-expand': {
      gravity: 'review',
      what: 'The use is about {domain} (“{word}”), and nobody knows whether the ad platform widens the audience.',
      why: 'Platforms widen by default, and a lookalike carries on whoever was shut out before.',
      instead: 'Look it up, and set `audience.expansion: off`.',
    },
    'on-path': {
      gravity: 'review',
      what: 'The use is about {domain} (“{word}”), and “{field}” says or stands for {traits}; this path is open: {path} ({because}).',
      why: 'Help for a group may be lawful and wanted; it is still a choice by a protected trait.',
      instead: 'Have a person confirm that it adds help and takes nothing from anyone.',
    },
  },
  run({ kind, facts, report, cannotTell }) {
    const { card, at } = facts.card;
    tellUnread(facts.audience, { cannotTell });
    const text = `${cardText(card)}\n${headlineText(facts.messages.messages, facts.content)}`;
    const [seen] = hecDomainsIn(text);
    if (seen === undefined) return;
    const { product: domain, word } = seen;
    const path = openPath(facts.paths);
    for (const decider of decidersOf(facts)) {
      const traits = bannedTraits(decider);
      if (traits.length === 0) continue;
      const filled = { domain, word, field: decider.name, traits: titlesOf(traits) };
      const { evidence } = decider;
      if (path !== null)
        report({ advice: 'on-path', with: { ...filled, path: path.path, because: path.because }, evidence });
      else if (domain === 'insurance' && decider.effect === 'judges' && kind !== 'campaign')
        report({ advice: 'rates', with: filled, evidence });
      else report({ advice: 'selects', with: filled, evidence });
    }
    const expansion = card.audience?.expansion;
    if (expansion === 'on' || expansion === 'unknown')
      report({
        advice: expansion === 'on' ? 'expands' : 'may-expand',
        with: { domain, word },
        evidence: [
          { type: 'field', at: at('/audience/expansion'), pointer: '/audience/expansion', value: expansion },
        ],
      });
  },
});

const BANNED: readonly SensitiveCategory[] = [
  'race_ethnicity',
  'national_origin',
  'citizenship_immigration',
  'religion_belief',
  'disability',
  'reproductive',
  'sex_life_orientation',
  'gender_identity',
  'sex_gender',
  'age_older',
  'age_minor',
  'marital_family',
  'income_assistance',
];
/** Proxies that fair-housing and fair-lending practice bans as selectors: place, name, age, language, geodemographics. */
const BANNED_PROXIES: readonly SensitiveCategory[] = [
  'race_ethnicity',
  'national_origin',
  'sex_gender',
  'age_older',
  'age_minor',
  'marital_family',
];

function bannedTraits(decider: Decider): SensitiveCategory[] {
  if (decider.uses.length > 0 && decider.uses.every(({ role }) => role === 'join')) return [];
  if (isAdultGate(decider)) return [];
  const said = decider.sensitive.filter((category) => BANNED.includes(category));
  return said.length > 0 ? said : decider.proxyFor.filter((category) => BANNED_PROXIES.includes(category));
}

/** A contract needs an adult: `age >= 18` alone selects nobody by age. */
const isAdultGate = ({ proxyFor, sensitive, values, uses }: Decider): boolean =>
  proxyFor.includes('age_minor') &&
  !sensitive.includes('age_older') &&
  values.length > 0 &&
  values.every((value) => /^'?18(?:\s*years?)?'?$/i.test(value)) &&
  uses.every(({ comparison }) => comparison === undefined || !/^\S*\s*</.test(comparison));
