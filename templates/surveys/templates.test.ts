import { Model } from 'survey-core';
import { describe, expect, it } from 'vitest';
import { inWords, questionsOf } from '#app/survey/definition.ts';
import { stepsOf } from '#app/survey/steps.ts';
import familyNeeds from './family-needs.json' with { type: 'json' };
import { readSurveyTemplate, surveyTemplate, surveyTemplates } from './index.ts';

describe.each(surveyTemplates)('the template $id', ({ definition }) => {
  it('is SurveyJS that survey-core reads without a complaint', () => {
    expect(new Model(definition).jsonErrors ?? []).toEqual([]);
  });

  it('says what to do wherever an answer is needed', () => {
    for (const question of questionsOf(definition)) {
      if (question.isRequired !== true) continue;
      expect(inWords(question.requiredErrorText), question.name).toMatch(/^(Select|Enter) /);
    }
  });

  it('gives every answer to choose a code of its own and words', () => {
    for (const question of questionsOf(definition)) {
      if (!('choices' in question) || question.name === 'area') continue;
      for (const choice of question.choices) {
        if (typeof choice !== 'object') throw new Error(`${question.name}: ${choice} has no code`);
        expect(String(choice.value)).toMatch(/^[a-z0-9-]+$/);
        expect(inWords(choice.text)).not.toBe('');
      }
    }
  });
});

describe('the family survey', () => {
  const template = surveyTemplate('family-needs');
  const questions = template ? questionsOf(template.definition) : [];
  const section = template?.definition.pages.find(({ name }) => name === 'aboutYou');

  it('asks one thing a page', () => {
    const steps = template ? stepsOf(template.definition) : [];
    expect(steps).toHaveLength(questions.length);
  });

  it('lets everyone skip every equality question, or prefer not to say, and says why it is asked', () => {
    for (const question of questions.filter(({ name }) =>
      section?.elements.some((element) => element.name === name),
    )) {
      expect(question.isRequired, question.name).toBeUndefined();
      expect('showRefuseItem' in question && question.showRefuseItem, question.name).toBe(true);
      if (question.visibleIf === undefined) {
        expect(inWords(question.description), question.name).toMatch(/^We ask /);
      }
    }
  });

  it('holds the 18 ethnic groups of the harmonised standard', () => {
    const second = questions.filter(({ name }) =>
      /^ethnic(White|Mixed|Asian|Black|Other)$/.test(name),
    );
    const groups = second.flatMap((question) => ('choices' in question ? question.choices : []));
    expect(second).toHaveLength(5);
    expect(groups).toHaveLength(18);
  });

  it('asks about satisfaction only of people who used a hub', () => {
    for (const name of ['satisfaction', 'servicesUsed', 'difference']) {
      const question = questions.find((each) => each.name === name);
      expect(question?.visibleIf).toBe("{hubUse} anyof ['often', 'sometimes', 'once']");
    }
  });
});

it('a template with a question of unknown origin, or a bad element, is refused with its file', () => {
  const { hubUse: _, ...origins } = familyNeeds.origins;
  const file = 'templates/surveys/bad.json';
  expect(() => readSurveyTemplate({ ...familyNeeds, origins }, file)).toThrow(
    /bad\.json cannot be used: hubUse has no origin/,
  );
  const survey = { pages: [{ name: 'p', elements: [{ type: 'matrix', name: 'grid' }] }] };
  expect(() => readSurveyTemplate({ ...familyNeeds, survey }, file)).toThrow(/grid: .*“matrix”/);
});
