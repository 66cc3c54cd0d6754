import { nearest } from '../../../kernel/problem.ts';
import type { DraftMistake, Region } from './draft.ts';

/** Elements of MJML 4, with those of version 3 that old templates still hold. */
export const MJML_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'mjml mj-head mj-body mj-attributes mj-all mj-class mj-breakpoint mj-font mj-html-attributes mj-selector ' +
    'mj-html-attribute mj-preview mj-style mj-title mj-raw mj-include mj-accordion mj-accordion-element ' +
    'mj-accordion-title mj-accordion-text mj-button mj-carousel mj-carousel-image mj-column mj-divider mj-group ' +
    'mj-hero mj-image mj-navbar mj-navbar-link mj-section mj-social mj-social-element mj-spacer mj-table mj-text ' +
    'mj-wrapper mj-container mj-inline-links mj-link mj-list mj-invoice mj-invoice-item mj-location mj-hero-content'
  ).split(' '),
);

const isMjml = (name: string): boolean => name === 'mjml' || name.startsWith('mj-');

/** Watches the mj- elements of a template: each must be known and closed. HTML between them may be as loose as it likes. */
export class MjmlElements {
  readonly mistakes: DraftMistake[] = [];
  readonly #region: Region;
  readonly #open: Array<{
    readonly name: string;
    readonly start: number;
    readonly end: number;
    readonly closesItself: boolean;
  }> = [];
  readonly #counts = new Map<string, number>();

  constructor(region: Region) {
    this.#region = region;
  }

  opened(name: string, start: number, end: number): void {
    if (!isMjml(name)) return;
    this.#open.push({ name, start, end, closesItself: this.#region.text[end - 2] === '/' });
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    if (MJML_ELEMENTS.has(name)) return;
    const meant = nearest(name, MJML_ELEMENTS);
    this.#mistake(
      `\`<${name}>\` is no element of MJML`,
      meant === undefined
        ? 'Use an element of MJML, or put HTML into `<mj-raw>`.'
        : `Write \`<${meant}>\`, if that is what is meant.`,
      start,
      end,
    );
  }

  closingTag(name: string, start: number, end: number): void {
    if (isMjml(name) && (this.#counts.get(name) ?? 0) === 0)
      this.#mistake(
        `\`</${name}>\` closes an element that is not open`,
        `Remove it, or open it with \`<${name}>\`.`,
        start,
        end,
      );
  }

  closed(name: string, isImplied: boolean): void {
    if (!isMjml(name)) return;
    const element = this.#open.pop();
    this.#counts.set(name, (this.#counts.get(name) ?? 1) - 1);
    if (isImplied && element !== undefined && !element.closesItself)
      this.#mistake(
        `\`<${name}>\` is never closed`,
        `Close it with \`</${name}>\`.`,
        element.start,
        element.end,
      );
  }

  #mistake(message: string, hint: string, start: number, end: number): void {
    if (this.mistakes.length < 20)
      this.mistakes.push({ message, hint, range: this.#region.toSource(start, end) });
  }
}
