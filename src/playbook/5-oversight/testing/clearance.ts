import type { UseCard } from '../../../check/facts/card.ts';
import { message, messageBlock } from '../../../check/testing/builders.ts';
import { contentHash } from '../../../kernel/canonical.ts';
import type { Signer } from '../../../kernel/ports/signer.ts';
import { type Content, type PartMessage, partsOf } from '../clearances/content-parts.ts';
import { type ClearanceRequest, issueClearance } from '../clearances/issue-clearance.ts';
import type { ChangedContent, MessageText } from '../clearances/small-change.ts';
import type { Clearance } from '../clearances/statement.ts';
import type { Review } from '../reviews/review.ts';
import { testSigner } from './keys.ts';
import { BEA, CAM, decided, diligence, hashOf, minute, newReview, ran, subject } from './review.ts';

export const ISSUED = new Date(minute(30));
export const TEMPLATE = hashOf('e');

export const card: UseCard = {
  use: 'winback-spring',
  kind: 'campaign',
  owner: 'lifecycle@harbor.example',
  purpose: 'marketing.communications.email',
  intent: 'sell',
  channels: ['email'],
  audience: { segment: 'segment.sql' },
  messages: ['email.txt'],
  terms: { price: '49 EUR' },
};

export const textMessage = (text: string): PartMessage =>
  message([messageBlock(text)], { file: 'email.txt', messageHash: contentHash(text) });

export const content = (text: string, over: Partial<Content> = {}): Content => ({
  card,
  definitions: new Map([['segment.sql', 'select 1']]),
  boundaries: [{ id: 'no-debt', text: 'forbid(principal, action, resource);' }],
  messages: [textMessage(text)],
  ...over,
});

export const changedContent = (text: string, over: Partial<Content> = {}): ChangedContent => {
  const whole = content(text, over);
  return {
    contentHash: contentHash({ ...whole, definitions: [...whole.definitions] }),
    parts: partsOf(whole),
    found: [hashOf('9')],
    messages: messageTexts(text),
  };
};

export const messageTexts = (text: string): readonly MessageText[] => [
  { file: 'email.txt', source: text, visible: text },
];

export const TEXT =
  'Hello and welcome back. Your favourite running shoes are here again, in every size that you have ever asked us for, and they cost 49 EUR. Come and try them on whenever you like, and tell us how they fit. You can leave this list at any time.';

/** A review that two people approved, of the content with this text. */
export const approvedReview = (text = TEXT): Review =>
  ran(newReview({ subject: subject({ verdict: 'block', contentHash: changedContent(text).contentHash }) }), [
    ...diligence(BEA),
    decided(BEA, 'approve-with-conditions'),
    ...diligence(CAM, { standing: 'outside', role: 'customer-advocate' }),
    decided(CAM, 'approve', { until: '2027-01-31T00:00:00.000Z' }),
  ]);

export const request = (over: Partial<ClearanceRequest> = {}): ClearanceRequest => ({
  id: 'clearance:abcdefgh',
  review: approvedReview(),
  contentHash: changedContent(TEXT).contentHash,
  parts: changedContent(TEXT).parts,
  found: [hashOf('9')],
  envelope: {
    variants: [{ name: 'a', messageHash: TEMPLATE }],
    slots: [{ name: 'first_name', source: { type: 'field', ref: 'crm.customers.first_name' } }],
    claims: ['spring-sale-end'],
    silent: ['msg-fear-shame'],
  },
  essential: null,
  promotional: [],
  ...over,
});

export async function issued(
  over: Partial<ClearanceRequest> = {},
  signer: Signer = testSigner(),
): Promise<Clearance> {
  const clearance = await issueClearance(request(over), signer, ISSUED);
  if (!clearance.ok) throw new Error(clearance.problem.message);
  return clearance.value;
}
