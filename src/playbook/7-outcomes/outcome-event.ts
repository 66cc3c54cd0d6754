import { z } from 'zod';
import { isExistingDate } from '../../kernel/existing-date.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { CHANNELS, type Channel, INDICATORS, type Indicator } from '../../kernel/vocabulary.ts';

/** What people take back of what they were brought to do: watched together as regret. */
export const REGRETS: readonly Indicator[] = ['refund', 'cancellation', 'return', 'chargeback'];

const text = (longest: number) =>
  z
    .string()
    .min(1, 'expected some text')
    .max(longest, `expected at most ${longest} characters`)
    .regex(/^[^\p{Cc}]*$/u, 'expected no control characters');
const moment = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/,
    'expected a time with its zone, as 2026-11-20T09:00:00Z',
  )
  .refine(isExistingDate, 'expected a time that exists');

const outcomeEvent = z.strictObject({
  /** Of the system that tells it; the same id is the same event, however often it comes. */
  id: text(200),
  /** `opt-in` ends an opt-out; `holdout` is somebody who was left out by lot, to compare with. */
  type: z.enum(['send', 'holdout', 'opt-in', ...INDICATORS]),
  use: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/, 'expected the id of a use'),
  at: moment,
  /** A keyed hash of the person, never an address. */
  subject: text(120).refine((subject) => !subject.includes('@'), 'expected a keyed hash, not an address'),
  channel: z.enum(CHANNELS).nullish(),
  /** Which message, by its hash or its name. */
  message: text(200).nullish(),
  /** Of a send: what is essential is owed also after an opt-out. */
  class: z.enum(['marketing', 'essential']).nullish(),
  /** Attributes by which outcomes are compared, as `{ "age_band": "65+" }`. */
  groups: z.record(text(60), text(120)).nullish(),
  /** Of a send: where the mailbox is, as `gmail`; never a whole address. */
  provider: text(60)
    .refine((provider) => !provider.includes('@'), 'expected a provider, not an address')
    .nullish(),
});

export type OutcomeType = 'send' | 'holdout' | 'opt-in' | Indicator;

/** A send, or what followed one; times are milliseconds since 1970. */
export interface OutcomeEvent {
  readonly id: string;
  readonly type: OutcomeType;
  readonly use: string;
  readonly at: number;
  readonly subject: string;
  readonly isEssential: boolean;
  readonly groups: Readonly<Record<string, string>>;
  /** Of a send: where the mailbox is; empty where nobody told. */
  readonly provider: string;
}

const PREFIX = 'scruple.outcome.';

/**
 * One event, in our own shape or as a CloudEvents 1.0 envelope of type `scruple.outcome.<type>` around it.
 * Problems: `outcome.invalid`, which names the field.
 */
export function readOutcomeEvent(value: unknown): Result<OutcomeEvent, Problem> {
  const read = outcomeEvent.safeParse(unwrapped(value));
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    const field = path.length === 0 ? 'the event' : `\`${path.join('.')}\``;
    return fail(problem('outcome.invalid', `${field}: ${message}`, 'write it as docs/outcomes.md shows'));
  }
  const { id, type, use, at, subject, groups, provider } = read.data;
  const isEssential = read.data.class === 'essential';
  return ok({
    id,
    type,
    use,
    at: Date.parse(at),
    subject,
    isEssential,
    groups: groups ?? {},
    provider: provider ?? '',
  });
}

/** Which text an event that could be read says was sent, by hash or name, and on which channel; `null` where it does not say. */
export function sentBy(value: unknown): {
  readonly message: string | null;
  readonly channel: Channel | null;
} {
  const { message = null, channel = null } = (unwrapped(value) ?? {}) as {
    readonly message?: string | null;
    readonly channel?: Channel | null;
  };
  return { message, channel };
}

/** The event within its envelope; what is no envelope stays as it is. */
function unwrapped(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('specversion' in value)) return value;
  const { specversion, id, type, time, data } = value as Record<string, unknown>;
  if (specversion !== '1.0' || typeof type !== 'string' || !type.startsWith(PREFIX)) return value;
  return {
    id,
    type: type.slice(PREFIX.length),
    at: time,
    ...(typeof data === 'object' && data !== null ? data : {}),
  };
}
