import { euAiActNorms } from './eu-ai-act.ts';
import { euGdprNorms } from './eu-gdpr.ts';
import { act, FROM_MEMORY, type NormRow } from './row.ts';

const eu = { jurisdictions: ['eu'] };
const ePrivacy = act('ePrivacy', 'Directive 2002/58/EC', { ...eu, appliesFrom: '2003-10-31' });
const ucpd = act('UCPD', 'Directive 2005/29/EC', { ...eu, appliesFrom: '2007-12-12' });
const dsa = act('DSA', 'Regulation (EU) 2022/2065', { ...eu, appliesFrom: '2024-02-17', binds: 'platforms' });
const price = act('Price Indication Directive', 'Directive 98/6/EC', { ...eu, appliesFrom: '2022-05-28' });
const consumerRights = act('CRD', 'Directive 2011/83/EU', { ...eu, appliesFrom: '2022-05-28' });
const race = act('Race Equality Directive', 'Directive 2000/43/EC', { ...eu, appliesFrom: '2003-07-19' });
const gender = act('Equal Treatment Directive', 'Directive 2004/113/EC', {
  ...eu,
  appliesFrom: '2007-12-21',
});

/** Law of the European Union. Directives bind through national law. */
export const euNorms = {
  ...euGdprNorms,
  ...euAiActNorms,
  'eu-eprivacy-13': ePrivacy(
    'art. 13',
    'Marketing by e-mail, text or automatic call needs consent first, bar own similar products.',
  ),
  'eu-eprivacy-13-1': ePrivacy(
    'art. 13(1)',
    'Marketing by e-mail, text or automatic call needs consent first.',
  ),
  'eu-eprivacy-13-2': ePrivacy(
    'art. 13(2)',
    'After a sale, own similar products may be advertised with an opt-out at collection and in every message.',
  ),
  'eu-eprivacy-13-4': ePrivacy(
    'art. 13(4)',
    'Marketing mail does not hide its sender and has an address to say stop.',
    FROM_MEMORY,
  ),
  'eu-ucpd-5-3': ucpd(
    'art. 5(3)',
    'Practices are judged by the vulnerable group that they foreseeably reach.',
    FROM_MEMORY,
  ),
  'eu-ucpd-6': ucpd('art. 6', 'Bans false statements and presentations that mislead people into a purchase.'),
  'eu-ucpd-7': ucpd('art. 7', 'Bans leaving out or hiding what people need to know to decide.', FROM_MEMORY),
  'eu-ucpd-8': ucpd('art. 8', 'Bans harassment, coercion and undue influence on a choice.', FROM_MEMORY),
  'eu-ucpd-9': ucpd(
    'art. 9',
    'Names timing, persistence and use of a misfortune as signs of undue influence.',
    FROM_MEMORY,
  ),
  'eu-ucpd-annex-1-5': ucpd(
    'annex I(5)',
    'Bans bait offers that the trader does not expect to be able to fill.',
  ),
  'eu-ucpd-annex-1-7': ucpd('annex I(7)', 'Bans the false claim that an offer lasts only a very short time.'),
  'eu-ucpd-annex-1-26': ucpd(
    'annex I(26)',
    'Bans persistent and unwanted solicitation by phone, mail or other remote media.',
  ),
  'eu-price-98-6-6a': price(
    'art. 6a',
    'A price reduction shows the lowest price of at least the 30 days before it; national exceptions exist.',
  ),
  'eu-crd-6-1-ea': consumerRights(
    'art. 6(1)(ea)',
    'People are told when a price was made for them by automated decision-making.',
    FROM_MEMORY,
  ),
  'eu-dsa-25': dsa('art. 25', 'Interfaces do not deceive people, manipulate them or bend their choices.'),
  'eu-dsa-25-3-a': dsa('art. 25(3)(a)', 'One choice is not given more prominence than another.'),
  'eu-dsa-25-3-b': dsa('art. 25(3)(b)', 'People who have chosen are not asked again and again.'),
  'eu-dsa-25-3-c': dsa('art. 25(3)(c)', 'Leaving a service is not harder than joining it.'),
  'eu-dsa-26-1': dsa('art. 26(1)', 'Each advertisement shows that it is one, on whose behalf and who paid.'),
  'eu-dsa-26-1-d': dsa(
    'art. 26(1)(d)',
    'Each advertisement shows the main reasons for its audience and how to change them.',
  ),
  'eu-dsa-26-3': dsa('art. 26(3)', 'Bans advertisements from profiling on special categories of data.'),
  'eu-dsa-27': dsa('art. 27', 'Recommenders state their main parameters and how to change them.'),
  'eu-dsa-28-2': dsa(
    'art. 28(2)',
    'Bans advertisements from profiling where the person is known to be a minor.',
  ),
  'eu-dsa-38': dsa('art. 38', 'Very large services offer a recommender that does not rest on profiling.', {
    binds: 'very large platforms and search engines',
  }),
  'eu-race-2000-43': race(
    '',
    'Goods and services are offered without discrimination by race or ethnic origin.',
    FROM_MEMORY,
  ),
  'eu-gender-2004-113': gender(
    '',
    'Goods and services are offered without discrimination by sex.',
    FROM_MEMORY,
  ),
} as const satisfies Record<string, NormRow>;
