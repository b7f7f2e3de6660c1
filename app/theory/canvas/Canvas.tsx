import { memo, useCallback, useEffect, useMemo } from 'react';
import {
  BaseEdge,
  Controls,
  Handle,
  MarkerType,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useNodesState,
  useReactFlow,
  ViewportPortal,
  type Edge,
  type EdgeProps,
  type Node,
  type NodeProps,
} from 'reactflow';
import { boxesById, drawn, TYPE_WORDS, type BoxType, type Link, type Theory } from '../graph.ts';
import type { Layout, Region } from '../layout.ts';
import { gutterPath } from '../routes-of-links.ts';
import { linkSentence } from '../words.ts';

/**
 * The one module that knows the canvas library. It draws a theory, tells what the mouse does to it,
 * and shows where the keyboard is; it holds no theory of its own.
 */
export interface CanvasProps {
  theory: Theory;
  layout: Layout;
  /** The selected box or link. */
  selected: string | null;
  /** Who else is at a box: initials to show, and words to say. */
  marks: ReadonlyMap<string, { initials: string; words: string }>;
  /** The box where the keyboard stands: the one tab stop of the canvas. */
  here: string | null;
  mayEdit: boolean;
  onSelect: (id: string | null) => void;
  onDrop: (id: string, x: number, y: number) => void;
  onConnect: (source: string, target: string) => void;
  /** Wants a new box in a column. */
  onAdd: (type: BoxType) => void;
}

type BoxNode = Node<{ lines: string; type: BoxType; others: string }, 'box'>;

const nodeTypes = { box: memo(BoxOnCanvas) };
const edgeTypes = { fromBand: memo(LinkFromBand) };

/** A whole theory is shown at first, unless its words would be too small to read. */
const LEAST_READABLE = 0.7;

/** Brings a box into view: for whoever moves by keyboard or comes from the coach. */
export type ShowBox = (id: string) => void;

export function Canvas(props: CanvasProps & { showBox: React.MutableRefObject<ShowBox> }) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  );
}

function Flow(props: CanvasProps & { showBox: React.MutableRefObject<ShowBox> }) {
  const { theory, layout, selected, here, mayEdit, onSelect, onDrop, onConnect } = props;
  const [nodes, setNodes, onNodesChange] = useNodesState<BoxNode>(
    nodesOf(theory, layout, selected, here, props.marks, []),
  );
  useEffect(() => {
    setNodes((before) => nodesOf(theory, layout, selected, here, props.marks, before));
  }, [theory, layout, selected, here, props.marks, setNodes]);
  const edges = useMemo(() => edgesOf(theory, selected), [theory, selected]);
  useShowBox(props.showBox, layout);
  const dropped = useCallback(
    (_: unknown, node: BoxNode) => onDrop(node.id, node.position.x, node.position.y),
    [onDrop],
  );
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      // Selecting is ours: the library's own would fight with the keyboard.
      onNodesChange={(changes) =>
        onNodesChange(changes.filter(({ type }) => type === 'position' || type === 'dimensions'))
      }
      onNodeClick={(_, node) => onSelect(node.id)}
      onNodeDragStart={(_, node) => onSelect(node.id)}
      onNodeDragStop={dropped}
      onEdgeClick={(_, edge) => onSelect(edge.id)}
      onPaneClick={() => onSelect(null)}
      onConnect={({ source, target }) => onConnect(source, target)}
      isValidConnection={({ source, target }) => source !== target}
      nodesDraggable={mayEdit}
      nodesConnectable={mayEdit}
      nodesFocusable
      edgesFocusable={false}
      disableKeyboardA11y
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      zoomOnScroll={false}
      zoomOnDoubleClick={false}
      preventScrolling={false}
      minZoom={0.25}
      maxZoom={1.6}
      onInit={(flow) => {
        const width = document.querySelector('.tl-canvas')?.clientWidth ?? layout.width;
        const zoom = Math.min(1, Math.max(LEAST_READABLE, width / layout.width));
        void flow.setViewport({ x: 0, y: 0, zoom });
      }}
      onlyRenderVisibleElements={theory.boxes.length > 150}
      aria-label={`Canvas of the theory “${theory.title}”`}
    >
      <ViewportPortal>
        {layout.bands.map((region) => (
          <div
            key={`ground ${region.type}`}
            className="tl-canvas__band"
            style={{
              transform: `translate(${region.x - 12}px, ${region.y - 8}px)`,
              width: region.width + 24,
              height: region.height,
            }}
          />
        ))}
        {[...layout.columns, ...layout.bands].map((region) => (
          <ColumnTitle key={region.type} region={region} mayEdit={mayEdit} onAdd={props.onAdd} />
        ))}
      </ViewportPortal>
      <Controls showInteractive={false} position="bottom-left" />
    </ReactFlow>
  );
}

