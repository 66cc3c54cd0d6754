import { defineCheck } from '../../../../check/define.ts';
import type { Message } from '../../../../check/facts/message.ts';
import type { PathsFact } from '../../../../check/facts/paths.ts';
import type { Location } from '../../../../kernel/source-text.ts';
import { channelsOf } from '../../messages/channel-of.ts';
import { holdsPostalAddress } from './postal-address.ts';

/** Marks of an answer or a forwarded mail, as mail programs of several languages set them. */
const REPLY = /^\s*(?:re|fwd?|aw|wg|antw|tr|rép|réf|rv|res|enc)\s?(?:\[\d+\])?\s?:/iu;
/** Another address inside the display name: `"help@bank.example" <promo@other.example>`. */
const NAME_WITH_ADDRESS =
  /^\s*"?([^"<@]{0,100}@([a-z0-9.-]{3,200}))"?\s*<[^@>]{1,100}@([a-z0-9.-]{3,200})>/iu;
const AD_LABEL =
  /#(?:ad|sponsored|anzeige|werbung|pub|publicité|publicidad)\b|\b(?:advert(?:isement)?|sponsored|paid (?:partnership|promotion)|in partnership with|anzeige|werbung|gesponsert|bezahlte partnerschaft|publicité|sponsorisé|partenariat rémunéré|publicidad|patrocinado|colaboración pagada)\b/iu;

export default defineCheck({
  id: 'msg-sender',
  step: 4,
  risk: 'manipulative-personalization',
  title: 'Sender, subject, postal address and the mark of an ad are there and true',
  appliesTo: 'all',
  requiredFor: 'none',
  needs: ['card', 'messages', 'content', 'paths'],
  reads: ['messages', 'channels', 'intent'],
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['us-can-spam', 'eu-eprivacy-13-4', 'eu-dsa-26-1', 'uk-pecr-22'],
  advice: {
    'false-reply': {
      what: 'The subject “{subject}” poses as an answer or a forwarded mail.',
      why: 'People open it because they believe that they know the conversation; it was never one.',
      instead: 'Take the mark off and say in the subject what the mail is about.',
    },
    'reply-on-path': {
      gravity: 'review',
      what: 'The subject “{subject}” has the mark of an answer, and the mail goes to a segment; {because}.',
      why: 'Some of those reached asked nothing, and may take it for a trick.',
      instead: 'Take the mark off, or send it as a real answer to the one who wrote.',
    },
    'false-from': {
      what: 'The sender’s name shows `{shown}`, and the mail comes from `{real}`.',
      why: 'Many programs show the name alone, so people trust an address that did not write to them.',
      instead: 'Write the name of the organisation, and send from its own domain.',
    },
    'no-address': {
      gravity: 'review',
      what: 'The mail sells and shows no postal address of the sender.',
      why: 'People cannot tell who writes, nor reach them other than by the sender’s own link.',
      instead: 'Put the postal address, or the merge tag that prints it, into the footer.',
    },
    'no-ad-label': {
      gravity: 'review',
      what: 'The post sells and is not marked as an ad.',
      why: 'People weigh a recommendation otherwise when they know that it was paid for.',
      instead: 'Begin with a plain mark such as “Ad”.',
    },
  },
  run({ facts, report, cannotTell }) {
    const { card } = facts.card;
    const sells = facts.content.sells || card.intent === 'sell' || card.intent === 'retain';
    const because = openPath(facts.paths);
    for (const [index, message] of facts.messages.messages.entries()) {
      const channels = channelsOf(message, card);
      const isMail = channels.includes('email') || channels.includes('sales-email');
      if (isMail) {
        for (const { role, text, at } of message.blocks)
          if (role === 'subject' && REPLY.test(text)) {
            const evidence = quoted(at(0, text.length), text);
            if (sells || because === null)
              report({ advice: 'false-reply', with: { subject: text }, evidence });
            else report({ advice: 'reply-on-path', with: { subject: text, because }, evidence });
          }
        if (message.from === null) cannotTell(`messages[${index}]: from`, { required: false });
        const pretended = NAME_WITH_ADDRESS.exec(message.from ?? '');
        if (pretended !== null && !sameOwner(pretended[2]!, pretended[3]!))
          report({
            advice: 'false-from',
            with: { shown: pretended[1]!.trim(), real: pretended[3]! },
            evidence: quoted(message.whole, message.from!),
          });
        if (sells && !message.blocks.some(({ text }) => holdsPostalAddress(text)))
          report({ advice: 'no-address', evidence: endOf(message) });
      }
      if (
        channels.length > 0 &&
        channels.every((channel) => channel === 'post') &&
        facts.content.sells &&
        !isMarked(message)
      )
        report({ advice: 'no-ad-label', evidence: endOf(message) });
    }
  },
});

/** Why an answer may be owed, protective or asked for; `null` where no path is open. */
const openPath = ({ owed, protective, askedFor }: PathsFact): string | null =>
  [owed, protective, askedFor].find(({ open }) => open)?.because ?? null;

const quoted = (at: Location, quote: string) => [{ type: 'text', at, quote }] as const;

/** The last words, where the address or mark would be looked for. */
function endOf({ blocks, whole }: Message) {
  const last = blocks.at(-1);
  return last === undefined ? quoted(whole, '') : quoted(last.at(0, last.text.length), last.text);
}

const isMarked = ({ blocks }: Message): boolean => blocks.some(({ text }) => AD_LABEL.test(text));

const owner = (domain: string): string => domain.toLowerCase().split('.').slice(-2).join('.');
const sameOwner = (a: string, b: string): boolean => owner(a) === owner(b);
