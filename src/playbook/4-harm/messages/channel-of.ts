import type { UseCard } from '../../../check/facts/card.ts';
import type { Message } from '../../../check/facts/message.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';

/** Formats in which each channel is written, where a card names several channels and a message does not say its own. */
const FORMATS_OF: Readonly<Partial<Record<Channel, readonly Message['format'][]>>> = {
  email: ['html', 'mjml', 'markdown', 'liquid'],
  'sales-email': ['markdown', 'text', 'html'],
  landing: ['html'],
  web: ['html'],
};

/** The channels on which a message may go out: its own, else those of the card that its format leaves open. */
export function channelsOf(message: Message, card: UseCard): readonly Channel[] {
  if (message.channel !== null) return [message.channel];
  const channels = card.channels ?? [];
  const fitting = channels.filter(
    (channel) => FORMATS_OF[channel]?.includes(message.format) ?? isBrief(message),
  );
  return fitting.length > 0 ? fitting : channels;
}

const isBrief = ({ format }: Message): boolean =>
  format === 'text' || format === 'json' || format === 'liquid';
