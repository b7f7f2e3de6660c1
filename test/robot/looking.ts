import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { attribute, pageOf, type Element } from './forms.ts';
import { pdfFaults, wordsOfPdf } from './pdf-words.ts';
import type { Answer } from './visitor.ts';

/** What is wrong with what the server answered, whatever it is: each as a line that says where. */
export function faultsOf(answer: Answer): string[] {
  const faults = [...faultsOfHeaders(answer), ...faultsOfBody(answer)];
  return [...new Set(faults)].map(
    (fault) => `${answer.method} ${answer.path.slice(0, 160)}: ${fault}`,
  );
}

/** A fault of the server; and headers into which a text could have been written. */
function faultsOfHeaders({ status, headers, bytes }: Answer): string[] {
  const faults: string[] = [];
  if (status >= 500) faults.push(`answers ${status}`);
  if (headers.get('x-content-type-options') !== 'nosniff') faults.push('may be sniffed');
  for (const [name] of headers) {
    if (/tlx/i.test(name)) faults.push(`has the header ${name}`);
  }
  const to = headers.get('location');
  if (to !== null && !/^\/(?![/\\])[!-~]*$/.test(to)) faults.push(`leads to ${to}`);
  const file = headers.get('content-disposition');
  if (file !== null && !isSafeFile(file)) faults.push(`is named ${file}`);
  if (bytes.length > 0 && status === 200 && !headers.has('content-type'))
    faults.push('has no type');
  return faults;
}

const NAMED =
  /^(?:attachment|inline); filename="([A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,150}[A-Za-z0-9])?)"$/;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A name that every system can save, and nothing after it. */
function isSafeFile(disposition: string): boolean {
  const name = NAMED.exec(disposition)?.[1];
  return name !== undefined && !RESERVED.test(name) && !name.includes('..');
}

function faultsOfBody(answer: Answer): string[] {
  const { type, text, bytes, headers } = answer;
  if (bytes.length === 0) return [];
  switch (type) {
    case 'text/html':
      return faultsOfPage(answer);
    case 'image/svg+xml':
      return faultsOfXml(text, 'svg');
    case 'text/csv':
      return faultsOfCsv(text);
    case 'application/json':
    case 'application/geo+json':
    case 'application/schema+json':
      return faultsOfJson(text);
    case 'text/calendar':
      return faultsOfCalendar(text);
    case 'application/pdf':
      return [...pdfFaults(bytes), ...twiceIn(wordsOfPdf(bytes))];
    case 'application/graphml+xml':
    case 'application/xml':
    case 'text/xml':
      return faultsOfXml(text, 'file');
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
    case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
    case 'application/vnd.openxmlformats-officedocument.presentationml.presentation':
      return faultsOfOffice(bytes);
    case 'text/plain':
    case 'text/event-stream':
    case 'text/markdown':
    case 'text/css':
    case 'image/png':
    case 'image/jpeg':
    case 'image/webp':
    case 'text/x-script':
      return [];
    default:
      // What a browser does not know it may show as a page: such a file is to be saved, never opened.
      return headers.get('content-disposition')?.startsWith('attachment') ? [] : [`is a ${type}`];
  }
}

/** Elements that no page of ours has, besides those of a text. */
const FOREIGN = new Set([
  'base',
  'iframe',
  'object',
  'embed',
  'frame',
  'applet',
  'portal',
  'meta http-equiv',
]);

/** Attributes that lead somewhere. */
const LEADING = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'data',
  'srcset',
  'cite',
  'ping',
]);

function faultsOfPage(answer: Answer): string[] {
  const { headers } = answer;
  const page = pageOf(answer);
  const policy = headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const isFile = headers.has('content-disposition');
  const faults = page.elements.flatMap((one) => faultsOfElement(one, nonce, isFile));
  if (!isFile && !policy.includes("default-src 'none'")) faults.push('has no policy');
  faults.push(...twiceIn(page.text));
  const count = page.elements.filter(({ tagName }) => tagName === 'title').length;
  if (!isFile && count - titlesOfPictures(page.elements) !== 1) faults.push(`has ${count} titles`);
  return faults;
}

