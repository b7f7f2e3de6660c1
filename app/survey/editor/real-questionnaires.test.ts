import { readdirSync } from 'node:fs';
import { Model } from 'survey-core';
import { describe, expect, it } from 'vitest';
import { inWords, questionsOf } from '#app/survey/definition.ts';
import { readDefinition } from '#app/survey/read-definition.ts';
import { describeRealData, realBytes, realPath } from '#test/real-data.ts';

function read(file: string) {
  const text = new TextDecoder().decode(realBytes('surveyjs', file));
  return readDefinition(JSON.parse(text));
}

function refusedIn(file: string): Record<string, string> {
  const result = read(file);
  if (result.ok) throw new Error(`${file} was taken in`);
  return Object.fromEntries(result.problems.map(({ element, message }) => [element, message]));
}

function takenFrom(file: string) {
  const result = read(file);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(new Model(result.definition).jsonErrors ?? []).toEqual([]);
  // What was taken in goes out as it is, and comes in again as the same.
  const again = readDefinition(JSON.parse(JSON.stringify(result.definition)));
  expect(again).toEqual({ ok: true, definition: result.definition, notKept: [], changed: [] });
  return result;
}

describe('what has another shape elsewhere', () => {
  const take = (...elements: unknown[]) => {
    const result = readDefinition({ pages: [{ name: 'one', elements }] });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result;
  };

  it('a grid becomes a question a row, together on a page', () => {
    const { definition, changed } = take({
      type: 'matrix',
      name: 'how',
      title: 'How was it?',
      columns: ['Good', 'Bad'],
      rows: [{ value: 'food', text: { default: 'The food', pl: 'Jedzenie' } }, 'The room'],
      eachRowRequired: true,
    });
    expect(definition.pages[0]?.elements).toEqual([
      {
        type: 'panel',
        name: 'how',
        title: 'How was it?',
        elements: [
          {
            type: 'radiogroup',
            name: 'how_food',
            title: { default: 'The food', pl: 'Jedzenie' },
            isRequired: true,
            choices: ['Good', 'Bad'],
          },
          {
            type: 'radiogroup',
            name: 'how_The-room',
            title: 'The room',
            isRequired: true,
            choices: ['Good', 'Bad'],
          },
        ],
      },
    ]);
    expect(changed).toEqual(['how: the grid becomes 2 questions, one a row.']);
  });

  it('a group in a group is taken apart, and its condition stays with each question', () => {
    const { definition } = take(
      { type: 'boolean', name: 'used' },
      {
        type: 'panel',
        name: 'outer',
        elements: [
          {
            type: 'panel',
            name: 'inner',
            visibleIf: '{used} = true',
            elements: [{ type: 'comment', name: 'a', visibleIf: '{used} notempty' }],
          },
          { type: 'comment', name: 'b' },
        ],
      },
    );
    expect(definition.pages[0]?.elements[1]).toMatchObject({
      name: 'outer',
      elements: [{ name: 'a', visibleIf: '({used} = true) and ({used} notempty)' }, { name: 'b' }],
    });
  });

  it('boxes with names become questions, and markup of every language loses its tags', () => {
    const { definition } = take(
      { type: 'html', html: { default: '<b onclick=x>Hi</b>', pl: '<script>1</script>Cześć' } },
      { type: 'multipletext', name: 'who', items: [{ name: 'mum', title: 'Mum’s work' }] },
    );
    expect(definition.pages[0]?.elements).toEqual([
      { type: 'html', name: 'note1', html: { default: '<p>Hi</p>', pl: '<p>Cześć</p>' } },
      {
        type: 'panel',
        name: 'who',
        title: 'who',
        elements: [{ type: 'text', name: 'who_mum', title: 'Mum’s work' }],
      },
    ]);
  });
});

describeRealData('questionnaires made in other tools', () => {
  it('has a word on every file that there is', () => {
    const files = readdirSync(realPath('surveyjs')).filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual([
      'all_question_types_defaults.json',
      'family_kids_visibleif_legacy_questions_root.json',
      'ostrale_visitor_survey_en_de.json',
      'surveylib_comment.spec.json',
      'surveylib_completeTrigger.spec.json',
      'surveylib_complex.spec.json',
      'surveylib_design-survey-create-a-multi-page-survey.json',
    ]);
  });

  it('every type of question: what cannot be asked is refused by name, and nothing else', () => {
    const refused = refusedIn('all_question_types_defaults.json');
    expect(Object.keys(refused).sort()).toEqual([
      'question11',
      'question12',
      'question14',
      'question15',
      'question17',
    ]);
    expect(refused['question12']).toMatch(/“file”.*cannot send files/);
    expect(refused['question11']).toMatch(/“expression”/);
    expect(refused['question14']).toMatch(/“matrixdropdown”/);
    expect(refused['question15']).toMatch(/“matrixdynamic”/);
    expect(refused['question17']).toMatch(/“paneldynamic”/);
  });

  it('questions at the root, with the old spellings and with conditions, come in', () => {
    const { definition, notKept } = takenFrom('family_kids_visibleif_legacy_questions_root.json');
    expect(questionsOf(definition).map(({ name }) => name)).toEqual([
      'physical_cond',
      'post_code',
      'name',
      'last_name',
      'gender',
      'ethnicity',
      'nightsout',
      'age_group',
      'prev_acc',
    ]);
    expect(questionsOf(definition).at(-1)?.visibleIf).toBe(
      "{age_group} > 15 and {physical_cond}='No'",
    );
    expect(notKept).toEqual(['clearInvisibleValues', 'colCount', 'placeHolder']);
  });

  it('two languages with pictures to choose from come in, in words', () => {
    const { definition, changed, notKept } = takenFrom('ostrale_visitor_survey_en_de.json');
    const questions = questionsOf(definition);
    expect(questions.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'frage01_wohnort radiogroup',
      'frage02_werbung radiogroup',
      'frage03_anreise radiogroup',
      'frage04_catering checkbox',
    ]);
    expect(inWords(questions[0]?.title, 'de')).toBe('Wo kommen Sie her?');
    expect(inWords(questions[0]?.title)).toBe('Where do you come from?');
    expect(changed).toHaveLength(8);
    expect(notKept).toContain('triggers');
    expect(notKept).toContain('maxTimeToFinish');
  });

  it('boxes for a comment beside each type are refused on each', () => {
    const refused = refusedIn('surveylib_comment.spec.json');
    for (const name of ['radiogroup', 'checkbox', 'dropdown', 'rating', 'boolean', 'text']) {
      expect(refused[name], name).toMatch(/“showCommentArea”.*cannot be kept/);
    }
    expect(refused['ranking']).toMatch(/“ranking”/);
  });

  it('a trigger that ends the questionnaire is refused, not forgotten', () => {
    expect(refusedIn('surveylib_completeTrigger.spec.json')).toEqual({
      questionnaire: expect.stringMatching(/“triggers”.*cannot be kept/) as string,
    });
  });

  it('a group that repeats is refused', () => {
    expect(refusedIn('surveylib_complex.spec.json')).toEqual({
      order: expect.stringMatching(/“paneldynamic”.*cannot be repeated/) as string,
    });
  });

  it('a condition that nobody can read is refused on its page', () => {
    const refused = refusedIn('surveylib_design-survey-create-a-multi-page-survey.json');
    expect(Object.keys(refused)).toEqual(['page5']);
    expect(refused['page5']).toMatch(/“\{satisfaction-score\} =< 2” cannot be used/);
  });
});
