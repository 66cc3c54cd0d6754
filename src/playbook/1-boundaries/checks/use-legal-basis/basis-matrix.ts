import type { SensitiveCategory } from '../../../../kernel/categories.ts';
import { isSpecial } from '../../../../kernel/categories.ts';
import { coversJurisdiction } from '../../../../kernel/jurisdiction.ts';
import { type DeclaredPurpose, isPurposeUnder } from '../../../../kernel/taxonomy/purpose-line.ts';
import type { Basis, Channel, Jurisdiction } from '../../../../kernel/vocabulary.ts';

/** What of a use decides about its bases. */
export interface BasisCase {
  readonly purpose: string;
  readonly declared: readonly DeclaredPurpose[];
  readonly channels: readonly Channel[];
  readonly jurisdictions: readonly Jurisdiction[];
  /** Whether it sells or markets, by its purpose, intent or content. */
  readonly markets: boolean;
  /** Whether people are picked for advertising by data about them. */
  readonly targetsAds: boolean;
  /** Sensitive categories by which people are picked, where no legitimate path is open. */
  readonly pickedBy: readonly SensitiveCategory[];
  readonly significant: boolean;
}

/** A row of the matrix: purpose × channel × category × jurisdiction → bases that fit, and bases that a person weighs. */
export interface BasisRow {
  readonly jurisdictions: readonly Jurisdiction[];
  readonly holds: (use: BasisCase) => boolean;
  readonly fits: readonly Basis[];
  readonly weighed: readonly Basis[];
  readonly because: string;
}

const under = (use: BasisCase, ...keys: string[]): boolean =>
  keys.some((key) => isPurposeUnder(use.purpose, key, use.declared));
const sentBy = (use: BasisCase, ...channels: Channel[]): boolean =>
  channels.some((channel) => use.channels.includes(channel));

/** GDPR art. 6, 9 and 22, ePrivacy art. 13, PECR reg. 22, TCPA and TCF as a table. The first fitting reason is shown first. */
export const BASIS_MATRIX: readonly BasisRow[] = [
  {
    jurisdictions: ['eu', 'uk'],
    holds: (use) =>
      use.targetsAds ||
      under(
        use,
        'marketing.advertising.profiling',
        'marketing.advertising.first_party.targeted',
        'marketing.advertising.third_party.targeted',
      ),
    fits: ['consent'],
    weighed: [],
    because: 'advertising that picks people by a profile rests on consent alone',
  },
  {
    jurisdictions: ['eu', 'uk'],
    holds: (use) => use.markets && sentBy(use, 'email', 'sms', 'sales-email'),
    fits: ['consent'],
    weighed: ['legitimate-interest'],
    because:
      'marketing by e-mail or text needs consent first, or own similar products after a sale with an opt-out each time',
  },
  {
    jurisdictions: ['us'],
    holds: (use) => use.markets && sentBy(use, 'sms', 'phone'),
    fits: ['consent'],
    weighed: [],
    because: 'marketing by text or call needs consent first',
  },
  {
    jurisdictions: ['eu', 'uk'],
    holds: (use) =>
      use.markets ||
      under(use, 'personalize.content.profiling', 'personalize.content.profiled', 'train_ai_system'),
    fits: ['consent', 'legitimate-interest'],
    weighed: [],
    because: 'neither a contract nor a duty makes marketing, profiling or training necessary',
  },
  {
    jurisdictions: ['eu', 'uk'],
    holds: (use) => use.pickedBy.some(isSpecial),
    fits: ['consent'],
    weighed: ['legal-obligation', 'vital-interest', 'public-task'],
    because: 'special data needs a ground of its own, such as explicit consent',
  },
  {
    jurisdictions: ['eu'],
    holds: (use) => use.significant,
    fits: ['consent', 'contract', 'legal-obligation'],
    weighed: ['public-task'],
    because:
      'an automated decision of significant effect rests on consent, on a contract that needs it or on a law that allows it',
  },
];

export interface BasisAnswer {
  readonly verdict: 'fits' | 'weighed' | 'does-not-fit';
  readonly reasons: readonly string[];
  /** Bases that every row in scope lets through. */
  readonly fitting: readonly Basis[];
}

/** What the matrix says of a basis: the strictest of all rows in scope, whatever their order. */
export function judgeBasis(basis: Basis, use: BasisCase): BasisAnswer {
  const rows = BASIS_MATRIX.filter(
    (row) =>
      row.holds(use) &&
      row.jurisdictions.some((own) => use.jurisdictions.some((one) => coversJurisdiction(own, one))),
  );
  const broken = rows.filter(({ fits, weighed }) => !fits.includes(basis) && !weighed.includes(basis));
  const weighed = rows.filter(({ fits }) => !fits.includes(basis));
  const speaking = broken.length > 0 ? broken : weighed;
  return {
    verdict: broken.length > 0 ? 'does-not-fit' : weighed.length > 0 ? 'weighed' : 'fits',
    reasons: speaking.map(({ because }) => because),
    fitting: rows.reduce<readonly Basis[]>((left, { fits }) => left.filter((one) => fits.includes(one)), ALL),
  };
}

const ALL: readonly Basis[] = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interest',
  'public-task',
  'legitimate-interest',
];
