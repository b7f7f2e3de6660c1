import { theorySvg } from '../draw.ts';
import type { Theory } from '../graph.ts';
import { outlineText } from '../words.ts';
import { toCsv } from './csv.ts';
import { toJson } from './json.ts';
import { toMermaid } from './mermaid.ts';

/** What a theory can be written as; a picture as PNG is made on the server alone. */
export const TEXT_FORMATS = ['json', 'csv', 'mermaid', 'svg', 'text'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

export const FORMATS = ['json', 'csv', 'mermaid', 'svg', 'png', 'text'] as const;
export type Format = (typeof FORMATS)[number];

/** What each is called on a page, how its file ends, and how it is sent. */
export const FORMAT_WORDS: Readonly<
  Record<Format, { name: string; ending: string; mime: string }>
> = {
  json: { name: 'JSON, with everything in it', ending: 'json', mime: 'application/json' },
  csv: { name: 'CSV, for a spreadsheet', ending: 'csv', mime: 'text/csv; charset=utf-8' },
  mermaid: { name: 'Mermaid, for a wiki', ending: 'mmd', mime: 'text/plain; charset=utf-8' },
  svg: { name: 'SVG, a picture in any size', ending: 'svg', mime: 'image/svg+xml' },
  png: { name: 'PNG, a picture for a slide', ending: 'png', mime: 'image/png' },
  text: { name: 'Plain text', ending: 'txt', mime: 'text/plain; charset=utf-8' },
};

/** A theory written in one of the text formats. */
export function written(theory: Theory, format: TextFormat): string {
  switch (format) {
    case 'json':
      return toJson(theory);
    case 'csv':
      return toCsv(theory);
    case 'mermaid':
      return toMermaid(theory);
    case 'svg':
      return theorySvg(theory, { title: true });
    case 'text':
      return outlineText(theory);
  }
}
