/**
 * Whether an authority's own colour can carry text, by the contrast that WCAG 2.2 (1.4.3) asks for.
 * A colour that cannot is replaced by one that can: a heading that nobody can read serves nobody.
 */

/** Relative luminance of #rrggbb, 0 to 1 (WCAG 2.2, definition of relative luminance). */
function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Contrast of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const INK = '#0b0c0c';

/** The colour itself when text in it can be read on white, else black. */
export function readableOnWhite(colour: string): string {
  return /^#[0-9a-f]{6}$/i.test(colour) && contrast(colour, '#ffffff') >= 4.5 ? colour : INK;
}
