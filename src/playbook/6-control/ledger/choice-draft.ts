import { isExistingDate } from '../../../kernel/existing-date.ts';
import { CHANNELS, type Channel } from '../../../kernel/vocabulary.ts';
import { CHOICE_KINDS, type ChoiceEvent, type ChoiceKind } from './choice-event.ts';

/** A choice as somebody tells of it, before it is known to hold together. */
export interface ChoiceDraft extends Omit<ChoiceEvent, 'subject' | 'theme'> {
  /** In plain words; it is blinded before it is kept. */
  readonly theme: string | null;
}

/** What does not hold together, by the name of the field. */
export interface WrongPart {
  readonly field: string;
  readonly says: string;
}

/** Clocks of other systems go wrong by so much; a choice from further ahead would outrank choices yet to be made. */
const AHEAD_MS = 5 * 60_000;
const LONGEST_PAUSE_MS = 400 * 86_400_000;
const EARLIEST = Date.parse('1990-01-01T00:00:00Z');
const YESES: readonly ChoiceKind[] = ['given', 'opt-in-requested', 'opt-in-confirmed'];
const PURPOSE = /^[a-z0-9_-]{1,60}(?:\.[a-z0-9_-]{1,60}){0,7}$/;
const WORD = /^[a-z0-9][a-z0-9-]{0,63}$/;
const ID = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/;

/** The first part of a choice that cannot be as it stands; `null` where all holds together. */
export function wrongPart(draft: ChoiceDraft, now: Date): WrongPart | null {
  const wrong = (field: string, says: string): WrongPart => ({ field, says });
  const { id, kind, scope, theme, at, validUntil, pausedUntil, confirms, proof } = draft;
  if (!ID.test(id)) return wrong('id', 'it is no id');
  if (!CHOICE_KINDS.includes(kind)) return wrong('kind', `it is none of ${CHOICE_KINDS.join(', ')}`);
  if (scope.purpose !== null && !PURPOSE.test(scope.purpose))
    return wrong('purpose', 'it is no data use, as `marketing.communications.email`');
  if (scope.channel !== null && !CHANNELS.includes(scope.channel as Channel))
    return wrong('channel', `it is none of ${CHANNELS.join(', ')}`);
  if (scope.topic !== null && !WORD.test(scope.topic))
    return wrong('topic', 'it is no word of a-z, 0-9 and -');
  if (!isTime(at)) return wrong('at', 'it is no time, as 2026-11-24T09:00:00Z');
  const time = Date.parse(at);
  if (time > now.getTime() + AHEAD_MS) return wrong('at', 'it lies in the future');
  if (time < EARLIEST) return wrong('at', 'it lies before 1990');
  for (const [field, end] of [['validUntil', validUntil] as const, ['pausedUntil', pausedUntil] as const])
    if (end !== null && !isTime(end)) return wrong(field, 'it is no time, as 2027-11-24T09:00:00Z');
  if ((kind === 'paused') !== (pausedUntil !== null))
    return wrong('pausedUntil', 'a pause has an end, and nothing else has this one');
  if (pausedUntil !== null && Date.parse(pausedUntil) - time > LONGEST_PAUSE_MS)
    return wrong('pausedUntil', 'a pause lasts 400 days at most');
  const isOfTheme = kind === 'theme-spared' || kind === 'theme-welcome';
  if (isOfTheme !== (theme !== null))
    return wrong('theme', 'a theme is named where one is meant, and only there');
  if (theme !== null && !WORD.test(theme)) return wrong('theme', 'it is no word of a-z, 0-9 and -');
  if ((kind === 'opt-in-confirmed') !== (confirms !== null))
    return wrong('confirms', 'a confirmation names the request that it answers, and nothing else does');
  if (confirms !== null && !ID.test(confirms)) return wrong('confirms', 'it is no id');
  if (YESES.includes(kind) && scope.purpose === null) return wrong('purpose', 'a yes names what it is for');
  if (YESES.includes(kind) && proof.notice === null)
    return wrong('notice', 'a yes without the notice that was agreed to cannot be proven');
  for (const [field, code] of [
    ['method', proof.method],
    ['sourceSystem', proof.sourceSystem],
    ['jurisdiction', proof.jurisdiction ?? 'none'],
    ['language', proof.language ?? 'none'],
  ] as const)
    if (!CODE.test(code)) return wrong(field, 'it is no code of letters, digits and -');
  return null;
}

export const isTime = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/.test(text) &&
  isExistingDate(text);

/** With its times as they are compared: in UTC, with milliseconds. */
export function withPlainTimes(draft: ChoiceDraft): ChoiceDraft {
  const plain = <T extends string | null>(time: T): T =>
    (time === null ? null : new Date(time).toISOString()) as T;
  return {
    ...draft,
    at: plain(draft.at),
    validUntil: plain(draft.validUntil),
    pausedUntil: plain(draft.pausedUntil),
  };
}
