import { useState } from 'react';
import { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';
import { shapeOf } from '../answers.ts';
import { isEmpty } from '../conditions.ts';
import { questionsOf, type Definition } from '../definition.ts';
import { writtenIn } from '../languages/choose.ts';
import type { Speaker } from '../languages/speaker.ts';
import { dress } from '../surveyjs-looks.client.ts';

/** The published questions on a tablet, judged by the rules of the respondent pages as well. */
export function TabletSurvey(props: {
  definition: Definition;
  speaker: Speaker;
  onFinished: (answers: Record<string, unknown>) => void;
}) {
  const [model] = useState(() => modelOf(props.definition, props.speaker, props.onFinished));
  return <Survey model={model} />;
}

function modelOf(
  definition: Definition,
  speaker: Speaker,
  onFinished: (answers: Record<string, unknown>) => void,
): Model {
  const model = new Model(definition);
  const questions = new Map(questionsOf(definition).map((each) => [each.name, each]));
  model.questionsOnPageMode = 'questionPerPage';
  model.showTitle = false;
  model.showProgressBar = true;
  model.showCompletePage = false;
  model.clearInvisibleValues = 'onComplete';
  const { language, words } = speaker;
  model.locale = language.code === writtenIn(definition) ? '' : language.code;
  model.pageNextText = words.continue;
  model.pagePrevText = words.back;
  model.completeText = words.send;
  for (const question of model.getAllQuestions()) {
    // Native controls that every reader knows, instead of lists of SurveyJS's own.
    if (question.getType() === 'dropdown') question['renderAs'] = 'select';
    if (question.getType() === 'rating') question['displayMode'] = 'buttons';
  }
  model.onValidateQuestion.add((_, asked) => {
    const question = questions.get(asked.name);
    if (!question || isEmpty(asked.value)) return;
    const read = shapeOf(question, speaker).safeParse(asked.value);
    const [issue] = read.success ? [] : read.error.issues;
    if (issue) asked.error = issue.message;
  });
  model.onComplete.add(({ data }: { data: unknown }) =>
    onFinished({ ...(data as Record<string, unknown>) }),
  );
  dress(model);
  return model;
}
