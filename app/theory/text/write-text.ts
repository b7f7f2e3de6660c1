import {
  BOX_MORE,
  BOX_TYPES,
  column,
  LINK_MORE,
  PIECE_KINDS,
  piecesOf,
  type Link,
  type Piece,
  type Theory,
} from '../graph.ts';
import {
  ABOUT,
  BECAUSE,
  factLines,
  headingOf,
  inOneLine,
  PART,
  PIECE_WORDS,
  THEORY_FACTS,
  WITHIN,
} from './words-of-text.ts';

/**
 * A theory as text: one thing a line, so that it can be read, compared, copied and written in any
 * editor. Under the title stands what is said of the whole; under a heading for each type its boxes,
 * under each box what is known of it and what it leads to; then evidence, measures and parts:
 *
 *     # How the hubs help
 *     What stays when the money ends: two trained teams
 *
 *     ## Activities
 *     - Open two hubs on Thursday evenings [#3f9c]
 *       Who leads it: Hub manager
 *       | A longer explanation
 *       -> [#a2b1] Forty evening sessions
 *          because: they are free then
 *
 *     ## Evidence
 *     - Eight of ten fathers work on weekdays [#77e0]
 *       About: [#3f9c] -> [#a2b1]
 *       Does it speak for or against?: For
 *
 * A box, and what else has a dash, is known by its mark. One without a mark, or with a mark of the
 * writer's own, is new. Where boxes stand on the canvas is not said.
 */
export function writeText(theory: Theory, marks = marksOf(theory)): string {
  const text = new Text(theory, marks);
  return `${text.lines().join('\n')}\n`;
}

class Text {
  readonly #parts: ReadonlySet<string>;
  /** The links that the text tells: one to nothing, to itself or drawn twice is for the checks. */
  readonly #told: readonly Link[];

  constructor(
    private readonly theory: Theory,
    private readonly marks: ReadonlyMap<string, string>,
  ) {
    this.#parts = new Set(piecesOf(theory, 'part').map(({ id }) => id));
    this.#told = toldLinks(theory);
  }

  lines(): string[] {
    const { theory } = this;
    return [
      `# ${inOneLine(theory.title)}`,
      ...factLines(theory.more, THEORY_FACTS),
      ...BOX_TYPES.flatMap((type) => this.#ofType(type)),
      ...PIECE_KINDS.flatMap((kind) => {
        const pieces = piecesOf(theory, kind);
        if (pieces.length === 0) return [];
        const lines = pieces.flatMap((piece) => this.#piece(piece));
        return ['', `## ${PIECE_WORDS[kind].heading}`, ...lines];
      }),
    ];
  }

  #mark(id: string): string {
    return `[#${this.marks.get(id) ?? ''}]`;
  }

  #ofType(type: (typeof BOX_TYPES)[number]): string[] {
    const boxes = column(this.theory, type);
    if (boxes.length === 0) return [];
    return [
      '',
      `## ${headingOf(this.theory, type)}`,
      ...boxes.flatMap((box) => {
        const part = box.more['part'] ?? '';
        const inPart = this.#parts.has(part);
        return [
          `- ${inOneLine(box.label)} ${this.#mark(box.id)}`,
          ...(inPart ? [`  ${PART}: ${this.#mark(part)}${this.#nameOf(part)}`] : []),
          ...factLines(box.more, BOX_MORE[type], inPart ? ['part'] : []).map((each) => `  ${each}`),
          ...(box.detail === '' ? [] : box.detail.split('\n').map((each) => `  | ${each}`)),
          ...this.#told
            .filter(({ source }) => source === box.id)
            .flatMap((link) => this.#link(link)),
        ];
      }),
    ];
  }

  #link(link: Link): string[] {
    const target = this.theory.boxes.find(({ id }) => id === link.target);
    return [
      `  -> ${this.#mark(link.target)} ${inOneLine(target?.label ?? '')}`,
      ...(link.reason === '' ? [] : [`     ${BECAUSE}: ${inOneLine(link.reason)}`]),
      ...factLines(link.more, LINK_MORE).map((each) => `     ${each}`),
    ];
  }

  #nameOf(part: string): string {
    const name = this.theory.pieces.find(({ id }) => id === part)?.more['name'] ?? '';
    return name === '' ? '' : ` ${inOneLine(name)}`;
  }

  #piece({ id, kind, on, more }: Piece): string[] {
    const { main, fields } = PIECE_WORDS[kind];
    const name = inOneLine(more[main] ?? '');
    const about = this.#about(on);
    const within = kind === 'part' ? (more['within'] ?? '') : '';
    const inPart = this.#parts.has(within);
    return [
      `- ${name === '' ? '' : `${name} `}${this.#mark(id)}`,
      ...(about === '' ? [] : [`  ${ABOUT}: ${about}`]),
      ...(inPart ? [`  ${WITHIN}: ${this.#mark(within)}${this.#nameOf(within)}`] : []),
      ...factLines(more, fields, [main, ...(inPart ? ['within'] : [])]).map((each) => `  ${each}`),
    ];
  }

  /** The box or link that a piece is about, by marks; empty when it is about all. */
  #about(on: string | null): string {
    const link = this.#told.find(({ id }) => id === on);
    if (link !== undefined) return `${this.#mark(link.source)} -> ${this.#mark(link.target)}`;
    return this.theory.boxes.some(({ id }) => id === on) ? this.#mark(on ?? '') : '';
  }
}

/** The links that a text can hold, in the order in which they were drawn. */
export function toldLinks({ boxes, links }: Pick<Theory, 'boxes' | 'links'>): Link[] {
  const there = new Set(boxes.map(({ id }) => id));
  const told = new Set<string>();
  return links.filter(({ source, target }) => {
    const pair = `${source} ${target}`;
    if (source === target || told.has(pair) || !there.has(source) || !there.has(target)) {
      return false;
    }
    told.add(pair);
    return true;
  });
}

/** Fewest characters of a mark: enough that two boxes seldom need more. */
const SHORT = 4;

/** A short mark for each box and piece, from the end of its id, as long as it takes to tell them apart. */
export function marksOf({ boxes, pieces }: Pick<Theory, 'boxes' | 'pieces'>): Map<string, string> {
  const things = [...boxes, ...pieces];
  const letters = things.map(({ id }) => id.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const marks = new Map<string, string>();
  const taken = new Set<string>();
  things.forEach(({ id }, index) => {
    const whole = letters[index] ?? '';
    let length = SHORT;
    let mark = whole.slice(-length);
    while (length < whole.length && (taken.has(mark) || endsSeveral(letters, mark))) {
      length += 1;
      mark = whole.slice(-length);
    }
    for (let again = 2; mark === '' || taken.has(mark); again += 1) mark = `${whole}${again}`;
    taken.add(mark);
    marks.set(id, mark);
  });
  return marks;
}

const endsSeveral = (all: readonly string[], mark: string) =>
  all.filter((each) => each.endsWith(mark)).length > 1;
