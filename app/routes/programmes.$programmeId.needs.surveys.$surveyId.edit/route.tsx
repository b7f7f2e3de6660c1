import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Conflict } from '#app/people/errors.ts';
import { changeSurvey, surveyOf } from '#app/survey/run-survey.server.ts';
import { ChosenSurveyForm } from '#app/survey/survey.ts';
import { SurveyFields } from '#app/survey/SurveyFields.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Change the survey');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'survey.edit');
  const survey = await surveyOf(theStore().read, programme, params.surveyId ?? '');
  const { definition: _, ...rest } = survey;
  return { programmeId: programme.id, survey: rest };
});

const ChangeForm = z.intersection(ChosenSurveyForm, z.object({ version: z.coerce.number().int() }));

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'survey.edit');
  const surveyId = params.surveyId ?? '';
  const read = await parseForm(request, ChangeForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { version, ...change } = read.value;
  try {
    await changeSurvey(person, programme, surveyId, version, change);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // Shown again with what was typed; what stands now is beside each field.
    return badInput(await differences(programme, surveyId, change), read.typed);
  }
  return redirectSaying(request, links.survey(programme.id, surveyId), 'The survey is changed.');
});

const NAMES = {
  title: 'The title',
  opensOn: 'The opening day',
  closesOn: 'The closing day',
  keepUntil: 'The day of deletion',
  privacyNotice: 'What families are told',
  lawfulBasis: 'The lawful basis',
  specialCondition: 'The condition for special answers',
  minutes: 'The number of minutes',
} as const;

async function differences(
  programme: Parameters<typeof surveyOf>[1],
  surveyId: string,
  typed: z.output<typeof ChosenSurveyForm>,
) {
  const now = await surveyOf(theStore().read, programme, surveyId);
  const fields = Object.keys(NAMES) as (keyof typeof NAMES)[];
  const changed = fields.filter(
    (field) => typed[field] !== undefined && now[field] !== typed[field],
  );
  const which = changed.length > 0 ? changed : (['title'] as const);
  return which.map((field) => ({
    field,
    message: `${NAMES[field]} is now “${now[field] ?? 'empty'}”: somebody else saved it while you were typing. Save again to keep yours`,
  }));
}

export default function EditSurvey() {
  const { programmeId, survey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.surveys(programmeId), words: 'Surveys' },
            { href: links.survey(programmeId, survey.id), words: survey.title },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={survey.title}>Change the title, dates and privacy notice</Heading>
        <Form>
          <input type="hidden" name="version" value={survey.version} />
          <SurveyFields answer={answer} survey={survey} />
          <Button>Save the changes</Button>
        </Form>
      </div>
    </div>
  );
}
