import { restBinds } from '../protection/rest-binds.ts';
import { deny, hold } from '../reason.ts';
import { isEssential, NOTHING, never, type Rule } from '../rule.ts';

/** The person is left alone. What of it is protection and what is lot is told nowhere, and neither is the time. */
export const protectionRule: Rule = {
  name: 'protection',
  about: 'person',
  prepare(use) {
    if (isEssential(use)) return never;
    return ({ person, sending, now }) => {
      if (person === null) return NOTHING;
      if (person.rests === null) return UNKNOWN;
      return person.rests.some((rest) => restBinds(rest, use, sending.channel, now)) ? PROTECTED : NOTHING;
    };
  },
};

const UNKNOWN = [deny('choices-unknown')];
const PROTECTED = [hold('protected', 'time', null)];
