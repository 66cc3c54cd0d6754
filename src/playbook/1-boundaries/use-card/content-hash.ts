import { parse } from 'yaml';
import type { UseCard } from '../../../check/facts/card.ts';
import { type ContentHash, canonicalText, contentHash } from '../../../kernel/canonical.ts';
import type { SourceText } from '../../../kernel/source-text.ts';

export interface HashedContent {
  readonly card: UseCard;
  /** Each definition file that the card refers to, by the path that the card gives. */
  readonly files: ReadonlyMap<string, SourceText>;
  /** Ids and texts of the boundaries in force. */
  readonly boundaries: ReadonlyArray<{ readonly id: string; readonly text: string }>;
}

/**
 * The content hash of a use (contract.md §3): the parsed card, each definition file it refers to, and the boundaries in
 * force. Key order, line endings, Unicode form, comments in YAML, and the order of files change nothing.
 */
export function useHash({ card, files, boundaries }: HashedContent): ContentHash {
  const definitions = [...files]
    .map(([path, source]) => ({ path: canonicalText(path), content: definitionOf(source) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const rules = boundaries
    .map(({ id, text }) => ({ id: canonicalText(id), text: canonicalText(text) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return contentHash({ card: canonicalStrings(card), definitions, boundaries: rules });
}

/** Data files (YAML, JSON) hash by what they say, everything else by its text. */
function definitionOf(source: SourceText): unknown {
  if (!/\.(ya?ml|json)$/i.test(source.file)) return canonicalText(source.text);
  try {
    return canonicalStrings(parse(source.text, { maxAliasCount: 100 }));
  } catch {
    return canonicalText(source.text);
  }
}

function canonicalStrings(value: unknown): unknown {
  if (typeof value === 'string') return canonicalText(value);
  if (Array.isArray(value)) return value.map(canonicalStrings);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [canonicalText(key), canonicalStrings(entry)]),
  );
}
