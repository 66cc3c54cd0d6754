import type { ContentHash } from '../../../kernel/canonical.ts';
import { type ContentParts, changedParts, SMALL_PARTS } from './content-parts.ts';
import type { ClearancePayload } from './statement.ts';
import { type Change, changedShare, visibleDifference } from './visible-difference.ts';

/** How far small changes may add up before the use is reviewed in full (ours). */
export const SMALL_CHANGE_LIMITS = { changes: 3, share: 0.15 } as const;

/** A message before or after a change. */
export interface MessageText {
  readonly file: string;
  /** The file as it stands, and the subject and preheader that the card gives it. */
  readonly source: string;
  /** What a reader sees of these, block by block. */
  readonly visible: string;
}

export interface ChangedContent {
  readonly contentHash: ContentHash;
  readonly parts: ContentParts;
  readonly found: readonly ContentHash[];
  readonly messages: readonly MessageText[];
}

export type ChangeVerdict =
  /** Byte for byte what was cleared. */
  | { readonly type: 'none' }
  /** One reviewer confirms it, who is shown the difference. */
  | {
      readonly type: 'small';
      readonly share: number;
      readonly difference: ReadonlyArray<{ readonly file: string; readonly changes: readonly Change[] }>;
    }
  /** The clearance is void and the use is reviewed again. */
  | { readonly type: 'void'; readonly because: readonly string[] };

/**
 * What a change does to a clearance. Small is a change of words alone in which nothing new is found, no number, link,
 * field or way out changes, all that changes in the files is seen by the reader, and which, with those before it, stays
 * within the limits. Anything else voids.
 */
export function judgeChange(
  clearance: Pick<ClearancePayload, 'contentHash' | 'parts' | 'found' | 'lineage' | 'class'>,
  before: readonly MessageText[],
  now: ChangedContent,
  limits: { readonly changes: number; readonly share: number } = SMALL_CHANGE_LIMITS,
): ChangeVerdict {
  if (now.contentHash === clearance.contentHash) return { type: 'none' };
  const because: string[] = [];
  const changed = changedParts(clearance.parts, now.parts);
  const heavy = changed.filter((part) => !SMALL_PARTS.includes(part));
  if (heavy.length > 0) because.push(`changed: ${heavy.join(', ')}`);
  // A change that no part shows is one that we cannot name, so nobody can have looked at it.
  if (changed.length === 0) because.push('changed where no part of the use shows it');
  if (now.found.some((one) => !clearance.found.includes(one))) because.push('something new is found');
  if (clearance.class === 'essential')
    because.push('a template of the class essential is granted as it stands');

  const pairs = pairsOf(before, now.messages);
  if (pairs === null) because.push('a message came or went');
  const difference = (pairs ?? []).map(([old, fresh]) => ({
    file: fresh.file,
    changes: visibleDifference(old.visible, fresh.visible),
  }));
  for (const [old, fresh] of pairs ?? [])
    if (hasHiddenChange(old, fresh)) because.push(`${fresh.file} changes where no reader sees it`);

  const share = changedShare(difference.flatMap(({ changes }) => changes));
  if (clearance.lineage.smallChanges + 1 > limits.changes)
    because.push(`more than ${limits.changes} small changes since the last full review`);
  if (clearance.lineage.changedShare + share > limits.share)
    because.push(`more than ${Math.round(limits.share * 100)} % of the words since the last full review`);
  if (because.length > 0) return { type: 'void', because };
  return { type: 'small', share, difference: difference.filter(({ changes }) => changes.length > 1) };
}

function pairsOf(
  before: readonly MessageText[],
  after: readonly MessageText[],
): ReadonlyArray<readonly [MessageText, MessageText]> | null {
  const old = new Map(before.map((message) => [message.file, message]));
  if (old.size !== after.length || after.some(({ file }) => !old.has(file))) return null;
  return after.map((message) => [old.get(message.file)!, message]);
}

/**
 * True where the file gains or loses a token that the visible text does not, or the other way round: a style that hides
 * the way out, a template condition, a comment for a machine. Independent of any parser, so that none can be misled.
 */
function hasHiddenChange(before: MessageText, after: MessageText): boolean {
  const inSource = balance(before.source, after.source);
  const inVisible = balance(before.visible, after.visible);
  if (inSource.size !== inVisible.size) return true;
  for (const [token, count] of inSource) if (inVisible.get(token) !== count) return true;
  return before.source !== after.source && inSource.size === 0 && !isReordered(before.visible, after.visible);
}

/** Only white space, or an order that nobody sees, may not change by itself: it could move a token into a style. */
const isReordered = (before: string, after: string): boolean =>
  tokensOf(before).join(' ') !== tokensOf(after).join(' ');

/** How many more times each token stands in the second text; only those whose number changes. */
function balance(before: string, after: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string, by: number): void => {
    for (const token of tokensOf(text)) counts.set(token, (counts.get(token) ?? 0) + by);
  };
  add(after, 1);
  add(before, -1);
  return new Map([...counts].filter(([, count]) => count !== 0));
}

/** Words, and every other character but white space by itself. */
const tokensOf = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];
