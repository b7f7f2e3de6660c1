import { byPosition, type Box, type Theory } from '../graph.ts';
import { addingBox, addingLink, touches, type Operation } from '../operations.ts';
import { quoted } from './finding.ts';
import { VERBS } from './wording.ts';

interface Made {
  words: string;
  said: string;
  operations: Operation[];
}

/**
 * Takes a box with two ideas apart: two clauses become two boxes with the same links, a second
 * sentence becomes the explanation. Null where it cannot be told where to cut.
 */
export function splitting(theory: Theory, box: Box, newId: () => string): Made | null {
  const sentence = /^(.{8,}?[.!?])\s+(\p{Lu}.*)$/su.exec(box.label.trim());
  if (sentence !== null) return explaining(box, sentence[1] ?? '', sentence[2] ?? '');
  const parts = clauses(box.label.trim());
  if (parts === null) return null;
  const id = newId();
  const { needId: _, ...more } = box.more;
  const second = { ...box, id, label: parts[1], detail: '', more, x: null, y: null };
  const links = theory.links
    .filter((link) => touches(link, box.id))
    .map((link) => ({
      ...link,
      id: newId(),
      source: link.source === box.id ? id : link.source,
      target: link.target === box.id ? id : link.target,
    }));
  return {
    words: 'Split it in two',
    said: `It is two boxes now: ${quoted(parts[0])} and ${quoted(parts[1])}.`,
    operations: [
      { kind: 'editBox', id: box.id, field: 'label', from: box.label, to: parts[0] },
      addingBox({ ...second, position: after(theory, box) }),
      ...links.map(addingLink),
    ],
  };
}

function explaining(box: Box, first: string, rest: string): Made {
  const to = box.detail === '' ? rest : `${rest}\n\n${box.detail}`;
  return {
    words: 'Move the second sentence under the box',
    said: 'The second sentence is the explanation of the box now.',
    operations: [
      { kind: 'editBox', id: box.id, field: 'label', from: box.label, to: first },
      { kind: 'editBox', id: box.id, field: 'detail', from: box.detail, to },
    ],
  };
}

/** The two clauses of a label, the second with the subject of the first where it has none of its own. */
function clauses(label: string): [string, string] | null {
  const halves = label.split(';').map((half) => half.trim());
  const [one = '', two = ''] = halves;
  if (halves.length === 2 && one.includes(' ') && two.includes(' ')) return [one, capital(two)];
  const [first = '', second = '', ...more] = label.split(JOINED);
  if (more.length > 0 || !VERBS.test(first) || !VERBS.test(second)) return null;
  const subject = first.slice(0, VERBS.exec(first)?.index ?? 0).trim();
  const bare = VERBS.exec(second)?.index === 0 && subject !== '';
  return [first, bare ? `${subject} ${second}` : capital(second)];
}

/** An "and" between two clauses, and not one in "and that" or "and how". */
const JOINED = /(?<!\s),?\s+and\s+(?!(?:that|who|how|which|what)\b)/i;

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The place in its column right after a box. */
function after({ boxes }: Theory, box: Box): number {
  const next = boxes
    .filter((each) => each.type === box.type && byPosition(each, box) > 0)
    .sort(byPosition)[0];
  return next === undefined ? box.position + 1 : (box.position + next.position) / 2;
}