function twiceIn(words: string): string[] {
  const twice = /tlx\d+q(?:&quot;|&#x27;|&#39;|&amp;)/.exec(words);
  return twice ? [`shows text that was escaped twice: ${twice[0]}`] : [];
}

/** A picture may have titles, which are no title of the page. */
const titlesOfPictures = (all: readonly Element[]) =>
  all.filter(({ tagName, namespaceURI }) => tagName === 'title' && namespaceURI.endsWith('svg'))
    .length;

function faultsOfElement(element: Element, nonce: string | undefined, isFile: boolean): string[] {
  const { tagName, attrs } = element;
  const faults: string[] = [];
  if (/tl-x|tlx/i.test(tagName)) faults.push(`text became the element <${tagName}>`);
  if (FOREIGN.has(tagName)) faults.push(`has the element <${tagName}>`);
  if (tagName === 'meta' && attribute(element, 'http-equiv') !== undefined)
    faults.push('has a meta http-equiv');
  if (tagName === 'style' && !isFile) faults.push('has a style sheet in it');
  if (tagName === 'script' && (nonce === undefined || attribute(element, 'nonce') !== nonce)) {
    faults.push('has a script without the nonce');
  }
  for (const { name, value } of attrs) {
    const local = name.replace(/^xlink:/, '').toLowerCase();
    if (/^on/.test(local)) faults.push(`text became the attribute ${name}`);
    if (/tlx|tl-x/.test(local)) faults.push(`text became the attribute ${name}`);
    if (LEADING.has(local) && !isSafeTo(value, tagName))
      faults.push(`leads to ${value.slice(0, 80)}`);
    if (local === 'style' && /url\(|expression|tlx|@import/i.test(value))
      faults.push(`is styled by text: ${value.slice(0, 80)}`);
  }
  return faults;
}

/** An address of ours, of the web, of a mail or a telephone; or a picture in its own letters. */
function isSafeTo(value: string, tagName: string): boolean {
  const read = value.replace(/[\u0000-\u0020]/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(read)?.[1]?.toLowerCase();
  if (scheme === undefined) return !/^[/\\]{2}/.test(read);
  if (scheme === 'data')
    return tagName === 'img' && /^data:image\/(png|jpeg|webp|svg\+xml)[;,]/.test(read);
  return ['http', 'https', 'mailto', 'tel', 'webcal'].includes(scheme);
}

/** Well formed, and nothing in it that a text opened. */
export function faultsOfXml(text: string, what: string): string[] {
  const faults: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => void faults.push(`${what} is not well formed: ${error.message}`));
  parser.on('doctype', () => void faults.push(`${what} has a doctype`));
  parser.on('opentag', ({ name, local, attributes }) => {
    if (/tl-x/i.test(name)) faults.push(`text became the element <${name}> of ${what}`);
    if (what === 'svg' && /^(script|foreignobject|handler|listener|set|animate)$/i.test(local))
      faults.push(`svg has <${name}>`);
    for (const one of Object.values(attributes)) {
      if (typeof one === 'string') continue;
      if (what === 'svg' && /^on/i.test(one.local))
        faults.push(`text became the attribute ${one.name} of svg`);
      if (
        what === 'svg' &&
        one.local === 'href' &&
        !isSafeTo(one.value, local === 'image' ? 'img' : local)
      ) {
        faults.push(`svg leads to ${one.value.slice(0, 80)}`);
      }
    }
  });
  parser.write(text.replace(/^\uFEFF/, '')).close();
  return [...new Set(faults)].slice(0, 3);
}

/** What a spreadsheet runs when a cell begins with it, whatever our own code says. */
const RUN = /^[\s"]*[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** No cell of a file that is made for a spreadsheet is run by it; raw files say so where they are taken. */
function faultsOfCsv(text: string): string[] {
  const forExcel = text.startsWith('\uFEFF');
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',' });
  const faults = errors
    .filter(({ type }) => type === 'Quotes')
    .map(({ message }) => `CSV: ${message}`);
  if (text.includes('\0')) faults.push('CSV holds a NUL');
  if (!forExcel) return faults;
  for (const cell of data.flat()) {
    if (RUN.test(cell) && !NUMBER.test(cell))
      faults.push(`a spreadsheet runs the cell ${cell.slice(0, 60)}`);
  }
  return faults.slice(0, 5);
}

/** Whether this is a CSV file in the raw flavour, for R and SPSS. */
export const isRaw = ({ type, text }: Answer) => type === 'text/csv' && !text.startsWith('\uFEFF');

function faultsOfJson(text: string): string[] {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return [];
  } catch (error) {
    return [`is not JSON: ${String(error)}`];
  }
}

