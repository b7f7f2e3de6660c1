import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { importOf, undoImport } from '#app/survey/import/undo-import.server.ts';
import { Button, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { many, sayMoment } from '#app/ui/words.ts';

export const meta = () => titleOf('Take back a file of answers');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'answers.import');
  const brought = await importOf(programme, params.surveyId ?? '', params.importId ?? '');
  return { programmeId: programme.id, ...brought };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.import');
  await checkedForm(request);
  const surveyId = params.surveyId ?? '';
  const gone = await undoImport(person, programme, surveyId, params.importId ?? '');
  const said = `${many(gone, 'answer')} of the file ${gone === 1 ? 'is' : 'are'} deleted.`;
  return redirectSaying(request, links.survey(programme.id, surveyId), said);
});

export default function UndoImport() {
  const { programmeId, survey, fileName, rows, left, importedAt } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.surveys(programmeId), words: 'Surveys' },
            { href: links.survey(programmeId, survey.id), words: survey.title },
          ]}
        />
        <Heading caption={survey.title}>Take back a file of answers</Heading>
        <p className="govuk-body">
          “{fileName}” brought {many(rows, 'answer')} on {sayMoment(importedAt)}
          {left === rows ? '' : `, of which ${left.toLocaleString('en-GB')} are still here`}.
        </p>
        <div className="govuk-warning-text">
          <span className="govuk-warning-text__icon" aria-hidden="true">
            !
          </span>
          <strong className="govuk-warning-text__text">
            <span className="govuk-visually-hidden">Warning</span>
            {many(left, 'answer')} will be deleted, with every comment in themes that came from
            them. Figures that were taken as evidence stay as they are. It cannot be undone; the
            same file can be brought in again.
          </strong>
        </div>
        <Form>
          <div className="govuk-button-group">
            <Button kind="warning">Delete these answers</Button>
            <a className="govuk-link" href={links.survey(programmeId, survey.id)}>
              Keep them
            </a>
          </div>
        </Form>
      </div>
    </div>
  );
}
