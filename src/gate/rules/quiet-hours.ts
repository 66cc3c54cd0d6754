import type { Channel, Jurisdiction } from '../../kernel/vocabulary.ts';
import type { Reason } from '../decision.ts';
import type { PersonFacts } from '../person-facts.ts';
import type { Sending } from '../question.ts';
import { isZone } from '../quiet-hours/local-time.ts';
import { quietUntil, rowsFor } from '../quiet-hours/quiet-until.ts';
import { zonesOfPlace } from '../quiet-hours/zones-of-place.ts';
import { deny, hold } from '../reason.ts';
import { isEssential, NOTHING, never, type Rule } from '../rule.ts';
import type { UseState } from '../use-state.ts';
import { isPlace } from './place.ts';

const MINUTE_MS = 60_000;

/**
 * It is no quiet hour in any zone where the person may be, by any law that may hold. An essential call or text keeps the
 * hours that the law sets, unless it is about safety or security.
 */
export const quietHoursRule: Rule = {
  name: 'quiet-hours',
  about: 'person',
  prepare(use) {
    const essential = isEssential(use);
    if (essential && EMERGENCIES.has(use.clearance!.essential ?? '')) return never;
    // Many people are in the same places at the same minute; the rest of the answer is the same for them.
    let minute = Number.NaN;
    const answers = new Map<string, readonly Reason[]>();
    return ({ person, sending, now }) => {
      if (!CHANNELS_WITH_HOURS.has(sending.channel)) return NOTHING;
      if (essential && sending.channel === 'push') return NOTHING;
      if (!essential && person === null) return NOTHING;
      const thisMinute = Math.floor(now.getTime() / MINUTE_MS);
      if (thisMinute !== minute || answers.size >= MAXIMUM_REMEMBERED) {
        minute = thisMinute;
        answers.clear();
      }
      const { timeZone = '', jurisdiction = '' } = sending.told;
      // What is longer is no zone and no place, and is not worth remembering in full.
      const told = `${timeZone.slice(0, 65)}|${jurisdiction.slice(0, 17)}`;
      const key = `${sending.channel}|${person?.zones}|${person?.places}|${told}`;
      let reasons = answers.get(key);
      if (reasons === undefined) {
        reasons = ask(use, essential, person, sending, now);
        answers.set(key, reasons);
      }
      return reasons;
    };
  },
};

const EMERGENCIES: ReadonlySet<string> = new Set(['safety', 'security']);
const CHANNELS_WITH_HOURS: ReadonlySet<Channel> = new Set(['phone', 'sms', 'push']);
const MAXIMUM_REMEMBERED = 10_000;
const PLACE_UNKNOWN = [deny('place-unknown')];

function ask(
  use: UseState,
  essential: boolean,
  person: PersonFacts | null,
  { channel, told }: Sending,
  now: Date,
): readonly Reason[] {
  const isToldWell = told.timeZone === undefined || isZone(told.timeZone);
  if (!essential && !isToldWell) return PLACE_UNKNOWN;
  const places = placesOf(use, essential, person, told.jurisdiction);
  const known = [
    ...(person?.zones ?? []),
    ...(told.timeZone !== undefined && isToldWell ? [told.timeZone] : []),
  ];
  const zones = (person?.zones.length ?? 0) > 0 ? known : [...known, ...places.flatMap(zonesOfPlace)];
  if (zones.length === 0) return essential ? NOTHING : PLACE_UNKNOWN;
  const rows = rowsFor(places, channel).filter(({ kind }) => !essential || kind === 'law');
  const until = quietUntil(rows, essential ? zones.filter(isZone) : zones, now);
  if (until === null) return NOTHING;
  const firm = rows.some(({ kind }) => kind === 'law') ? 'firm' : 'triable';
  return [hold('quiet-hours', 'time', until === 'never' ? null : until, firm)];
}

/** Where the law may be that holds. Of whom nothing is known, the law of every place that the use is for. */
function placesOf(
  use: UseState,
  essential: boolean,
  person: PersonFacts | null,
  told: string | undefined,
): readonly Jurisdiction[] {
  const places = [...(person?.places ?? []), ...(told !== undefined && isPlace(told) ? [told] : [])];
  return (person?.places.length ?? 0) === 0 && essential ? [...use.jurisdictions, ...places] : places;
}
