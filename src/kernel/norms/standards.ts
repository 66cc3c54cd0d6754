import { act, FROM_MEMORY, type NormRow } from './row.ts';

const standard = (name: string, says: string, source: string, over: Partial<NormRow> = {}): NormRow =>
  act(name, source, { jurisdictions: [], appliesFrom: null, kind: 'standard' })('', says, over);

const eu = { jurisdictions: ['eu'] };
const uk = { jurisdictions: ['uk'] };
const onMeta = { binds: 'advertisers on Meta' };
const onGoogle = { binds: 'advertisers on Google' };

/** Technical standards, guidance of regulators and rules of mailbox providers and ad platforms. None of them is law. */
export const standardNorms = {
  'rfc-8058': standard(
    'RFC 8058',
    'A header lets people unsubscribe with one click, without login or redirect.',
    'RFC 8058 § 3.1',
  ),
  'rfc-2369': standard('RFC 2369', 'Mail names in a header how to leave its list.', 'RFC 2369'),
  'iso-27560': standard(
    'ISO/IEC TS 27560',
    'Lists what a record of consent holds.',
    'ISO/IEC TS 27560:2023, as profiled by W3C DPV',
  ),
  'w3c-gpc': standard(
    'Global Privacy Control',
    'A browser signal says: do not sell or share my data.',
    'W3C GPC draft, April 2026',
  ),
  'iab-tcf-2-2': standard(
    'IAB TCF 2.2',
    'Profiling for ads and content rests on consent only.',
    'IAB Europe TCF v2.2',
    eu,
  ),
  'iab-tcf-2-3': standard(
    'IAB TCF 2.3',
    'Consent strings must carry the vendors that were shown.',
    'IAB Europe TCF v2.3',
    eu,
  ),
  'iab-gpp-us-national': standard(
    'IAB GPP US National',
    'Lists sixteen kinds of sensitive data and their choices.',
    'IAB GPP, US National section v2',
    {
      jurisdictions: ['us'],
    },
  ),
  'drp-1-0': standard(
    'Data Rights Protocol 1.0',
    'Requests for data rights travel in a signed form with states.',
    'Data Rights Protocol 1.0',
  ),
  'gmail-bulk-sender': standard(
    'Gmail bulk sender rules',
    'Bulk mail has one-click unsubscribe within two days and a spam rate below 0.10 %, never 0.30 %.',
    'Google e-mail sender guidelines',
    { binds: 'bulk senders to Gmail' },
  ),
  'yahoo-bulk-sender': standard(
    'Yahoo bulk sender rules',
    'Bulk mail has one-click unsubscribe within two days and few complaints.',
    'Yahoo sender best practices',
    { binds: 'bulk senders to Yahoo' },
  ),
  'meta-personal-attributes': standard(
    'Meta personal attributes',
    'Ads do not say or imply that the reader has a sensitive trait or money trouble.',
    'Meta advertising standards, personal attributes',
    onMeta,
  ),
  'meta-health-ads': standard(
    'Meta health ads',
    'Ads do not stir a bad self-image to sell.',
    'Meta advertising standards, health and wellness',
    onMeta,
  ),
  'meta-hec': standard(
    'Meta special ad categories',
    'Ads for housing, jobs and credit are not aimed by age, sex, postcode or lookalike.',
    'Meta special ad categories',
    onMeta,
  ),
  'google-sensitive-categories': standard(
    'Google sensitive interest categories',
    'Sensitive interests are not used with audiences that advertisers bring.',
    'Google personalized advertising policy',
    onGoogle,
  ),
  'google-hardships': standard(
    'Google personal hardships',
    'Ads are not aimed by hardship, health or loss.',
    'Google personalized advertising policy',
    onGoogle,
  ),
  'google-negative-financial-status': standard(
    'Google negative financial status',
    'Ads are not aimed by debt or money trouble.',
    'Google personalized advertising policy',
    onGoogle,
  ),
  'google-hec': standard(
    'Google housing, employment, credit',
    'Ads for housing, jobs and credit are not aimed, or withheld, by sex, age, family or postcode.',
    'Google personalized advertising policy',
    onGoogle,
  ),
  'ad-platform-audience-minimums': standard(
    'Audience minimums of ad platforms',
    'Uploaded audiences have a least size.',
    'Google and Meta help pages on customer lists',
    FROM_MEMORY,
  ),
  'fca-fg21-1': standard(
    'FCA FG21/1',
    'Health, life events, resilience and capability make people vulnerable; firms help and do not exploit.',
    'FCA Finalised Guidance 21/1',
    { ...uk, binds: 'financial firms' },
  ),
  'ico-direct-marketing': standard(
    'ICO direct marketing guidance',
    'Bought data is checked and announced; contact details that people did not give are not appended.',
    'ICO direct marketing guidance',
    uk,
  ),
  'ico-legitimate-interests': standard(
    'ICO legitimate interests',
    'The interest is tested for purpose, need and balance.',
    'ICO guidance on legitimate interests',
    uk,
  ),
  'ico-dpia-list': standard(
    'ICO list of high-risk processing',
    'Lists the uses that need an assessment.',
    'ICO list under UK GDPR art. 35(4)',
    uk,
  ),
  'ico-automation-bias': standard(
    'ICO on automation bias',
    'Reviewers are trained, weigh other facts and can go against the machine.',
    'ICO guidance on AI and data protection',
    uk,
  ),
  'edpb-03-2022': standard(
    'EDPB 03/2022',
    'Names six families of deceptive design.',
    'EDPB Guidelines 03/2022',
    eu,
  ),
  'edpb-8-2020': standard(
    'EDPB 8/2020',
    'Targeting can weigh as much as a legal effect where it is intrusive or uses a weakness.',
    'EDPB Guidelines 8/2020',
    eu,
  ),
  wp248: standard(
    'WP248',
    'Nine criteria tell when an assessment is needed, among them joined data sets.',
    'WP248 rev.01',
    eu,
  ),
  wp251: standard('WP251', 'Says when an automated decision has a significant effect.', 'WP251 rev.01', eu),
  'nist-privacy-framework': standard(
    'NIST Privacy Framework',
    'Organisations map their data uses and govern the risk to people.',
    'NIST Privacy Framework 1.0',
  ),
} as const satisfies Record<string, NormRow>;
