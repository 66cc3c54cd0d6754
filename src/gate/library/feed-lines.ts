import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { BASES, CHANNELS, USE_KINDS } from '../../kernel/vocabulary.ts';
import {
  anyOf,
  flag,
  listOf,
  matching,
  nullable,
  object,
  oneOf,
  recordOf,
  type Shape,
  type Shaped,
  share,
  text,
  time,
  whole,
} from '../../playbook/5-oversight/signatures/shape.ts';
import type { KnownPerson } from '../known-person.ts';
import { RULES } from '../policy.ts';

/**
 * A place in the changes of one store. Another `epoch` is another store, of which a gate takes everything anew. The rest is
 * the server's: from which transaction on there may be more, how many changes of later ones were told already, and up to
 * which hour rests were told.
 */
const position = object({ epoch: text, at: whole, seen: whole, tick: whole });
export type FeedPosition = Shaped<typeof position>;

const cap = object({ count: whole, days: whole });

/** Begins an answer: with everything there is, or with what changed since the position that was asked for. */
const begin = object({
  type: oneOf('begin'),
  schema: oneOf('scruple.gate-feed/1'),
  holds: oneOf('everything', 'changes'),
  /** About how many people follow, so that there is room for them. */
  people: whole,
});

const policy = object({
  type: oneOf('policy'),
  caps: object({ all: cap, channels: recordOf(cap) }),
  stalenessSeconds: whole,
  permitSeconds: whole,
  restShare: share,
  restLengths: listOf(object({ days: amount, weight: share }), 100),
  shadow: listOf(object({ rule: oneOf(...RULES), owner: text, until: time }), RULES.length),
});

/** What was taken back, signed; `null` before anything was. */
const revocations = object({ type: oneOf('revocations'), signed: nullable(signedText()) });

/** A use as the store has it. Its clearance travels as it was signed, so that the gate verifies it itself. */
const use = object({
  type: oneOf('use'),
  use: text,
  kind: oneOf(...USE_KINDS),
  clearance: nullable(signedText()),
  /** Why the server itself takes the clearance for none; it needs no signature to refuse. */
  problem: nullable(text),
  isStopped: flag,
  pausedBy: nullable(text),
  leftInStage: nullable(whole),
  purpose: text,
  basis: nullable(oneOf(...BASES)),
  channels: listOf(oneOf(...CHANNELS), CHANNELS.length),
  topics: listOf(text, 1_000),
  themes: listOf(text, 1_000),
  jurisdictions: listOf(text, 1_000),
  profiles: flag,
  adultsOnly: flag,
  cap: nullable(cap),
  claims: listOf(
    object({ fact: text, state: oneOf('true', 'not-true', 'unknown'), freshUntil: time }),
    1_000,
  ),
  checks: object({ assessed: listOf(text, 1_000), found: listOf(text, 1_000) }),
  monitors: recordOf(share),
});

/** Ends an answer: what came before it counts as of then, and `at` is where to go on. An answer without its end is none. */
const end = object({
  type: oneOf('end'),
  position,
  /** The time of the server when it looked last, and how long before that the question had come in, in milliseconds. */
  readAt: time,
  elapsedMs: whole,
});

export type FeedBegin = Shaped<typeof begin>;
export type PolicyLine = Shaped<typeof policy>;
export type RevocationsLine = Shaped<typeof revocations>;
export type UseLine = Shaped<typeof use>;
export type PersonLine = KnownPerson & { readonly type: 'person' };
export type FeedEnd = Shaped<typeof end>;
export type FeedLine = FeedBegin | PolicyLine | RevocationsLine | UseLine | PersonLine | FeedEnd;

/** Twice what the longest signed document of ours may have. */
const LONGEST_LINE = 4_000_000;

/** One line of a feed, from text. Problems: `gate.unreadable-feed`. */
export function readFeedLine(line: string): Result<FeedLine, Problem> {
  if (line.length <= LONGEST_LINE) {
    try {
      const value: unknown = JSON.parse(line);
      if (isLine(value)) return ok(value);
    } catch {
      // Said below: the text is none of theirs to see.
    }
  }
  return fail(
    problem(
      'gate.unreadable-feed',
      'a line of the feed is not one that this gate can read',
      'look whether the server and the gate are of the same release',
    ),
  );
}

const choices: Shape<NonNullable<KnownPerson['choices']>> = listOf(recordOf(tuple(whole, nullable(whole))));
const person = object({
  type: oneOf('person'),
  subject: matching<string>(/^subject:[A-Za-z0-9_-]{43}$/),
  choices: nullable(choices),
  rests: nullable(listOf(tuple(nullable(text), nullable(text), nullable(oneOf(...CHANNELS)), whole))),
  suppressions: nullable(
    listOf(tuple(text, nullable(text), nullable(oneOf(...CHANNELS)), nullable(text), nullable(whole), flag)),
  ),
  rhythm: nullable(oneOf('any', 'weekly', 'monthly')),
  age: oneOf('adult', 'unknown'),
  zones: listOf(text, 100),
  places: listOf(text, 100),
});

const isLine: Shape<FeedLine> = anyOf(person, use, begin, end, policy, revocations) as Shape<FeedLine>;

/** A list of just these, in this order. */
function tuple<const S extends readonly Shape<unknown>[]>(
  ...shapes: S
): Shape<{ readonly [K in keyof S]: Shaped<S[K]> }> {
  return (value): value is { readonly [K in keyof S]: Shaped<S[K]> } =>
    Array.isArray(value) && value.length === shapes.length && shapes.every((one, at) => one(value[at]));
}

function amount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

/** Longer than other texts: the canonical JSON of a signed document. */
function signedText(): Shape<string> {
  return (value): value is string => typeof value === 'string' && value.length <= 2_000_000;
}
