import { readValue } from '../fields.ts';
import { BOX_MORE, LIMITS, LINK_MORE, TYPE_WORDS, type BoxType, type MoreField } from '../graph.ts';
import { typeNamed } from '../type-names.ts';
import { BECAUSE, outOfOneLine } from './write-text.ts';

/** A link as the text has it: `to` is the mark of a box of the same text. */
export interface TextLink {
  line: number;
  to: string;
  reason: string;
  more: Record<string, string>;
}

export interface TextBox {
  line: number;
  /** What the box is known by in this text; made up by the reader where the writer gave none. */
  mark: string;
  type: BoxType;
  label: string;
  detail: string;
  more: Record<string, string>;
  links: TextLink[];
}

export interface TextTheory {
  title: string;
  boxes: TextBox[];
}

/** A line that cannot be understood, and what to do about it. */
export interface TextProblem {
  /** From 1. */
  line: number;
  message: string;
}

export type ReadText = { ok: true; theory: TextTheory } | { ok: false; problems: TextProblem[] };

const MARK = /\s*\[#([A-Za-z0-9-]{1,40})\]$/;
/** More faults than anybody reads at once. */
const MOST_PROBLEMS = 20;

/** Reads a theory from its text form. Every line that cannot be understood is named. */
export function readText(text: string): ReadText {
  const reader = new Lines();
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .forEach((line, index) => reader.take(line.trimEnd(), index + 1));
  reader.finish();
  const { problems, theory } = reader;
  if (problems.length === 0) return { ok: true, theory };
  return { ok: false, problems: problems.sort((a, b) => a.line - b.line).slice(0, MOST_PROBLEMS) };
}

/** Takes a text line by line: where it stands decides what a line belongs to. */
class Lines {
  readonly theory: TextTheory = { title: '', boxes: [] };
  readonly problems: TextProblem[] = [];
  #type: BoxType | null = null;
  #box: TextBox | null = null;
  #link: TextLink | null = null;
  #details: string[] = [];

  take(line: string, number: number): void {
    const text = line.trim();
    if (text === '') return;
    if (/^#(?!#)/.test(text)) return this.#title(text.slice(1).trim(), number);
    if (text.startsWith('##')) return this.#heading(text.replace(/^#+/, '').trim(), number);
    if (/^[-*] /.test(text)) return this.#startBox(text.slice(2).trim(), number);
    if (/^(->|→)/.test(text)) return this.#startLink(text.replace(/^(->|→)\s*/, ''), number);
    if (text.startsWith('|')) return this.#detail(line, number);
    this.#fact(text, number);
  }

  finish(): void {
    const known = new Set(this.theory.boxes.map(({ mark }) => mark));
    for (const { mark, links } of this.theory.boxes) {
      for (const { to, line } of links) {
        if (!known.has(to))
          this.#fault(line, `No box has the mark [#${to}]. Give it to one, or remove this link`);
        else if (to === mark) this.#fault(line, 'A box cannot lead to itself. Choose another mark');
      }
    }
    if (this.theory.title === '')
      this.#fault(1, 'Start with the title: # and what the theory is called');
  }

  #fault(line: number, message: string): void {
    this.problems.push({ line, message });
  }

  #title(title: string, line: number): void {
    if (this.theory.title !== '')
      this.#fault(line, 'There is a title already. Remove one of the two');
    else this.theory.title = outOfOneLine(title);
  }

  #heading(name: string, line: number): void {
    this.#box = null;
    this.#link = null;
    this.#type = typeNamed(name);
    if (this.#type !== null) return;
    const names = Object.values(TYPE_WORDS).map(({ many }) => many);
    this.#fault(line, `There is no type “${name}”. Use one of: ${names.join(', ')}`);
  }

  #startBox(text: string, line: number): void {
    this.#link = null;
    const label = outOfOneLine(text.replace(MARK, '').trim());
    const mark = MARK.exec(text)?.[1]?.toLowerCase() ?? `line-${line}`;
    const box = {
      line,
      mark,
      type: this.#type ?? 'activity',
      label,
      detail: '',
      more: {},
      links: [],
    };
    this.#box = box;
    this.#details = [];
    if (this.#type === null) {
      this.#fault(line, 'Put a heading above this box, such as ## Activities');
    }
    if (label === '') this.#fault(line, 'Enter what the box says after the dash');
    if (label.length > LIMITS.label) this.#long(line, LIMITS.label);
    if (this.theory.boxes.some((each) => each.mark === mark)) {
      this.#fault(line, `The mark [#${mark}] stands at two boxes. Remove it from the new one`);
    }
    this.theory.boxes.push(box);
  }

  #startLink(text: string, line: number): void {
    const to = /^\[#([A-Za-z0-9-]{1,40})\]/.exec(text)?.[1]?.toLowerCase();
    if (this.#box === null) {
      return this.#fault(line, 'A link stands under the box that it starts from');
    }
    if (to === undefined) {
      return this.#fault(line, 'Say which box it leads to by its mark, such as -> [#a1b2]');
    }
    if (this.#box.links.some((each) => each.to === to)) {
      return this.#fault(line, 'The same link stands here twice. Remove one of the two');
    }
    this.#link = { line, to, reason: '', more: {} };
    this.#box.links.push(this.#link);
  }

  #detail(line: string, number: number): void {
    if (this.#box === null) return this.#fault(number, 'An explanation stands under its box');
    const words = line.trimStart().replace(/^\| ?/, '');
    this.#details.push(words);
    this.#box.detail = this.#details.join('\n');
    if (this.#box.detail.length > LIMITS.detail) this.#long(number, LIMITS.detail);
  }

  #fact(text: string, line: number): void {
    const colon = text.indexOf(': ');
    const name = colon === -1 ? text.replace(/:$/, '') : text.slice(0, colon);
    const value = colon === -1 ? '' : outOfOneLine(text.slice(colon + 2).trim());
    const owner = this.#link ?? this.#box;
    if (owner === null) {
      return this.#fault(line, 'Start a box with a dash, or a heading with ##');
    }
    if (this.#link !== null && fold(name) === BECAUSE) {
      this.#link.reason = value;
      if (value.length > LIMITS.reason) this.#long(line, LIMITS.reason);
      return;
    }
    const fields: readonly MoreField[] =
      this.#link === null && this.#box !== null ? BOX_MORE[this.#box.type] : LINK_MORE;
    const field = fields.find(({ label }) => fold(label) === fold(name));
    if (field === undefined)
      return this.#fault(line, unknownFact(name, fields, this.#link !== null));
    const meant = readValue(field, value);
    if (meant === null) return this.#fault(line, howToWrite(field));
    if (value.length > LIMITS.more) this.#long(line, LIMITS.more);
    owner.more[field.key] = meant;
  }

  #long(line: number, most: number): void {
    this.#fault(line, `Shorten this to ${most.toLocaleString('en-GB')} characters or fewer`);
  }
}

/** What to do about a value that its fact cannot have. */
function howToWrite({ kind, label, options = [] }: MoreField): string {
  switch (kind) {
    case 'yes':
      return `Write “${label}: yes”, or remove the line`;
    case 'day':
      return 'Write the day as year, month and day, such as 2027-03-31';
    case 'number':
      return 'Write a whole number, such as 12';
    case 'choice':
      return `Write one of: ${options.map((option) => option.label).join('; ')}`;
    case 'text':
      return 'Write it in words';
  }
}

const fold = (words: string) => words.trim().toLowerCase().replaceAll('’', "'");

function unknownFact(name: string, fields: readonly MoreField[], ofLink: boolean): string {
  const names = [...(ofLink ? [BECAUSE] : []), ...fields.map(({ label }) => label)];
  const what = ofLink ? 'a link' : 'this type of box';
  const known =
    names.length === 0
      ? 'Start it with | to make it part of the explanation'
      : `Known are: ${names.join('; ')}`;
  return `“${name}” cannot be said of ${what}. ${known}`;
}
