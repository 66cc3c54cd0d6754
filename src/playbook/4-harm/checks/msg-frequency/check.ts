import { defineCheck } from '../../../../check/define.ts';
import type { Channel, Intent } from '../../../../kernel/vocabulary.ts';

/** Channels that come to the person, rather than wait to be visited. */
const PUSHED: ReadonlySet<Channel> = new Set([
  'email',
  'sms',
  'push',
  'phone',
  'sales-email',
  'chat',
  'in-app',
]);
/** Those that ring or light up. */
const INSISTENT: ReadonlySet<Channel> = new Set(['sms', 'phone', 'push']);
/** What is owed or helps is not counted against people’s patience. */
const MARKETING: ReadonlySet<Intent> = new Set(['sell', 'retain', 'collect']);

export default defineCheck({
  id: 'msg-frequency',
  step: 4,
  risk: 'manipulative-personalization',
  title: 'How often one person is contacted is capped, at a bearable level',
  appliesTo: ['campaign', 'journey', 'offer', 'outreach', 'next-best-action', 'recommendation'],
  requiredFor: 'none',
  needs: ['card', 'content'],
  reads: ['caps', 'channels', 'intent'],
  gravity: 'review',
  decidedBy: 'rule',
  norms: ['eu-ucpd-annex-1-26', 'eu-dsa-25-3-b', 'ours-frequency-cap'],
  options: { mostPerWeek: 4, mostInsistentPerWeek: 2 },
  advice: {
    'no-cap': {
      what: 'The use contacts people by {channel} and sets no cap per person.',
      why: 'Each team’s few messages add up to a stream from which people cannot look away.',
      instead: 'Set `caps.per_person`, for example two in seven days, counted over all teams.',
    },
    high: {
      what: 'The cap allows {perWeek} messages a week to one person by {channel}; more than {most} is pressure.',
      why: 'Being asked again and again wears people down until they give in or flee.',
      instead: 'Lower the cap, or let people choose how often.',
    },
  },
  run({ facts, options, report }) {
    const { card, at } = facts.card;
    const pushed = (card.channels ?? []).filter((channel) => PUSHED.has(channel));
    const isMarketing = facts.content.sells || card.intent === undefined || MARKETING.has(card.intent);
    if (pushed.length === 0 || !isMarketing) return;
    const channel = pushed.join(', ');
    const cap = card.caps?.per_person;
    if (cap === undefined || !(cap.days > 0)) {
      const evidence = [
        { type: 'field', at: at('/channels'), pointer: '/channels', value: card.channels },
      ] as const;
      report({ advice: 'no-cap', with: { channel }, evidence });
      return;
    }
    const perWeek = Math.round((cap.count * 70) / cap.days) / 10;
    const most = pushed.some((one) => INSISTENT.has(one))
      ? options.mostInsistentPerWeek
      : options.mostPerWeek;
    if (perWeek <= most) return;
    const evidence = [
      { type: 'field', at: at('/caps/per_person'), pointer: '/caps/per_person', value: cap },
    ] as const;
    report({ advice: 'high', with: { perWeek, channel, most }, evidence });
  },
});
