import { Handle, Position, type Node, type NodeProps } from 'reactflow';
import { tierOf, typeName, type BoxType, type Theory } from '../graph.ts';
import type { Mark } from '../drawing/marks.ts';
import type { Layout } from '../layout.ts';

/** Boxes as the canvas library wants them. */

export type BoxNode = Node<
  {
    lines: string;
    type: BoxType;
    /** Initials of others who are at it; empty when nobody is. */
    others: string;
    /** Written at it: what an overlay says, and whether several parts share it. */
    mark: Mark | null;
    shared: boolean;
  },
  'box'
>;

/** What is shown at boxes besides their words. */
export interface AtBoxes {
  /** Who else is at a box: initials to show, and words to say. */
  others: ReadonlyMap<string, { initials: string; words: string }>;
  overlay: ReadonlyMap<string, Mark>;
  /** By the id of a box that several parts share, their names. */
  sharedBy: ReadonlyMap<string, readonly string[]>;
}

/** A box: its words as they were wrapped, so that it is exactly as high as the layout says. */
export function BoxOnCanvas({ data, isConnectable }: NodeProps<BoxNode>) {
  const { mark } = data;
  return (
    <>
      <Handle
        type="target"
        position={Position.Left}
        isConnectable={isConnectable}
        aria-hidden="true"
      />
      <div
        className={`tl-box tl-box--${data.type}${mark?.fill === undefined ? '' : ' tl-box--marked'}`}
        style={mark?.fill === undefined ? undefined : { background: mark.fill }}
      >
        {data.lines}
      </div>
      {mark === null || mark.words === '' ? null : (
        <span className="tl-box-mark" style={{ borderColor: mark.colour, color: mark.colour }}>
          {mark.words}
        </span>
      )}
      {data.shared ? <span className="tl-box-mark tl-box-mark--shared">shared</span> : null}
      {data.others === '' ? null : (
        <span className="tl-initials tl-initials--box" aria-hidden="true">
          {data.others}
        </span>
      )}
      <Handle
        type="source"
        position={tierOf(data.type) === null ? Position.Top : Position.Right}
        isConnectable={isConnectable}
        aria-hidden="true"
      />
    </>
  );
}

/** The boxes as nodes. A node that has not changed stays the same object: only others draw again. */
export function nodesOf(
  theory: Theory,
  layout: Layout,
  { selected, here }: { selected: string | null; here: string | null },
  at: AtBoxes,
  before: readonly BoxNode[],
): BoxNode[] {
  const old = new Map(before.map((node) => [node.id, node]));
  return theory.boxes.flatMap((box): BoxNode[] => {
    const placed = layout.boxes.get(box.id);
    if (placed === undefined) return [];
    const { x, y, width, height } = placed;
    const tabIndex = box.id === here ? 0 : -1;
    const others = at.others.get(box.id);
    const mark = at.overlay.get(box.id) ?? null;
    const sharedBy = at.sharedBy.get(box.id);
    const data: BoxNode['data'] = {
      lines: placed.lines.join('\n'),
      type: box.type,
      others: others?.initials ?? '',
      mark,
      shared: sharedBy !== undefined,
    };
    const ariaLabel = [
      `${typeName(theory, box.type).one}: ${box.label}`,
      ...(mark === null ? [] : [mark.name]),
      ...(sharedBy === undefined ? [] : [`Shared by ${sharedBy.join(', ')}`]),
      ...(others === undefined ? [] : [others.words]),
    ].join('. ');
    const same = old.get(box.id);
    if (
      same?.position.x === x &&
      same.position.y === y &&
      same.height === height &&
      same.selected === (box.id === selected) &&
      same.domAttributes?.tabIndex === tabIndex &&
      same.ariaLabel === ariaLabel &&
      sameData(same.data, data)
    ) {
      return [same];
    }
    return [
      {
        ...same,
        id: box.id,
        type: 'box',
        position: { x, y },
        width,
        height,
        selected: box.id === selected,
        data: same !== undefined && sameData(same.data, data) ? same.data : data,
        ariaLabel,
        domAttributes: {
          tabIndex,
          'aria-roledescription': 'box',
          'aria-describedby': 'canvas-help',
        },
      },
    ];
  });
}

function sameData(a: BoxNode['data'], b: BoxNode['data']): boolean {
  return (
    a.lines === b.lines &&
    a.type === b.type &&
    a.others === b.others &&
    a.mark === b.mark &&
    a.shared === b.shared
  );
}
