import { BASES, type Channel } from '../../kernel/vocabulary.ts';
import {
  type Answer,
  answerAcross,
  answerTo,
  type Question,
} from '../../playbook/6-control/ledger/answer.ts';
import { NO_CHOICES } from '../../playbook/6-control/ledger/choice-state.ts';
import { refuses } from '../../playbook/6-control/ledger/scope.ts';
import { REFUSED_BY_SIGNAL } from '../../playbook/6-control/signals/global-privacy-control.ts';
import type { Reason } from '../decision.ts';
import { ordinaryPart, saysNoToProfiling } from '../protection/protected-choices.ts';
import type { Sending } from '../question.ts';
import { deny, hold } from '../reason.ts';
import { isEssential, NOTHING, never, type Rule } from '../rule.ts';
import { isStale } from '../staleness.ts';
import type { UseState } from '../use-state.ts';

/**
 * The person is known, what they chose is fresh and lets this be sent under all their keys, and nothing that was told of
 * the moment says no. Themes are not asked for here: who is spared one has a rest.
 */
export const choicesRule: Rule = {
  name: 'choices',
  about: 'person',
  prepare(use, policy) {
    if (isEssential(use)) return never;
    // A basis that nobody knows is none.
    const needsConsent = use.basis === 'consent' || !(BASES as readonly unknown[]).includes(use.basis);
    const { purpose, topics, profiles } = use;
    const questionOn = (channel: Channel): Question => ({
      purpose,
      channel,
      topics,
      themes: [],
      needsConsent,
    });
    const questions = new Map(use.channels.map((channel) => [channel, questionOn(channel)]));
    return ({ person, sending, now }) => {
      if (person === null) return PERSON_UNKNOWN;
      if (person.choices === null || isStale(person.asOf, now, policy)) return CHOICES_UNKNOWN;
      const question = questions.get(sending.channel) ?? questionOn(sending.channel);
      const states = person.choices.length === 0 ? [NO_CHOICES] : person.choices.map(({ state }) => state);
      const answers = states.map((state) => answerTo(ordinaryPart(state), question, now));
      const reasons = reasonsOf(answers.length === 1 ? answers[0]! : answerAcross(answers));
      const told = saidByMoment(use, sending);
      const isProtected = states.some((state) => saysNoToProfiling(state, question, profiles, now));
      if (told.length === 0 && !isProtected) return reasons;
      return [...reasons, ...told, ...(isProtected ? PROTECTED : NOTHING)];
    };
  },
};

const PERSON_UNKNOWN = [deny('person-unknown')];
const CHOICES_UNKNOWN = [deny('choices-unknown')];
const PROTECTED = [hold('protected', 'time', null)];
const SAID_NO = [deny('said-no')];
const NO_CONSENT = [deny('no-consent', 'triable')];
const LAPSED = [deny('consent-lapsed', 'triable')];
const SIGNALLED = [deny('privacy-signal')];

function reasonsOf({ permitted, because, until }: Answer): readonly Reason[] {
  if (permitted) return NOTHING;
  switch (because) {
    case 'paused':
      return [hold('paused-by-person', 'person', until)];
    case 'lapsed':
      return LAPSED;
    case 'unknown':
      return NO_CONSENT;
    case 'gpc':
      return SIGNALLED;
    default:
      return SAID_NO;
  }
}

/** A yes among what is told permits nothing: the ledger has to know of it. */
function saidByMoment({ purpose }: UseState, { channel, told }: Sending): readonly Reason[] {
  const planned = { purpose, channel, topic: null };
  const reasons: Reason[] = [];
  if (told.globalPrivacyControl === true && REFUSED_BY_SIGNAL.some((scope) => refuses(scope, planned, false)))
    reasons.push(...SIGNALLED);
  if (told.consentString === undefined && told.signals === undefined) return reasons;
  if (told.signals === undefined || told.signals === null) return [...reasons, ...CHOICES_UNKNOWN];
  const against = told.signals.filter(({ scope, says }) => says !== 'yes' && refuses(scope, planned, false));
  if (against.some(({ says }) => says === 'no')) reasons.push(...SAID_NO);
  if (against.some(({ says }) => says !== 'no')) reasons.push(...CHOICES_UNKNOWN);
  return reasons;
}
