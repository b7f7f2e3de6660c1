import { typeName, type BoxType, type Link, type Theory } from '../graph.ts';
import { layout } from '../layout.ts';
import { LOOKS } from '../looks.ts';
import { usedTypes } from '../words.ts';

/**
 * A map for PRSM: a named style a type, boxes where the picture has them. The program keeps nine styles,
 * so types beyond the eighth share the last.
 */

const STYLES = 9;

export function toPrsm(theory: Theory): string {
  const types = usedTypes(theory);
  const styleOf = (type: BoxType) => `group${Math.min(types.indexOf(type), STYLES - 1)}`;
  const { boxes } = layout(theory);
  const map = {
    version: '2.0.0',
    mapTitle: theory.title,
    styles: {
      nodes: Object.fromEntries(
        Array.from({ length: STYLES }, (_, index) => {
          const sharing = index < STYLES - 1 ? types.slice(index, index + 1) : types.slice(index);
          return [`group${index}`, nodeStyle(theory, sharing)];
        }),
      ),
      edges: {
        edge0: edgeStyle('Leads to', false),
        edge1: edgeStyle('Assumes, or bears on', [10, 10]),
        edge2: edgeStyle('Not sure', [3, 3]),
      },
    },
    nodes: theory.boxes.map(({ id, type, label, detail }) => {
      const placed = boxes.get(id);
      return {
        id,
        label: placed?.lines.join('\n') ?? label,
        grp: styleOf(type),
        x: Math.round((placed?.x ?? 0) + (placed?.width ?? 0) / 2),
        y: Math.round((placed?.y ?? 0) + (placed?.height ?? 0) / 2),
        ...nodeLook(type),
        ...(detail === '' ? {} : { note: detail }),
      };
    }),
    edges: theory.links.map((link) => ({
      id: link.id,
      from: link.source,
      to: link.target,
      label: link.more['sign'] === 'less' ? '−' : '',
      grp: edgeOf(link),
      arrows: 'to',
      ...(link.reason === '' ? {} : { note: link.reason }),
    })),
  };
  return `${JSON.stringify(map, null, 2)}\n`;
}

const edgeOf = ({ kind, more }: Link) =>
  more['confidence'] === 'low' ? 'edge2' : kind === 'leadsTo' ? 'edge0' : 'edge1';

function nodeLook(type: BoxType) {
  const { fill, line, text } = LOOKS[type];
  return {
    color: { background: fill, border: line },
    font: { color: text, size: 14 },
    shape: 'box',
    borderWidth: 1,
  };
}

function nodeStyle(theory: Theory, types: readonly BoxType[]) {
  const [type] = types;
  if (type === undefined) return { groupLabel: 'Sample', shape: 'box' };
  const groupLabel = types.map((each) => typeName(theory, each).many).join(', ');
  return { groupLabel, ...nodeLook(type) };
}

const edgeStyle = (groupLabel: string, dashes: false | number[]) => ({
  groupLabel,
  dashes,
  color: { color: '#3d4649' },
  arrows: { to: { enabled: true } },
});
