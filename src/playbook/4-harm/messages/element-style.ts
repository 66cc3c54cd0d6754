import type { Attributes } from './positioned-parser.ts';

/** What inline style and attributes tell of how an element looks. */
export interface ElementStyle {
  readonly hidden: boolean;
  readonly fontSizePx: number | null;
  readonly hasBackground: boolean;
  readonly hasPadding: boolean;
  readonly hasRoundedOrBorder: boolean;
  readonly isBlock: boolean;
  readonly isStruckOut: boolean;
}

const DECLARATION = /([a-z-]{2,40})\s*:\s*([^;]{1,300})/gi;
const HTML_FONT_SIZES = [10, 13, 16, 18, 24, 32, 48];

/** Reads inline style; relative font sizes are taken against `parentFontSizePx` (16 where unknown). */
export function readStyle(attributes: Attributes, parentFontSizePx: number | null): ElementStyle {
  const style = new Map<string, string>();
  const written = (attributes.get('style')?.text ?? '').slice(0, 4000);
  for (const [, name, value] of written.matchAll(DECLARATION))
    style.set(name!.toLowerCase(), value!.trim().toLowerCase());
  const zero = (name: string): boolean => /^0(?:px|em|%)?(?:\s|$|!)/.test(style.get(name) ?? '');
  const display = style.get('display') ?? '';
  const has = (...names: string[]): boolean => names.some((name) => style.has(name));
  const background =
    style.get('background-color') ?? style.get('background') ?? attributes.get('bgcolor')?.text ?? 'none';
  return {
    hidden:
      attributes.has('hidden') ||
      display.startsWith('none') ||
      (style.get('visibility') ?? '').startsWith('hidden') ||
      zero('max-height') ||
      (zero('opacity') && !style.get('opacity')!.startsWith('0.')),
    fontSizePx: fontSize(style.get('font-size'), attributes, parentFontSizePx),
    hasBackground: !/^(?:none|transparent|inherit|initial|)$/.test(background.replace(/\s*!important/, '')),
    hasPadding: has('padding', 'padding-top', 'padding-left', 'line-height') && !zero('padding'),
    hasRoundedOrBorder: has('border-radius') || (has('border') && !/^(?:0|none)/.test(style.get('border')!)),
    isBlock: /^(?:inline-)?(?:block|flex)/.test(display),
    isStruckOut: /line-through/.test(
      `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''} ${attributes.get('text-decoration')?.text ?? ''}`,
    ),
  };
}

function fontSize(written: string | undefined, attributes: Attributes, parent: number | null): number | null {
  const found = /^([\d.]{1,8})\s*(px|pt|em|rem|%)/.exec(written ?? attributes.get('font-size')?.text ?? '');
  if (found) {
    const number = Number.parseFloat(found[1]!);
    const size = {
      px: number,
      pt: (number * 4) / 3,
      em: number * (parent ?? 16),
      rem: number * 16,
      '%': (number / 100) * (parent ?? 16),
    };
    return Math.round(size[found[2] as keyof typeof size] * 100) / 100;
  }
  const html = /^([1-7])$/.exec(attributes.get('size')?.text ?? '');
  return html ? HTML_FONT_SIZES[Number(html[1]) - 1]! : parent;
}

const BUTTON_NAME = /(?:^|[^a-z])(?:btn|button|cta)(?:[^a-z]|$)/i;
const wordsOf = (attributes: Attributes): string =>
  `${attributes.get('class')?.text ?? ''} ${attributes.get('id')?.text ?? ''} ${attributes.get('css-class')?.text ?? ''} ${attributes.get('mj-class')?.text ?? ''}`;

export const isNamedButton = (attributes: Attributes): boolean =>
  BUTTON_NAME.test(wordsOf(attributes)) || attributes.get('role')?.text === 'button';

export const isNamedFooter = (attributes: Attributes): boolean =>
  /(?:^|[^a-z])(?:footer|disclaimer|unsubscribe|legal)/i.test(wordsOf(attributes));

export const isNamedPreheader = (attributes: Attributes): boolean =>
  /(?:^|[^a-z])(?:pre-?header|preview(?:-?text)?)(?:[^a-z]|$)/i.test(wordsOf(attributes));
