import type { UseCard } from '../../../check/facts/card.ts';
import type { Message } from '../../../check/facts/message.ts';
import { type ContentHash, canonicalText, contentHash } from '../../../kernel/canonical.ts';

/** What of a use can change by itself, each hashed by itself, so that a change can be named. */
export const PARTS = [
  'audience',
  'claims',
  'prices',
  'decline',
  'intent',
  'data',
  'automation',
  'boundaries',
  'sending',
  'links',
  'responsibility',
  'telling',
  'wording',
] as const;
export type Part = (typeof PARTS)[number];
export type ContentParts = Readonly<Record<Part, ContentHash>>;

/** Parts that a small change may touch; any other is reviewed in full. */
export const SMALL_PARTS: readonly Part[] = ['wording', 'telling'];

/** Which part each key of a card belongs to. A key that is new must be placed here before anything compiles. */
const PART_OF: Readonly<Record<keyof UseCard, Part>> = {
  use: 'intent',
  kind: 'intent',
  owner: 'responsibility',
  approver: 'responsibility',
  purpose: 'intent',
  basis: 'intent',
  records: 'responsibility',
  intent: 'intent',
  goal: 'intent',
  benefit: 'telling',
  without_it: 'telling',
  themes: 'audience',
  channels: 'sending',
  jurisdictions: 'audience',
  expires: 'responsibility',
  audience: 'audience',
  messages: 'sending',
  fields: 'data',
  claims: 'claims',
  terms: 'prices',
  caps: 'sending',
  automation: 'automation',
  scores: 'automation',
  rules: 'automation',
  suppliers: 'data',
  identity: 'data',
  explanation: 'telling',
};

/** A message as far as its parts tell. */
export type PartMessage = Pick<
  Message,
  'file' | 'messageHash' | 'blocks' | 'mergeTags' | 'links' | 'controls' | 'images' | 'from' | 'headers'
>;

export interface Content {
  readonly card: UseCard;
  /** Text of each definition file but the messages (segment, exclusion, models, rules), by the path in the card. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly boundaries: ReadonlyArray<{ readonly id: string; readonly text: string }>;
  readonly messages: readonly PartMessage[];
}

/** The hash of every part. Whatever changes the content hash of the use changes one of them at least. */
export function partsOf({ card, definitions, boundaries, messages }: Content): ContentParts {
  const keys = (part: Part): object =>
    Object.fromEntries(
      Object.entries(card).flatMap(([key, value]) =>
        PART_OF[key as keyof UseCard] === part
          ? [[key, key === 'messages' ? withoutWords(card) : value]]
          : [],
      ),
    );
  const ruleFiles = new Set([
    ...(card.scores ?? []).flatMap(({ model }) => (model === undefined ? [] : [model])),
    ...(card.rules ?? []).map(({ sql }) => sql),
  ]);
  const files = [...definitions].map(([path, text]) => ({ path, text: canonicalText(text) })).sort(byPath);
  const extra: Readonly<Record<Part, unknown>> = {
    // What no score or rule names decides who is reached.
    audience: files.filter(({ path }) => !ruleFiles.has(path)),
    automation: files.filter(({ path }) => ruleFiles.has(path)),
    claims: null,
    prices: messages.map(({ blocks }) => numbersIn(blocks.map(({ text }) => text).join('\n'))),
    decline: messages.map(declineOf),
    intent: null,
    data: messages.map(({ mergeTags }) => mergeTags.map(({ source }) => source)),
    boundaries: boundaries.map(({ id, text }) => ({ id, text: canonicalText(text) })).sort(byId),
    sending: messages.map(({ from, headers }) => ({ from, headers })),
    links: messages.map(({ links, images }) => ({
      links: links.map(({ href }) => href),
      images: (images ?? []).map(({ source }) => source),
    })),
    responsibility: null,
    telling: null,
    wording: messages.map(({ file, messageHash }) => ({ file, messageHash })),
  };
  const hashes = PARTS.map((part) => [part, contentHash({ card: keys(part), more: extra[part] })]);
  return Object.fromEntries(hashes) as ContentParts;
}

export const changedParts = (before: ContentParts, after: ContentParts): readonly Part[] =>
  PARTS.filter((part) => before[part] !== after[part]);

/** The messages of a card without the words that `messageHash` holds. */
const withoutWords = ({ messages = [] }: UseCard): unknown =>
  messages.map((one) => {
    if (typeof one === 'string') return { file: one };
    const { subject: _, preheader: __, ...rest } = one;
    return rest;
  });

const declineOf = ({ controls, blocks, links }: PartMessage): unknown => ({
  controls: controls.filter(({ answer }) => answer === 'decline').map(({ at: _, ...control }) => control),
  blocks: blocks.filter(({ role }) => role === 'decline').map(({ text }) => text),
  links: links
    .filter(({ href, text }) =>
      /unsub|opt.?out|prefer|abmeld|desinscri|desabon|désabon|baja/i.test(`${href} ${text}`),
    )
    .map(({ href, text }) => ({ href, text })),
});

/** Every number in a text, in order: a price, a date, a share and a stock are all numbers that must stay. */
const numbersIn = (text: string): readonly string[] => text.match(/\p{N}+(?:[.,:]\p{N}+)*/gu) ?? [];

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : 1;
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
