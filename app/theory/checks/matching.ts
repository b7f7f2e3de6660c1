import type { Box, Theory } from '../graph.ts';
import { addingLink, sameEnds, type Operation } from '../operations.ts';
import { quoted } from './finding.ts';

/** Words that stand in every box and tell nothing of what it is about. */
const COMMON = new Set(
  'about after and are can children family families for from get have hub hubs into not parent parents people that the their them they this who will with'.split(
    ' ',
  ),
);
/** So many words two boxes must share before one is proposed for the other. */
const SHARED = 2;

function wordsOf(label: string): Set<string> {
  const words = label.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  // "evenings" and "evening" are one word.
  return new Set(words.map((word) => word.replace(/s$/, '')).filter((word) => !COMMON.has(word)));
}

/**
 * A link between a need and the box whose words are nearest to it, of those that may answer it; null
 * where none shares enough with it, or two share as much.
 */
export function linkToBestMatch(
  theory: Theory,
  box: Box,
  may: (other: Box) => boolean,
  newId: () => string,
): { words: string; said: string; operations: Operation[] } | null {
  const words = wordsOf(box.label);
  const [best, next] = theory.boxes
    .filter((other) => other.id !== box.id && may(other))
    .map((other) => {
      const shared = [...wordsOf(other.label)].filter((word) => words.has(word)).length;
      return { other, shared };
    })
    .sort((a, b) => b.shared - a.shared);
  if (best === undefined || best.shared < SHARED || best.shared === next?.shared) return null;
  const [need, answer] = box.type === 'need' ? [box, best.other] : [best.other, box];
  const link = { source: answer.id, target: need.id };
  if (theory.links.some((each) => sameEnds(each, link))) return null;
  const id = newId();
  return {
    words: `Link it to ${quoted(best.other.label)}`,
    said: `It is linked to ${quoted(best.other.label)}. Now say why.`,
    operations: [addingLink({ id, kind: 'addresses', ...link, reason: '', more: {} })],
  };
}
