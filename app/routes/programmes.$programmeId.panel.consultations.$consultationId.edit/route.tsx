import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { problemOf } from '#app/http/problems.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { changeConsultation } from '#app/panel/change-consultation.server.ts';
import { ConsultationForm } from '#app/panel/consultation.ts';
import { settingsOf } from '#app/panel/kinds/kinds.ts';
import { ConsultationFields } from '#app/panel/ConsultationFields.tsx';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { consultationById } from '#db/consultations.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Change the consultation');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'panel.manage');
  const { authorityId, id: programmeId } = programme;
  const id = params.consultationId ?? '';
  const consultation = await consultationById(theStore().read, authorityId, programmeId, id);
  if (!consultation) throw new NotFound('consultation');
  const { title, purpose, standing, version, kind, settings } = consultation;
  const { proposals } = settingsOf(settings);
  return {
    programmeId,
    consultation: { id, title, purpose, standing, version, kind, proposals },
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const id = params.consultationId ?? '';
  const read = await parseForm(request, ConsultationForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    await changeConsultation(person, programme, id, read.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const message = `${error.message} What it says now is shown below your own words`;
    const { title, purpose, standing } = read.value;
    return badInput([{ field: 'title', message }], { title, purpose, standing });
  }
  return redirectSaying(
    request,
    links.consultation(programme.id, id),
    'The consultation is saved.',
  );
});

export default function EditConsultation() {
  const { programmeId, consultation } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const clash = answer && problemOf(answer.problems, 'title')?.includes('your own words');
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.panel(programmeId), words: 'Panel' },
            { href: links.consultations(programmeId), words: 'Consultations' },
            { href: links.consultation(programmeId, consultation.id), words: consultation.title },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading>Change the consultation</Heading>
        <Form>
          <ConsultationFields answer={answer} consultation={consultation} />
          <Button>Save</Button>
        </Form>
        {clash ? (
          <div className="govuk-inset-text">
            <p className="govuk-body govuk-!-font-weight-bold">{consultation.title}</p>
            <p className="govuk-body tl-lines">{consultation.purpose}</p>
          </div>
        ) : null}
      </div>
    </div>
  );
}
