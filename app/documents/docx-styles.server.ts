import { LineRuleType, type IStylesOptions } from 'docx';

/** The named styles of our Word documents, so that an authority can change a look in one place. */

const FONT = 'Arial';
const INK = '#0b0c0c';
export const BODY = 'BodyText';

/** Said each time: without it LibreOffice takes a line's height as exact, and cuts pictures off. */
const AUTO = LineRuleType.AUTO;

/** Sizes are in half points, spacing in twentieths of a point. */
export function styles(colour: string, language: string): IStylesOptions {
  const accent = colour.slice(1);
  const ink = INK.slice(1);
  const heading = (size: number, before: number, color: string) => ({
    run: { font: FONT, size, bold: true, color },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  const style = (id: string, name: string, run: object, paragraph: object) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run,
    paragraph,
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: ink, language: { value: language } },
        paragraph: { spacing: { line: 276, lineRule: AUTO } },
      },
      title: {
        run: { font: FONT, size: 68, bold: true, color: accent },
        paragraph: { spacing: { before: 2_200, after: 160 } },
      },
      heading1: heading(34, 360, accent),
      heading2: heading(26, 280, ink),
      heading3: heading(22, 220, accent),
    },
    paragraphStyles: [
      style(BODY, 'Body Text', {}, { spacing: { after: 120 } }),
      style('Subtitle', 'Subtitle', { size: 34, color: ink }, { spacing: { after: 240 } }),
      style('CoverLine', 'Cover Line', { size: 24 }, { spacing: { after: 40 } }),
      style(
        'CoverBand',
        'Cover Band',
        { size: 30, bold: true, color: 'FFFFFF' },
        { spacing: { before: 0, after: 0, line: 420, lineRule: AUTO }, indent: { left: 0 } },
      ),
      style(
        'ContentsTitle',
        'Contents Title',
        { size: 26, bold: true, color: accent },
        { spacing: { before: 900, after: 120 } },
      ),
      style('Lead', 'Lead', { size: 23, color: '505A5F' }, { spacing: { after: 200 } }),
      style(
        'Strong1',
        'Strong Line',
        { bold: true },
        { spacing: { before: 120, after: 60 }, keepNext: true },
      ),
      style('Note', 'Note', { size: 19, color: '505A5F' }, { spacing: { before: 60, after: 120 } }),
      style(
        'Caption',
        'caption',
        { size: 18, bold: true, color: '505A5F' },
        { spacing: { before: 120, after: 60 } },
      ),
      style(
        'Cell',
        'Table Text',
        { size: 17 },
        { spacing: { line: 240, lineRule: AUTO, after: 40 } },
      ),
      style(
        'HeaderCell',
        'Table Heading',
        { size: 17, bold: true, color: 'FFFFFF' },
        { spacing: { line: 240, lineRule: AUTO } },
      ),
      style('Running', 'Running Line', { size: 16, color: '505A5F' }, {}),
      style('Framed', 'Framed', {}, { spacing: { before: 120, line: 240, lineRule: AUTO } }),
      style('Gap', 'Gap', { size: 8 }, { spacing: { line: 160, lineRule: AUTO, after: 0 } }),
    ],
  };
}
