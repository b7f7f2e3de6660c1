import {
  BOX_TYPES,
  byPosition,
  TYPE_WORDS,
  type Box,
  type Link,
  type Theory,
} from '#app/theory/graph.ts';
import { many } from '#app/ui/words.ts';
import { lines, type Block } from './document-blocks.ts';

/** What the picture of the theory shows, for somebody who does not see it. */
export function theoryAlt(theory: Theory): string {
  const counts = BOX_TYPES.flatMap((type) => {
    const n = theory.boxes.filter((box) => box.type === type).length;
    return n === 0
      ? []
      : [many(n, TYPE_WORDS[type].one.toLowerCase(), TYPE_WORDS[type].many.toLowerCase())];
  });
  const aim = theory.boxes.find((box) => box.type === 'aim' || box.type === 'impact');
  return (
    `The theory of change “${theory.title}” as a picture: ${counts.join(', ')}, joined by ` +
    `${many(theory.links.length, 'link')}. ${aim ? `It leads to: ${aim.label}. ` : ''}` +
    'The table in the section “Theory of change” says the same in words.'
  );
}

/** The theory as a table: one row a box, in the order of the columns, with where it leads and why. */
export function theoryBlocks(theory: Theory | null): Block[] {
  if (theory === null || theory.boxes.length === 0) {
    return [{ type: 'paragraph', text: 'There is no theory of change yet.' }];
  }
  const boxes = new Map(theory.boxes.map((box) => [box.id, box]));
  const rows = BOX_TYPES.flatMap((type) =>
    theory.boxes
      .filter((box) => box.type === type)
      .sort(byPosition)
      .map((box) => [
        TYPE_WORDS[type].one,
        box.detail === '' ? box.label : `${box.label}\n${box.detail}`,
        lines(theory.links.flatMap((link) => saysAbout(box, link, boxes))),
      ]),
  );
  return [
    {
      type: 'table',
      caption: `${theory.title}: every box and where it leads`,
      columns: [
        { title: 'Type', share: 2 },
        { title: 'Box', share: 5 },
        { title: 'Where it leads, and why', share: 7 },
      ],
      rows,
    },
  ];
}

/** What a link says about one of its ends; nothing when it is told at the other end. */
function saysAbout(box: Box, link: Link, boxes: ReadonlyMap<string, Box>): string[] {
  const [source, target] = [boxes.get(link.source), boxes.get(link.target)];
  if (!source || !target) return [];
  const because = link.reason === '' ? '' : `, because ${link.reason}`;
  switch (link.kind) {
    case 'leadsTo':
      return box.id === source.id ? [`Leads to “${target.label}”${because}`] : [];
    case 'addresses': {
      const need = isBehind(source) ? source : target;
      const doing = need === source ? target : source;
      return box.id === doing.id ? [`Answers “${need.label}”${because}`] : [];
    }
    case 'explains':
      return box.id === source.id ? [`Helps to explain “${target.label}”${because}`] : [];
    case 'assumes': {
      const assumption = source.type === 'assumption' ? source : target;
      const step = assumption === source ? target : source;
      return box.id === step.id ? [`Assumes “${assumption.label}”${because}`] : [];
    }
  }
}

const isBehind = (box: Box) => box.type === 'need' || box.type === 'rootCause';
