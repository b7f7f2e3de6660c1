import { z } from 'zod';
import {
  emptyTheory,
  LIMITS,
  linkKindBetween,
  lastPosition,
  type Box,
  PIECE_KINDS,
  type Link,
  type Piece,
  type Theory,
} from '../graph.ts';
import { plainTexts } from '#app/http/plain-text.ts';
import { BOX_TYPES } from '../graph.ts';
import { typeNamed } from '../type-names.ts';
import { tidyFacts } from './tidy-facts.ts';

/** Our own format: the whole theory as JSON, open to anybody. */
export const FORMAT = 'throughline-theory';
export const FORMAT_VERSION = 1;

/** A theory that was read, with remarks on what was read differently than it was written. */
export type ReadTheory =
  | { ok: true; theory: Theory; notes: string[] }
  | { ok: false; problems: { where: string; message: string }[] };

/** The theory as a document of our format. What is empty is left out. */
export function toJson(theory: Theory): string {
  const document = {
    format: FORMAT,
    version: FORMAT_VERSION,
    title: theory.title,
    ...(Object.keys(theory.more).length === 0 ? {} : { more: theory.more }),
    nodes: theory.boxes.map(({ id, type, label, detail, more, x, y, position }) => ({
      id,
      type,
      label,
      ...(detail === '' ? {} : { detail }),
      ...(Object.keys(more).length === 0 ? {} : { more }),
      ...(x === null ? {} : { x }),
      ...(y === null ? {} : { y }),
      position,
    })),
    links: theory.links.map(({ id, kind, source, target, reason, more }) => ({
      id,
      kind,
      source,
      target,
      reason,
      ...(Object.keys(more).length === 0 ? {} : { more }),
    })),
    ...(theory.pieces.length === 0 ? {} : { pieces: theory.pieces }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const Id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1).max(80));
const More = z.record(z.string(), z.string().max(LIMITS.more)).optional();

// Others call the same things by other names; these are the usual ones.
const NodeShape = z.object({
  id: Id,
  type: z.string().min(1),
  label: z.string().optional(),
  title: z.string().optional(),
  name: z.string().optional(),
  detail: z.string().max(LIMITS.detail).optional(),
  description: z.string().max(LIMITS.detail).optional(),
  more: More,
  x: z.number().nullish(),
  y: z.number().nullish(),
  position: z.number().optional(),
});
const LinkShape = z.object({
  id: Id.optional(),
  source: Id.optional(),
  from: Id.optional(),
  target: Id.optional(),
  to: Id.optional(),
  reason: z.string().max(LIMITS.reason).nullish(),
  why: z.string().max(LIMITS.reason).nullish(),
  more: More,
});
const PieceInFile = z.object({
  id: Id,
  kind: z.enum(PIECE_KINDS),
  on: Id.nullish(),
  more: More,
});
const Document = z.object({
  version: z.number().optional(),
  more: More,
  pieces: z.array(z.unknown()).optional(),
  title: z.string().max(200).optional(),
  name: z.string().max(200).optional(),
  nodes: z.array(z.unknown()).optional(),
  boxes: z.array(z.unknown()).optional(),
  links: z.array(z.unknown()).optional(),
  edges: z.array(z.unknown()).optional(),
});

type Problem = { where: string; message: string };

/**
 * Reads a theory from JSON: our own format, or any object with `nodes` (or `boxes`) of `id`, `type`
 * and `label`, and `links` (or `edges`) of `source` and `target`. Links to nodes that are not there
 * are kept, so that the checks can point at them; everything else that is wrong is a problem.
 */
export function fromJson(text: string, fallbackTitle: string): ReadTheory {
  const parsed = parse(text);
  if ('problem' in parsed) return { ok: false, problems: [parsed.problem] };
  const read = Document.safeParse(parsed.value);
  if (!read.success) return notATheory();
  const { title, name, version = FORMAT_VERSION } = read.data;
  if (version > FORMAT_VERSION) {
    const message = `The file is of version ${version} of this format, and version ${FORMAT_VERSION} can be read. Take it out again from where it was made, as GraphML or CSV.`;
    return { ok: false, problems: [{ where: 'version', message }] };
  }
  const nodes = read.data.nodes ?? read.data.boxes;
  if (nodes === undefined) return notATheory();
  const problems: Problem[] = [];
  const boxes = readBoxes(nodes, problems);
  const links = readLinks(read.data.links ?? read.data.edges ?? [], boxes, problems);
  const pieces = readPieces(read.data.pieces ?? [], problems);
  problems.push(...tooMany({ boxes, links, pieces }));
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, 50) };
  const empty = emptyTheory('', title ?? name ?? fallbackTitle);
  const theory = { ...empty, more: read.data.more ?? {}, boxes, links, pieces };
  return { ok: true, ...tidyFacts(theory) };
}

