import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { questionsOf } from '#app/survey/definition.ts';
import { beginningNamed, FROM_NOTHING } from '#app/survey/editor/beginning.ts';
import { questionnaireFor } from '#app/survey/from-template.ts';
import { NewSurvey, TemplateChoice } from '#app/survey/NewSurvey.tsx';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { ChosenSurveyForm } from '#app/survey/survey.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { surveyTemplates } from '#templates/surveys/index.ts';

export const meta = () => titleOf('Start a survey');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme, authority } = await requireProgramme(request, params, 'survey.edit');
  const chosen = new URL(request.url).searchParams.get('template');
  const choices = [...surveyTemplates, FROM_NOTHING].map(
    ({ id, name, summary, minutes, definition }) => {
      return { id, name, summary, minutes, questions: questionsOf(definition).length };
    },
  );
  if (chosen === null) return { programmeId: programme.id, choices, chosen: null };
  const template = beginningNamed(chosen);
  if (!template) throw new NotFound('questionnaire');
  const definition = questionnaireFor(template, programme);
  return {
    programmeId: programme.id,
    choices,
    chosen: {
      id: template.id,
      name: template.name,
      definition,
      origins: template.origins,
      survey: {
        title: typeof definition.title === 'string' ? definition.title : template.name,
        opensOn: null,
        closesOn: null,
        privacyNotice: template.privacyNotice.replaceAll('{authority}', authority.name),
        keepUntil: '',
        lawfulBasis: null,
        specialCondition: null,
        minutes: template.minutes,
      },
    },
  };
});

const NewSurveyForm = z.intersection(ChosenSurveyForm, z.object({ templateId: z.string() }));

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'survey.edit');
  const read = await parseForm(request, NewSurveyForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const id = await startSurvey(person, programme, read.value);
  const said = 'The survey is drafted. Look at it as a family would, then check and publish it.';
  return redirectSaying(request, links.survey(programme.id, id), said);
});

export default function StartSurvey() {
  const { programmeId, choices, chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return chosen ? (
    <NewSurvey programmeId={programmeId} chosen={chosen} answer={answer} />
  ) : (
    <TemplateChoice programmeId={programmeId} choices={choices} />
  );
}
