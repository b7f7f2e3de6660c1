import { SaxesParser } from 'saxes';

/**
 * XML read into a tree, strictly and without a document type: what a file could define there (entities
 * that unfold without end, files from elsewhere) is never looked at, and a file that has one is refused.
 */

export interface XmlElement {
  /** Without its prefix. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  /** The text directly in it; that of its children is theirs. */
  text: string;
  line: number;
}

export type ReadXml = { ok: true; root: XmlElement } | { ok: false; line: number; message: string };

/** More than any theory needs; a file beyond this was made to fill the memory. */
const MOST_ELEMENTS = 400_000;
const DEEPEST = 200;

class Refused extends Error {}

/** Reads XML; the line of what is wrong is counted from 1. */
export function readXml(text: string): ReadXml {
  const parser = new SaxesParser();
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  const refuse = (message: string): never => {
    throw new Refused(message);
  };
  parser.on('doctype', () =>
    refuse(
      'The file defines a document type of its own, which can be made to harm. Save it without one, and choose it again.',
    ),
  );
  parser.on('error', (error) => refuse(`The XML is not complete: ${plain(error.message)}.`));
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (count > MOST_ELEMENTS || open.length >= DEEPEST) {
      refuse('The file holds more, or deeper, than a theory of change ever does.');
    }
    const element: XmlElement = {
      name: bare(name),
      attributes: new Map(Object.entries(attributes).map(([key, value]) => [bare(key), value])),
      children: [],
      text: '',
      line: parser.line,
    };
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
    open.push(element);
  });
  const onText = (words: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += words;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => void open.pop());
  try {
    parser.write(text).close();
  } catch (error) {
    const message = error instanceof Refused ? error.message : 'The XML cannot be read.';
    return { ok: false, line: parser.line, message };
  }
  if (root === null) return { ok: false, line: 1, message: 'The file holds no element.' };
  return { ok: true, root };
}

const bare = (name: string) => name.slice(name.indexOf(':') + 1);

/** What the reader says, without the place that it puts before it. */
const plain = (message: string) => message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** All text within an element, in order of its parts; what stands for a line ends one. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  const ends = /^(br|p|div|li)$/i.test(element.name) ? '\n' : '';
  return `${element.text}${element.children.map(textOf).join('')}${ends}`;
}

/** Elements of a name, however deep, in the order of the file. */
export function allOf(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const look = (each: XmlElement) => {
    if (each.name === name) found.push(each);
    each.children.forEach(look);
  };
  look(element);
  return found;
}

/** Text made safe for an element of XML; signs that XML 1.0 does not allow are left out. */
export function xmlText(words: string): string {
  return words
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
