import { styleText } from 'node:util';
import type { Paint, Style } from '../report/text/page.ts';
import { plain } from '../report/text/page.ts';

const STYLES: Record<Style, Parameters<typeof styleText>[0]> = {
  block: ['bold', 'red'],
  review: ['bold', 'yellow'],
  advise: 'blue',
  allow: 'green',
  'not assessed': 'gray',
  waived: 'gray',
  strong: 'bold',
  quiet: 'gray',
  law: 'magenta',
  policy: 'none',
  span: ['bold', 'red'],
};

/** Colour on a terminal alone, and not where `NO_COLOR` asks for none. */
export const paintFor = (stream: NodeJS.WriteStream): Paint =>
  stream.isTTY && !process.env.NO_COLOR ? (style, text) => styleText(STYLES[style], text, { stream }) : plain;

/** Columns to fill: those of the terminal, at least 40 and no more than people read with ease; 80 where there is none. */
export const widthOf = (stream: NodeJS.WriteStream): number =>
  Math.min(110, Math.max(40, stream.isTTY ? stream.columns || 80 : 80));

/** A count with its rate on stderr, where someone looks; it wipes itself away at the end. */
export class Progress {
  readonly #what: string;
  readonly #started = performance.now();
  readonly #shows = process.stderr.isTTY === true;
  #shownAt = performance.now();
  #isShown = false;

  constructor(what: string) {
    this.#what = what;
  }

  show(done: number, total: number | null): void {
    if (!this.#shows) return;
    const now = performance.now();
    if (now - this.#shownAt < 250) return;
    this.#isShown = true;
    this.#shownAt = now;
    const rate = Math.round(done / Math.max(0.001, (now - this.#started) / 1000));
    process.stderr.write(`\r\x1b[K${done}${total === null ? '' : ` of ${total}`} ${this.#what}, ${rate}/s`);
  }

  end(): void {
    if (this.#isShown) process.stderr.write('\r\x1b[K');
  }
}
