import type { No } from './choice-event.ts';
import { type ChoiceState, type Entry, entriesOf, isNo } from './choice-state.ts';
import { names, permits, refuses, type Scope } from './scope.ts';

/** What is planned for one person. */
export interface Question {
  readonly purpose: string;
  readonly channel: Scope['channel'];
  /** What it is about, by the organisation's own topics; every one of them must be welcome. */
  readonly topics: readonly string[];
  /** Blinded for this person: see `blindedTheme`. */
  readonly themes: readonly string[];
  /** Whether it rests on consent. What rests on something else still yields to every no. */
  readonly needsConsent: boolean;
}

export type Because = No | 'given' | 'not-needed' | 'paused' | 'theme-spared' | 'lapsed' | 'unknown';

/** Whether it may be, and what decided. */
export interface Answer {
  readonly permitted: boolean;
  readonly because: Because;
  /** The event that decided; `null` where none did. */
  readonly event: string | null;
  /** Until when the answer holds by itself: the end of a pause, or of a consent. */
  readonly until: Date | null;
}

/**
 * What a person's choices say to a question. Unknown is no. Laws, each a property in `test/properties/ledger.test.ts`:
 * one more no never permits; a no is lifted only by a later yes that names it; at the same moment the no counts.
 */
export function answerTo(state: ChoiceState, question: Question, now: Date): Answer {
  const entries = entriesOf(state);
  const topics = question.topics.length === 0 ? [null] : question.topics;
  return strictest([
    ...topics.map((topic) => answerFor(entries, { ...question, topic }, question.needsConsent, now)),
    ...sparedThemes(entries, question.themes),
  ]);
}

/** What holds where several things are answered at once, or one person has several keys. */
export function strictest(answers: readonly Answer[]): Answer {
  if (answers.length === 0) return { permitted: false, because: 'unknown', event: null, until: null };
  return answers.reduce((a, b) => (rank(b) < rank(a) || (rank(b) === rank(a) && ends(b) < ends(a)) ? b : a));
}

/**
 * What holds for a person with several keys, as an address and a number: a no under any of them counts, and a yes under
 * one is enough where the others say nothing.
 */
export function answerAcross(answers: readonly Answer[]): Answer {
  const said = answers.filter(({ because }) => !SAYS_NOTHING.has(because));
  return strictest(said.length === 0 ? answers : said);
}

const SAYS_NOTHING: ReadonlySet<Because> = new Set(['unknown', 'not-needed', 'lapsed']);
const STRICTNESS: readonly Because[] = [
  'objected',
  'withdrawn',
  'refused',
  'gpc',
  'theme-spared',
  'paused',
  'lapsed',
  'unknown',
  'given',
  'not-needed',
];
const rank = ({ because }: Answer): number => STRICTNESS.indexOf(because);
const ends = ({ permitted, until }: Answer): number =>
  (until?.getTime() ?? Number.POSITIVE_INFINITY) * (permitted ? 1 : -1);

function answerFor(entries: readonly Entry[], planned: Scope, needsConsent: boolean, now: Date): Answer {
  const time = now.getTime();
  const yeses = entries.filter((one) => one.slot === 'yes' && permits(one.scope, planned));
  const living = yeses.filter((yes) => !hasEnded(yes, entries, time));
  const standing = entries.filter(
    (no) =>
      isNo(no.slot) &&
      refuses(no.scope, planned, no.slot === 'objected') &&
      !living.some((yes) => yes.at > no.at && names(yes.scope, no.scope, no.slot === 'objected')),
  );
  if (standing.length > 0) return strictest(standing.map(({ slot, id }) => deny(slot as No, id)));
  const pauses = entries.filter(
    (one) => one.slot === 'paused' && (one.until ?? time + 1) > time && refuses(one.scope, planned, false),
  );
  if (pauses.length > 0) return strictest(pauses.map(({ id, until }) => deny('paused', id, until)));
  if (!needsConsent) return { permitted: true, because: 'not-needed', event: null, until: null };
  if (living.length > 0) return lastOf(living.map(allow));
  const ended = yeses[0];
  return ended === undefined ? deny('unknown', null) : deny('lapsed', ended.id);
}

const hasEnded = (yes: Entry, entries: readonly Entry[], time: number): boolean =>
  (yes.until !== null && yes.until <= time) ||
  entries.some((one) => one.slot === 'lapsed' && one.at >= yes.at && refuses(one.scope, yes.scope, false));

/** A yes to a theme undoes the wish to be spared it only when it came later. */
const sparedThemes = (entries: readonly Entry[], themes: readonly string[]): readonly Answer[] =>
  entries
    .filter(
      ({ slot, theme, at }) =>
        slot === 'theme-spared' &&
        themes.includes(theme ?? '') &&
        !entries.some((one) => one.slot === 'theme-welcome' && one.theme === theme && one.at > at),
    )
    .map(({ id }) => deny('theme-spared', id));

const deny = (because: Because, event: string | null, until: number | null = null): Answer => ({
  permitted: false,
  because,
  event,
  until: until === null ? null : new Date(until),
});
const allow = ({ id, until }: Entry): Answer => ({
  permitted: true,
  because: 'given',
  event: id,
  until: until === null ? null : new Date(until),
});
/** Of several consents that all hold, the one that holds longest. */
const lastOf = (answers: readonly Answer[]): Answer =>
  answers.reduce((a, b) => (ends(b) > ends(a) || (ends(b) === ends(a) && b.event! < a.event!) ? b : a));
