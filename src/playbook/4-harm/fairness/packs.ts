import { nearest, type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { FOUR_FIFTHS, type FourFifths } from './four-fifths.ts';

/**
 * A set of thresholds as data: what some rule or practice asks of an audit, with its source. A pack states no law; it
 * says which numbers were used and where they come from.
 */
export interface AuditPack {
  readonly id: string;
  readonly title: string;
  readonly threshold: FourFifths;
  /** `law` where the source sets the number, `policy` where it is ours because the law sets none. */
  readonly thresholdIs: 'law' | 'practice' | 'policy';
  /** Groups below this share of all people may be left out of ratios by the source; `null` where it names none. */
  readonly smallestShare: number | null;
  readonly says: string;
  readonly source: string;
  /** ISO date when the source was read; `null` when it was noted from memory. */
  readonly verifiedOn: string | null;
}

const OURS = {
  threshold: FOUR_FIFTHS,
  thresholdIs: 'policy',
  smallestShare: null,
  verifiedOn: null,
} as const;

export const AUDIT_PACKS: readonly AuditPack[] = [
  {
    ...OURS,
    id: 'eu',
    title: 'European Union',
    says: 'Equality law forbids indirect discrimination and sets no number; four fifths is our own threshold.',
    source: 'Directives 2000/43/EC, 2004/113/EC; AI Act art. 10',
  },
  {
    ...OURS,
    id: 'uk',
    title: 'United Kingdom',
    says: 'The Equality Act forbids indirect discrimination and sets no number; four fifths is our own threshold.',
    source: 'Equality Act 2010, s. 19',
  },
  {
    ...OURS,
    id: 'us-eeoc',
    title: 'Uniform Guidelines on Employee Selection Procedures',
    thresholdIs: 'practice',
    says: 'A rate below four fifths of the highest is generally taken as evidence of adverse impact; it binds employers.',
    source: '29 CFR 1607.4(D)',
  },
  {
    ...OURS,
    id: 'us-nyc-ll144',
    title: 'New York City Local Law 144',
    smallestShare: 0.02,
    says: 'Asks for impact ratios of selection or scoring rates by sex, race and both, and sets no number; four fifths is our own threshold.',
    source: '6 RCNY 5-301',
  },
  {
    ...OURS,
    id: 'us-co',
    title: 'Colorado, insurance',
    says: 'Forbids unfair discrimination by external data and asks for tests; the number used here is our own.',
    source: 'SB21-169 and its rules',
  },
];

/** The pack of this id. Problem `usage.invalid`, which lists the packs there are. */
export function findPack(id: string): Result<AuditPack, Problem> {
  const pack = AUDIT_PACKS.find((one) => one.id === id);
  if (pack !== undefined) return ok(pack);
  const ids = AUDIT_PACKS.map((one) => one.id);
  const near = nearest(id, ids);
  return fail(
    problem(
      'usage.invalid',
      `there is no pack \`${id}\`; there are ${ids.map((one) => `\`${one}\``).join(', ')}`,
      near === undefined ? 'name one of these with --pack' : `write \`${near}\``,
    ),
  );
}
