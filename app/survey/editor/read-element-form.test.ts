import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Typed } from '#app/http/problems.ts';
import type { Element } from '#app/survey/definition.ts';
import { surveyTemplates } from '#templates/surveys/index.ts';
import { formed, formOf, type ElementForm } from './element-form.ts';
import { everyElement } from './place.ts';
import { readElementForm } from './read-element-form.ts';

/** What a browser sends of a form that nobody touched. */
function untouched(form: ElementForm): Typed {
  const number = (value: number | null | undefined) => String(value ?? '');
  const typed: Typed = {
    title: form.title,
    description: form.description ?? '',
    required: form.required ? 'yes' : 'no',
    requiredText: form.requiredText ?? '',
    choiceType: form.choiceType ?? '',
    inputType: form.inputType ?? '',
    most: number(form.most),
    longest: number(form.longest),
    least: number(form.least),
    highest: number(form.highest),
    low: form.ends?.low ?? '',
    high: form.ends?.high ?? '',
    yes: form.labels?.yes ?? '',
    no: form.labels?.no ?? '',
    paragraphs: form.paragraphs ?? '',
    more: '',
  };
  form.choices?.forEach(({ code, text }, at) => {
    typed[`choice-${at}`] = text;
    typed[`code-${at}`] = code ?? '';
  });
  const texts = ['other', 'none', 'dontKnow', 'refuse'] as const;
  for (const one of texts) {
    const show = `show${one.charAt(0).toUpperCase()}${one.slice(1)}Item` as const;
    const given = form.specials?.[show as 'showOtherItem'];
    if (given?.shown) typed[show] = 'yes';
    typed[`${one}Text`] = given?.text ?? '';
  }
  return typed;
}

function saved(element: Element, typed: Typed, press?: string): Element {
  const read = readElementForm(element, typed, press);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return formed(element, read.form);
}

const list: Element = {
  type: 'radiogroup',
  name: 'way',
  title: 'How?',
  choices: [
    { value: 'a', text: 'A' },
    { value: 'b', text: 'B' },
    { value: 'c', text: 'C' },
  ],
};
const codes = (element: Element) =>
  'choices' in element
    ? element.choices.map((one) => (typeof one === 'object' ? one.value : one))
    : [];

describe('the form about a question', () => {
  it('sent untouched changes nothing, for every question that is shipped', () => {
    for (const { definition } of surveyTemplates) {
      for (const element of everyElement(definition)) {
        expect(saved(element, untouched(formOf(element))), element.name).toEqual(element);
      }
    }
  });

  it('moves, empties and adds answers, each keeping its code', () => {
    const typed = untouched(formOf(list));
    expect(codes(saved(list, typed, 'choice-down 0'))).toEqual(['b', 'a', 'c']);
    expect(codes(saved(list, typed, 'choice-up 0'))).toEqual(['a', 'b', 'c']);
    expect(codes(saved(list, typed, 'choice-remove 1'))).toEqual(['a', 'c']);
    // An emptied row does not shift what a button beside another row does.
    expect(codes(saved(list, { ...typed, 'choice-0': '' }, 'choice-up 2'))).toEqual(['c', 'b']);
    expect(codes(saved(list, { ...typed, more: 'D\n\n b! ' }))).toEqual([
      'a',
      'b',
      'c',
      'd',
      'b-2',
    ]);
  });

  it.each<[string, Typed, string]>([
    ['no words', { title: '' }, 'title'],
    ['no answers', { 'choice-0': '', 'choice-1': '', 'choice-2': '' }, 'more'],
    ['an answer twice', { 'choice-0': 'b' }, 'more'],
    ['too many words', { title: 'x'.repeat(1001) }, 'title'],
  ])('says what to do about %s', (_, change, field) => {
    const read = readElementForm(list, { ...untouched(formOf(list)), ...change });
    expect(read).toMatchObject({ ok: false, problems: [{ field }] });
  });

  it('never throws, whatever is sent', () => {
    const all = surveyTemplates.flatMap(({ definition }) => everyElement(definition));
    const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }));
    const names = ['title', 'choice-0', 'code-0', 'more', 'least', 'highest', 'most', 'longest'];
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.dictionary(fc.constantFrom(...names), value),
        fc.string(),
        (element, typed, press) => {
          const read = readElementForm(element, typed, press);
          if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
          else expect(formed(element, read.form).name).toBe(element.name);
        },
      ),
    );
  });
});
