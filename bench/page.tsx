import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { renderToString } from 'react-dom/server';
import { QuestionPageView } from '#app/survey/QuestionPage.tsx';
import { questionPage } from '#app/survey/respondent-page.ts';
import { RespondentFrame, type Frame } from '#app/survey/RespondentFrame.tsx';
import type { Visit } from '#app/survey/visit.server.ts';

/** The first question of a survey as HTML, in the language of the visit. */
export function firstPageOf({ survey, authority, asking, speaker, offered }: Visit): string {
  const asked = asking?.rules.asked({}) ?? [];
  const [step] = asked;
  if (!step) return '';
  const frame: Frame = {
    title: survey.title,
    titleEnd: survey.title,
    authority,
    lang: speaker.language.code,
    dir: speaker.language.dir,
    errorWord: speaker.words.error,
    wordings: {},
    unchecked: false,
    partly: false,
    languages: offered,
    here: '/',
  };
  const page = questionPage(step, asked, {}, { speaker });
  const element = (
    <RespondentFrame frame={frame}>
      <QuestionPageView page={page} again={undefined} />
    </RespondentFrame>
  );
  const router = createMemoryRouter([{ id: 'root', path: '/', element }]);
  return renderToString(<RouterProvider router={router} />);
}
