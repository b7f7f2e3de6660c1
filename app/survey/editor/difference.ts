import {
  isQuestion,
  questionsOf,
  type Definition,
  type Element,
  type Page,
  type Question,
} from '#app/survey/definition.ts';
import { optionsOf } from '#app/survey/options.ts';
import { paragraphsOf } from '#app/survey/plain-passage.ts';
import { sayExpression, type ByName } from '#app/survey/say-condition.ts';
import { isSame } from './merge.ts';
import { calledOf, everyElement } from './place.ts';
import { textsOf } from './texts.ts';
import { wordsIn } from './words-of.ts';

/** One thing that changed about an element: its old and its new words, either empty. */
export interface Change {
  what: string;
  was: string;
  is: string;
}

/** What became of one element between two versions. */
export interface ElementDifference {
  name: string;
  called: string;
  kind: 'added' | 'removed' | 'changed';
  changes: Change[];
}

/**
 * What differs between two versions of a questionnaire, element by element in the order of the newer
 * one, those taken out last. Elements are the same when their names are.
 */
export function differenceOf(before: Definition, after: Definition): ElementDifference[] {
  const [old, now] = [parts(before), parts(after)];
  const found: ElementDifference[] = [];
  for (const [key, { thing, at, byName }] of now) {
    const was = old.get(key);
    const base = { name: thing.name, called: calledOf(thing) };
    if (!was) found.push({ ...base, kind: 'added', changes: added(thing) });
    else {
      const changes = changesOf(was.thing, thing, was.byName, byName);
      if (was.at !== at) changes.push({ what: 'Where it stands', was: was.at, is: at });
      if (changes.length > 0) found.push({ ...base, kind: 'changed', changes });
    }
  }
  for (const [key, { thing }] of old) {
    if (now.has(key)) continue;
    found.push({ name: thing.name, called: calledOf(thing), kind: 'removed', changes: [] });
  }
  return [...wholeChanges(before, after), ...found];
}

interface Part {
  thing: Element | Page;
  /** After which element it stands, in words: moving one is not moving all after it. */
  at: string;
  byName: ByName;
}

function parts(definition: Definition): Map<string, Part> {
  const byName: ByName = new Map(questionsOf(definition).map((one) => [one.name, one]));
  const found = new Map<string, Part>();
  definition.pages.forEach((page, number) => {
    found.set(`page ${page.name}`, { thing: page, at: '', byName });
    const on = wordsIn(page.title) === '' ? `page ${number + 1}` : `“${wordsIn(page.title)}”`;
    for (const element of page.elements) {
      found.set(element.name, { thing: element, at: `on ${on}`, byName });
      if (element.type !== 'panel') continue;
      for (const inner of element.elements) {
        found.set(inner.name, { thing: inner, at: `on ${on}, in a group`, byName });
      }
    }
  });
  return found;
}

function wholeChanges(before: Definition, after: Definition): ElementDifference[] {
  const changes = [
    change('Title', wordsIn(before.title), wordsIn(after.title)),
    change('Introduction', wordsIn(before.description), wordsIn(after.description)),
    ...translations(before, after),
    ...order(before, after),
  ].filter((one) => one !== null);
  if (changes.length === 0) return [];
  return [{ name: '*', called: 'The questionnaire', kind: 'changed', changes }];
}

/** How many texts each language has: the texts themselves stand on the translation page. */
function translations(before: Definition, after: Definition): (Change | null)[] {
  const [old, now] = [textsOf(before), textsOf(after)];
  const codes = new Set([...old, ...now].flatMap(({ words }) => Object.keys(words)));
  return [...codes].sort().map((code) => {
    const was = new Map(old.map(({ key, words }) => [key, words[code] ?? '']));
    const changed = now.filter(
      ({ key, words }) => (words[code] ?? '') !== (was.get(key) ?? ''),
    ).length;
    return changed === 0
      ? null
      : { what: `Texts in the language “${code}”`, was: '', is: `${changed} new or changed` };
  });
}

/** Whether what is in both stands in another order. */
function order(before: Definition, after: Definition): (Change | null)[] {
  const [old, now] = [before, after].map((one) => everyElement(one).map(({ name }) => name));
  const inBoth = (names: string[] | undefined, other: string[] | undefined) =>
    (names ?? []).filter((name) => other?.includes(name));
  const [was, is] = [inBoth(old, now), inBoth(now, old)];
  const moved = is.filter((name, at) => was[at] !== name).length;
  return [moved === 0 ? null : { what: 'Order', was: '', is: `${moved} stand in another place` }];
}

function change(what: string, was: string, is: string): Change | null {
  return was === is ? null : { what, was, is };
}

function added(thing: Element | Page): Change[] {
  if (!('type' in thing) || !isQuestion(thing)) return [];
  const options = optionsOf(thing).map(({ text }) => text);
  return options.length === 0 ? [] : [{ what: 'Answers', was: '', is: options.join(' · ') }];
}

function changesOf(
  was: Element | Page,
  is: Element | Page,
  before: ByName,
  after: ByName,
): Change[] {
  const words = (thing: Element | Page, key: 'title' | 'description') =>
    'html' in thing ? '' : wordsIn(thing[key]);
  const when = (thing: Element | Page, names: ByName) =>
    thing.visibleIf === undefined
      ? 'everybody who gets there'
      : sayExpression(thing.visibleIf, names);
  const found = [
    change('Wording', words(was, 'title'), words(is, 'title')),
    change('Hint', words(was, 'description'), words(is, 'description')),
    change('Words', passage(was), passage(is)),
    // The words of a condition change with the questions that it names; it is the same all the same.
    was.visibleIf === is.visibleIf ? null : change('Asked of', when(was, before), when(is, after)),
    ...(isOfQuestion(was) && isOfQuestion(is) ? questionChanges(was, is) : []),
  ].filter((one) => one !== null);
  return found;
}

const isOfQuestion = (thing: Element | Page): thing is Question =>
  'type' in thing && isQuestion(thing);

const passage = (thing: Element | Page) =>
  'html' in thing ? paragraphsOf(wordsIn(thing.html)).join('\n') : '';

function questionChanges(was: Question, is: Question): (Change | null)[] {
  const needed = (one: Question) => (one.isRequired ? 'must be answered' : 'optional');
  const [old, now] = [was, is].map(
    (one) => new Map(optionsOf(one).map(({ value, text }) => [String(value), text])),
  );
  const answers: (Change | null)[] = [];
  for (const [code, text] of now ?? []) {
    answers.push(change('Answer', old?.get(code) ?? '', text));
  }
  for (const [code, text] of old ?? []) {
    if (!now?.has(code)) answers.push(change('Answer', text, ''));
  }
  const same = answers.every((one) => one === null);
  const reordered = same && !isSame([...(old?.keys() ?? [])], [...(now?.keys() ?? [])]);
  const rest = (one: Question) => {
    const { title: _, description: _d, visibleIf: _v, isRequired: _r, ...other } = one;
    return other;
  };
  const settings =
    same && !reordered && !isSame(englishOnly(rest(was)), englishOnly(rest(is)))
      ? { what: 'Settings', was: '', is: 'changed' }
      : null;
  return [
    change('May be left out', needed(was), needed(is)),
    was.type === is.type ? null : change('Kind', was.type, is.type),
    ...answers,
    reordered ? { what: 'Answers', was: '', is: 'in another order' } : null,
    was.type === is.type ? settings : null,
  ];
}

/** Without translations: a translated text is not another question. */
function englishOnly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(englishOnly);
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Record<string, unknown>;
  if (typeof record['default'] === 'string') return record['default'];
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [key, englishOnly(one)]));
}
