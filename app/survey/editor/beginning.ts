import type { Definition } from '#app/survey/definition.ts';
import { surveyTemplate, type Origin } from '#templates/surveys/index.ts';

/** What a survey is begun with: a shipped questionnaire, or nearly nothing. */
export interface Beginning {
  id: string;
  name: string;
  summary: string;
  minutes: number;
  placesQuestion?: string | undefined;
  privacyNotice: string;
  origins: Readonly<Record<string, Origin>>;
  definition: Definition;
}

/** One open question, because a questionnaire has at least one: to be changed or replaced by a file. */
export const FROM_NOTHING: Beginning = {
  id: 'own',
  name: 'Your own questions',
  summary:
    'Begin with one open question. Add your own, take some from the question bank, or bring in a questionnaire that was made in another tool (SurveyJS).',
  minutes: 2,
  privacyNotice:
    '{authority} is asking these questions to plan help for families. Planning it is our public task by law.\n\nWe do not ask for your name, address, e-mail or phone number, and we keep only the day on which you answered. Nobody can tell from your answers who you are, so write nothing in your own words that could name you or your children.\n\nYour answers are put together with everyone else’s. Numbers that are so small that they might point to one family are hidden.\n\nWe delete the answers after {keepUntil}. You can stop at any time: nothing is counted until you press the last button. At the end you get a reference. Keep it if you may want us to delete your answers.',
  origins: {
    whatWouldHelp: {
      from: 'Own wording',
      note: 'Only there to begin with: change it or take it out.',
    },
  },
  definition: {
    pages: [
      {
        name: 'page1',
        elements: [
          { type: 'comment', name: 'whatWouldHelp', title: 'What would help your family most?' },
        ],
      },
    ],
  },
};

export function beginningNamed(id: string): Beginning | undefined {
  return id === FROM_NOTHING.id ? FROM_NOTHING : surveyTemplate(id);
}
