import { getBezierPath, MarkerType, type Edge, type EdgeProps } from 'reactflow';
import type { Mark } from '../drawing/marks.ts';
import { saidAt } from '../drawing/links.ts';
import { boxesById, tierOf, type Link, type Theory } from '../graph.ts';
import type { Layout, Placed } from '../layout.ts';
import { routes } from '../routes-of-links.ts';
import { textWidth } from '../text-width.ts';
import { linkSentence } from '../words.ts';

/** Links as the canvas library wants them, along the same ways as in the picture. */

type LinkData = {
  path: string;
  /** Where the library holds its ends while nothing is dragged. */
  from: { x: number; y: number };
  to: { x: number; y: number };
  /** What is written at it, and where. */
  said: string;
  at: { x: number; y: number };
};

export type LinkEdge = Edge<LinkData, 'link'>;

const LINK_COLOUR = '#3d4649';
const SELECTED_COLOUR = '#0b5cad';
const FAINT = '#b1b4b6';

/** How far the library's ends may lie from ours while a box stands still, in CSS pixels. */
const STILL = 14;

/** A link: on its way between the boxes, or straight across while one of its boxes is dragged. */
export function LinkOnCanvas(props: EdgeProps<LinkEdge>) {
  const { data, markerEnd, sourceX, sourceY, targetX, targetY, style } = props;
  const still =
    data !== undefined && near(data.from, sourceX, sourceY) && near(data.to, targetX, targetY);
  const path = still ? data.path : getBezierPath(props)[0];
  return (
    <>
      <path
        d={path}
        fill="none"
        className="react-flow__edge-path"
        style={style}
        markerEnd={markerEnd}
      />
      <path
        d={path}
        fill="none"
        strokeOpacity={0}
        strokeWidth={20}
        className="react-flow__edge-interaction"
      />
      {still && data.said !== '' ? <Words {...data} /> : null}
    </>
  );
}

function near(point: { x: number; y: number }, x: number, y: number): boolean {
  return Math.abs(point.x - x) < STILL && Math.abs(point.y - y) < STILL;
}

const TYPE = 11;

function Words({ said, at }: LinkData) {
  const lines = said.split('\n');
  const wide = 8 + Math.max(...lines.map((line) => textWidth(line, TYPE, 'bold')));
  const high = lines.length * 13 + 4;
  return (
    <g transform={`translate(${at.x} ${at.y - high / 2})`} className="tl-link-words">
      <rect x={-wide / 2} width={wide} height={high} rx={7} />
      {lines.map((line, index) => (
        <text key={line} y={12 + index * 13} textAnchor="middle">
          {line}
        </text>
      ))}
    </g>
  );
}

/**
 * The links as edges. One whose way and words have not changed stays the same object, so that moving
 * a box draws only the links that move with it.
 */
export function edgesOf(
  theory: Theory,
  layout: Layout,
  selected: string | null,
  overlay: ReadonlyMap<string, Mark>,
  before: ReadonlyMap<string, LinkEdge>,
): LinkEdge[] {
  const byId = boxesById(theory);
  return routes(theory, layout).flatMap(({ link, path, at, source, target }): LinkEdge[] => {
    const fromType = byId.get(source.id)?.type;
    const mark = overlay.get(link.id);
    const data: LinkData = {
      path,
      from: fromType !== undefined && tierOf(fromType) === null ? topOf(source) : rightOf(source),
      to: { x: target.x, y: target.y + target.height / 2 },
      said: wordsAt(link, mark, overlay.size > 0),
      at,
    };
    const colour = colourOf(link, selected, mark, overlay.size > 0);
    const ariaLabel = [
      linkSentence(theory, link, byId),
      ...(mark === undefined ? [] : [mark.name]),
    ].join('. ');
    const edge: LinkEdge = {
      id: link.id,
      type: 'link',
      source: source.id,
      target: target.id,
      selected: link.id === selected,
      className: `tl-link tl-link--${link.kind} tl-link--${link.more['confidence'] ?? 'any'}`,
      ariaLabel,
      data,
      style: styleOf(mark),
      markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: colour },
    };
    const same = before.get(link.id);
    return [same !== undefined && alike(same, edge) ? same : edge];
  });
}

/** A link without a mark has its looks from the style sheet, by what it says and how sure it is. */
function styleOf(mark: Mark | undefined): React.CSSProperties {
  if (mark === undefined) return {};
  const { colour, dashes, width } = mark;
  return { stroke: colour, strokeWidth: width, strokeDasharray: dashes === '' ? 'none' : dashes };
}

const rightOf = ({ x, y, width, height }: Placed) => ({ x: x + width, y: y + height / 2 });
const topOf = ({ x, y, width }: Placed) => ({ x: x + width / 2, y });

function wordsAt(link: Link, mark: Mark | undefined, marked: boolean): string {
  if (mark !== undefined) return mark.words;
  if (marked) return '';
  const why = link.kind === 'leadsTo' && link.reason === '' ? ['why?'] : [];
  return [...saidAt(link), ...why].join('\n');
}

function colourOf(
  link: Link,
  selected: string | null,
  mark: Mark | undefined,
  marked: boolean,
): string {
  if (link.id === selected) return SELECTED_COLOUR;
  return mark?.colour ?? (marked ? FAINT : LINK_COLOUR);
}

function alike(a: LinkEdge, b: LinkEdge): boolean {
  const parts = ({
    source,
    target,
    selected,
    className,
    ariaLabel,
    data,
    style,
    markerEnd,
  }: LinkEdge) =>
    JSON.stringify([source, target, selected, className, ariaLabel, data, style, markerEnd]);
  return parts(a) === parts(b);
}
