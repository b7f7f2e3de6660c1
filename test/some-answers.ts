import fc from 'fast-check';
import { Definition, questionsOf, type Question } from '#app/survey/definition.ts';
import { EXCLUSIVE, hasOther, optionsOf, OTHER, otherKey } from '#app/survey/options.ts';
import { tidyText } from '#app/survey/posted.ts';
import { makeRules } from '#app/survey/rules.server.ts';

/** One question of every kind, with words and codes made to be mixed up. */
export const everyKind: Definition = Definition.parse({
  pages: [
    {
      name: 'page1',
      elements: [
        {
          type: 'radiogroup',
          name: 'radiogroup',
          title: 'Which, if any?',
          choices: [
            { value: 'no', text: 'no reply' },
            { value: 'yes', text: 'Yes, "often"' },
            { value: '=1+1', text: '=1+1' },
            { value: '99', text: 'Twice' },
            { value: 'twice', text: 'Twice' },
          ],
          showOtherItem: true,
          showNoneItem: true,
          showDontKnowItem: true,
          showRefuseItem: true,
        },
        { type: 'dropdown', name: 'with', title: 'Which, if any?', choices: [1, 2, 30] },
        {
          type: 'checkbox',
          name: 'check-box',
          title: 'Which of these?',
          choices: ['a', 'b,c', { value: 'd', text: 'D; E' }],
          showOtherItem: true,
          showRefuseItem: true,
        },
        {
          type: 'checkbox',
          name: 'check_box',
          title: 'Which of these?',
          visibleIf: "{radiogroup} = 'yes'",
          choices: ['x', 'y'],
        },
        { type: 'rating', name: 'rating', rateMin: 0, rateMax: 10 },
        { type: 'boolean', name: 'boolean', labelTrue: 'True enough', labelFalse: 'Not so' },
        { type: 'text', name: 'line', title: '=HYPERLINK("x")' },
        { type: 'text', name: 'number', inputType: 'number' },
        { type: 'text', name: 'date', inputType: 'date' },
        { type: 'comment', name: 'comment', maxLength: 10000, title: 'Which of these? [D; E]' },
      ],
    },
  ],
});

const words = fc.oneof(
  fc.constantFrom('no reply', "'no reply", '=1+1', "'=1", 'N/A', '-', '007', '1E5', 'true', '99'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.constantFrom('One\nTwo', '"Quoted", and a comma', 'شكرا', 'Zoë’s', '_x000D_', '<script>'),
);

const tidyWords = words.map(tidyText).filter((text) => text !== '');
const line = tidyWords
  .map((text) => text.replaceAll('\n', ' ').trim())
  .filter((text) => text !== '');

function anAnswer(question: Question): fc.Arbitrary<unknown> {
  const values = optionsOf(question).map(({ value }) => value);
  if (question.type === 'comment') return tidyWords;
  if (question.type === 'text') {
    if (question.inputType === 'number') {
      return fc.oneof(fc.integer({ min: -1000, max: 1_000_000 }), fc.constantFrom(99, 0, 1.5));
    }
    if (question.inputType === 'date') return fc.constantFrom('2026-02-28', '1999-12-31');
    return line;
  }
  if (question.type !== 'checkbox') return fc.constantFrom(...values);
  const most = question.maxSelectedChoices ?? values.length;
  return fc
    .uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: Math.min(3, most) })
    .map((some) => {
      const alone = some.find((value) => EXCLUSIVE.includes(String(value)));
      return alone === undefined ? values.filter((value) => some.includes(value)) : [alone];
    });
}

/** Sets of answers to a questionnaire as they are stored, some of them empty, some not asked. */
export function someAnswersTo(definition: Definition): fc.Arbitrary<Record<string, unknown>> {
  const rules = makeRules(definition);
  const each = Object.fromEntries(
    questionsOf(definition).flatMap((question): [string, fc.Arbitrary<unknown>][] => {
      const answer: [string, fc.Arbitrary<unknown>] = [question.name, anAnswer(question)];
      if (!hasOther(question)) return [answer];
      return [answer, [otherKey(question.name), line.map((text) => text.slice(0, 200).trim())]];
    }),
  );
  return fc.record(each, { requiredKeys: [] }).map((answers) => {
    const some: Record<string, unknown> = { ...answers };
    for (const { name } of rules.questions) {
      if ([some[name]].flat().includes(OTHER)) some[otherKey(name)] ??= 'Something';
    }
    return rules.finishImported(some).kept;
  });
}
