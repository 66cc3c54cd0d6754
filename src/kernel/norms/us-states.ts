import { act, FROM_MEMORY, type NormRow } from './row.ts';

const california = { jurisdictions: ['us-ca'] };
const ccpa = act('CCPA regulations', '11 CCR', { ...california, appliesFrom: '2023-03-29' });
const admt = { appliesFrom: '2027-01-01' };
const since2026 = { appliesFrom: '2026-01-01' };
const ccpaAct = act('CCPA', 'Cal. Civ. Code', { ...california, appliesFrom: '2023-01-01' });
const renewal = act('California Automatic Renewal Law', 'Cal. Bus. & Prof. Code § 17600', {
  ...california,
  appliesFrom: '2010-12-01',
  ...FROM_MEMORY,
});
const colorado = act('Colorado', 'Colorado', { jurisdictions: ['us-co'], appliesFrom: '2023-07-01' });
const connecticut = act('Connecticut SB 1295', 'Connecticut SB 1295 (2025)', {
  jurisdictions: ['us-ct'],
  appliesFrom: '2026-07-01',
});
const washington = act('My Health My Data Act', 'RCW 19.373', {
  jurisdictions: ['us-wa'],
  appliesFrom: '2024-03-31',
});
const newYorkCity = act('NYC Local Law 144', 'NYC Admin. Code § 20-870', {
  jurisdictions: ['us-ny-nyc'],
  appliesFrom: '2023-07-05',
  binds: 'employers and employment agencies',
});
const several = (jurisdictions: readonly string[]) =>
  act('State law', 'law of several states', { jurisdictions, appliesFrom: '2023-07-01', ...FROM_MEMORY });

/**
 * Law of states and cities of the United States. Privacy acts of states exempt small businesses by thresholds that
 * we do not know of a sender, so they show as law to every sender in the state.
 */
export const usStateNorms = {
  'us-ca-ccpa-7001-e-1': ccpa(
    '§ 7001(e)(1)',
    'A human takes part only if they can read the output, weigh it and change it.',
    since2026,
  ),
  'us-ca-ccpa-7001-ddd': ccpa(
    '§ 7001(ddd)',
    'Significant decisions concern lending, housing, education, work or health; advertising is not one.',
    since2026,
  ),
  'us-ca-ccpa-7004': ccpa(
    '§ 7004',
    'The path to a more private choice is not longer or harder than the other.',
  ),
  'us-ca-ccpa-7025': ccpa(
    '§ 7025',
    'An opt-out signal counts for the browser, its profile and the known person, and is confirmed.',
    since2026,
  ),
  'us-ca-ccpa-7026': ccpa(
    '§ 7026',
    'An opt-out of sale or sharing is passed on to those who received the data.',
  ),
  'us-ca-ccpa-7150': ccpa(
    '§ 7150',
    'Uses with significant risk to privacy are assessed before they start.',
    since2026,
  ),
  'us-ca-ccpa-7200': ccpa(
    '§ 7200',
    'Sets out which automated technology for significant decisions carries duties.',
    admt,
  ),
  'us-ca-ccpa-7220': ccpa(
    '§ 7220',
    'People get a notice with a specific purpose before automation decides.',
    admt,
  ),
  'us-ca-ccpa-7221': ccpa(
    '§ 7221',
    'People can opt out of automated significant decisions within 15 business days.',
    admt,
  ),
  'us-ca-ccpa-7221-k': ccpa('§ 7221(k)', 'Someone who opted out is not asked again for 12 months.', admt),
  'us-ca-ccpa-7222': ccpa(
    '§ 7222',
    'People can learn purpose, logic and outcome of automation for them.',
    admt,
  ),
  'us-ca-civ-1798-135': ccpaAct(
    '§ 1798.135',
    'An opt-out of sale or sharing takes effect within 15 business days.',
  ),
  'us-ca-civ-1798-130': ccpaAct(
    '§ 1798.130',
    'Requests are answered within 45 days, once extendable.',
    FROM_MEMORY,
  ),
  'us-ca-cpra-sensitive': ccpaAct(
    '§ 1798.140(ae)',
    'Lists sensitive personal information and lets people limit its use.',
  ),
  'us-ca-cpra-precise-geolocation': ccpaAct(
    '§ 1798.140(w)',
    'Location within 1,850 feet is precise.',
    FROM_MEMORY,
  ),
  'us-ca-auto-renewal': renewal(
    '',
    'Renewing offers state their terms and can be ended as easily as they began.',
  ),
  'us-co-sb26-189': colorado(
    'SB 26-189',
    'Automation is announced; after an adverse outcome people get reasons, correction and a human review.',
    { appliesFrom: '2027-01-01', status: 'adopted', ...FROM_MEMORY },
  ),
  'us-co-sb24-205': colorado(
    'SB 24-205',
    'Set a duty of care for high-risk AI; repealed and replaced before it applied.',
    {
      appliesFrom: null,
      status: 'repealed',
    },
  ),
  'us-co-sb21-169': colorado(
    'SB 21-169',
    'Insurers test outside data and models for unfair discrimination.',
    {
      appliesFrom: '2025-10-15',
      binds: 'insurers',
      source: 'Colorado SB 21-169 and Regulation 10-1-1 as amended',
    },
  ),
  'us-co-cpa-inferences': colorado(
    'Privacy Act rules',
    'A sensitive inference needs consent as sensitive data does.',
    {
      source: '4 CCR 904-3',
      ...FROM_MEMORY,
    },
  ),
  'us-ct-sb1295': connecticut(
    '',
    'Widens sensitive data, gives a right to inferences and to contest, and bans targeted advertising to minors.',
  ),
  'us-wa-mhmda': washington('', 'Consumer health data, inferences included, needs consent.'),
  'us-wa-mhmda-geofence': washington(
    '(geofence)',
    'Bans geofences of 2,000 feet or less around health services.',
    {
      appliesFrom: '2023-07-23',
    },
  ),
  'us-ny-ll144': newYorkCity(
    '',
    'Hiring tools are audited yearly by sex, race and both, without imputed race.',
  ),
  'us-state-sensitive-opt-in': several(['us-co', 'us-ct', 'us-va'])(
    '(sensitive data)',
    'Sensitive data needs consent first.',
  ),
  'us-state-quiet-hours': several(['us-ct', 'us-fl', 'us-md', 'us-ms', 'us-nj', 'us-ok', 'us-ri', 'us-tx'])(
    '(quiet hours)',
    'Narrows the hours in which people may be called or texted to sell.',
  ),
} as const satisfies Record<string, NormRow>;
