/** Codes that SurveyJS keeps for its own answers, and names that are no names. */
const KEPT = ['other', 'none', 'refused', 'dontknow', 'constructor', 'prototype'];

/** "What gets in the way?" as whatGetsInTheWay: what a question is called in files and conditions. */
export function nameFrom(words: string, taken: ReadonlySet<string>): string {
  const parts = plainParts(words);
  const start = parts
    .map((part, at) => (at === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('')
    .slice(0, 32);
  const sound = /^[a-z]/i.test(start) && !KEPT.includes(start) ? start : `question${start}`;
  return numbered(sound, '', taken);
}

/** "A bus or a train" as a-bus-or-a-train: what is stored for an answer. */
export function codeFrom(words: string, taken: ReadonlySet<string>): string {
  const start = plainParts(words).join('-').slice(0, 40).replace(/-+$/, '');
  return numbered(start === '' || KEPT.includes(start) ? `answer-${start}` : start, '-', taken);
}

function plainParts(words: string): string[] {
  return words
    .normalize('NFKD')
    .replaceAll(/[’'\p{M}]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '');
}

/** The first of name, name2, name3 … that is free, letter case apart. */
function numbered(start: string, between: string, taken: ReadonlySet<string>): string {
  const folded = new Set([...taken].map((name) => name.toLowerCase()));
  const base = start.replace(/-+$/, '');
  for (let at = 1; ; at += 1) {
    const name = at === 1 ? base : `${base}${between}${at}`;
    if (!folded.has(name.toLowerCase())) return name;
  }
}
