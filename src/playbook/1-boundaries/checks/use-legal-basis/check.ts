import { defineCheck } from '../../../../check/define.ts';
import type { Facts } from '../../../../check/facts/index.ts';
import { knowsLawOf } from '../../../../kernel/norms/index.ts';
import { isPurposeUnder } from '../../../../kernel/taxonomy/purpose-line.ts';
import { decidingFields } from '../../deciding-fields.ts';
import { type BasisCase, judgeBasis } from './basis-matrix.ts';

export default defineCheck({
  id: 'use-legal-basis',
  step: 1,
  risk: 'data-overreach',
  title: 'The legal basis fits purpose, channel, data and country',
  appliesTo: 'all',
  needs: ['card', 'settings', 'audience', 'usedFields', 'content', 'paths'],
  reads: ['basis', 'purpose', 'channels', 'jurisdictions', 'intent', 'automation'],
  gravity: 'block',
  decidedBy: 'rule',
  norms: [
    'eu-gdpr-6',
    'eu-gdpr-9',
    'eu-gdpr-22',
    'eu-eprivacy-13-1',
    'eu-eprivacy-13-2',
    'uk-gdpr-6',
    'uk-pecr-22',
    'us-tcpa',
    'iab-tcf-2-2',
  ],
  advice: {
    'no-basis': {
      what: 'The card names no legal basis.',
      why: 'Data about people is used only on a ground that can be named to them.',
      instead: 'Name in `basis` the one on which the use rests.',
    },
    'does-not-fit': {
      what: 'The basis `{basis}` does not carry this use: {because}.',
      why: 'People lose the say that the law gives them over it.',
      instead: 'Rest it on {fitting}, or change what the use does.',
    },
    'to-weigh': {
      gravity: 'review',
      what: 'The basis `{basis}` carries this use only under conditions: {because}.',
      why: 'Where the conditions do not hold, people are reached without a ground.',
      instead: 'Show that they hold for everyone reached, or rest it on {fitting}.',
    },
    'to-members': {
      gravity: 'review',
      what: 'The basis `{basis}` does not carry marketing: {because}. Nothing is sold, and {path}.',
      why: 'News to members may be part of what they joined for; a call for gifts or votes needs their consent.',
      instead: 'Rest it on {fitting}, or give it the purpose of the service that the members joined for.',
    },
    'content-does-not-fit': {
      gravity: 'review',
      what: 'The content sells (“{seen}”), and the basis `{basis}` does not carry that: {because}.',
      why: 'The stricter reading counts where a card declares less than its messages do.',
      instead: 'Take the sale out, or rest the use on {fitting}.',
    },
  },
  run({ facts, report, cannotTell }) {
    const { card, at } = facts.card;
    const { basis } = card;
    for (const country of card.jurisdictions ?? facts.settings.jurisdictions)
      if (!knowsLawOf(country)) cannotTell(`law of ${country}`);
    const pointer = '/basis';
    const own = { type: 'field', at: at(pointer), pointer, value: basis } as const;
    if (basis === undefined) {
      report({ advice: 'no-basis', evidence: [own] });
      return;
    }
    const evidence = [
      own,
      { type: 'field', at: at('/purpose'), pointer: '/purpose', value: card.purpose },
    ] as const;
    const asDeclared = judgeBasis(basis, caseOf(facts, false));
    const asSeen = judgeBasis(basis, caseOf(facts, true));
    const shown = asDeclared.verdict === 'fits' ? asSeen : asDeclared;
    const filled = { basis, because: shown.reasons.join('; '), fitting: orNothing(shown.fitting) };
    const path = unsoldPath(facts);
    if (asDeclared.verdict === 'does-not-fit' && path !== null)
      report({ advice: 'to-members', with: { ...filled, path }, evidence });
    else if (asDeclared.verdict === 'does-not-fit')
      report({ advice: 'does-not-fit', with: filled, evidence });
    else if (asDeclared.verdict === 'weighed') report({ advice: 'to-weigh', with: filled, evidence });
    else if (asSeen.verdict !== 'fits') {
      const sale = facts.content.offers[0] ?? facts.content.prices[0] ?? facts.content.calls[0];
      const seen = sale === undefined ? 'a sale' : sale.quote;
      const place = sale === undefined ? own : ({ type: 'text', at: sale.at, quote: sale.quote } as const);
      report({ advice: 'content-does-not-fit', with: { ...filled, seen }, evidence: [place, own] });
    }
    if (facts.audience.parts.some(({ reading }) => !reading.assessed))
      cannotTell('which data picks people: the audience could not be read');
  },
});

/** Why people may be reached with what sells nothing and asks for nothing; `null` where it does, or no path is open. */
function unsoldPath({ card: { card }, content, paths, settings }: CaseFacts): string | null {
  const isMild = card.intent === 'inform' || card.intent === 'support' || card.intent === 'protect';
  const isAd =
    card.channels?.includes('ad') ||
    isPurposeUnder(card.purpose ?? '', 'marketing.advertising', settings.purposes);
  const asks = content.sells || content.calls.some(({ does }) => does === 'donate' || does === 'renew');
  if (!isMild || isAd || asks || card.automation?.decision === 'significant') return null;
  return [paths.askedFor, paths.owed, paths.protective].find(({ open }) => open)?.because ?? null;
}

/** The case as the card declares it, or with what the content does. */
function caseOf(
  { card: { card }, settings, audience, usedFields, content, paths }: CaseFacts,
  asSeen: boolean,
): BasisCase {
  const purpose = card.purpose ?? '';
  const declared = settings.purposes;
  const channels = card.channels ?? [];
  const picking = decidingFields(card, audience, usedFields).filter(({ picks }) => picks);
  const hasPath = paths.askedFor.open || paths.owed.open || paths.protective.open;
  const isMarketing =
    isPurposeUnder(purpose, 'marketing', declared) || isPurposeUnder(purpose, 'sales', declared);
  return {
    purpose,
    declared,
    channels,
    jurisdictions: card.jurisdictions ?? settings.jurisdictions,
    markets: isMarketing || card.intent === 'sell' || (asSeen && content.sells && !paths.owed.open),
    targetsAds:
      channels.includes('ad') && picking.length > 0 && !isPurposeUnder(purpose, 'essential', declared),
    pickedBy: hasPath ? [] : picking.flatMap(({ sensitive }) => sensitive),
    significant: card.automation?.decision === 'significant',
  };
}

type CaseFacts = Pick<Facts, 'card' | 'settings' | 'audience' | 'usedFields' | 'content' | 'paths'>;

const orNothing = (bases: readonly string[]): string =>
  bases.length === 0 ? 'a ground that a lawyer confirms' : bases.map((basis) => `\`${basis}\``).join(' or ');
