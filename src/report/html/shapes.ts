import type { Gravity, Verdict } from '../../kernel/gravity.ts';
import { html, type Markup } from './markup.ts';

type Shape = Gravity | Verdict | 'none';

const SHAPES: Record<Shape, Markup> = {
  block: html`<path fill="currentColor" d="M7 1h10l6 6v10l-6 6H7l-6-6V7z"/>`,
  review: html`<path fill="currentColor" d="M12 0l12 12-12 12L0 12z"/>`,
  advise: html`<circle fill="currentColor" cx="12" cy="12" r="10"/>`,
  allow: html`<path fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" d="M3 13l6 7L21 5"/>`,
  none: html`<circle fill="none" stroke="currentColor" stroke-width="3" cx="12" cy="12" r="9"/>`,
};

/** The shape of a gravity; the word always stands beside it, so it is silent for screen readers. */
export const shape = (of: Shape): Markup =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${SHAPES[of]}</svg>`;

/** Shape and word in their colour. */
export const badge = (of: Shape, word: string = of): Markup =>
  html`<span class="badge ${of}">${shape(of)}${word}</span>`;

/** The seal of a law in scope. */
export const seal = (): Markup =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="9" r="7" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="12" cy="9" r="3" fill="currentColor"/><path d="M8 15l-2 8 6-3 6 3-2-8" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/></svg>`;
