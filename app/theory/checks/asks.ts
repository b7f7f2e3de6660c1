import { LIMITS, type Theory } from '../graph.ts';
import { fieldOf, type Operation } from '../operations.ts';
import type { Finding, RuleId } from './finding.ts';

/** What a question is about: a field of a box, of a link or of the whole theory. */
type Question = { label: string } & (
  | { on: 'box'; field: 'label' | `more.${string}` }
  | { on: 'link'; field: 'reason' | `more.${string}` }
  | { on: 'theory'; field: `more.${string}` }
);

/** A question by which a finding is put right with a few words, where it is read. */
export type Ask = Question & {
  id: string;
  /** What stands there now, to be changed. */
  value: string;
  /** Longest answer in characters. */
  most: number;
};

const REWORD: Question = { on: 'box', field: 'label', label: 'Say it in other words' };

const QUESTIONS: Readonly<Partial<Record<RuleId, Question>>> = {
  'TOC-A01': { on: 'link', field: 'reason', label: 'Why does the one lead to the other?' },
  'TOC-A02': { on: 'link', field: 'more.assumes', label: 'What has to hold for this step?' },
  'TOC-S07': { on: 'link', field: 'more.mechanism', label: 'What happens in between?' },
  'TOC-W06': { on: 'box', field: 'more.benefits', label: 'Who is it for?' },
  'TOC-W07': { on: 'box', field: 'more.lead', label: 'Who leads it?' },
  'TOC-W01': REWORD,
  'TOC-W02': REWORD,
  'TOC-W03': REWORD,
  'TOC-W04': REWORD,
  'TOC-W05': REWORD,
  'TOC-W08': REWORD,
  'TOC-C05': REWORD,
  'TOC-L03': {
    on: 'theory',
    field: 'more.unintended',
    label: 'Which unintended effects did you think of?',
  },
  'TOC-L04': { on: 'theory', field: 'more.afterwards', label: 'What stays when the money ends?' },
};

/** What to ask so that a few words put a finding right; null where words alone do not. */
export function askOf(finding: Finding, theory: Theory): Ask | null {
  const [first = ''] = finding.targets;
  const question = finding.id === 'TOC-A03' ? unwatched(theory, first) : QUESTIONS[finding.id];
  if (question === undefined) return null;
  const { on, field } = question;
  const thing =
    on === 'theory'
      ? theory
      : theory[on === 'box' ? 'boxes' : 'links'].find(({ id }) => id === first);
  if (thing === undefined) return null;
  const most = field === 'reason' ? LIMITS.reason : LIMITS.more;
  return { ...question, id: thing.id, value: fieldOf(thing, field), most };
}

/** The first thing in words that a critical assumption lacks; its day is chosen on its page. */
function unwatched({ boxes }: Theory, id: string): Question | undefined {
  const box = boxes.find((each) => each.id === id);
  const wanted: Question[] = [
    { on: 'box', field: 'more.owner', label: 'Who watches it?' },
    { on: 'box', field: 'more.signal', label: 'What would show that it does not hold?' },
  ];
  return wanted.find(({ field }) => box !== undefined && fieldOf(box, field).trim() === '');
}

/** The change that an answer makes; null when it says nothing or nothing new. */
export function answering(ask: Ask, words: string): Operation | null {
  const to = words.trim();
  if (to === '' || to === ask.value.trim()) return null;
  const { id, value: from } = ask;
  switch (ask.on) {
    case 'box':
      return { kind: 'editBox', id, field: ask.field, from, to };
    case 'link':
      return { kind: 'editLink', id, field: ask.field, from, to };
    case 'theory':
      return { kind: 'editTheory', field: ask.field, from, to };
  }
}
