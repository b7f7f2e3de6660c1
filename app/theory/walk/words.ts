import { sentencesIn, wordsIn, LONGEST_SENTENCE } from '#app/survey/wording/reading.ts';
import { findListed, type Listed } from '#app/survey/wording/word-list.ts';
import { boxesById, type Box, type Link, type Theory } from '../graph.ts';
import { partOf, stopsOf, type Stop } from './part.ts';

/**
 * A theory of change in words that a parent would use: each outcome and each link as one thing to
 * agree with or not. The words are made from the graph and can be changed before anybody is asked.
 */

/** One thing that a walk asks, with what the theory said when it was asked. */
export interface Asked {
  type: 'link' | 'outcome';
  text: string;
  /** Under the words: what happens in between, what has to hold, how long it takes. */
  hint: string;
  about: { kind: 'link' | 'box'; id: string; words: Record<string, string> };
}

/** Everything that a walk to some outcomes asks, in order; no outcomes: the whole theory. */
export function askedOf(theory: Theory, goals: readonly string[]): Asked[] {
  const part = partOf(theory, goals);
  return stopsOf(part).map((stop) => asked(theory, stop));
}

function asked(theory: Theory, stop: Stop): Asked {
  if ('box' in stop) {
    const { box } = stop;
    return {
      type: 'outcome',
      text: outcomeText(box),
      hint: whole(box.detail),
      about: { kind: 'box', id: box.id, words: boxWords(box) },
    };
  }
  const { link, source, target } = stop;
  return {
    type: 'link',
    text: linkText(link, source, target),
    hint: linkHint(theory, link),
    about: { kind: 'link', id: link.id, words: linkWords(theory, link) },
  };
}

/** What a box says, for comparing it later. */
export function boxWords({ label, detail, more }: Box): Record<string, string> {
  return present({ label, detail, benefits: more['benefits'] ?? '' });
}

/** What a link and its ends say, for comparing it later. */
export function linkWords(theory: Theory, link: Link): Record<string, string> {
  const byId = boxesById(theory);
  return present({
    source: byId.get(link.source)?.label ?? '',
    target: byId.get(link.target)?.label ?? '',
    reason: link.reason,
    mechanism: link.more['mechanism'] ?? '',
    delay: link.more['delay'] ?? '',
    holds: holdsFor(theory, link).join('\n'),
  });
}

const present = (words: Record<string, string>) =>
  Object.fromEntries(Object.entries(words).filter(([, text]) => text.trim() !== ''));

/** “We want this to happen: Families come for help earlier. This is for …” */
export function outcomeText({ label, more }: Box): string {
  const benefits = tidy(more['benefits'] ?? '');
  const whom = benefits === '' ? '' : ` This is for ${small(benefits)}.`;
  return `We want this to happen: “${tidy(label)}”.${whom}`;
}

const NOT_WRITTEN = 'We have not written down why: can you help?';

/**
 * A link in one sentence or two: “We think that X leads to Y, because Z.” A sentence that would be
 * longer than GOV.UK allows is told in two, and a link without a reason asks for one.
 */
export function linkText(link: Link, source: Box, target: Box): string {
  const claim = `We think that ${claimOf(link, source, target)}`;
  const reason = tidy(link.reason).replace(/^because\s+/i, '');
  if (reason === '') return `${claim}. ${NOT_WRITTEN}`;
  const started = startsPlainly(reason);
  const one = `${claim}, because ${small(reason)}.`;
  const short = sentencesIn(reason).length === 1 && wordsIn(one).length <= LONGEST_SENTENCE;
  if (started && short) return one;
  return `${claim}. Why: ${whole(reason)}`;
}

function claimOf(link: Link, source: Box, target: Box): string {
  const said = (box: Box) => `“${tidy(box.label)}”`;
  switch (link.kind) {
    case 'leadsTo':
      return `${said(source)} leads to ${said(target)}`;
    case 'addresses': {
      const [done, need] = isBehind(source) ? [target, source] : [source, target];
      return `${said(done)} helps with this: ${said(need)}`;
    }
    case 'explains': {
      const [cause, need] = source.type === 'need' ? [target, source] : [source, target];
      return `${said(cause)} is part of the reason for this: ${said(need)}`;
    }
    case 'assumes': {
      const [holds, step] = source.type === 'assumption' ? [source, target] : [target, source];
      return `${said(step)} only works if this holds: ${said(holds)}`;
    }
    case 'threatens': {
      const [risk, step] = source.type === 'risk' ? [source, target] : [target, source];
      return `this could get in the way of ${said(step)}: ${said(risk)}`;
    }
  }
}

const isBehind = ({ type }: Box) => type === 'need' || type === 'rootCause';

/** What happens in between, what has to hold and how long it takes, each on a line of its own. */
function linkHint(theory: Theory, link: Link): string {
  const mechanism = tidy(link.more['mechanism'] ?? '');
  const delay = tidy(link.more['delay'] ?? '');
  return [
    mechanism === '' ? '' : `What happens in between: ${whole(mechanism)}`,
    ...holdsFor(theory, link).map((words) => `It only works if this is true: ${whole(words)}`),
    delay === '' ? '' : `How long we think it takes: ${whole(delay)}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The assumptions that a link rests on: those of the step that it leads to, and of where it begins. */
function holdsFor(theory: Theory, link: Link): string[] {
  const byId = boxesById(theory);
  const ends = (id: string) => id === link.source || id === link.target;
  const found = theory.links.flatMap(({ kind, source, target }) => {
    if (kind !== 'assumes') return [];
    const [a, b] = [byId.get(source), byId.get(target)];
    if (a?.type === 'assumption' && ends(target)) return [a.label];
    return b?.type === 'assumption' && ends(source) ? [b.label] : [];
  });
  return [...new Set(found)].sort((a, b) => a.localeCompare(b, 'en-GB'));
}

/** Without spaces around it, line ends, or a full stop at its end. */
const tidy = (text: string) =>
  text
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/(?<![.\s])[.\s]+$/u, '');

/** With the sign that ends it, and nothing where there are no words. */
const whole = (text: string) => {
  const words = tidy(text);
  return words === '' || /[!?…]$/u.test(words) ? words : `${words}.`;
};

/** First words that are no names, so that they can stand inside a sentence. */
const PLAIN_START =
  /^(?:a|an|the|this|that|these|those|it|its|they|their|there|we|our|you|your|what|where|when|who|whoever|if|as|in|on|at|by|for|from|with|without|no|not|nobody|somebody|everybody|all|any|both|each|every|few|many|more|most|much|some|several|one|two|three|four|five|six|ten|twelve|parents?|carers?|families|fathers?|mothers?|dads|mums|babies|children|people|workers|staff|needs|small|talking|new|expecting)$/i;

const startsPlainly = (text: string) => PLAIN_START.test(/^[\p{L}’'-]+/u.exec(text)?.[0] ?? '');

const small = (text: string) =>
  startsPlainly(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;

/** What makes a text hard to read: listed words with plainer ones, and long sentences. */
export function plainHints(text: string, list: readonly Listed[]): string[] {
  const listed = findListed(text, list).map(
    ({ found, instead }) =>
      `“${found}”: better ${/^[“a-z]/.test(instead) ? instead : `“${instead}”`}`,
  );
  const long = sentencesIn(text)
    .map((sentence) => wordsIn(sentence).length)
    .filter((count) => count > LONGEST_SENTENCE)
    .map((count) => `A sentence of ${count} words: make two of it, or shorten it`);
  return [...listed, ...long];
}
