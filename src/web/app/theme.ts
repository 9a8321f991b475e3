import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Ink on paper: one colour to act with, warm greys to read on. Every pair that text is set in has a contrast of 4.5 or more. */
const ink: MantineColorsTuple = [
  '#eff4f9',
  '#dde8f2',
  '#b9cfe4',
  '#92b6d8',
  '#74a3d0',
  '#4173a2',
  '#2f6395',
  '#1d4f7e',
  '#173f66',
  '#112f4d',
];
const gray: MantineColorsTuple = [
  '#f8f7f4',
  '#f1efea',
  '#e6e3dc',
  '#d8d4cb',
  '#bdb8ad',
  '#857f74',
  '#5f5a51',
  '#4a463f',
  '#35322d',
  '#211f1c',
];
const dark: MantineColorsTuple = [
  '#dfe3e8',
  '#c3c9d1',
  '#a3acb7',
  '#78828f',
  '#3d4651',
  '#2f3741',
  '#242b33',
  '#191e24',
  '#13171c',
  '#0d1013',
];
const red: MantineColorsTuple = [
  '#fdf1ef',
  '#fae0dc',
  '#f3bdb5',
  '#ec978b',
  '#e57a6b',
  '#c24635',
  '#bd4231',
  '#a03123',
  '#82251a',
  '#641a11',
];
const amber: MantineColorsTuple = [
  '#fdf6e7',
  '#f9e9c8',
  '#f1d28f',
  '#e9bb57',
  '#dfa632',
  '#91680f',
  '#8a5d0c',
  '#7a520a',
  '#613f05',
  '#472d02',
];
const green: MantineColorsTuple = [
  '#eef7f1',
  '#d9ecdf',
  '#b0d8bd',
  '#84c299',
  '#61b07b',
  '#347f4f',
  '#2a7547',
  '#1e5f38',
  '#174d2d',
  '#103a21',
];

/** The system's own fonts: nothing is fetched, and every script that papers are written in shows. */
const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';

export const theme = createTheme({
  colors: { ink, gray, dark, red, amber, green },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 5 },
  fontFamily: SANS,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, monospace',
  headings: {
    fontFamily: SANS,
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.625rem', lineHeight: '1.25' }, h2: { fontSize: '1.25rem', lineHeight: '1.3' } },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    InputWrapper: {
      vars: () => ({
        label: {},
        description: { '--input-description-size': 'var(--mantine-font-size-xs)' },
        error: { '--input-error-size': 'var(--mantine-font-size-xs)' },
      }),
    },
    Modal: {
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 }, radius: 'lg' },
      styles: { content: { background: 'var(--l-surface)' }, body: { padding: '1.25rem' } },
    },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, withinPortal: false } },
    Paper: { defaultProps: { radius: 'lg' } },
    Badge: {
      defaultProps: { variant: 'light', radius: 'sm' },
      styles: { root: { textTransform: 'none', fontWeight: 550 } },
    },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true, events: { hover: true, focus: true, touch: true } } },
    Skeleton: { defaultProps: { radius: 'sm' } },
  },
});

const ON_PAPER = {
  '--mantine-color-body': '#f8f7f4',
  '--mantine-color-text': '#211f1c',
  '--mantine-color-dimmed': '#5f5a51',
  '--mantine-color-placeholder': '#6a655c',
  '--mantine-color-anchor': '#1d4f7e',
  '--mantine-color-error': '#a03123',
  '--mantine-color-default': '#ffffff',
  '--mantine-color-default-hover': '#f8f7f4',
  '--mantine-color-default-border': '#cfcabf',
  '--l-surface': '#ffffff',
  '--l-surface-sunk': '#f1efea',
  '--l-surface-hover': '#f8f7f4',
  '--l-line': '#e6e3dc',
  '--l-line-strong': '#cfcabf',
  '--l-selected': '#e8f0f8',
  '--l-accent': '#b9821a',
  '--l-good': '#1e5f38',
  '--l-weak': '#7a520a',
  '--l-bad': '#a03123',
  '--l-shadow': '0 1px 2px rgb(33 31 28 / 6%), 0 1px 8px rgb(33 31 28 / 4%)',
};

const AT_NIGHT = {
  '--mantine-color-body': '#13171c',
  '--mantine-color-text': '#dfe3e8',
  '--mantine-color-dimmed': '#a3acb7',
  '--mantine-color-placeholder': '#98a2ad',
  '--mantine-color-anchor': '#92b6d8',
  '--mantine-color-error': '#ec978b',
  '--mantine-color-default': '#1b2128',
  '--mantine-color-default-hover': '#242b33',
  '--mantine-color-default-border': '#3d4651',
  '--l-surface': '#191e24',
  '--l-surface-sunk': '#20262e',
  '--l-surface-hover': '#20262e',
  '--l-line': '#2b323b',
  '--l-line-strong': '#3d4651',
  '--l-selected': '#1c2f42',
  '--l-accent': '#dfa632',
  '--l-good': '#84c299',
  '--l-weak': '#e9bb57',
  '--l-bad': '#ec978b',
  '--l-shadow': '0 1px 2px rgb(0 0 0 / 40%)',
};

/** Our own names beside Mantine's: `--l-surface`, `--l-line`, `--l-good`, `--l-weak`, `--l-bad` … for the style sheets of pages and parts. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--l-header': '3.5rem', '--l-page': '84rem' },
  light: ON_PAPER,
  dark: AT_NIGHT,
});
