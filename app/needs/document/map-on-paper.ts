import type { MapClass } from '#app/needs/maps/classes.ts';
import { escaped, signSvg, swatchSvg, type MapPoint } from '#app/needs/maps/map-svg.ts';

const LINE = 26;
const TOP = 16;

/**
 * A map as a document prints it: what its colours and signs mean drawn below it, for beside a picture
 * on paper nothing stands. Its ids begin with `id`, so that two maps on one page keep apart.
 *
 * @param svg a map drawn with the id "map"
 */
export function mapOnPaper(
  svg: string,
  id: string,
  key: {
    legend: readonly MapClass[];
    withoutFigure: number;
    hidden: number;
    sites: readonly { number: number; name: string; typeName: string; sign: MapPoint['sign'] }[];
  },
): string {
  const size = /width="([\d.]+)" height="([\d.]+)" viewBox="0 0 [\d.]+ [\d.]+"/.exec(svg);
  if (!size) return svg;
  const [width, height] = [Number(size[1]), Number(size[2])];
  const lines = [
    ...key.legend
      .map((each, at) => ({ each, at }))
      .filter(({ each }) => each.areas > 0)
      .map(({ each, at }) => keyLine(swatchSvg(id, each, at), `${each.label} (${each.areas})`)),
    ...(key.hidden > 0
      ? [keyLine(swatchSvg(id, 'hidden', 98), `[c] too few to be shown (${key.hidden})`)]
      : []),
    ...(key.withoutFigure > 0
      ? [keyLine(swatchSvg(id, 'none', 99), `No figure (${key.withoutFigure})`)]
      : []),
    ...key.sites.map(({ number, name, typeName, sign }) =>
      keyLine(signSvg(sign, String(number)), `${number}. ${name}, ${typeName.toLowerCase()}`),
    ),
  ];
  const columns = width > 500 ? 2 : 1;
  const rows = Math.ceil(lines.length / columns);
  const tall = height + TOP + rows * LINE;
  const drawn = lines
    .map((line, at) => {
      const x = Math.floor(at / rows) * (width / columns);
      const y = height + TOP + (at % rows) * LINE;
      return `<g transform="translate(${x} ${y})">${line}</g>`;
    })
    .join('');
  return svg
    .replace(size[0], `width="${width}" height="${tall}" viewBox="0 0 ${width} ${tall}"`)
    .replace(/(?<=id="|url\(#|aria-labelledby="|-title )map-/g, `${id}-`)
    .replace(/<\/svg>\s*$/, `${drawn}</svg>`);
}

const keyLine = (swatch: string, words: string) =>
  `${swatch}<text x="36" y="15" font-size="14" fill="#0b0c0c">${escaped(words.length > 46 ? `${words.slice(0, 45)}…` : words)}</text>`;
