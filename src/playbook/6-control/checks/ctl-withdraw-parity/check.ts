import { defineCheck } from '../../../../check/define.ts';
import { channelsOf, isMarketing } from '../../marketing.ts';

/** A way out that asks for a call, a letter, a log-in or a reason. */
const HARD_WAY_OUT = [
  /\bto (?:unsubscribe|opt[- ]out|withdraw[^.]{0,40}|stop receiving[^.]{0,40}),?\s*(?:please\s+)?(?:call|phone|ring|write to|send (?:us )?a (?:letter|fax)|log ?in|sign ?in|visit (?:a|our) (?:store|shop|branch)|e-?mail (?:us|our)[^.]{0,40}\bwith (?:your|a) (?:reason|copy))/iu,
  /\b(?:log ?in|sign ?in) to (?:your account )?(?:to )?(?:unsubscribe|opt[- ]out|change your consent)/iu,
  /\b(?:zum|zur) (?:abmelden|abbestellen|abmeldung|widerruf)[^.]{0,20}(?:rufen sie|schreiben sie|schicken sie|melden sie sich (?:in ihrem konto )?an)/iu,
  /\bpour (?:vous )?(?:désabonner|désinscrire)[^.]{0,20}(?:appelez|téléphonez|écrivez|connectez)/iu,
  /\bpara (?:darse|darte) de baja[^.]{0,20}(?:llame|llama|escriba|escribe|inicie|inicia)/iu,
];
const TEXT_WAY_OUT =
  /\b(?:stop|opt[- ]?out|unsubscribe|end|quit|cancel|abmelden|stopp|baja|arr[eê]t)\b|https?:\/\//iu;

export default defineCheck({
  id: 'ctl-withdraw-parity',
  step: 6,
  risk: null,
  title: 'Saying no again takes no more than saying yes took',
  appliesTo: 'all',
  requiredFor: 'none',
  needs: ['card', 'messages', 'content'],
  reads: ['messages', 'channels'],
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['eu-gdpr-7-3', 'us-ca-ccpa-7004', 'us-can-spam', 'us-tcpa'],
  advice: {
    'hard-way-out': {
      what: 'Leaving takes a call, a letter or a log-in: “{quote}”.',
      why: 'Joining took a click. Each further step keeps people in who want out.',
      instead: 'Let people leave by one link or one word, without a log-in and without a reason.',
    },
    'text-without-stop': {
      gravity: 'review',
      what: 'The text message names no way to stop such messages.',
      why: 'Whoever cannot answer STOP has to find out for themselves how to be left alone.',
      instead: 'End it with a word to answer, as “STOP to end”, or a link, and honour free words too.',
    },
  },
  run({ facts, report }) {
    const { card } = facts.card;
    for (const message of facts.messages.messages) {
      for (const block of message.blocks)
        for (const pattern of HARD_WAY_OUT) {
          const match = pattern.exec(block.text);
          if (match === null) continue;
          report({
            advice: 'hard-way-out',
            with: { quote: match[0] },
            evidence: [
              { type: 'text', at: block.at(match.index, match.index + match[0].length), quote: match[0] },
            ],
          });
        }
      const isText =
        message.channel === 'sms' ||
        (message.channel === null &&
          channelsOf(null, card).every((channel) => channel === 'sms') &&
          (card.channels?.length ?? 0) > 0);
      if (
        isText &&
        isMarketing(card, facts.content) &&
        !message.blocks.some(({ text }) => TEXT_WAY_OUT.test(text))
      )
        report({
          advice: 'text-without-stop',
          evidence: [{ type: 'text', at: message.whole, quote: message.file }],
        });
    }
  },
});
