import { act, FROM_MEMORY, type NormRow } from './row.ts';

const uk = { jurisdictions: ['uk'] };
const automated = act('UK GDPR', 'UK GDPR as amended by the Data (Use and Access) Act 2025 s. 80,', {
  ...uk,
  appliesFrom: '2026-02-05',
});
const ukGdpr = act('UK GDPR', 'UK GDPR', { ...uk, appliesFrom: '2021-01-01', ...FROM_MEMORY });
const pecr = act('PECR', 'SI 2003/2426', { ...uk, appliesFrom: '2003-12-11', ...FROM_MEMORY });
const dmcc = act('DMCC Act', 'Digital Markets, Competition and Consumers Act 2024', {
  ...uk,
  appliesFrom: '2025-04-06',
});
const equality = act('Equality Act', 'Equality Act 2010', {
  ...uk,
  appliesFrom: '2010-10-01',
  ...FROM_MEMORY,
});
const consumerDuty = act('FCA Consumer Duty', 'FCA Handbook PRIN 2A', {
  ...uk,
  appliesFrom: '2023-07-31',
  binds: 'financial firms',
});

/** Law of the United Kingdom. */
export const ukNorms = {
  'uk-gdpr-5': ukGdpr(
    'art. 5',
    'Data is used fairly, for stated purposes, sparingly and no longer than needed.',
  ),
  'uk-gdpr-6': ukGdpr('art. 6', 'Every use of personal data rests on a legal basis.'),
  'uk-gdpr-9': ukGdpr('art. 9', 'Special categories of data need an explicit ground.'),
  'uk-gdpr-12': ukGdpr('art. 12', 'Requests are answered within a month, which reasons may extend by two.'),
  'uk-gdpr-21': ukGdpr('art. 21', 'People can object to direct marketing at any time, without reasons.'),
  'uk-gdpr-22a': automated(
    'art. 22A',
    'A decision is solely automated where no human takes a meaningful part, with regard to how far it rests on profiling.',
  ),
  'uk-gdpr-22b': automated(
    'art. 22B',
    'Solely automated decisions do not rest on special categories, bar stated cases.',
  ),
  'uk-gdpr-22c': automated(
    'art. 22C',
    'People are informed, can state their view, get a human and contest the decision.',
  ),
  'uk-gdpr-22d': automated('art. 22D', 'Regulations may say what counts as meaningful human involvement.'),
  'uk-pecr-22': pecr(
    'reg. 22',
    'Marketing by e-mail or text needs consent first, bar own similar products after a sale.',
  ),
  'uk-dmcc-schedule-20-7': dmcc('sch. 20 para. 7', 'Bans the false claim that an offer is limited in time.'),
  'uk-equality-act-29': equality(
    's. 29',
    'Services are provided without discrimination by a protected characteristic.',
  ),
  'fca-consumer-duty': consumerDuty(
    '',
    'Firms act for good outcomes, watch them by group of customers, and support people.',
  ),
} as const satisfies Record<string, NormRow>;