function useShowBox(showBox: React.MutableRefObject<ShowBox>, layout: Layout): void {
  const flow = useReactFlow();
  useEffect(() => {
    showBox.current = (id) => {
      const placed = layout.boxes.get(id);
      if (placed === undefined) return;
      const { x, y, zoom } = flow.getViewport();
      const view = document.querySelector('.tl-canvas .react-flow')?.getBoundingClientRect();
      const [left, top] = [placed.x * zoom + x, placed.y * zoom + y];
      const inside =
        view !== undefined &&
        left >= 0 &&
        top >= 0 &&
        left + placed.width * zoom <= view.width &&
        top + placed.height * zoom <= view.height;
      if (inside) return;
      void flow.setCenter(placed.x + placed.width / 2, placed.y + placed.height / 2, { zoom });
    };
  }, [flow, layout, showBox]);
}

function ColumnTitle(props: { region: Region; mayEdit: boolean; onAdd: (type: BoxType) => void }) {
  const { type, title, x, y, width } = props.region;
  return (
    <div
      className={`tl-canvas__title tl-canvas__title--${type}`}
      style={{ transform: `translate(${x}px, ${y - 6}px)`, width: Math.min(width, 420) }}
    >
      <span>{title}</span>
      {props.mayEdit ? (
        <button
          type="button"
          className="nodrag nopan"
          tabIndex={-1}
          onClick={() => props.onAdd(type)}
          aria-label={`Add to ${title.toLowerCase()}`}
        >
          +
        </button>
      ) : null}
    </div>
  );
}

/** A box: its words as they were wrapped, so that it is exactly as high as the layout says. */
function BoxOnCanvas({ data, isConnectable }: NodeProps<BoxNode>) {
  const band = data.type === 'assumption' || data.type === 'externalFactor';
  return (
    <>
      <Handle
        type="target"
        position={Position.Left}
        isConnectable={isConnectable}
        aria-hidden="true"
      />
      <div className={`tl-box tl-box--${data.type}`}>{data.lines}</div>
      {data.others === '' ? null : (
        <span className="tl-initials tl-initials--box" aria-hidden="true">
          {data.others}
        </span>
      )}
      <Handle
        type="source"
        position={band ? Position.Top : Position.Right}
        isConnectable={isConnectable}
        aria-hidden="true"
      />
    </>
  );
}

/** A link from a band beneath goes up between the columns, as in the picture. */
function LinkFromBand({ sourceX, sourceY, targetX, targetY, markerEnd, data }: EdgeProps) {
  const lane = typeof data?.['lane'] === 'number' ? data['lane'] : 0;
  const path = gutterPath({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, lane);
  return <BaseEdge path={path} {...(markerEnd === undefined ? {} : { markerEnd })} />;
}

/** The boxes as nodes. A node that has not changed stays the same object: only others draw again. */
function nodesOf(
  theory: Theory,
  layout: Layout,
  selected: string | null,
  here: string | null,
  marks: CanvasProps['marks'],
  before: readonly BoxNode[],
): BoxNode[] {
  const old = new Map(before.map((node) => [node.id, node]));
  return theory.boxes.flatMap((box): BoxNode[] => {
    const placed = layout.boxes.get(box.id);
    if (placed === undefined) return [];
    const { x, y, width, height } = placed;
    const lines = placed.lines.join('\n');
    const tabIndex = box.id === here ? 0 : -1;
    const mark = marks.get(box.id);
    const others = mark?.initials ?? '';
    const same = old.get(box.id);
    if (
      same?.position.x === x &&
      same.position.y === y &&
      same.height === height &&
      same.selected === (box.id === selected) &&
      same.domAttributes?.tabIndex === tabIndex &&
      same.data.lines === lines &&
      same.data.others === others &&
      same.data.type === box.type
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
        data: { lines, type: box.type, others },
        ariaLabel: [`${TYPE_WORDS[box.type].one}: ${box.label}`, mark?.words ?? []]
          .flat()
          .join('. '),
        domAttributes: {
          tabIndex,
          'aria-roledescription': 'box',
          'aria-describedby': 'canvas-help',
        },
      },
    ];
  });
}

function edgesOf(theory: Theory, selected: string | null): Edge[] {
  const byId = boxesById(theory);
  return theory.links.map((link, lane) => {
    const { from, to } = drawn(link, byId);
    const type = byId.get(from)?.type;
    const fromBand = type === 'assumption' || type === 'externalFactor';
    return {
      id: link.id,
      ...(fromBand ? { type: 'fromBand', data: { lane } } : {}),
      source: from,
      target: to,
      selected: link.id === selected,
      className: `tl-link tl-link--${link.kind}`,
      ariaLabel: linkSentence(theory, link),
      markerEnd: {
        type: MarkerType.ArrowClosed,
        width: 16,
        height: 16,
        color: colourOf(link, selected),
      },
      ...(link.kind === 'leadsTo' && link.reason === '' ? { label: 'why?' } : {}),
    };
  });
}

const LINK_COLOUR = '#3d4649';
const SELECTED_COLOUR = '#0b5cad';

function colourOf(link: Link, selected: string | null): string {
  return link.id === selected ? SELECTED_COLOUR : LINK_COLOUR;
}
