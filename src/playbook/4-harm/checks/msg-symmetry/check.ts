import { defineCheck } from '../../../../check/define.ts';
import type { Message, MessageControl } from '../../../../check/facts/message.ts';
import type { Channel } from '../../../../kernel/vocabulary.ts';
import { channelsOf } from '../../messages/channel-of.ts';

/** Where people choose on the spot; in mail a lone button with a link in the footer is no unequal choice. */
const CHOICE_CHANNELS: ReadonlySet<Channel> = new Set(['prompt', 'landing', 'web', 'in-app']);
const LATER =
  /\b(?:later|not now|not yet|remind|another time|next time|tomorrow|später|jetzt nicht|nicht jetzt|erinner\w*|plus tard|pas maintenant|une autre fois|más tarde|ahora no|luego|en otro momento|più tardi|niet nu|mais tarde)\b/iu;
/** A choice about data or messages, where no must be as much an answer as yes. */
const CONSENT =
  /\b(?:cookies?|consent|track(?:ing)?|personali[sz]ed? (?:ads?|offers?)|notifications?|allow\b.{0,40}\b(?:access|location|contacts)|privacy choices|einwillig\w*|benachrichtigung\w*|datenschutz\w*|consentement|traceurs|témoins|notificaciones|consentimiento)\b/iu;

export default defineCheck({
  id: 'msg-symmetry',
  step: 4,
  risk: 'manipulative-personalization',
  title: 'Yes and no stand side by side, alike in size and weight',
  appliesTo: 'all',
  requiredFor: 'none',
  needs: ['card', 'messages'],
  reads: ['channels', 'messages'],
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['us-ca-ccpa-7004', 'eu-gdpr-7-3', 'eu-dsa-25-3-a', 'ours-neutral-choice'],
  options: { smallestSizeRatio: 0.9 },
  advice: {
    'no-decline': {
      what: 'The choice offers “{accept}” and no way to say no.',
      why: 'A question with one answer is none; people agree because they must get past it.',
      instead: 'Put a plain no beside the yes, as a control of the same kind.',
    },
    'only-later': {
      what: 'Whoever does not want “{accept}” can only put it off: “{decline}”.',
      why: 'The question comes back until people give in, though their answer was no.',
      instead: 'Offer a plain no beside it, and remember it.',
    },
    weaker: {
      what: 'Beside “{accept}” the way to say no, “{decline}”, is weaker: {how}.',
      why: 'Eyes and thumbs go to what is larger; the choice is made by the layout and not by the person.',
      instead: 'Give both the same kind of control, size and contrast.',
    },
  },
  run({ facts, options, report }) {
    const { card } = facts.card;
    for (const message of facts.messages.messages) {
      const channels = channelsOf(message, card);
      if (!channels.some((channel) => CHOICE_CHANNELS.has(channel))) continue;
      const accept = strongest(message.controls.filter(({ answer }) => answer === 'accept'));
      const declines = message.controls.filter(({ answer }) => answer === 'decline');
      const decline = strongest(declines.filter(({ text }) => !LATER.test(text))) ?? strongest(declines);
      if (accept === undefined) continue;
      if (decline === undefined) {
        if (!isForcedChoice(message, channels)) continue;
        const evidence = [{ type: 'text', at: accept.at, quote: accept.text }] as const;
        report({ advice: 'no-decline', with: { accept: accept.text }, evidence });
        continue;
      }
      const quoted = { accept: accept.text, decline: decline.text };
      const evidence = [
        { type: 'text', at: decline.at, quote: decline.text },
        { type: 'text', at: accept.at, quote: accept.text },
      ] as const;
      if (LATER.test(decline.text)) report({ advice: 'only-later', with: quoted, evidence });
      const how = weakness(accept, decline, options.smallestSizeRatio);
      if (how !== null) report({ advice: 'weaker', with: { ...quoted, how }, evidence });
    }
  },
});

/** The control that catches the eye most. */
function strongest(controls: readonly MessageControl[]): MessageControl | undefined {
  const weight = ({ looksLikeButton, fontSizePx }: MessageControl): number =>
    (looksLikeButton ? 1000 : 0) + (fontSizePx ?? 0);
  return [...controls].sort((a, b) => weight(b) - weight(a))[0];
}

/** A prompt always is; a page only where it asks for consent and has no box that may stay empty. */
function isForcedChoice({ controls, blocks }: Message, channels: readonly Channel[]): boolean {
  if (controls.some(({ type }) => type === 'checkbox' || type === 'radio')) return false;
  const isPrompt = channels.every((channel) => channel === 'prompt');
  return isPrompt || blocks.some(({ role, text }) => role !== 'footer' && CONSENT.test(text));
}

function weakness(accept: MessageControl, decline: MessageControl, smallestRatio: number): string | null {
  const [large, small] = [accept.fontSizePx, decline.fontSizePx];
  if (large !== null && small !== null && small < large * smallestRatio)
    return `its text has ${small} px instead of ${large} px`;
  return accept.looksLikeButton && !decline.looksLikeButton ? 'a bare link beside a button' : null;
}
