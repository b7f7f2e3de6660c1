import { Model } from 'survey-core';
import { describe, expect, it } from 'vitest';
import { inWords, questionsOf } from '#app/survey/definition.ts';
import { stepsOf } from '#app/survey/steps.ts';
import { bandOf, returnBands } from './bands.ts';
import { bankQuestion, questionBank } from './bank.ts';
import eventPoll from './event-poll.json' with { type: 'json' };
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
  const { useful: _, ...origins } = eventPoll.origins;
  const file = 'templates/surveys/bad.json';
  expect(() => readSurveyTemplate({ ...eventPoll, origins }, file)).toThrow(
    /bad\.json cannot be used: useful has no origin/,
  );
  const survey = { pages: [{ name: 'p', elements: [{ type: 'matrix', name: 'grid' }] }] };
  expect(() => readSurveyTemplate({ ...eventPoll, survey }, file)).toThrow(/grid: .*“matrix”/);
});

it('there are at least six whole questionnaires, the event poll with two questions', () => {
  expect(surveyTemplates.length).toBeGreaterThanOrEqual(6);
  const poll = surveyTemplate('event-poll');
  expect(poll && questionsOf(poll.definition)).toHaveLength(2);
});

it('every questionnaire of families asks for opinions of users only', () => {
  const satisfaction = surveyTemplate('hub-satisfaction');
  const opinions = satisfaction?.definition.pages.filter(({ name }) =>
    ['opinion', 'change'].includes(name),
  );
  expect(opinions).toHaveLength(2);
  for (const page of opinions ?? []) {
    expect(page.visibleIf).toBe("{hubUse} anyof ['often', 'sometimes', 'once']");
  }
});

describe('the question bank', () => {
  const all = questionBank.flatMap(({ questions }) => questions);

  it('holds every question of every questionnaire once', () => {
    const asked = new Set(
      surveyTemplates.flatMap(({ definition }) =>
        questionsOf(definition).map((question) => JSON.stringify(question)),
      ),
    );
    expect(all.map(({ question }) => JSON.stringify(question)).sort()).toEqual([...asked].sort());
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });

  it('knows where a question is asked and which question it follows', () => {
    expect(bankQuestion('equality:sex')?.askedIn).toEqual([
      'What families need',
      'How good is our hub?',
      'About you (equality questions)',
    ]);
    expect(bankQuestion('equality:ethnicAsian')?.follows).toBe('ethnicGroup');
  });
});

describe('the bands of the return', () => {
  it.each(returnBands.map((map) => [map.question, map] as const))(
    'take every answer to %s, or say why not',
    (name, map) => {
      const question = questionBank
        .flatMap(({ questions }) => questions)
        .find((each) => each.question.name === name)?.question;
      if (!question || !('choices' in question)) throw new Error(`${name} is not in the bank.`);
      const answers = question.choices.map((choice) =>
        String(typeof choice === 'object' ? choice.value : choice),
      );
      if (question.showRefuseItem) answers.push('refused');
      if (question.showOtherItem) answers.push('other');
      if (question.showNoneItem) answers.push('none');
      const mapped = [...Object.keys(map.bands), ...Object.keys(map.noBand ?? {})];
      expect(mapped.sort()).toEqual(answers.sort());
    },
  );

  it('say the band of an answer, or nothing', () => {
    expect(bandOf('childrenAges', '11-17')).toBe('5 to 17');
    expect(bandOf('ageBand', 'under-18')).toBeNull();
    expect(bandOf('hubUse', 'often')).toBeNull();
  });
});
