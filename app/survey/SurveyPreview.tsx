import { useState } from 'react';
import { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';
import type { Definition } from './definition.ts';
import { dress } from './surveyjs-looks.client.ts';

/** The questionnaire in SurveyJS's own form, for staff to try. What is typed goes nowhere. */
export default function SurveyPreview({ definition }: { definition: Definition }) {
  const [model] = useState(() => previewOf(definition));
  return <Survey model={model} />;
}

function previewOf(definition: Definition): Model {
  const model = new Model(definition);
  model.questionsOnPageMode = 'questionPerPage';
  model.completedHtml = '<p>That was the last question. Nothing was saved.</p>';
  model.showTitle = false;
  dress(model);
  return model;
}
