import type { UseCard } from '../../../check/facts/card.ts';
import type { Message } from '../../../check/facts/message.ts';
import type { SourceText } from '../../../kernel/source-text.ts';
import { boundaryTexts } from '../../../playbook/1-boundaries/boundaries/read-boundaries.ts';
import { readCard } from '../../../playbook/1-boundaries/use-card/read-card.ts';
import { readContent } from '../../../playbook/4-harm/content/read-content.ts';
import { type ContentParts, partsOf } from '../../../playbook/5-oversight/clearances/content-parts.ts';
import type { MessageText } from '../../../playbook/5-oversight/clearances/small-change.ts';
import { readDefinitions } from '../../definition-files.ts';
import { readMessages } from '../../read-parts.ts';
import type { Workspace } from '../../workspace.ts';

/** What of a use is cleared, part by part, beside its hash. */
export interface UseContent {
  readonly card: UseCard;
  /** Owner as the card names it. */
  readonly owner: string | null;
  readonly parts: ContentParts;
  readonly messages: readonly MessageText[];
  readonly variants: ReadonlyArray<{ readonly name: string; readonly messageHash: Message['messageHash'] }>;
  /** Where its messages are filled for each person: the path, or the expression as written. */
  readonly slots: readonly string[];
  /** Named facts that its claims rest on. */
  readonly claims: readonly string[];
  /** Prices, offers and calls to buy that are seen in its messages. */
  readonly promotional: readonly string[];
  /** The card and the files it names, by their paths from the root. */
  readonly files: ReadonlyArray<{ readonly path: string; readonly text: string }>;
}

/** Reads the content of one use; `null` where a file of it cannot be read, as then nothing of it can be cleared. */
export async function contentOf(workspace: Workspace, id: string): Promise<UseContent | null> {
  const text = await workspace.files.read(`uses/${id}/use.yaml`);
  if (!text.ok) return null;
  const { fact: card } = readCard(text.value, id, workspace.settingsFact.purposes);
  if (card === null) return null;
  const { files } = await readDefinitions(card, workspace.files);
  const sources = files.flatMap(({ source }) => (source === null ? [] : [source]));
  if (sources.length !== files.length) return null;
  const { value: messages } = readMessages(card, files, workspace.files.sources.get(card.file));
  const others = files.filter(({ part }) => part !== 'message');
  return {
    card: card.card,
    owner: card.card.owner ?? null,
    parts: partsOf({
      card: card.card,
      definitions: new Map(others.map(({ path, source }) => [path, source!.text])),
      boundaries: boundaryTexts(workspace.boundaries),
      messages,
    }),
    messages: messages.map((message) => textOf(message, workspace.files.sources)),
    variants: messages.map(({ file, messageHash }) => ({ name: file, messageHash })),
    slots: [...new Set(messages.flatMap(({ mergeTags }) => mergeTags.map(slotOf)))],
    claims: [...new Set((card.card.claims ?? []).flatMap((claim) => factsOf(claim)))],
    promotional: promotionalIn(messages),
    files: [text.value, ...sources].map(({ file, text: content }) => ({ path: file, text: content })),
  };
}

const SELLING: readonly string[] = ['buy', 'subscribe', 'sign-up', 'donate', 'renew'];

/** The name of a slot: the path that a tag prints, or the tag as it is written. */
export const slotOf = ({ path, source }: Message['mergeTags'][number]): string => path ?? source;

/** Prices, offers and calls to buy in messages, as they are written. */
export function promotionalIn(messages: readonly Message[]): readonly string[] {
  const { prices, offers, calls } = readContent(messages);
  const selling = calls.filter(({ does }) => SELLING.includes(does));
  return [...prices, ...offers, ...selling].map(({ quote }) => quote);
}

/** The subject and preheader may stand in the card: they are blocks of the message like any other. */
export function textOf(
  { file, blocks }: Pick<Message, 'file' | 'blocks'>,
  sources: ReadonlyMap<string, SourceText>,
): MessageText {
  const apart = blocks.filter(({ role }) => role === 'subject' || role === 'preheader');
  return {
    file,
    source: [...apart.map(({ text }) => text), sources.get(file)?.text ?? ''].join('\n'),
    visible: blocks.map(({ text }) => text).join('\n'),
  };
}

/** Names of facts in a claim of a card, whatever form it has. */
const factsOf = (claim: unknown): string[] =>
  typeof claim === 'object' && claim !== null && typeof (claim as { fact?: unknown }).fact === 'string'
    ? [(claim as { fact: string }).fact]
    : [];
