import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import {
  Controls,
  ReactFlow,
  ReactFlowProvider,
  useNodesState,
  useReactFlow,
  ViewportPortal,
  type Connection,
  type NodeChange,
} from 'reactflow';
import { ceilingAt, ceilingSentence } from '../drawing/frame.ts';
import type { Mark } from '../drawing/marks.ts';
import type { BoxType, Theory } from '../graph.ts';
import type { Layout, Region } from '../layout.ts';
import { edgesOf, LinkOnCanvas, type LinkEdge } from './flow-links.tsx';
import { BoxOnCanvas, nodesOf, type AtBoxes, type BoxNode } from './flow-nodes.tsx';

/**
 * The canvas: it draws a theory, tells what the mouse does to it, and shows where the keyboard is; it
 * holds no theory of its own. This, flow-nodes.tsx and flow-links.tsx alone know the canvas library.
 */
export interface CanvasProps {
  theory: Theory;
  layout: Layout;
  /** The selected box or link. */
  selected: string | null;
  /** Who else is at a box: initials to show, and words to say. */
  marks: AtBoxes['others'];
  /** What is laid over it, by the id of the box or link. */
  overlay?: { boxes: ReadonlyMap<string, Mark>; links: ReadonlyMap<string, Mark> } | null;
  sharedBy?: AtBoxes['sharedBy'];
  /** The box where the keyboard stands: the one tab stop of the canvas. */
  here: string | null;
  mayEdit: boolean;
  onSelect: (id: string | null) => void;
  onDrop: (id: string, x: number, y: number) => void;
  onConnect: (source: string, target: string) => void;
  /** Wants a new box in a column. */
  onAdd: (type: BoxType) => void;
}

const nodeTypes = { box: memo(BoxOnCanvas) };
const edgeTypes = { link: memo(LinkOnCanvas) };

/** From so many boxes on only what is in view is drawn, and links have no dashes. */
const MANY = 150;

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
  const at = useMemo(
    () => ({
      others: props.marks,
      overlay: props.overlay?.boxes ?? NOTHING,
      sharedBy: props.sharedBy ?? NOBODY,
    }),
    [props.marks, props.overlay, props.sharedBy],
  );
  const focus = useMemo(() => ({ selected, here }), [selected, here]);
  const [nodes, setNodes, onNodesChange] = useNodesState<BoxNode>(
    nodesOf(theory, layout, focus, at, []),
  );
  useEffect(() => {
    setNodes((before) => nodesOf(theory, layout, focus, at, before));
  }, [theory, layout, focus, at, setNodes]);
  const edges = useEdges(theory, layout, selected, props.overlay?.links ?? NOTHING);
  useShowBox(props.showBox, layout);
  // Each stays the same function: a new one would wake every box of the library while one is dragged.
  const changed = useCallback(
    (changes: NodeChange<BoxNode>[]) =>
      // Selecting is ours: the library's own would fight with the keyboard.
      onNodesChange(changes.filter(({ type }) => type === 'position' || type === 'dimensions')),
    [onNodesChange],
  );
  const dropped = useCallback(
    (_: unknown, node: BoxNode) => onDrop(node.id, node.position.x, node.position.y),
    [onDrop],
  );
  const pressed = useCallback((_: unknown, { id }: { id: string }) => onSelect(id), [onSelect]);
  const left = useCallback(() => onSelect(null), [onSelect]);
  const connected = useCallback(
    ({ source, target }: Connection) => onConnect(source, target),
    [onConnect],
  );
  return (
    <ReactFlow
      className={theory.boxes.length > MANY ? 'tl-canvas--many' : ''}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={changed}
      onNodeClick={pressed}
      onNodeDragStart={pressed}
      onNodeDragStop={dropped}
      onEdgeClick={pressed}
      onPaneClick={left}
      onConnect={connected}
      isValidConnection={different}
      // In rows by part a place of its own would mean nothing.
      nodesDraggable={mayEdit && layout.lanes.length === 0}
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
      onlyRenderVisibleElements={theory.boxes.length > MANY}
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
        {layout.lanes.map(({ title, x, y, width, height }) => (
          <div
            key={`lane ${title}`}
            className="tl-canvas__band tl-canvas__lane"
            style={{ transform: `translate(${x - 12}px, ${y}px)`, width: width + 24, height }}
          >
            {title}
          </div>
        ))}
        <Ceiling theory={theory} layout={layout} />
        {[...layout.columns, ...layout.bands].map((region) => (
          <ColumnTitle key={region.type} region={region} mayEdit={mayEdit} onAdd={props.onAdd} />
        ))}
      </ViewportPortal>
      <Controls showInteractive={false} position="bottom-left" />
    </ReactFlow>
  );
}

const NOTHING: ReadonlyMap<string, Mark> = new Map();
const NOBODY: AtBoxes['sharedBy'] = new Map();
const different = ({ source, target }: { source: string; target: string }) => source !== target;

/** The links, each the same object as before unless it has changed. */
function useEdges(
  theory: Theory,
  layout: Layout,
  selected: string | null,
  overlay: ReadonlyMap<string, Mark>,
): LinkEdge[] {
  const before = useRef<ReadonlyMap<string, LinkEdge>>(new Map());
  return useMemo(() => {
    const edges = edgesOf(theory, layout, selected, overlay, before.current);
    before.current = new Map(edges.map((edge) => [edge.id, edge]));
    return edges;
  }, [theory, layout, selected, overlay]);
}

/** The line beyond which we contribute and do not account. */
function Ceiling({ theory, layout }: { theory: Theory; layout: Layout }) {
  const x = ceilingAt(theory, layout);
  if (x === null) return null;
  const bottom = Math.max(...layout.columns.map(({ y, height }) => y + height));
  return (
    <div
      className="tl-canvas__ceiling"
      style={{ transform: `translate(${x}px, 4px)`, height: bottom }}
    >
      <span className="govuk-visually-hidden">{ceilingSentence(theory)}</span>
      <span aria-hidden="true">We answer for this</span>
      <span aria-hidden="true">We contribute to this</span>
    </div>
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
