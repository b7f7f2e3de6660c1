import { TextRun } from 'docx';
import type { MarkedLine } from './marked.ts';

/** A line as a run of a Word file, written as what it is: new, gone, or what stood there before. */
export function linesRun({ text, as }: MarkedLine, breakBefore = false): TextRun {
  return new TextRun({ text, ...LOOKS[as], ...(breakBefore ? { break: 1 } : {}) });
}

const LOOKS = {
  plain: {},
  now: {},
  gone: { strike: true, color: '505A5F' },
  was: { italics: true, color: '505A5F' },
  mark: { bold: true },
} as const;

/** The same as WordprocessingML, for the cells of tables. */
export function lineXml({ text, as }: MarkedLine): string {
  return `<w:r>${RUNS[as]}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

const GREY = '<w:color w:val="505A5F"/>';
const RUNS = {
  plain: '',
  now: '',
  gone: `<w:rPr><w:strike/>${GREY}</w:rPr>`,
  was: `<w:rPr><w:i/><w:iCs/>${GREY}</w:rPr>`,
  mark: '<w:rPr><w:b/><w:bCs/></w:rPr>',
} as const;

/** Characters that XML 1.0 has no way to write: a control, half a pair, or no character at all. */

const UNWRITABLE =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escaped(text: string): string {
  return text
    .replace(UNWRITABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
