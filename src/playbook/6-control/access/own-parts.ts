import type { Described } from './access-document.ts';

const SCRUPLE = {
  origin: 'provided',
  supplier: null,
  purposes: ['essential.service'],
  basis: 'legal-obligation',
  recipients: ['Scruple'],
} as const;

/** What Scruple itself keeps of people, as docs/our-own-processing.md says it. */
export const OWN_PARTS = {
  choices: {
    ...SCRUPLE,
    category: 'user.account.settings',
    retention: 'until the person is erased; every no stays under a keyed hash',
  },
  rhythm: { ...SCRUPLE, category: 'user.account.settings', retention: 'until the person is erased' },
  holds: { ...SCRUPLE, category: 'user.account.settings', retention: 'until the hold ends' },
  requests: { ...SCRUPLE, category: 'user.content.private', retention: 'until the person is erased' },
  decisions: {
    ...SCRUPLE,
    origin: 'inferred',
    category: 'user.behavior',
    retention: '400 days; the values behind it 30 days',
  },
  gate: {
    ...SCRUPLE,
    origin: 'derived',
    basis: 'legitimate-interest',
    category: 'user.behavior',
    retention: '90 days',
  },
  sends: {
    ...SCRUPLE,
    origin: 'observed',
    basis: 'legitimate-interest',
    category: 'user.behavior',
    retention: '91 days; what followed a send 13 months',
  },
  suppressions: {
    ...SCRUPLE,
    basis: 'legitimate-interest',
    category: 'user.account.settings',
    retention: 'until the person is erased, or the list ends',
  },
  whereabouts: {
    ...SCRUPLE,
    origin: 'third-party',
    basis: 'legitimate-interest',
    category: 'user.location',
    retention: 'until told anew, or until the person is erased',
  },
  links: { ...SCRUPLE, category: 'user.unique_id.pseudonymous', retention: 'until the person is erased' },
} as const satisfies Record<string, Described>;
export type OwnPartName = keyof typeof OWN_PARTS;