/** What is more than a theory can hold; whoever has the file has to choose what comes in. */
function tooMany(theory: Pick<Theory, 'boxes' | 'links' | 'pieces'>): Problem[] {
  return (['boxes', 'links', 'pieces'] as const).flatMap((where) => {
    const count = theory[where].length;
    if (count <= LIMITS[where]) return [];
    const message = `The file has ${count} ${where}, and a theory holds ${LIMITS[where]} at most. Take some out of the file.`;
    return [{ where, message }];
  });
}

function notATheory(): ReadTheory {
  const message =
    'The file holds no theory of change. It needs a list “nodes” with an id, a type and a label each, and a list “links” with a source and a target each.';
  return { ok: false, problems: [{ where: 'file', message }] };
}

function parse(text: string): { value: unknown } | { problem: Problem } {
  try {
    return { value: plainTexts<unknown>(JSON.parse(text)) };
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const position = /position (\d+)/.exec(said)?.[1];
    const line = position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
    const where = line === null ? 'file' : `line ${line}`;
    return { problem: { where, message: 'The file is not complete JSON from here on.' } };
  }
}

function readBoxes(nodes: readonly unknown[], problems: Problem[]): Box[] {
  const boxes: Box[] = [];
  const seen = new Set<string>();
  nodes.forEach((raw, index) => {
    const read = NodeShape.safeParse(raw);
    if (!read.success) {
      problems.push(problemOf(`nodes[${index}]`, read.error));
      return;
    }
    const node = read.data;
    const where = `node “${node.id}”`;
    const type = typeNamed(node.type);
    const label = (node.label ?? node.title ?? node.name ?? '').trim();
    if (type === null) {
      problems.push({
        where,
        message: `“${node.type}” is not a type. Use one of ${BOX_TYPES.join(', ')}.`,
      });
    } else if (label === '') {
      problems.push({
        where,
        message: 'It has no label. Give it the words that stand in the box.',
      });
    } else if (label.length > LIMITS.label) {
      problems.push({
        where,
        message: `Its label has ${label.length} characters. Use ${LIMITS.label} at most.`,
      });
    } else if (seen.has(node.id)) {
      problems.push({ where, message: 'This id is used twice. Give each node its own.' });
    } else {
      seen.add(node.id);
      boxes.push(boxOf(node, type, label, boxes));
    }
  });
  return boxes;
}

function boxOf(
  node: z.infer<typeof NodeShape>,
  type: Box['type'],
  label: string,
  before: readonly Box[],
): Box {
  return {
    id: node.id,
    type,
    label,
    detail: node.detail ?? node.description ?? '',
    more: node.more ?? {},
    // Each on its own: a tidied box has a height in its column and no x.
    x: node.x ?? null,
    y: node.y ?? null,
    position: node.position ?? lastPosition({ boxes: before }, type),
  };
}

function readLinks(raw: readonly unknown[], boxes: readonly Box[], problems: Problem[]): Link[] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const seen = new Set<string>();
  return raw.flatMap((each, index): Link[] => {
    const read = LinkShape.safeParse(each);
    if (!read.success) {
      problems.push(problemOf(`links[${index}]`, read.error));
      return [];
    }
    const source = read.data.source ?? read.data.from;
    const target = read.data.target ?? read.data.to;
    if (source === undefined || target === undefined) {
      problems.push({ where: `links[${index}]`, message: 'Give it a source and a target.' });
      return [];
    }
    let id = read.data.id ?? `link-${index + 1}`;
    while (seen.has(id)) id = `${id}-again`;
    seen.add(id);
    const kind = linkKindBetween(
      byId.get(source)?.type ?? 'activity',
      byId.get(target)?.type ?? 'activity',
    );
    const reason = read.data.reason ?? read.data.why ?? '';
    return [{ id, kind, source, target, reason, more: read.data.more ?? {} }];
  });
}

function readPieces(raw: readonly unknown[], problems: Problem[]): Piece[] {
  const seen = new Set<string>();
  return raw.flatMap((each, index): Piece[] => {
    const read = PieceInFile.safeParse(each);
    if (!read.success) {
      problems.push(problemOf(`pieces[${index}]`, read.error));
      return [];
    }
    const { id, kind, on, more } = read.data;
    if (seen.has(id)) {
      const message = 'This id is used twice. Give each piece its own.';
      problems.push({ where: `piece “${id}”`, message });
    }
    seen.add(id);
    return [{ id, kind, on: on ?? null, more: more ?? {} }];
  });
}

function problemOf(where: string, error: z.ZodError): Problem {
  const issue = error.issues[0];
  const field = issue?.path.map(String).join('.') ?? '';
  if (field === '') return { where, message: 'It is not an object with fields.' };
  const wrong = issue?.code === 'too_big' ? 'is too long' : 'is missing or of the wrong kind';
  return { where, message: `Its “${field}” ${wrong}.` };
}
