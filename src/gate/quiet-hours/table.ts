import type { Channel, Jurisdiction } from '../../kernel/vocabulary.ts';

/** Minutes of the day, local to the person: from the first on, before the second. */
export type Hours = readonly [from: number, until: number];

/** When people may be called, texted or rung, in one jurisdiction. Everything outside these hours is quiet. */
export interface QuietHours {
  /** `null` holds everywhere. */
  readonly jurisdiction: Jurisdiction | null;
  readonly channels: readonly Channel[];
  readonly weekdays: readonly Hours[];
  readonly saturday: readonly Hours[];
  readonly sunday: readonly Hours[];
  /** `ours` is what we think decent where no law speaks; only `law` binds an essential call or text. */
  readonly kind: 'law' | 'ours';
  readonly source: string;
  /** The day on which the source was read; `null` where it was noted from a vendor’s list or from memory. */
  readonly verifiedOn: string | null;
}

const CALLS_AND_TEXTS = ['phone', 'sms'] as const;
const hours = (from: number, until: number): readonly Hours[] => [[from * 60, until * 60]];
const alike = (open: readonly Hours[]) => ({ weekdays: open, saturday: open, sunday: open });
const VENDOR_LIST = 'a vendor’s list of state rules';

const state = (code: string, open: Pick<QuietHours, 'weekdays' | 'saturday' | 'sunday'>): QuietHours => ({
  jurisdiction: `us-${code}`,
  channels: CALLS_AND_TEXTS,
  ...open,
  kind: 'law',
  source: VENDOR_LIST,
  verifiedOn: null,
});

/**
 * Hours set by law, and ours where none speaks. That somebody agreed to be written to is not taken as a leave to ring
 * at night: whether it is one is before the FCC. Public holidays are not known here.
 */
export const QUIET_HOURS: readonly QuietHours[] = [
  {
    jurisdiction: null,
    channels: [...CALLS_AND_TEXTS, 'push'],
    ...alike(hours(8, 21)),
    kind: 'ours',
    source: 'ours',
    verifiedOn: null,
  },
  {
    jurisdiction: 'us',
    channels: CALLS_AND_TEXTS,
    ...alike(hours(8, 21)),
    kind: 'law',
    source: '47 CFR 64.1200(c)(1)',
    verifiedOn: '2026-11-01',
  },
  state('ct', alike(hours(9, 20))),
  ...['fl', 'md', 'ms', 'nj', 'ok'].map((code) => state(code, alike(hours(8, 20)))),
  state('tx', { weekdays: hours(9, 21), saturday: hours(9, 21), sunday: hours(12, 21) }),
  state('ri', { weekdays: hours(9, 18), saturday: hours(10, 17), sunday: hours(10, 17) }),
  {
    jurisdiction: 'eu-fr',
    channels: ['phone'],
    weekdays: [...hours(10, 13), ...hours(14, 20)],
    saturday: [],
    sunday: [],
    kind: 'law',
    source: 'décret n° 2022-1313',
    verifiedOn: null,
  },
];

/** On which of three kinds of day somebody is; 0 is Sunday. */
export const openOn = (row: QuietHours, weekday: number): readonly Hours[] =>
  weekday === 0 ? row.sunday : weekday === 6 ? row.saturday : row.weekdays;
