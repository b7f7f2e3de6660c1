import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { can } from '#app/people/can.ts';
import { StateTag } from '#app/survey/StateTag.tsx';
import { stateOn } from '#app/survey/survey.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { dayOf, sayShortDay } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';
import { surveysOf } from '#db/survey.ts';

export const meta = () => titleOf('Surveys');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const rows = await surveysOf(theStore().read, programme.authorityId, programme.id);
  const today = dayOf(new Date());
  return {
    programmeId: programme.id,
    mayEdit: can(person, 'survey.edit', programme),
    surveys: rows.map(({ survey, answers }) => ({
      id: survey.id,
      title: survey.title,
      state: stateOn(survey, today),
      opensOn: survey.opensOn,
      closesOn: survey.closesOn,
      answers,
    })),
  };
});

export default function Surveys() {
  const { programmeId, mayEdit, surveys } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.needs(programmeId), words: 'Needs' }]} />
      <Heading>Surveys</Heading>
      <Table
        caption="Newest first"
        rows={surveys}
        rowKey={(survey) => survey.id}
        columns={[
          {
            header: 'Survey',
            rowHeader: true,
            cell: (survey) => (
              <a className="govuk-link" href={links.survey(programmeId, survey.id)}>
                {survey.title}
              </a>
            ),
          },
          { header: 'Now', cell: (survey) => <StateTag state={survey.state} /> },
          { header: 'Opens', cell: (survey) => sayShortDay(survey.opensOn) },
          { header: 'Closes', cell: (survey) => sayShortDay(survey.closesOn) },
          {
            header: 'Answers',
            numeric: true,
            cell: (survey) => survey.answers.toLocaleString('en-GB'),
          },
        ]}
        empty={
          <p className="govuk-body">
            There is no survey yet. Start with the family survey: it has about 20 questions that
            other areas ask too, and you can read every one before it opens.
          </p>
        }
      />
      {mayEdit.yes ? (
        <div className="govuk-button-group">
          <ButtonLink href={links.newSurvey(programmeId)}>Start a survey</ButtonLink>
          <a className="govuk-link" href={links.surveyFromFile(programmeId)}>
            Bring in one that was asked elsewhere
          </a>
        </div>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
    </>
  );
}
