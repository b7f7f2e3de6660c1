import type { Box } from '../graph.ts';
import { counted, quoted, type Remark } from './finding.ts';
import { isCausal, labelOf, reach, type Reading } from './reading.ts';

/** TOC-I: whether the drawing holds together at all. */
export function integrity(reading: Reading): Remark[] {
  return [
    ...danglingLinks(reading),
    ...doubleLinks(reading),
    ...linksToThemselves(reading),
    ...sameWords(reading),
    ...loneBoxes(reading),
    ...separatePieces(reading),
  ];
}

/** True when there is something to link and nothing is linked: then that is the one thing to say. */
export function nothingLinked({ theory, sound }: Reading): boolean {
  return sound.length === 0 && theory.boxes.length > 1;
}

function danglingLinks({ theory, byId }: Reading): Remark[] {
  return theory.links
    .filter(({ source, target }) => !byId.has(source) || !byId.has(target))
    .map((link) => {
      const there = byId.get(link.source) ?? byId.get(link.target);
      const at = there === undefined ? 'A link' : `A link at ${quoted(there.label)}`;
      return {
        id: 'TOC-I01',
        targets: [link.id],
        message: `${at} goes to something that is not there any more.`,
        why: 'A reader cannot follow it, and no check can either.',
        todo: 'Delete the link, or draw it again to the box that is meant.',
      };
    });
}

function doubleLinks({ theory }: Reading): Remark[] {
  const first = new Map<string, string>();
  return theory.links.flatMap((link): Remark[] => {
    const pair = JSON.stringify([link.source, link.target]);
    const earlier = first.get(pair);
    if (earlier === undefined) {
      first.set(pair, link.id);
      return [];
    }
    const label = (id: string) => quoted(theory.boxes.find((box) => box.id === id)?.label ?? id);
    return [
      {
        id: 'TOC-I02',
        targets: [link.id, earlier],
        message: `The link from ${label(link.source)} to ${label(link.target)} is drawn twice.`,
        why: 'Two arrows look like two reasons.',
        todo: 'Keep one of them and put both reasons on it.',
      },
    ];
  });
}

function linksToThemselves(reading: Reading): Remark[] {
  return reading.theory.links
    .filter(({ source, target }) => source === target)
    .map((link) => ({
      id: 'TOC-I03',
      targets: [link.id, link.source],
      message: `${quoted(labelOf(reading, link.source))} is linked to itself.`,
      why: 'Nothing brings itself about.',
      todo: 'Delete the link, or draw it to the box that is meant.',
    }));
}

function wordsOf(label: string): Set<string> {
  return new Set(
    label
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

/** Two boxes with the same words, or in one column with four words in five the same. */
function sameWords({ theory }: Reading): Remark[] {
  const read = theory.boxes.map((box) => {
    const words = wordsOf(box.label);
    return { box, words, folded: [...words].sort().join(' ') };
  });
  const found: Remark[] = [];
  const firstWith = new Map<string, Box>();
  const remark = (a: Box, b: Box) =>
    found.push({
      id: 'TOC-I04',
      targets: [b.id, a.id],
      message: `${quoted(a.label)} and ${quoted(b.label)} say the same thing.`,
      why: 'A reader looks for the difference, and links end up on one or the other.',
      todo: 'Make them one box, or word them so that the difference shows.',
    });
  read.forEach(({ box, words, folded }, index) => {
    const same = firstWith.get(folded);
    if (same !== undefined && folded !== '') return void remark(same, box);
    firstWith.set(folded, box);
    for (const other of read.slice(0, index)) {
      if (other.box.type === box.type && alike(other.words, words)) {
        return void remark(other.box, box);
      }
    }
  });
  return found;
}

/** Whether two sets of at least four words share four fifths of all their words. */
function alike(a: Set<string>, b: Set<string>): boolean {
  if (Math.min(a.size, b.size) < 4 || Math.min(a.size, b.size) < 0.8 * Math.max(a.size, b.size)) {
    return false;
  }
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / (a.size + b.size - shared) >= 0.8;
}

function loneBoxes(reading: Reading): Remark[] {
  const { theory, degree } = reading;
  if (nothingLinked(reading)) {
    return [
      {
        id: 'TOC-I05',
        targets: theory.boxes.map(({ id }) => id),
        message: `No link is drawn: ${counted(theory.boxes.length, 'box stands', 'boxes stand')} side by side.`,
        why: 'Without links it is a list. The theory is in what leads to what, and why.',
        todo: 'Start with one activity: link it to the first change that it brings about, and say why.',
      },
    ];
  }
  return theory.boxes
    .filter((box) => (isCausal(box) || box.type === 'rootCause') && !degree.has(box.id))
    .map((box) => ({
      id: 'TOC-I05',
      targets: [box.id],
      message: `${quoted(box.label)} is not connected to anything.`,
      why: 'Nobody can see what it is there for.',
      todo: 'Link it to what it leads to or comes from, or delete it.',
    }));
}

function separatePieces({ theory, sound, degree }: Reading): Remark[] {
  const neighbours = new Map<string, string[]>();
  for (const { source, target } of sound) {
    neighbours.set(source, [...(neighbours.get(source) ?? []), target]);
    neighbours.set(target, [...(neighbours.get(target) ?? []), source]);
  }
  const pieces: string[][] = [];
  const seen = new Set<string>();
  for (const { id } of theory.boxes) {
    if (seen.has(id) || !degree.has(id)) continue;
    const piece = reach([id], (each) => neighbours.get(each) ?? []);
    piece.forEach((each) => seen.add(each));
    pieces.push([...piece]);
  }
  if (pieces.length < 2) return [];
  pieces.sort((a, b) => b.length - a.length);
  const apart = pieces.slice(1).flat();
  return [
    {
      id: 'TOC-I06',
      targets: apart,
      message: `The theory is in ${pieces.length} separate pieces.`,
      why: 'Either they are two theories, or the link between them has not been drawn.',
      todo: 'Link the pieces where one bears on the other, or keep them as two theories.',
    },
  ];
}
