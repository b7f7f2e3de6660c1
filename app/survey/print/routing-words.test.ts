import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surveyTemplates } from '#templates/surveys/index.ts';
import { everyKind, someAnswersTo } from '#test/some-answers.ts';
import { askedNames, stepsOf } from '../steps.ts';
import { numbered } from './printed.ts';
import { leapsFrom } from './routing-words.ts';

describe('the way through a paper form', () => {
  it.each([{ id: 'every kind', definition: everyKind }, ...surveyTemplates])(
    'never leads past a question that is asked: $id',
    ({ definition }) => {
      const all = numbered(definition);
      const steps = stepsOf(definition);
      fc.assert(
        fc.property(someAnswersTo(definition), (answers) => {
          const asked = new Set(askedNames(steps, answers));
          for (const at of all) {
            if (!asked.has(at.question.name)) continue;
            for (const { to, options } of leapsFrom(at, all)) {
              const chosen = answers[at.question.name];
              if (!options.some(({ value }) => value === chosen)) continue;
              const past = all.filter(
                ({ number }) => number > at.number && (to === null || number < to),
              );
              expect(past.filter(({ question }) => asked.has(question.name))).toEqual([]);
            }
          }
        }),
        { numRuns: 60 },
      );
    },
  );
});
