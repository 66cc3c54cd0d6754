import { canonicalText } from '../../../kernel/canonical.ts';

/** A text with places that are filled for each person. */
export interface Template {
  /** As it was cleared, with its tags. */
  readonly source: string;
  /** Each tag as it is written, with the name of its slot. */
  readonly tags: ReadonlyArray<{ readonly written: string; readonly name: string }>;
}

export type Rendering =
  /** What filled each slot, in the order of the template; a slot that stands twice is there twice. */
  | {
      readonly type: 'rendered';
      readonly filled: ReadonlyArray<{ readonly name: string; readonly value: string }>;
    }
  /** Another text, or one of which that cannot be told. */
  | { readonly type: 'other'; readonly says: string };

/** What is left of a template language once the tags that print a value are taken out. */
const LOGIC = /\{\{|\{%|<%|<#|\$\{|\*\|/;

/**
 * Whether a text is the template with its slots filled: everything between them stands as it was cleared, letter by
 * letter. A template that shows parts by conditions cannot be held against a text. Linear for any text that people write.
 */
export function renderedFrom(template: Template, text: string): Rendering {
  const { pieces, names } = split(template);
  if (pieces.some((piece) => LOGIC.test(piece)))
    return other('the template shows parts by conditions, so that what it renders cannot be held against it');
  const rendered = canonicalText(text);
  const [first, last] = [pieces[0]!, pieces.at(-1)!];
  if (names.length === 0) return rendered === first ? { type: 'rendered', filled: [] } : other(DIFFERS);
  if (!rendered.startsWith(first) || !rendered.endsWith(last)) return other(DIFFERS);
  const end = rendered.length - last.length;
  const filled: Array<{ name: string; value: string }> = [];
  let from = first.length;
  for (const [index, name] of names.entries()) {
    const piece = pieces[index + 1]!;
    const isLast = index === names.length - 1;
    const to = isLast ? end : rendered.indexOf(piece, from);
    if (to < from || to + piece.length > (isLast ? rendered.length : end)) return other(DIFFERS);
    filled.push({ name, value: rendered.slice(from, to) });
    from = to + piece.length;
  }
  return { type: 'rendered', filled };
}

const DIFFERS = 'outside its slots the text is not what was cleared';
const other = (says: string): Rendering => ({ type: 'other', says });

/** The texts between the tags, one more than there are tags. */
function split({ source, tags }: Template): {
  readonly pieces: readonly string[];
  readonly names: readonly string[];
} {
  const names = new Map(tags.map(({ written, name }) => [canonicalText(written), name]));
  // The longest first, so that a tag that begins like another is not taken for it.
  const written = [...names.keys()].filter((tag) => tag !== '').sort((a, b) => b.length - a.length);
  const text = canonicalText(source);
  if (written.length === 0) return { pieces: [text], names: [] };
  const anyTag = new RegExp(
    written.map((tag) => tag.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'),
    'g',
  );
  return {
    pieces: text.split(anyTag),
    names: [...text.matchAll(anyTag)].map(([tag]) => names.get(tag)!),
  };
}