/** RFC 5545: lines of 75 bytes, each with a name; what begins ends, and no text began or ended anything. */
export function faultsOfCalendar(text: string): string[] {
  const faults: string[] = [];
  const lines = text.split('\r\n');
  if (/[^\r]\n|\r(?!\n)/.test(text)) faults.push('calendar has bare line ends');
  if (lines.some((line) => Buffer.byteLength(line) > 75))
    faults.push('calendar has lines of over 75 bytes');
  const whole = text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean);
  const open: string[] = [];
  for (const line of whole) {
    const [, name = '', value = ''] = /^([A-Z][A-Z0-9-]*)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    if (name === '') faults.push(`calendar has the line ${line.slice(0, 60)}`);
    if (/tlx/i.test(name)) faults.push(`calendar has the property ${name}`);
    if (name === 'BEGIN') open.push(value);
    if (name === 'END' && open.pop() !== value) faults.push(`calendar ends ${value} twice`);
    if (/^(SUMMARY|DESCRIPTION|LOCATION)$/.test(name) && /(?<!\\)(?:\\\\)*[;,]/.test(value)) {
      faults.push(`calendar does not escape ${value.slice(0, 60)}`);
    }
  }
  if (open.length > 0) faults.push('calendar is not closed');
  return faults;
}

/** DOCX, XLSX, PPTX: every part well formed; nothing that is computed, fetched or run. */
export function faultsOfOffice(bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const parts = unzipSync(bytes);
  for (const [name, content] of Object.entries(parts)) {
    if (/^[/\\]|\.\.|tlx/.test(name)) faults.push(`has a part named ${name}`);
    if (/vbaProject|activeX|oleObject|externalLink/i.test(name))
      faults.push(`has the part ${name}`);
    if (!/\.(xml|rels)$/.test(name)) continue;
    const text = strFromU8(content);
    faults.push(...faultsOfXml(text, name));
    if (/^xl\/worksheets\//.test(name) && /<f[\s>/]/.test(text))
      faults.push(`${name} has a formula`);
    // Fields of Word that fetch or run; page numbers and contents are ours.
    for (const [, field = ''] of text.matchAll(/<w:instrText[^>]*>([^<]*)</g)) {
      if (!/^\s*(PAGE|NUMPAGES|TOC|PAGEREF|REF|SEQ)\b/.test(field) || field.includes('tlx')) {
        faults.push(`${name} has the field ${field.slice(0, 60)}`);
      }
    }
    for (const [relation] of text.matchAll(/<Relationship\b[^>]*TargetMode="External"[^>]*>/g)) {
      const target = /Target="([^"]*)"/.exec(relation)?.[1] ?? '';
      const isLink = relation.includes('/relationships/hyperlink"');
      if (!isLink || !/^(https?:\/\/|mailto:)/.test(target))
        faults.push(`${name} leads to ${target.slice(0, 80)}`);
    }
  }
  return [...new Set(faults)].slice(0, 5);
}

/** Every word of an office file, parts joined: so that what was typed can be found in it. */
export function wordsOfOffice(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, content]) => {
      let text = '';
      const parser = new SaxesParser();
      parser.on('text', (words) => void (text += words));
      parser.on('error', () => undefined);
      parser.write(strFromU8(content)).close();
      return text;
    })
    .join('\n');
}
