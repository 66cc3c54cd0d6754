import { visible } from '../display-width.ts';

/** Markup that is safe to put into a page. Only `html` makes it, so nothing of a workspace becomes markup by accident. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Hole = string | number | null | Markup | readonly Hole[];

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and in quoted attributes; what would steer the reader's eye or screen is shown as signs. */
export const escaped = (text: string): string =>
  visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);

/** A piece of a page. Every text that is filled in is escaped; pieces of pages and lists of them stand as they are; `null` is nothing. */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Markup {
  return new Markup(
    strings.reduce(
      (text, part, index) => text + part + (index < holes.length ? filled(holes[index]!) : ''),
      '',
    ),
  );
}

function filled(hole: Hole): string {
  if (hole === null) return '';
  if (hole instanceof Markup) return hole.text;
  if (typeof hole === 'string') return escaped(hole);
  if (typeof hole === 'number') return String(hole);
  return hole.map(filled).join('');
}
