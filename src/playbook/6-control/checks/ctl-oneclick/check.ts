import { defineCheck } from '../../../../check/define.ts';
import type { Message } from '../../../../check/facts/message.ts';
import { channelsOf, isMarketing } from '../../marketing.ts';

const WAY_OUT =
  /unsubscri|opt[-_ ]?out|abmeld|abbestell|désabonn|desabonn|désinscri|desinscri|darse de baja|cancelar (?:la )?suscrip|manage[_ -]?preferences|email[_ -]?preferences|preference[_ -]?cent/i;
const ONE_CLICK = 'List-Unsubscribe=One-Click';

export default defineCheck({
  id: 'ctl-oneclick',
  step: 6,
  risk: null,
  title: 'Marketing mail can be left in one click, by header and by link',
  appliesTo: ['campaign', 'journey', 'offer', 'outreach'],
  needs: ['card', 'messages', 'content'],
  reads: ['messages', 'channels', 'purpose', 'intent'],
  gravity: 'block',
  decidedBy: 'rule',
  norms: ['rfc-8058', 'rfc-2369', 'gmail-bulk-sender', 'us-can-spam'],
  advice: {
    'no-link': {
      gravity: 'review',
      what: 'No way to unsubscribe is seen in “{file}”.',
      why: 'Whoever wants out and finds no door complains, or learns that their no does not count.',
      instead:
        'Put a plain unsubscribe link into the footer; if the mail system adds it, declare the headers in `messages`.',
    },
    'no-https-address': {
      what: 'The header List-Unsubscribe has no https address: “{value}”.',
      why: 'Mail programs then cannot offer the one button that people trust.',
      instead: 'Write `List-Unsubscribe: <https://…>`; a mailto address may stand beside it.',
    },
    'no-post-header': {
      what: 'The header List-Unsubscribe-Post is missing or differs from `List-Unsubscribe=One-Click`: “{value}”.',
      why: 'Without this exact pair a click leads to a page, where many people give up.',
      instead: 'Write `List-Unsubscribe-Post: List-Unsubscribe=One-Click`.',
    },
  },
  run({ facts, report, cannotTell }) {
    const { card, at } = facts.card;
    if (!isMarketing(card, facts.content)) return;
    for (const [index, message] of facts.messages.messages.entries()) {
      if (
        !channelsOf(message.channel, card).some((channel) => channel === 'email' || channel === 'sales-email')
      )
        continue;
      const list = header(message, 'list-unsubscribe');
      const post = header(message, 'list-unsubscribe-post');
      const pointer = `/messages/${index}/headers`;
      const field = (value: string | undefined) =>
        [{ type: 'field' as const, at: at(pointer), pointer, value }] as const;
      if (list === undefined && post === undefined)
        cannotTell(`messages[${index}].headers: the List-Unsubscribe headers that the mail system sends`, {
          required: false,
        });
      else {
        if (list === undefined || !/<https:\/\/[^>]+>/i.test(list))
          report({ advice: 'no-https-address', with: { value: list ?? 'absent' }, evidence: field(list) });
        if (post?.trim() !== ONE_CLICK)
          report({ advice: 'no-post-header', with: { value: post ?? 'absent' }, evidence: field(post) });
      }
      if (list === undefined && !hasWayOut(message))
        report({
          advice: 'no-link',
          with: { file: message.file },
          evidence: [{ type: 'text', at: message.whole, quote: message.file }],
        });
    }
  },
});

const header = (message: Message, name: string): string | undefined =>
  Object.entries(message.headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];

const hasWayOut = (message: Message): boolean =>
  message.links.some(({ href, text }) => WAY_OUT.test(href) || WAY_OUT.test(text)) ||
  message.mergeTags.some(({ source }) => WAY_OUT.test(source)) ||
  message.blocks.some(({ text }) => WAY_OUT.test(text));
