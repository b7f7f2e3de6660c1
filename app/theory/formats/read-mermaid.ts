import {
  filled,
  inOneLine,
  MOST,
  refusedMap,
  withoutTags,
  type ForeignMap,
  type ReadMap,
} from './foreign.ts';
import { groupsOf, UNTOLD } from './groups.ts';
import { flowchartIn, LONGEST_LINE, statements, tidyLine } from './mermaid-lines.ts';

export { flowchartIn } from './mermaid-lines.ts';

/**
 * A flowchart of Mermaid, as it is written by hand and as we write it: nodes in any shape, subgraphs,
 * classes, chains of arrows with and without words. What is only for show is passed over.
 */

const PASSED = /^(%%|classDef\b|style\b|linkStyle\b|click\b|direction\b|accDescr|---|config:|%%\{)/;

/** Reads a flowchart; what cannot be understood is named by its line. */
export function readMermaid(text: string, fallbackTitle: string): ReadMap {
  const found = flowchartIn(text);
  if (found === null) return refusedMap('line 1', 'There is no flowchart in the text.');
  const chart = new Chart(fallbackTitle);
  for (const [index, line] of found.lines.entries()) {
    const where = `line ${found.first + index}`;
    if (line.length > LONGEST_LINE) {
      return refusedMap(
        where,
        `It has more than ${LONGEST_LINE} characters. Part it into several.`,
      );
    }
    chart.line(line, where);
    const beyond = chart.beyond();
    if (beyond !== null) return refusedMap(where, beyond);
    if (chart.isHopeless()) break;
  }
  return chart.finished();
}

interface Node {
  label: string;
  group: string;
  className: string;
}

const ID = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.]|-(?![-.>=]))*/u;
/** Opening and closing signs of the shapes, the longer first. */
const SHAPES: readonly (readonly [string, string])[] = [
  ['(((', ')))'],
  ['((', '))'],
  ['([', '])'],
  ['[[', ']]'],
  ['[(', ')]'],
  ['{{', '}}'],
  ['[/', '/]'],
  ['[/', '\\]'],
  ['[\\', '\\]'],
  ['[\\', '/]'],
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
  ['>', ']'],
];
/** An arrow, which can be longer, with words on it: `-->|words|`, `-- words -->`, `-. words .->`, `== words ==>`. */
const ARROW =
  /^\s*(?:<|x|o)?(?:(?:-{2,30}|={2,30}|-\.{1,30}-?|~{3,30})(?:>|x(?=\s|[|])|o(?=\s|[|]))?\s*\|("(?:[^"]*)"|[^|]*)\||(--|==|-\.)\s+((?:"[^"]*")|(?:(?!\s(?:--|==|\.-)).)+?)\s*(?:-{2,30}>?|={2,30}>?|\.{1,30}->?)(?:x|o)?(?=\s)|(?:-{2,30}|={2,30}|-\.{1,30}-|~{3,30})(?:>|x(?=\s)|o(?=\s))?)\s*/;

/** After so many nobody reads on. */
const MOST_PROBLEMS = 20;

class Chart {
  private readonly nodes = new Map<string, Node>();
  private readonly links: ForeignMap['links'] = [];
  private readonly problems: { where: string; message: string }[] = [];
  private readonly classes = new Map<string, string>();
  private readonly inside: string[] = [];
  private title: string;
  private started = false;

  constructor(fallbackTitle: string) {
    this.title = fallbackTitle;
  }

  /** Why nothing more is read: there is more in the file than anybody can look through. */
  beyond(): string | null {
    if (this.nodes.size > MOST.nodes) {
      return `There are more than ${MOST.nodes} boxes up to here: this is no theory.`;
    }
    if (this.links.length > MOST.links) {
      return `There are more than ${MOST.links} links up to here: this is no theory.`;
    }
    return null;
  }

  isHopeless(): boolean {
    return this.problems.length >= MOST_PROBLEMS;
  }

  line(raw: string, where: string): void {
    const line = tidyLine(raw);
    const title = /^(?:accTitle|title)\s*:\s*(.+)$/.exec(line)?.[1];
    if (title !== undefined) this.title = title.trim();
    if (!this.started) {
      this.started = /^(flowchart|graph)\b/.test(line);
      return;
    }
    if (line === '' || title !== undefined || PASSED.test(line)) return;
    for (const part of statements(line)) this.statement(part, where);
  }

  finished(): ReadMap {
    if (this.problems.length > 0)
      return { ok: false, problems: this.problems.slice(0, MOST_PROBLEMS) };
    const nodes = [...this.nodes].map(([id, node], index) => ({
      id,
      group: this.classes.get(id) ?? (node.className || node.group || UNTOLD),
      label: inOneLine(node.label || id),
      detail: '',
      more: {},
      order: index,
      diagrams: [],
    }));
    return {
      ok: true,
      map: {
        what: 'A flowchart of Mermaid',
        title: this.title,
        groups: groupsOf(nodes.map(({ group }) => [group, group])),
        diagrams: [],
        nodes,
        links: this.links,
        pieces: [],
        notes: [],
      },
    };
  }

