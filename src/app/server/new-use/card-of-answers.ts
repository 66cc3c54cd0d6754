import type { UseCard } from '../../../check/facts/card.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import { AIMS, type Answers, GROUNDS } from './questions.ts';

/** Purposes that the taxonomy has by channel, too. */
const BY_CHANNEL = ['marketing.communications', 'essential.service.notifications'] as const;
const ADVERTISING: readonly Channel[] = ['ad'];

/** The card with what the answers say; what they do not speak of stays as it was, also where that is open. */
export function withAnswers(card: UseCard, answers: Answers): UseCard {
  const aim = answers.aim === undefined ? null : AIMS[answers.aim];
  const channels = answers.channels === undefined ? card.channels : [...new Set(answers.channels)];
  const purpose = aim === null ? card.purpose : (aim.purpose ?? undefined);
  return {
    ...card,
    intent: aim?.intent ?? card.intent,
    channels,
    // A purpose of our own making follows the channels; one that somebody wrote is theirs.
    purpose: aim === null && answers.channels === undefined ? purpose : purposeOn(purpose, channels),
    basis: answers.ground === undefined ? card.basis : (GROUNDS[answers.ground].basis ?? undefined),
    benefit: answers.benefit ?? card.benefit,
    owner: answers.owner ?? card.owner,
    expires: answers.until ?? card.expires,
  };
}

/** The purpose as exactly as the channels tell it, and no more exactly. */
function purposeOn(
  purpose: string | undefined,
  channels: readonly Channel[] | undefined,
): string | undefined {
  const family = familyOf(purpose);
  if (family === undefined) return purpose;
  if (channels === undefined || channels.length === 0) return family;
  if (family === 'marketing.communications' && channels.some((one) => ADVERTISING.includes(one)))
    return channels.every((one) => ADVERTISING.includes(one)) ? 'marketing.advertising' : 'marketing';
  const [only] = channels;
  return channels.length === 1 && (only === 'email' || only === 'sms') ? `${family}.${only}` : family;
}

function familyOf(purpose: string | undefined): string | undefined {
  if (purpose === 'marketing' || purpose === 'marketing.advertising') return 'marketing.communications';
  return BY_CHANNEL.find((one) => [one, `${one}.email`, `${one}.sms`].includes(purpose ?? ''));
}
