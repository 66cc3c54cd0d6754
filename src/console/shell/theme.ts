import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const ink: MantineColorsTuple = [
  '#e8effc',
  '#d0ddf8',
  '#a9c2f3',
  '#8fb4ff',
  '#6d97ef',
  '#4a78df',
  '#2f60cf',
  '#1d4fbf',
  '#19449f',
  '#143780',
];

/** The greys of what Mantine draws in the dark, from text to ground. */
const dark: MantineColorsTuple = [
  '#eceef3',
  '#c9cfdb',
  '#a6afc0',
  '#7d879a',
  '#2d3442',
  '#232936',
  '#181c24',
  '#181c24',
  '#11151c',
  '#101319',
];

/** Components in our tokens: one typeface, corners of 8 px, spaces of 8 px. */
export const theme = createTheme({
  colors: { ink, dark },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontFamilyMonospace: 'var(--mono)',
  defaultRadius: 8,
  spacing: { xs: '8px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
});

const shared = {
  '--mantine-color-body': 'var(--card)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--quiet)',
  '--mantine-color-placeholder': 'var(--quiet)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-default-hover': 'var(--none-soft)',
  '--mantine-color-anchor': 'var(--link)',
  '--mantine-color-error': 'var(--block)',
};

export const variables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });

/** The nonce under which this page may add style elements; a frame that shows a message needs it for its own. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
