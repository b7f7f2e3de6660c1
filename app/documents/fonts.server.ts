import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A typeface's file, from the package that ships it (all under the SIL Open Font Licence). */
const face = (family: string, name: string, weight: string) =>
  require.resolve(`@expo-google-fonts/${family}/${weight}/${name}_${weight}.ttf`);

const both = (family: string, name: string) => [
  face(family, name, '400Regular'),
  face(family, name, '700Bold'),
];

/** The typeface of the product: made for readers with low vision, Latin letters only. */
export const OWN_FONTS: readonly string[] = both('atkinson-hyperlegible', 'AtkinsonHyperlegible');

/** The alphabets that families write in besides: Cyrillic and Greek, Arabic and Urdu, Bengali, Punjabi. */
export const OTHER_FONTS: readonly string[] = [
  ...both('noto-sans', 'NotoSans'),
  ...both('noto-naskh-arabic', 'NotoNaskhArabic'),
  ...both('noto-sans-bengali', 'NotoSansBengali'),
  ...both('noto-sans-gurmukhi', 'NotoSansGurmukhi'),
];

/** Their names in the order in which they are tried for a letter. */
export const FONT_NAMES: readonly string[] = [
  'Atkinson Hyperlegible',
  'Noto Sans',
  'Noto Naskh Arabic',
  'Noto Sans Bengali',
  'Noto Sans Gurmukhi',
];
