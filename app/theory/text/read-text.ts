import { readValue } from '../fields.ts';
import {
  BOX_MORE,
  LIMITS,
  LINK_MORE,
  PIECE_KINDS,
  BOX_TYPES,
  type BoxType,
  type MoreField,
  type PieceKind,
} from '../graph.ts';
import {
  howToWrite,
  unknownFact,
  type TextBox,
  type TextLink,
  type TextPiece,
  type TextProblem,
  type TextTheory,
} from './text-theory.ts';
import {
  ABOUT,
  BECAUSE,
  fold,
  headingMeans,
  headingOf,
  outOfOneLine,
  PART,
  PIECE_WORDS,
  pieceHeaded,
  RAW,
  THEORY_FACTS,
  WITHIN,
} from './words-of-text.ts';

export type { TextProblem, TextTheory } from './text-theory.ts';

export type ReadText = { ok: true; theory: TextTheory } | { ok: false; problems: TextProblem[] };

const MARK = /(?<!\s)\s*\[#([A-Za-z0-9-]{1,40})\]$/;
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

const MARK_FIRST = /^\[#([A-Za-z0-9-]{1,40})\]/;
const LINK_MARKS = /^\[#([A-Za-z0-9-]{1,40})\]\s*(?:->|→)\s*\[#([A-Za-z0-9-]{1,40})\]/;

/** Takes a text line by line: where it stands decides what a line belongs to. */
class Lines {
  readonly theory: TextTheory = { title: '', more: {}, boxes: [], pieces: [] };
  readonly problems: TextProblem[] = [];
  #type: BoxType | null = null;
  #kind: PieceKind | null = null;
  /** Facts above the first heading are about the whole theory. */
  #above = true;
  #box: TextBox | null = null;
  #link: TextLink | null = null;
  #piece: TextPiece | null = null;
  #details: string[] = [];

  take(line: string, number: number): void {
    const text = line.trim();
    if (text === '') return;
    if (/^#(?!#)/.test(text)) return this.#title(text.slice(1).trim(), number);
    if (text.startsWith('##')) return this.#heading(text.replace(/^#+/, '').trim(), number);
    if (/^[-*] /.test(text)) return this.#start(text.slice(2).trim(), number);
    if (/^(->|→)/.test(text)) return this.#startLink(text.replace(/^(->|→)\s*/, ''), number);
    if (text.startsWith('|')) return this.#detail(line, number);
    this.#fact(text, number);
  }

  finish(): void {
    const boxes = new Map(this.theory.boxes.map((box) => [box.mark, box]));
    for (const { mark, links } of this.theory.boxes) {
      for (const { to, line } of links) {
        if (!boxes.has(to))
          this.#fault(line, `No box has the mark [#${to}]. Give it to one, or remove this link`);
        else if (to === mark) this.#fault(line, 'A box cannot lead to itself. Choose another mark');
      }
    }
    this.#finishPieces(boxes);
    if (this.theory.title === '')
      this.#fault(1, 'Start with the title: # and what the theory is called');
  }

  #finishPieces(boxes: ReadonlyMap<string, TextBox>): void {
    const parts = new Set(
      this.theory.pieces.flatMap(({ kind, mark }) => (kind === 'part' ? [mark] : [])),
    );
    const noPart = (line: number, mark: string) => {
      if (mark !== '' && !parts.has(mark))
        this.#fault(line, `No part has the mark [#${mark}]. Give it to one, or remove this line`);
    };
    for (const { line, part } of this.theory.boxes) noPart(line, part);
    for (const { line, on, within } of this.theory.pieces) {
      noPart(line, within);
      const [from = '', to] = on.split('>');
      if (on !== '' && !boxes.has(from))
        this.#fault(line, `No box has the mark [#${from}]. Give it to one, or remove “${ABOUT}”`);
      else if (to !== undefined && !boxes.get(from)?.links.some((link) => link.to === to))
        this.#fault(
          line,
          `No link leads from [#${from}] to [#${to}]. Draw it, or change “${ABOUT}”`,
        );
    }
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
    this.#above = false;
    this.#box = null;
    this.#link = null;
    this.#piece = null;
    this.#type = headingMeans(this.theory.more, name);
    this.#kind = pieceHeaded(name);
    if (this.#type !== null || this.#kind !== null) return;
    const types = BOX_TYPES.map((type) => headingOf(this.theory, type));
    const names = [...types, ...PIECE_KINDS.map((kind) => PIECE_WORDS[kind].heading)];
    this.#fault(line, `There is no type “${name}”. Use one of: ${names.join(', ')}`);
  }

  #start(text: string, line: number): void {
    this.#link = null;
    const words = outOfOneLine(text.replace(MARK, '').trim());
    const mark = MARK.exec(text)?.[1]?.toLowerCase() ?? `line-${line}`;
    if ([...this.theory.boxes, ...this.theory.pieces].some((each) => each.mark === mark)) {
      const what = this.#kind === null ? 'boxes' : 'places';
      this.#fault(line, `The mark [#${mark}] stands at two ${what}. Remove it from the new one`);
    }
    if (this.#kind === null) this.#startBox(words, mark, line);
    else this.#startPiece(this.#kind, words, mark, line);
  }

  #startPiece(kind: PieceKind, words: string, mark: string, line: number): void {
    const more = words === '' ? {} : { [PIECE_WORDS[kind].main]: words };
    this.#piece = { line, mark, kind, on: '', within: '', more };
    if (words.length > LIMITS.more) this.#long(line, LIMITS.more);
    this.theory.pieces.push(this.#piece);
  }

  #startBox(label: string, mark: string, line: number): void {
    const type = this.#type ?? 'activity';
    this.#box = { line, mark, type, label, detail: '', part: '', more: {}, links: [] };
    this.#details = [];
    if (this.#type === null) {
      this.#fault(line, 'Put a heading above this box, such as ## Activities');
    }
    if (label === '') this.#fault(line, 'Enter what the box says after the dash');
    if (label.length > LIMITS.label) this.#long(line, LIMITS.label);
    this.theory.boxes.push(this.#box);
  }

  #startLink(text: string, line: number): void {
    const to = MARK_FIRST.exec(text)?.[1]?.toLowerCase();
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
    const owner = this.#link ?? this.#piece ?? this.#box ?? (this.#above ? this.theory : null);
    if (owner === null || this.theory.title === '') {
      return this.#fault(line, 'Start a box with a dash, or a heading with ##');
    }
    const key = name.startsWith(RAW) ? name.slice(RAW.length) : '';
    if (/^[a-z][A-Za-z]{0,39}$/.test(key)) {
      if (value.length > LIMITS.more) this.#long(line, LIMITS.more);
      if (value !== '') owner.more[key] = value;
      return;
    }
    if (this.#link !== null && fold(name) === BECAUSE) {
      this.#link.reason = value;
      if (value.length > LIMITS.reason) this.#long(line, LIMITS.reason);
      return;
    }
    if (this.#reference(fold(name), value, line)) return;
    this.#named(owner, name, value, line);
  }

  /** A line that points at something else of the text by its mark. */
  #reference(name: string, value: string, line: number): boolean {
    const box = this.#link === null && this.#piece === null ? this.#box : null;
    const piece = this.#piece;
    const about = name === fold(ABOUT) && piece !== null;
    const within = name === fold(WITHIN) && piece?.kind === 'part';
    if (!about && !within && !(name === fold(PART) && box !== null)) return false;
    const [, from, to] = LINK_MARKS.exec(value) ?? [];
    const mark = MARK_FIRST.exec(value)?.[1]?.toLowerCase();
    if (mark === undefined) this.#fault(line, 'Say what you mean by its mark, such as [#a1b2]');
    else if (about && from !== undefined && to !== undefined) {
      piece.on = `${from.toLowerCase()}>${to.toLowerCase()}`;
    } else if (about) piece.on = mark;
    else if (within) piece.within = mark;
    else if (box !== null) box.part = mark;
    return true;
  }

  #named(owner: { more: Record<string, string> }, name: string, value: string, line: number): void {
    const fields = this.#fields();
    const field = fields.find(({ label }) => fold(label) === fold(name));
    if (field === undefined) {
      return this.#fault(line, unknownFact(name, fields, this.#link !== null, this.#known()));
    }
    const meant = readValue(field, value);
    if (meant === null) return this.#fault(line, howToWrite(field));
    if (value.length > LIMITS.more) this.#long(line, LIMITS.more);
    owner.more[field.key] = meant;
  }

  /** The facts that can be said of what the line stands under. */
  #fields(): readonly MoreField[] {
    if (this.#link !== null) return LINK_MORE;
    if (this.#piece !== null) return PIECE_WORDS[this.#piece.kind].fields;
    return this.#box === null ? THEORY_FACTS : BOX_MORE[this.#box.type];
  }

  /** What the line stands under, in words. */
  #known(): string {
    if (this.#link !== null) return 'a link';
    if (this.#piece !== null) return PIECE_WORDS[this.#piece.kind].heading.toLowerCase();
    return this.#box === null ? 'the whole theory' : 'this type of box';
  }

  #long(line: number, most: number): void {
    this.#fault(line, `Shorten this to ${most.toLocaleString('en-GB')} characters or fewer`);
  }
}
