import { type Problem, problem } from '../../../../kernel/problem.ts';
import type { Location, SourceText } from '../../../../kernel/source-text.ts';
import type { Condition } from '../condition.ts';
import { child, type JsonNode, placeOf, textOf, writtenOf } from './json-node.ts';

/** What a vendor's definition says that its reader does not know: never passed over in silence. */
export class NotUnderstood extends Error {
  readonly node: JsonNode;
  constructor(message: string, node: JsonNode) {
    super(message);
    this.node = node;
  }
}

/** One definition being read. */
export class Definition {
  readonly source: SourceText;
  readonly unresolved = new Set<string>();

  constructor(source: SourceText) {
    this.source = source;
  }

  at(node: JsonNode): Location {
    return placeOf(this.source, node);
  }

  values(node: JsonNode | undefined): string[] {
    return writtenOf(this.source, node);
  }

  /** The text under a key that a definition cannot do without. */
  text(node: JsonNode, key: string): { readonly text: string; readonly at: Location } {
    const value = child(node, key);
    const text = textOf(value);
    if (value === undefined || text === null || text === '')
      throw new NotUnderstood(`\`${key}\` is missing`, value ?? node);
    return { text, at: this.at(value) };
  }

  /** A segment that this one is made of, and that is not at hand. */
  segment(id: string): string {
    this.unresolved.add(`segments.${id}`);
    return `segments.${id}`;
  }

  problem(error: NotUnderstood): Problem {
    const start =
      this.source.text.slice(error.node.start, error.node.start + 1) === '{'
        ? error.node.start + 1
        : error.node.end;
    return problem(
      'segment.invalid',
      error.message,
      'rewrite this condition with ones that are understood, or leave the use to review',
      this.source.location(error.node.start, start),
    );
  }
}

/** Reads one vendor's definitions into the tree that all formats share. Throws `NotUnderstood` alone. */
export type VendorReader = (root: JsonNode, definition: Definition) => Condition;

/** A path as our names write it: `$.address.city`, `properties['city']` and `address.city` are dotted. */
export const dotted = (path: string): string =>
  path
    .replace(/^\$\.?/, '')
    .replace(/\[\s*['"]([^'"\]]*)['"]\s*\]/g, '.$1')
    .replace(/^\./, '');
