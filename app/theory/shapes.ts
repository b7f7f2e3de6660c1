import { z } from 'zod';
import { BOX_TYPES, LIMITS, PIECE_KINDS } from './graph.ts';

/** What an operation may look like when it arrives from outside. */

const Id = z.string().min(1).max(80);
export const MoreKey = z.string().regex(/^[a-z][A-Za-z]{0,39}$/);
const MoreShape = z.record(MoreKey, z.string().max(LIMITS.more));
export const Coordinate = z.number().min(-100_000).max(100_000).nullable();
export const Position = z.number().min(-1_000_000).max(1_000_000);
const Label = z.string().trim().min(1, 'Enter what the box says').max(LIMITS.label);
const Title = z.string().trim().min(1, 'Enter a title').max(200);

export const BoxShape = z.object({
  id: Id,
  type: z.enum(BOX_TYPES),
  label: Label,
  detail: z.string().max(LIMITS.detail),
  more: MoreShape,
  x: Coordinate,
  y: Coordinate,
  position: Position,
});

const LinkShape = z.object({
  id: Id,
  source: Id,
  target: Id,
  reason: z.string().max(LIMITS.reason),
  more: MoreShape,
});

const PieceShape = z.object({
  id: Id,
  kind: z.enum(PIECE_KINDS),
  on: Id.nullable(),
  more: MoreShape,
});

const MoreField = z.custom<`more.${string}`>(
  (value) => typeof value === 'string' && /^more\.[a-z][A-Za-z]{0,39}$/.test(value),
);

/** One change to a theory, as it is sent and as it is kept in the history. */
export const OperationShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('addBox'), box: BoxShape }),
  z.object({
    kind: z.literal('editBox'),
    id: Id,
    field: z.union([z.enum(['label', 'detail', 'type']), MoreField]),
    from: z.string().max(LIMITS.detail),
    to: z.string().max(LIMITS.detail),
  }),
  z.object({
    kind: z.literal('moveBox'),
    id: Id,
    x: Coordinate,
    y: Coordinate,
    position: Position,
  }),
  z.object({ kind: z.literal('removeBox'), id: Id }),
  z.object({ kind: z.literal('addLink'), link: LinkShape }),
  z.object({
    kind: z.literal('editLink'),
    id: Id,
    field: z.union([z.literal('reason'), MoreField]),
    from: z.string().max(LIMITS.reason),
    to: z.string().max(LIMITS.reason),
  }),
  z.object({ kind: z.literal('removeLink'), id: Id }),
  z.object({ kind: z.literal('addPiece'), piece: PieceShape }),
  z.object({
    kind: z.literal('editPiece'),
    id: Id,
    // What it is about is given by its id, and by nothing when it is about all.
    field: z.union([z.literal('on'), MoreField]),
    from: z.string().max(LIMITS.more),
    to: z.string().max(LIMITS.more),
  }),
  z.object({ kind: z.literal('removePiece'), id: Id }),
  z.object({
    kind: z.literal('editTheory'),
    field: MoreField,
    from: z.string().max(LIMITS.more),
    to: z.string().max(LIMITS.more),
  }),
  z.object({ kind: z.literal('rename'), from: z.string().max(200), to: Title }),
]);

export type Operation = z.infer<typeof OperationShape>;

/** An operation on its way: its id makes a second sending harmless. */
export const SentShape = z.object({
  clientOpId: z.string().min(8).max(80),
  operation: OperationShape,
  /** What was done in one go has one; see gestures.ts. Without it, what arrives together is one. */
  batch: z
    .string()
    .max(200)
    .regex(/^[\w-]+(\/[\w-]+)*$/)
    .optional(),
});

export type Sent = z.infer<typeof SentShape>;
