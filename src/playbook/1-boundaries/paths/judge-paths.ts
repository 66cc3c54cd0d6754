import type { AudienceFact } from '../../../check/facts/audience.ts';
import type { CardFact } from '../../../check/facts/card.ts';
import type { ContentFact } from '../../../check/facts/content.ts';
import type { DataMapFact } from '../../../check/facts/data-map.ts';
import type { UsedFieldsFact } from '../../../check/facts/field-use.ts';
import type { MessagesFact } from '../../../check/facts/message.ts';
import type { PathState, PathsFact } from '../../../check/facts/paths.ts';
import type { SettingsFact } from '../../../check/facts/settings.ts';
import { isPurposeUnder } from '../../../kernel/taxonomy/purpose-line.ts';
import { judgeAskedFor } from './asked-for.ts';

export interface PathsInput {
  readonly card: CardFact;
  readonly settings: SettingsFact;
  readonly dataMap: DataMapFact;
  /** `null` where nobody could tell; a path is then closed wherever it would have to be known. */
  readonly audience: AudienceFact | null;
  readonly usedFields: UsedFieldsFact;
  readonly content: ContentFact | null;
  readonly messages: MessagesFact | null;
}

/**
 * Tests the three legitimate paths (controls.md, "Asked for, owed, protective"). Every path is closed until evidence
 * opens it, and what cannot be read opens none.
 */
export const judgePaths = (input: PathsInput): PathsFact => ({
  askedFor: judgeAskedFor(input),
  owed: judgeOwed(input),
  protective: judgeProtective(input),
});

const open = (because: string): PathState => ({ open: true, because });
const closed = (because: string): PathState => ({ open: false, because });

/** Calls that sell. To pay what is due, to read and to get help are none. */
const SELLING_CALLS: ReadonlySet<string> = new Set(['buy', 'subscribe', 'renew', 'donate']);

/** Purposes under which a duty to send falls. */
const DUTY_PURPOSES = ['essential', 'finance', 'third_party_sharing.legal_obligation'];

/**
 * Bases of a duty: a law or a contract; the task of a public body, and a danger to life (GDPR art. 6(1)(b) to (e)).
 */
const DUTY_BASES: ReadonlySet<string | undefined> = new Set([
  'legal-obligation',
  'contract',
  'public-task',
  'vital-interest',
]);

function judgeOwed({ card: { card }, settings, content, messages }: PathsInput): PathState {
  if (!DUTY_BASES.has(card.basis))
    return closed('the basis is no legal obligation, contract, public task or vital interest');
  const purpose = card.purpose ?? '';
  const isDuty = DUTY_PURPOSES.some((duty) => isPurposeUnder(purpose, duty, settings.purposes));
  const record = card.records?.duty;
  if (!isDuty && record === undefined)
    return closed('the purpose is not essential, and `records.duty` names no duty to send');
  if (card.intent === 'sell' || card.intent === 'retain')
    return closed('the card says that the use sells or keeps');
  const unread = unreadContent(card.messages?.length ?? 0, content, messages);
  if (unread !== null) return closed(unread);
  // An amount that is due is no price: only an offer or a call to buy more makes an owed message sell.
  const sale = firstSale(content!);
  if (sale !== null) return closed(`the content sells: \`${sale}\``);
  const duty =
    record === undefined
      ? `the purpose \`${purpose}\``
      : `the record \`${typeof record === 'string' ? record : record.ref}\``;
  return open(`${card.basis} with ${duty}, and nothing is sold`);
}

function judgeProtective({ card: { card }, content, messages }: PathsInput): PathState {
  if (card.intent !== 'support' && card.intent !== 'protect')
    return closed('the intent is neither to support nor to protect');
  const unread = unreadContent(card.messages?.length ?? 0, content, messages);
  if (unread !== null) return closed(unread);
  const price =
    content!.prices[0]?.quote ??
    content!.calls.find(({ does }) => does === 'pay')?.quote ??
    card.terms?.price;
  const seen = firstSale(content!) ?? price;
  if (seen !== undefined && seen !== null) return closed(`a sale, fee or price is in it: \`${seen}\``);
  if (content!.sells || content!.seenIntents.includes('sell')) return closed('the content sells');
  return open(`the intent is to ${card.intent}, and no sale, fee or price is in it`);
}

/** Why the content cannot vouch for anything, or `null` where it can. */
function unreadContent(
  declared: number,
  content: ContentFact | null,
  messages: MessagesFact | null,
): string | null {
  if (content === null || messages === null) return 'the messages could not be read';
  return messages.messages.length < declared ? 'not every message could be read' : null;
}

function firstSale(content: ContentFact): string | null {
  const call = content.calls.find(({ does }) => SELLING_CALLS.has(does));
  return content.offers[0]?.quote ?? call?.quote ?? null;
}
