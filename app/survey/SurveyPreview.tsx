import { useState } from 'react';
import { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';
import type { Definition } from './definition.ts';

/** The questionnaire in SurveyJS's own form, for staff to try. What is typed goes nowhere. */
export default function SurveyPreview({ definition }: { definition: Definition }) {
  const [model] = useState(() => {
    const made = new Model(definition);
    made.questionsOnPageMode = 'questionPerPage';
    made.completedHtml = '<p>That was the last question. Nothing was saved.</p>';
    made.showTitle = false;
    return made;
  });
  return <Survey model={model} />;
}
