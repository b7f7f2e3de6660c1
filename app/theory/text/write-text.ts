import { sayValue } from '../fields.ts';
import {
  BOX_MORE,
  BOX_TYPES,
  column,
  LINK_MORE,
  TYPE_WORDS,
  type MoreField,
  type Theory,
} from '../graph.ts';

/**
 * A theory as text: one thing a line, so that it can be read, compared, copied and written in any
 * editor. Under a heading for each type stand its boxes, under each box what is known of it and what
 * it leads to:
 *
 *     # How the hubs help
 *
 *     ## Activities
 *     - Open two hubs on Thursday evenings [#3f9c]
 *       Who leads it: Hub manager
 *       | A longer explanation
 *       -> [#a2b1] Forty evening sessions
 *          because: they are free then
 *
 * A box is known by its mark. A box without one, or with a mark of the writer's own, is new.
 */
export function writeText(theory: Theory, marks = marksOf(theory)): string {
  const there = new Map(theory.boxes.map((box) => [box.id, box]));
  const lines = [`# ${inOneLine(theory.title)}`];
  for (const type of BOX_TYPES) {
    const boxes = column(theory, type);
    if (boxes.length === 0) continue;
    lines.push('', `## ${TYPE_WORDS[type].many}`);
    for (const box of boxes) {
      lines.push(`- ${inOneLine(box.label)} [#${marks.get(box.id) ?? ''}]`);
      for (const field of BOX_MORE[type]) {
        const value = box.more[field.key] ?? '';
        if (value !== '') lines.push(`  ${factLine(field, value)}`);
      }
      if (box.detail !== '') lines.push(...box.detail.split('\n').map((each) => `  | ${each}`));
      const told = new Set([box.id]);
      for (const link of theory.links) {
        const target = there.get(link.target);
        // A link to nothing, to itself or drawn twice is for the checks: a text cannot hold it.
        if (link.source !== box.id || target === undefined || told.has(target.id)) continue;
        told.add(target.id);
        lines.push(`  -> [#${marks.get(target.id) ?? ''}] ${inOneLine(target.label)}`);
        if (link.reason !== '') lines.push(`     ${BECAUSE}: ${inOneLine(link.reason)}`);
        for (const field of LINK_MORE) {
          const value = link.more[field.key] ?? '';
          if (value !== '') lines.push(`     ${factLine(field, value)}`);
        }
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A fact in a line. A tick stands there as it is kept, a choice by its name. */
const factLine = (field: MoreField, value: string) =>
  `${field.label}: ${inOneLine(field.kind === 'yes' ? value : sayValue(field, value))}`;

/** What stands before the reason of a link. */
export const BECAUSE = 'because';

/** Fewest characters of a mark: enough that two boxes seldom need more. */
const SHORT = 4;

/** A short mark for each box, from the end of its id, as long as it takes to tell them apart. */
export function marksOf({ boxes }: Pick<Theory, 'boxes'>): Map<string, string> {
  const letters = boxes.map(({ id }) => id.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const marks = new Map<string, string>();
  const taken = new Set<string>();
  boxes.forEach(({ id }, index) => {
    const whole = letters[index] ?? '';
    let length = SHORT;
    let mark = whole.slice(-length);
    while (length < whole.length && (taken.has(mark) || endsSeveral(letters, mark))) {
      length += 1;
      mark = whole.slice(-length);
    }
    for (let again = 2; mark === '' || taken.has(mark); again += 1) mark = `${whole}${again}`;
    taken.add(mark);
    marks.set(id, mark);
  });
  return marks;
}

const endsSeveral = (all: readonly string[], mark: string) =>
  all.filter((each) => each.endsWith(mark)).length > 1;

/** Line ends within a text are written as `\n`, and a backslash as two. */
const inOneLine = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');

/** The text that was written in one line. */
export const outOfOneLine = (line: string) =>
  line.replace(/\\(\\|n)/g, (_, which: string) => (which === 'n' ? '\n' : '\\'));
