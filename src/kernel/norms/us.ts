import { act, FROM_MEMORY, type NormRow } from './row.ts';
import { usStateNorms } from './us-states.ts';

const us = { jurisdictions: ['us'] };
const canSpam = act('CAN-SPAM', '15 U.S.C. § 7704', { ...us, appliesFrom: '2004-01-01' });
const tcpa = act('TCPA', '47 CFR', { ...us, appliesFrom: '2025-04-11' });
const rosca = act('ROSCA', '15 U.S.C. § 8403', { ...us, appliesFrom: '2010-12-29' });
const ecoa = act('ECOA', '12 CFR part 1002', { ...us, appliesFrom: '2026-07-21', binds: 'lenders' });
const fha = act('Fair Housing Act', '42 U.S.C. § 3604', {
  ...us,
  appliesFrom: '1968-04-11',
  binds: 'those who sell, let, lend for or advertise housing',
});
const ftc = act('FTC', 'Federal Trade Commission', { ...us, appliesFrom: null });
const coppa = act('COPPA', '16 CFR part 312', {
  ...us,
  appliesFrom: '2000-04-21',
  binds: 'services for children',
  ...FROM_MEMORY,
});

/** Law of the United States, its states and cities, and what its regulators publish. */
export const usNorms = {
  ...usStateNorms,
  'us-can-spam': canSpam(
    '',
    'Commercial e-mail has a true sender, subject and postal address and an opt-out that works within 10 business days.',
  ),
  'us-can-spam-primary-purpose': canSpam(
    '(primary purpose)',
    'The main purpose decides whether a message is commercial.',
    {
      appliesFrom: '2005-03-28',
      source: '16 CFR 316.3',
    },
  ),
  'us-tcpa': tcpa('', 'Marketing calls and texts need consent, keep to hours and stop when told.', {
    appliesFrom: '1992-12-20',
    source: '47 U.S.C. § 227, 47 CFR 64.1200',
  }),
  'us-tcpa-64-1200-a-10': tcpa(
    '64.1200(a)(10)',
    'A revocation in any reasonable way takes effect within 10 business days.',
  ),
  'us-tcpa-64-1200-a-12': tcpa(
    '64.1200(a)(12)',
    'One text without marketing may confirm a stop, within five minutes.',
  ),
  'us-tcpa-64-1200-c-1': tcpa(
    '64.1200(c)(1)',
    'No calls to sell before 8 or after 21 o’clock where the person is.',
    {
      appliesFrom: '1992-12-20',
    },
  ),
  'us-tcpa-64-1200-d-6': tcpa('64.1200(d)(6)', 'A request not to be called is kept for five years.', {
    appliesFrom: '1992-12-20',
  }),
  'us-rosca': rosca(
    '',
    'Online renewals state their terms before payment, need consent and are simple to stop.',
  ),
  'us-ecoa-reg-b': ecoa(
    'Regulation B',
    'Bans credit decisions by a protected trait, and neutral criteria meant as its proxy; the effects test was removed.',
  ),
  'us-fha': fha('', 'Bans discrimination in housing, its lending and its advertising.'),
  'us-coppa': coppa('', 'Data of children under 13 needs the consent of a parent.'),
  'us-eeoc-four-fifths': act('Four-fifths rule', '29 CFR 1607.4(D)', {
    ...us,
    appliesFrom: '1978-09-25',
    kind: 'standard',
    binds: 'employers',
    ...FROM_MEMORY,
  })('', 'A selection rate below 80 % of the highest is generally taken as a sign of adverse impact.'),
  'us-ftc-act-5': ftc('Act s. 5', 'Bans unfair and deceptive practices.', {
    appliesFrom: '1938-03-21',
    source: '15 U.S.C. § 45',
    ...FROM_MEMORY,
  }),
  'us-ftc-dark-patterns-2022': ftc(
    'staff report on dark patterns',
    'Describes false activity messages, baseless countdowns, hidden costs, shaming and unequal choices.',
    {
      kind: 'standard',
      appliesFrom: '2022-09-15',
      source: 'FTC staff report, Bringing Dark Patterns to Light, 2022',
    },
  ),
  'us-ftc-negative-option': ftc(
    'negative option rule',
    'Would have made leaving as easy as joining; vacated in 2025.',
    {
      status: 'vacated',
      source: '16 CFR part 425, vacated by the 8th Circuit in July 2025',
    },
  ),
} as const satisfies Record<string, NormRow>;
