import { visible } from '../display-width.ts';
import { Markup } from '../html/markup.ts';

/** A picture of one idea, with the same said in words. */
export interface Chart {
  readonly title: string;
  readonly says: string;
  readonly svg: Markup;
}

type Plotting = typeof import('@observablehq/plot');

/** The library that draws, and the document in which it does so without a browser. */
export interface Tools {
  readonly plot: Plotting;
  readonly document: NonNullable<Parameters<Plotting['plot']>[0]>['document'];
}

export const WIDTH = 720;

/** A name on one line, cut to so many characters. */
export const cut = (text: string, most: number): string => {
  const characters = [...visible(text.replace(/\s+/g, ' '))];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
};

export const marginFor = (names: readonly string[]): number =>
  Math.min(280, 24 + 7.2 * Math.max(4, ...names.map((name) => [...name].length)));

/** What is done to a drawn node; the types of a browser are not there to be asked. */
interface DrawnNode {
  readonly outerHTML: string;
  querySelectorAll(selector: string): Iterable<DrawnNode>;
  remove(): void;
  removeAttribute(name: string): void;
  setAttribute(name: string, value: string): void;
}

/** The picture without its style sheet, which a page's policy forbids, and silent: the words stand beside it. */
export function markupOf(drawn: ReturnType<Plotting['plot']>): Markup {
  const node = drawn as unknown as DrawnNode;
  for (const style of [...node.querySelectorAll('style')]) style.remove();
  for (const part of [node, ...node.querySelectorAll('*')]) {
    part.removeAttribute('style');
    part.removeAttribute('aria-label');
    part.removeAttribute('aria-hidden');
    part.removeAttribute('aria-description');
  }
  node.setAttribute('class', 'plot');
  node.setAttribute('aria-hidden', 'true');
  node.setAttribute('focusable', 'false');
  node.setAttribute('font-size', '12');
  return new Markup(node.outerHTML);
}
