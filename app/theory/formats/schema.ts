import { z } from 'zod';
import { BOX_TYPES, LIMITS, LINK_KINDS, PIECE_KINDS } from '../graph.ts';
import { FORMAT, FORMAT_VERSION } from './json.ts';

/** Our JSON as others may write it and check it: what `toJson` writes, and what is brought in whole. */

const Id = z.string().min(1).max(80).describe('Unlike every other id of its list');
const More = z
  .record(z.string().regex(/^[a-z][A-Za-z]{0,39}$/), z.string().max(LIMITS.more))
  .describe('Further facts by key; a key that is not there has no value');

const Node = z.object({
  id: Id,
  type: z.enum(BOX_TYPES).describe('What kind of box it is: the column in which it stands'),
  label: z.string().min(1).max(LIMITS.label).describe('What the box says, in a few words'),
  detail: z.string().max(LIMITS.detail).optional().describe('The longer explanation'),
  more: More.optional(),
  x: z.number().min(-100_000).max(100_000).optional().describe('Place on the canvas in CSS pixels'),
  y: z
    .number()
    .min(-100_000)
    .max(100_000)
    .optional()
    .describe('How far down it stands; without an x, in its own column'),
  position: z
    .number()
    .min(-1_000_000)
    .max(1_000_000)
    .optional()
    .describe('Order within its column'),
});

const Link = z.object({
  id: Id.optional(),
  kind: z.enum(LINK_KINDS).optional().describe('Follows from its ends; need not be given'),
  source: z.string().describe('The id of a node'),
  target: z.string().describe('The id of a node'),
  reason: z.string().max(LIMITS.reason).optional().describe('Why the one leads to the other'),
  more: More.optional(),
});

const Piece = z.object({
  id: Id,
  kind: z.enum(PIECE_KINDS).describe('Evidence, a measure, or a part of the theory'),
  on: z.string().nullish().describe('The id of the node or link that it is about'),
  more: More.optional(),
});

/** A theory of change in our format. */
export const TheoryInJson = z
  .object({
    format: z.literal(FORMAT),
    version: z.literal(FORMAT_VERSION),
    title: z.string().min(1).max(200),
    more: More.optional(),
    nodes: z.array(Node).max(LIMITS.boxes),
    links: z.array(Link).max(LIMITS.links),
    pieces: z.array(Piece).max(LIMITS.pieces).optional(),
  })
  .meta({
    title: 'Throughline theory of change',
    description:
      'A theory of change as a graph: nodes in columns by type, links that each say why the one leads to the other, and what belongs to them (evidence, measures, parts).',
  });

/** The JSON Schema (2020-12) of our format, with the address at which it is published. */
export function theorySchema(address?: string): object {
  const schema = z.toJSONSchema(TheoryInJson, { io: 'input' });
  return address === undefined ? schema : { $id: address, ...schema };
}
