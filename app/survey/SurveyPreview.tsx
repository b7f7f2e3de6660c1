import { useState } from 'react';
import { createBaseThemeStyle, createResetVariablesStyle, Model } from 'survey-core';
import { ContrastLightPanelless } from 'survey-core/themes';
import { Survey } from 'survey-react-ui';
import type { Definition } from './definition.ts';

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
  // The theme for which the maker claims conformance with WCAG.
  const { cssVariables } = ContrastLightPanelless;
  model.applyTheme({
    ...ContrastLightPanelless,
    // The system's own typeface, as on every page: SurveyJS names one that it would fetch.
    cssVariables: {
      ...cssVariables,
      '--sjs2-typography-font-family-text': 'system-ui, sans-serif',
    },
  });
  // SurveyJS would write its theme into a style element, which our Content-Security-Policy forbids.
  // A style sheet made by script is allowed: what somebody typed cannot plant one.
  model.generateStylesheet = false;
  model.onAfterRenderSurvey.add((_, { htmlElement }) => {
    adopt(createBaseThemeStyle());
    adopt(createResetVariablesStyle(htmlElement));
  });
  return model;
}

function adopt(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
