import { LIMITS, type Link, type Theory } from './graph.ts';

/**
 * What of some links can be drawn between some boxes: two boxes have one link in each direction, with
 * the reasons of all that were drawn; a link of a box to itself, or to what is not there, is none.
 */
export function drawable<T extends Pick<Theory, 'boxes' | 'links'>>(content: T): T {
  const there = new Set(content.boxes.map(({ id }) => id));
  const links = new Map<string, Link>();
  for (const link of content.links) {
    if (!there.has(link.source) || !there.has(link.target) || link.source === link.target) continue;
    const ends = JSON.stringify([link.source, link.target]);
    const known = links.get(ends);
    links.set(ends, known === undefined ? link : together(known, link));
  }
  return { ...content, links: [...links.values()] };
}

/** One link that says what two said. */
function together(link: Link, other: Link): Link {
  const reasons = new Set([link.reason.trim(), other.reason.trim()].filter((each) => each !== ''));
  return {
    ...link,
    reason: [...reasons].join('\n').slice(0, LIMITS.reason),
    more: { ...other.more, ...link.more },
  };
}
