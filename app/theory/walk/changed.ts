import type { Theory } from '../graph.ts';
import { boxWords, linkWords } from './words.ts';

/** What the theory says now of something that people were asked about. */
export type Since =
  | { is: 'same' }
  | { is: 'gone' }
  | { is: 'changed'; what: { name: string; then: string; now: string }[] };

const NAMES: Readonly<Record<string, string>> = {
  label: 'What it says',
  detail: 'More about it',
  benefits: 'Who it is for',
  source: 'Where it starts',
  target: 'What it leads to',
  reason: 'Why',
  mechanism: 'What happens in between',
  delay: 'How long it takes',
  holds: 'What has to hold',
};

/**
 * Compares the words that stood when members were asked with the theory as it is: what they answered
 * was about the words of then.
 */
export function changedSince(
  about: { kind: string; id: string; words: Readonly<Record<string, string>> },
  theory: Theory,
): Since {
  const now = nowOf(about, theory);
  if (now === null) return { is: 'gone' };
  const keys = Object.keys(NAMES).filter((key) => key in now || key in about.words);
  const what = keys.flatMap((key) => {
    const [then, is] = [about.words[key] ?? '', now[key] ?? ''];
    return then === is ? [] : [{ name: NAMES[key] ?? key, then, now: is }];
  });
  return what.length === 0 ? { is: 'same' } : { is: 'changed', what };
}

function nowOf({ kind, id }: { kind: string; id: string }, theory: Theory) {
  if (kind === 'link') {
    const link = theory.links.find((each) => each.id === id);
    return link === undefined ? null : linkWords(theory, link);
  }
  const box = theory.boxes.find((each) => each.id === id);
  return box === undefined ? null : boxWords(box);
}
