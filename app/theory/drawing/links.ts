import type { Link } from '../graph.ts';
import type { Route } from '../routes-of-links.ts';
import type { Mark, Marks } from './marks.ts';
import { escaped, GREY, LINK_LINE, pill } from './svg.ts';

/** Patterns of dashes, so that what a link says is not told by colour alone. */
export const LINK_DASHES: Readonly<Record<Link['kind'], string>> = {
  leadsTo: '',
  addresses: '8 3',
  explains: '8 3',
  assumes: '2 4',
  threatens: '1 3 6 3',
};

const FAINT = '#b1b4b6';

export const ARROW_HEAD =
  `<marker id="theory-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerUnits="userSpaceOnUse" markerWidth="11" markerHeight="11" orient="auto-start-reverse">` +
  `<path d="M0 0L10 5L0 10z" fill="${LINK_LINE}"/></marker>`;

/** How thick a link is drawn by how sure people are of it. */
function thickness({ more }: Link): number {
  if (more['confidence'] === 'high') return 2.4;
  return more['confidence'] === 'low' ? 1.1 : 1.6;
}

/** What is written at a link: which way it works, how soon, and when nobody is sure of it. */
export function saidAt({ more }: Link): string[] {
  const months = Number(more['delayMonths'] ?? '');
  return [
    more['sign'] === 'less' ? 'lowers' : '',
    more['feedback'] === 'yes' ? 'feedback' : '',
    Number.isInteger(months) && months > 0 ? soon(months) : '',
    more['confidence'] === 'low' ? 'unsure' : '',
  ].filter((word) => word !== '');
}

function soon(months: number): string {
  if (months % 12 === 0) return months === 12 ? '1 year' : `${months / 12} years`;
  return months === 1 ? '1 month' : `${months} months`;
}

export function linkPath(
  { link, path }: Route,
  sentence: string,
  marks: Marks | undefined,
): string {
  const mark = marks?.links.get(link.id);
  const dashes = mark?.dashes ?? LINK_DASHES[link.kind];
  const dashed = dashes === '' ? '' : ` stroke-dasharray="${dashes}"`;
  const faint = marks !== undefined && marks.links.size > 0;
  const colour = mark?.colour ?? (faint ? FAINT : LINK_LINE);
  const said = mark === undefined ? sentence : `${sentence} – ${mark.name}`;
  return (
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${mark?.width ?? thickness(link)}"${dashed} marker-end="url(#theory-arrow)">` +
    `<title>${escaped(said)}</title></path>`
  );
}

/** What is said at a link: by a mark, or by the link itself. */
export function linkWords({ link, at }: Route, marks: Marks | undefined): string {
  const mark: Mark | undefined = marks?.links.get(link.id);
  if (mark !== undefined) return pill(at, [mark.words], { colour: mark.colour });
  const lines = marks !== undefined && marks.links.size > 0 ? [] : saidAt(link);
  return lines.length === 0 ? '' : pill(at, lines, { colour: GREY, size: 11, width: 1 });
}
