import type { Channel } from '../../kernel/vocabulary.ts';
import { type CapInForce, capsOn, RHYTHM_CAPS } from '../caps/caps-on.ts';
import { freeFrom } from '../caps/window.ts';
import type { Reason } from '../decision.ts';
import { deny, hold } from '../reason.ts';
import { isEssential, NOTHING, never, type Rule } from '../rule.ts';

/** One more contact exceeds no cap: of all, of the channel, of the use, of the clearance, nor the person's own wish. */
export const contactCapRule: Rule = {
  name: 'contact-cap',
  about: 'person',
  prepare(use, policy) {
    if (isEssential(use)) return never;
    const capsOfUse = (channel: Channel): readonly CapInForce[] => capsOn(use, policy, channel);
    const byChannel = new Map(use.channels.map((channel) => [channel, capsOfUse(channel)]));
    return ({ person, sending, now }) => {
      if (person === null) return NOTHING;
      const wish = person.rhythm === null ? undefined : RHYTHM_CAPS[person.rhythm];
      // A word that nobody knows is no wish that could be kept.
      if (person.contacts === null || wish === undefined) return UNKNOWN;
      const caps = byChannel.get(sending.channel) ?? capsOfUse(sending.channel);
      const reasons: Reason[] = [];
      for (const cap of caps) {
        const free = freeFrom(person.contacts, cap, sending, now);
        if (free !== 'now') reasons.push(full(free, 'triable'));
      }
      if (wish !== null) {
        const free = freeFrom(person.contacts, wish, sending, now);
        if (free !== 'now') reasons.push(full(free, 'firm'));
      }
      return reasons.length === 0 ? NOTHING : reasons;
    };
  },
};

const UNKNOWN = [deny('contacts-unknown')];
const full = (free: Date | 'never', firm: 'firm' | 'triable'): Reason =>
  free === 'never' ? hold('contact-cap', 'owner', null, firm) : hold('contact-cap', 'time', free, firm);