  private statement(line: string, where: string): void {
    const subgraph = /^subgraph\s+(.*)$/.exec(line)?.[1];
    if (subgraph !== undefined) {
      const named = /^[^\s[]+\s*\[\s*"?(.*?)"?\s*\]$/.exec(subgraph)?.[1] ?? subgraph;
      this.inside.push(words(named) || (this.inside.at(-1) ?? ''));
      return;
    }
    if (line === 'end') {
      this.inside.pop();
      return;
    }
    const classed = classLine(line);
    if (classed !== null) {
      for (const id of classed.ids.split(',')) {
        this.classes.set(id.trim(), classed.name);
      }
      return;
    }
    this.chain(line, where);
  }

  /** `a & b -->|why| c --> d`: each of the left leads to each of the right. */
  private chain(line: string, where: string): void {
    // An arrow ends at a blank, also at the end of the line.
    let rest = `${line} `;
    let before: string[] | null = null;
    let said = '';
    for (;;) {
      const group = this.some(rest);
      if (group === null) {
        const message = `“${rest.slice(0, 60).trim()}” is not understood: a box and an arrow were expected.`;
        this.problems.push({ where, message });
        return;
      }
      for (const source of before ?? []) {
        for (const target of group.ids) this.link(source, target, said);
        if (this.beyond() !== null) return;
      }
      before = group.ids;
      rest = group.rest.trimStart();
      if (rest === '') return;
      const arrow = ARROW.exec(rest);
      if (arrow === null || arrow[0].trim() === '') {
        const message = `“${rest.slice(0, 60).trim()}” is not understood: an arrow was expected.`;
        this.problems.push({ where, message });
        return;
      }
      said = words(arrow[1] ?? arrow[3] ?? '');
      rest = rest.slice(arrow[0].length);
    }
  }

  private some(text: string): { ids: string[]; rest: string } | null {
    const ids: string[] = [];
    let rest = text;
    for (;;) {
      const one = this.node(rest.trimStart());
      if (one === null) return null;
      ids.push(one.id);
      rest = one.rest;
      const and = /^\s*&\s*/.exec(rest);
      if (and === null) return { ids, rest };
      rest = rest.slice(and[0].length);
    }
  }

  private node(text: string): { id: string; rest: string } | null {
    const id = ID.exec(text)?.[0];
    if (id === undefined) return null;
    let rest = text.slice(id.length);
    const known = this.nodes.get(id);
    const node: Node = known ?? { label: '', group: this.inside.at(-1) ?? '', className: '' };
    if (known !== undefined && known.group === '') known.group = this.inside.at(-1) ?? '';
    this.nodes.set(id, node);
    const shape = shaped(rest);
    if (shape !== null) {
      node.label = words(shape.label);
      rest = shape.rest;
    }
    const classed = /^:::([\p{L}\p{N}_-]+)/u.exec(rest);
    if (classed !== null) {
      node.className = classed[1] ?? '';
      rest = rest.slice(classed[0].length);
    }
    return { id, rest };
  }

  private link(source: string, target: string, said: string): void {
    const lowers = /^[-–−]$/.test(said);
    this.links.push({
      id: `link-${this.links.length + 1}`,
      source,
      target,
      reason: /^[-–−+]$/.test(said) ? '' : said,
      more: filled({ sign: lowers ? 'less' : '' }),
      diagrams: [],
    });
  }
}

/** The words in the shape that a text begins with, and what follows it. */
function shaped(text: string): { label: string; rest: string } | null {
  for (const [open, close] of SHAPES) {
    if (!text.startsWith(open)) continue;
    const quoted = text.slice(open.length).trimStart();
    if (quoted.startsWith('"')) {
      const end = quoted.indexOf('"', 1);
      const after = end < 0 ? '' : quoted.slice(end + 1).trimStart();
      if (end >= 0 && after.startsWith(close)) {
        return { label: quoted.slice(1, end), rest: after.slice(close.length) };
      }
      continue;
    }
    const end = text.indexOf(close, open.length);
    if (end >= 0) {
      return { label: text.slice(open.length, end), rest: text.slice(end + close.length) };
    }
  }
  return null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  lt: '<',
  gt: '>',
  amp: '&',
  nbsp: ' ',
};

/** `class a,b name`: which nodes are of which class. */
function classLine(line: string): { ids: string; name: string } | null {
  const said = /^class\s/.test(line) ? line.slice(5).trim().replace(/;$/, '') : '';
  const gap = said.search(/\s\S*$/);
  const [ids, name] = [said.slice(0, Math.max(gap, 0)).trim(), said.slice(gap + 1)];
  return /^[\p{L}\p{N}_,\s.-]+$/u.test(ids) && /^[\p{L}\p{N}_-]+$/u.test(name)
    ? { ids, name }
    : null;
}

/** Words of a node or an arrow: quotation marks go, entities become their signs. */
function words(text: string): string {
  const bare = /^\s*"([\s\S]*)"\s*$/.exec(text)?.[1] ?? text;
  const plain = bare.includes('<') ? withoutTags(bare.replace(/<br\s*\/?>/gi, ' ')) : bare;
  return plain
    .replace(/^`([\s\S]*)`$/, '$1')
    .replace(/#(\d{1,7}|[a-z]{2,8});/g, (whole, code: string) => {
      const sign = /^\d+$/.test(code) ? codePoint(Number(code)) : ENTITIES[code];
      return sign ?? whole;
    })
    .replace(/\\n/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function codePoint(code: number): string {
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '' : String.fromCodePoint(code);
}
