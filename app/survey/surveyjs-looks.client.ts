import { createBaseThemeStyle, createResetVariablesStyle, type SurveyModel } from 'survey-core';
import { ContrastLightPanelless } from 'survey-core/themes';

/** Gives survey-react-ui the theme for which its maker claims conformance with WCAG, and our font. */
export function dress(model: SurveyModel): void {
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
}

function adopt(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
