import {
  LIMITS,
  linkKindBetween,
  type Box,
  type BoxType,
  type Link,
  type Piece,
  type Theory,
} from '../graph.ts';
import { many } from '#app/ui/words.ts';
import { beyond, namedFew } from './left-out.ts';
import { filled, type ForeignGroup, type ForeignLink, type ForeignMap } from './foreign.ts';

/** What a person said about the groups and diagrams of a file after seeing how they were taken. */
export interface MapChoices {
  /** What the boxes of each group are; null leaves them out. */
  groups?: ReadonlyMap<string, GroupMeaning>;
  /** The diagrams that come in; all that the file proposes where nobody said. */
  diagrams?: ReadonlySet<string>;
}

export type GroupMeaning = BoxType | 'measure' | null;

/** What a group whose name says nothing is taken for, until somebody says otherwise. */
const WHEN_UNTOLD: BoxType = 'intermediateOutcome';

/** What each group is taken for, as the file and a person have it. */
export function meaningOf(group: ForeignGroup, choices: MapChoices): GroupMeaning {
  const chosen = choices.groups?.get(group.key);
  return chosen === undefined ? (group.type ?? WHEN_UNTOLD) : chosen;
}

/**
 * A theory out of somebody else's file. Nothing is dropped in silence: what cannot come in is named in
 * the notes. Links to boxes that the file does not have are kept, so that the checks point at them.
 */
export function theoryOfMap(
  map: ForeignMap,
  choices: MapChoices,
): { theory: Theory; notes: string[] } {
  const notes = [...map.notes];
  const making = new Making(map, choices, notes);
  const theory: Theory = {
    id: '',
    title: oneLine(map.title).slice(0, 200) || 'Theory of change',
    sequence: 0,
    more: {},
    boxes: making.boxes(),
    links: making.links(),
    pieces: making.pieces(),
  };
  return { theory, notes };
}

const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim();

class Making {
  private readonly meanings: ReadonlyMap<string, GroupMeaning>;
  private readonly shown: ReadonlySet<string>;
  /** The type of each box that comes in. */
  private readonly types = new Map<string, BoxType>();
  private readonly labels: ReadonlyMap<string, string>;
  /** Measures out of a group of indicators, by the node that stands for each. */
  private readonly measures = new Map<string, string>();
  private readonly linkIds = new Map<string, string>();
  private readonly ids = new Map<string, string>();
  private readonly made: Piece[] = [];

  constructor(
    private readonly map: ForeignMap,
    choices: MapChoices,
    private readonly notes: string[],
  ) {
    this.meanings = new Map(map.groups.map((group) => [group.key, meaningOf(group, choices)]));
    this.shown =
      choices.diagrams ?? new Set(map.diagrams.filter(({ chosen }) => chosen).map(({ id }) => id));
    this.labels = new Map(map.nodes.map(({ id, label }) => [id, label]));
    this.sayUntold(map, choices);
    const aside = map.diagrams
      .filter(({ id }) => !this.shown.has(id))
      .map(({ name }) => `“${name}”`);
    this.say(aside, 'diagram of the file does not come in', 'diagrams of the file do not come in');
  }

  boxes(): Box[] {
    const positions = new Map<BoxType, number>();
    const leftOut = new Map<string, number>();
    const unnamed: string[] = [];
    const boxes: Box[] = [];
    const nodes = this.map.nodes
      .filter(({ diagrams }) => this.isShown(diagrams))
      .map((node, index) => ({ node, index }))
      .sort((a, b) => a.node.order - b.node.order || a.index - b.index);
    for (const { node } of nodes) {
      const meaning = this.meanings.get(node.group) ?? null;
      if (meaning === null) leftOut.set(node.group, (leftOut.get(node.group) ?? 0) + 1);
      else if (oneLine(node.label) === '') unnamed.push(node.id);
      else if (meaning === 'measure') this.measures.set(node.id, oneLine(node.label));
      else if (boxes.length >= LIMITS.boxes) leftOut.set('', (leftOut.get('') ?? 0) + 1);
      else if (!this.types.has(node.id)) {
        const position = (positions.get(meaning) ?? 0) + 1;
        positions.set(meaning, position);
        this.types.set(node.id, meaning);
        boxes.push({ ...this.words(node), ...this.facts(node, meaning), position });
      }
    }
    this.say(unnamed, 'box without words is left out', 'boxes without words are left out');
    for (const [key, count] of leftOut) {
      const name = this.map.groups.find((group) => group.key === key)?.name;
      const are = count === 1 ? 'is' : 'are';
      this.notes.push(
        ...(name === undefined
          ? beyond(count, LIMITS.boxes, 'box', 'boxes')
          : [`${many(count, 'box', 'boxes')} of “${name}” ${are} left out.`]),
      );
    }
    return boxes;
  }

