/** The few colours of the customers' pages, as `#rrggbb`. Text and accent are drawn on the page, the page on the accent. */
export interface Colours {
  readonly page: string;
  readonly text: string;
  readonly accent: string;
}

export interface ColourTheme {
  readonly light: Colours;
  readonly dark: Colours;
}

export const PLAIN_COLOURS: ColourTheme = {
  light: { page: '#ffffff', text: '#1a1d24', accent: '#1d4fbf' },
  dark: { page: '#12151c', text: '#eceef3', accent: '#9dbcff' },
};

/** What WCAG 2.2, 1.4.3 (AA) asks of text. */
export const LEAST_CONTRAST = 4.5;

/**
 * Contrast of two colours by WCAG 2.2: (L1 + 0.05) / (L2 + 0.05), L the relative luminance, the lighter first. From 1,
 * no contrast, to 21, black on white.
 */
export function contrastOf(one: string, other: string): number {
  const [darker, lighter] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** The first colour that cannot be read, by its place in the theme; `null` where all can. */
export function unreadableColour(theme: ColourTheme): string | null {
  for (const light of ['light', 'dark'] as const)
    for (const drawn of ['text', 'accent'] as const)
      if (contrastOf(theme[light][drawn], theme[light].page) < LEAST_CONTRAST) return `${light}.${drawn}`;
  return null;
}

function luminanceOf(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
