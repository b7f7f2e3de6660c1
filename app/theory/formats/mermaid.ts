import { column, typeName, type Link, type Theory } from '../graph.ts';
import { LOOKS } from '../looks.ts';
import { usedTypes } from '../words.ts';

const ARROWS: Readonly<Record<Link['kind'], string>> = {
  leadsTo: '-->',
  addresses: '-->',
  explains: '-->',
  assumes: '-.->',
  threatens: '-.->',
};

/** The theory as a Mermaid flowchart: a group a column, reasons on the arrows. */
export function toMermaid(theory: Theory): string {
  // Ids of our own: Mermaid reserves words such as "end" and signs such as "-".
  const ids = new Map(theory.boxes.map((box, index) => [box.id, `b${index + 1}`]));
  const types = usedTypes(theory);
  const groups = types.flatMap((type) => [
    `  subgraph ${type}s["${text(typeName(theory, type).many)}"]`,
    ...column(theory, type).map((box) => `    ${ids.get(box.id)}["${text(box.label)}"]:::${type}`),
    '  end',
  ]);
  const links = theory.links.flatMap(({ kind, source, target, reason }) => {
    const [from, to] = [ids.get(source), ids.get(target)];
    if (from === undefined || to === undefined) return [];
    const why = reason.trim() === '' ? '' : `|"${text(reason)}"|`;
    return [`  ${from} ${ARROWS[kind]}${why} ${to}`];
  });
  const classes = types.map((type) => {
    const { fill, line, text: ink } = LOOKS[type];
    return `  classDef ${type} fill:${fill},stroke:${line},color:${ink}`;
  });
  const title = `  accTitle: ${oneLine(theory.title)}`;
  return `${['flowchart LR', title, ...groups, ...links, ...classes].join('\n')}\n`;
}

function oneLine(words: string): string {
  return words.trim().replace(/[\s{}]+/gu, ' ');
}

/** Words inside quotation marks: signs that Mermaid or HTML would act on become entities. */
function text(words: string): string {
  const entities: Readonly<Record<string, string>> = {
    '"': '#quot;',
    '#': '#35;',
    '<': '#lt;',
    '>': '#gt;',
    '&': '#amp;',
    '`': '#96;',
    '\\': '#92;',
    '|': '#124;',
  };
  return oneLine(words).replace(/["#<>&`\\|]/g, (sign) => entities[sign] ?? sign);
}
