import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { ConsultationForm } from '#app/panel/consultation.ts';
import { ConsultationFields } from '#app/panel/ConsultationFields.tsx';
import { startConsultation } from '#app/panel/start-consultation.server.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Draft a consultation');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'panel.manage');
  return { programmeId: programme.id };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const read = await parseForm(request, ConsultationForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const id = await startConsultation(person, programme, read.value);
  const said = 'The consultation is drafted. Add what people are asked next.';
  return redirectSaying(request, links.consultation(programme.id, id), said);
});

export default function NewConsultation() {
  const { programmeId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const consultation = {
    title: '',
    purpose: '',
    standing: 'engagement',
    version: 0,
    kind: 'statements',
    proposals: true,
  };
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.panel(programmeId), words: 'Panel' },
            { href: links.consultations(programmeId), words: 'Consultations' },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading>Draft a consultation</Heading>
        <p className="govuk-body">
          To ask about the theory of change step by step,{' '}
          <a className="govuk-link" href={links.newWalk(programmeId)}>
            draft a walk through the theory
          </a>
          . To ask about a line of the plan, begin on the line’s own page in the{' '}
          <a className="govuk-link" href={links.plan(programmeId)}>
            delivery plan
          </a>
          .
        </p>
        <Form>
          <ConsultationFields answer={answer} consultation={consultation} isNew />
          <Button>Save and add what people are asked</Button>
        </Form>
      </div>
    </div>
  );
}
