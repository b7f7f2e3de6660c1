import type { Problem, Typed } from '#app/http/problems.ts';
import type { Element } from '#app/survey/definition.ts';
import { formOf, SPECIALS, type ElementForm, type FormChoice } from './element-form.ts';

/** How many answers a list may have. */
const MOST_ANSWERS = 200;

export type ReadForm = { ok: true; form: ElementForm } | { ok: false; problems: Problem[] };

/**
 * The form about an element as it was sent. Fields that the element does not have are not read;
 * `press` is the button that was pressed: `save`, or `choice-up 2` beside an answer.
 */
export function readElementForm(element: Element, typed: Typed, press = 'save'): ReadForm {
  const shown = formOf(element);
  const problems: Problem[] = [];
  const text = (name: string, most = 1000) => {
    const words = one(typed, name);
    if (words.length > most) {
      problems.push({
        field: name,
        message: `Use at most ${most.toLocaleString('en-GB')} characters`,
      });
    }
    return words;
  };
  const whole = (name: string, from: number, to: number): number | null => {
    const words = one(typed, name);
    if (words === '') return null;
    const number = Number(words);
    if (Number.isInteger(number) && number >= from && number <= to) return number;
    const message = `Enter a whole number from ${from.toLocaleString('en-GB')} to ${to.toLocaleString('en-GB')}, or leave it empty`;
    problems.push({ field: name, message });
    return null;
  };
  if (element.type === 'html') {
    const paragraphs = text('paragraphs', 5000);
    if (paragraphs === '') problems.push({ field: 'paragraphs', message: 'Enter the words' });
    return problems.length > 0
      ? { ok: false, problems }
      : { ok: true, form: { title: '', paragraphs } };
  }
  const form: ElementForm = { title: text('title'), description: text('description') };
  if (form.title === '' && element.type !== 'panel') {
    problems.push({ field: 'title', message: 'Enter the question' });
  }
  if (shown.required !== undefined) {
    form.required = one(typed, 'required') === 'yes';
    form.requiredText = text('requiredText');
  }
  if (shown.choiceType !== undefined) form.choiceType = choiceType(one(typed, 'choiceType'));
  if (shown.choices !== undefined) {
    form.choices = answersIn(typed, press);
    problems.push(...problemsWithAnswers(form.choices));
  }
  if (shown.specials !== undefined) form.specials = specialsIn(typed, text);
  if (shown.most !== undefined || form.choiceType === 'checkbox')
    form.most = whole('most', 1, MOST_ANSWERS);
  if (shown.inputType !== undefined) form.inputType = inputType(one(typed, 'inputType'));
  if (shown.longest !== undefined) {
    form.longest = whole('longest', 1, element.type === 'comment' ? 10_000 : 2000);
  }
  if (shown.least !== undefined) form.least = whole('least', -1_000_000, 1_000_000);
  if (shown.highest !== undefined) form.highest = whole('highest', -1_000_000, 1_000_000);
  const { least = null, highest = null } = form;
  if (least !== null && highest !== null && least >= highest) {
    problems.push({ field: 'highest', message: 'The highest must be more than the lowest' });
  }
  if (element.type === 'rating' && (form.highest ?? 5) - (form.least ?? 1) > 20) {
    problems.push({
      field: 'highest',
      message: 'A scale has at most 21 steps: enter a lower number',
    });
  }
  if (shown.ends) form.ends = { low: text('low'), high: text('high') };
  if (shown.labels) form.labels = { yes: text('yes'), no: text('no') };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, form };
}

function one(typed: Typed, name: string): string {
  const value = typed[name];
  return (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).replaceAll('\r\n', '\n');
}

function choiceType(typed: string): NonNullable<ElementForm['choiceType']> {
  return typed === 'checkbox' || typed === 'dropdown' ? typed : 'radiogroup';
}

function inputType(typed: string): NonNullable<ElementForm['inputType']> {
  return typed === 'number' || typed === 'date' ? typed : 'text';
}

/** The rows of answers, then those written one a line; an emptied row is an answer taken out. */
function answersIn(typed: Typed, press: string): FormChoice[] {
  const rows: FormChoice[] = [];
  for (let at = 0; `choice-${at}` in typed; at += 1) {
    const text = one(typed, `choice-${at}`);
    const code = one(typed, `code-${at}`);
    rows.push({ code: code === '' ? null : code, text });
  }
  const more = one(typed, 'more')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const kept = pressedAnswers(rows, press).filter(({ text }) => text !== '');
  return [...kept, ...more.map((text) => ({ code: null, text }))];
}

/** "choice-up 2": the answer in that row, counted from 0, one up. */
function pressedAnswers(answers: FormChoice[], press: string): FormChoice[] {
  const found = /^choice-(up|down|remove) (\d{1,3})$/.exec(press);
  if (!found) return answers;
  const at = Number(found[2]);
  const answer = answers[at];
  if (!answer) return answers;
  const without = answers.toSpliced(at, 1);
  if (found[1] === 'remove') return without;
  return without.toSpliced(found[1] === 'up' ? Math.max(at - 1, 0) : at + 1, 0, answer);
}

function problemsWithAnswers(answers: readonly FormChoice[]): Problem[] {
  const field = 'more';
  if (answers.length === 0) return [{ field, message: 'Enter at least one answer to choose from' }];
  if (answers.length > MOST_ANSWERS) {
    return [{ field, message: `A list has at most ${MOST_ANSWERS} answers: ask in another way` }];
  }
  const long = answers.find(({ text }) => text.length > 200);
  if (long) {
    return [{ field, message: `Use at most 200 characters for “${long.text.slice(0, 40)}…”` }];
  }
  const folded = answers.map(({ text }) => text.toLowerCase());
  const twice = answers.find((_, at) => folded.indexOf(folded[at] ?? '') !== at);
  return twice
    ? [{ field, message: `The answer “${twice.text}” is there twice: take one out` }]
    : [];
}

function specialsIn(
  typed: Typed,
  text: (name: string) => string,
): NonNullable<ElementForm['specials']> {
  return Object.fromEntries(
    SPECIALS.map(({ show, text: words }) => [
      show,
      { shown: one(typed, show) === 'yes', text: text(words) },
    ]),
  ) as NonNullable<ElementForm['specials']>;
}