  links(): Link[] {
    const ends = new Map<string, number>();
    const links: Link[] = [];
    const nowhere: string[] = [];
    const toThemselves: string[] = [];
    let again = 0;
    let tooMany = 0;
    for (const link of this.map.links) {
      if (!this.isShown(link.diagrams) || this.isOfMeasure(link)) continue;
      const known = this.labels.has(link.source) && this.labels.has(link.target);
      if (known && !(this.types.has(link.source) && this.types.has(link.target))) continue;
      const where = `${this.nameOf(link.source)} to ${this.nameOf(link.target)}`;
      if (link.source === link.target) {
        toThemselves.push(where);
        continue;
      }
      const at = ends.get(JSON.stringify([link.source, link.target]));
      if (at !== undefined) {
        again += 1;
        this.linkIds.set(link.id, links[at]?.id ?? '');
        links[at] = joined(links[at] as Link, link);
        continue;
      }
      if (links.length >= LIMITS.links) {
        tooMany += 1;
        continue;
      }
      if (!known) nowhere.push(where);
      ends.set(JSON.stringify([link.source, link.target]), links.length);
      links.push(this.linkOf(link, links.length));
    }
    this.say(
      nowhere,
      'link leads from or to a box that the file does not have',
      'links lead from or to boxes that the file does not have',
    );
    this.say(
      toThemselves,
      'link of a box to itself is left out',
      'links of boxes to themselves are left out',
    );
    this.notes.push(...beyond(tooMany, LIMITS.links, 'link', 'links'));
    if (again > 0) {
      this.notes.push(`${many(again, 'link')} stood there twice: their reasons are put together.`);
    }
    return links;
  }

  pieces(): Piece[] {
    for (const { id, kind, on, more } of this.map.pieces) {
      const about = this.types.has(on) ? this.idOf(on) : this.linkIds.get(on);
      if (about === undefined) continue;
      this.made.push({ id: this.idOf(`piece ${id}`), kind, on: about, more: filled(more) });
    }
    const { made } = this;
    this.notes.push(...beyond(made.length - LIMITS.pieces, LIMITS.pieces, 'piece', 'pieces'));
    return made.slice(0, LIMITS.pieces);
  }

  private words(node: ForeignMap['nodes'][number]) {
    const label = oneLine(node.label);
    const cut = label.length > LIMITS.label;
    if (cut) {
      this.notes.push(
        `“${label.slice(0, 60)}…” has ${label.length} characters: all of it stands in the explanation.`,
      );
    }
    const detail = cut ? `${label}\n${node.detail}`.trim() : node.detail;
    if (detail.length > LIMITS.detail) {
      this.notes.push(
        `The explanation of “${label.slice(0, 60)}” is cut at ${LIMITS.detail} characters.`,
      );
    }
    return {
      label: cut ? `${label.slice(0, LIMITS.label - 1)}…` : label,
      detail: detail.slice(0, LIMITS.detail),
    };
  }

  /** A box that stands in one of several diagrams belongs to the part that the diagram becomes. */
  private facts(node: ForeignMap['nodes'][number], type: BoxType) {
    const inside = node.diagrams.filter((id) => this.shown.has(id));
    const part = this.shown.size > 1 && inside.length === 1 ? this.partOf(inside[0] ?? '') : '';
    return {
      id: this.idOf(node.id),
      type,
      more: filled({ ...node.more, part }),
      x: null,
      y: null,
    };
  }

  private partOf(diagram: string): string {
    const id = this.idOf(`part ${diagram}`);
    if (!this.made.some((piece) => piece.id === id)) {
      const name = this.map.diagrams.find((each) => each.id === diagram)?.name ?? diagram;
      this.made.push({ id, kind: 'part', on: null, more: filled({ name, kind: 'strand' }) });
    }
    return id;
  }

  private linkOf(link: ForeignLink, index: number): Link {
    const { source, target, reason, more } = link;
    const kind = linkKindBetween(
      this.types.get(source) ?? 'activity',
      this.types.get(target) ?? 'activity',
    );
    const id = `link-${index + 1}`;
    this.linkIds.set(link.id, id);
    return {
      id,
      kind,
      source: this.idOf(source),
      target: this.idOf(target),
      reason: reason.trim().slice(0, LIMITS.reason),
      more: filled(more),
    };
  }

  /** A link to an indicator says whose measure it is, and is no link. */
  private isOfMeasure({ source, target, id }: ForeignLink): boolean {
    for (const [measure, box] of [
      [source, target],
      [target, source],
    ] as const) {
      const label = this.measures.get(measure);
      if (label === undefined) continue;
      if (this.types.has(box)) {
        this.made.push({
          id: this.idOf(`measure ${id}`),
          kind: 'measure',
          on: this.idOf(box),
          more: filled({ label, shared: 'local' }),
        });
      }
      return true;
    }
    return false;
  }

  private isShown(diagrams: readonly string[]): boolean {
    return diagrams.length === 0 || diagrams.some((id) => this.shown.has(id));
  }

  /** Ids as they can be kept: short, and no two alike. */
  private idOf(id: string): string {
    const known = this.ids.get(id);
    if (known !== undefined) return known;
    const short = id.length <= 80 ? id : `${id.slice(0, 60)}-${this.ids.size + 1}`;
    this.ids.set(id, short);
    return short;
  }

  private nameOf(id: string): string {
    const label = oneLine(this.labels.get(id) ?? '');
    return `“${(label === '' ? id : label).slice(0, 60)}”`;
  }

  private sayUntold(map: ForeignMap, choices: MapChoices): void {
    for (const { key, name, type } of map.groups) {
      if (type !== null || choices.groups?.has(key)) continue;
      this.notes.push(
        `“${name}” says no type that we know: its boxes are taken for intermediate outcomes until you say otherwise.`,
      );
    }
  }

  private say(which: readonly string[], one: string, several: string): void {
    this.notes.push(...namedFew(which, one, several));
  }
}

function joined(link: Link, other: ForeignLink): Link {
  const reasons = [link.reason, other.reason.trim()].filter((each) => each !== '');
  return {
    ...link,
    reason: [...new Set(reasons)].join('\n').slice(0, LIMITS.reason),
    more: { ...filled(other.more), ...link.more },
  };
}
