import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, checkedForm, parseFields } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { addPlanLine } from '#app/plan/lines/keep-plan-line.server.ts';
import { LineFields, MoreRows } from '#app/plan/lines/LineFields.tsx';
import { LineForm } from '#app/plan/lines/line-form.ts';
import { readTags } from '#app/plan/coverage/read-tags.server.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Add a plan line');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'plan.edit');
  return { programmeId: programme.id, tags: await readTags(programme) };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const form = await checkedForm(request);
  const read = parseFields(form, LineForm);
  if (form.get('intent') === 'more') return { problems: [], typed: read.typed, more: true };
  if (!read.ok) return badInput(read.problems, read.typed);
  const kept = await addPlanLine(person, programme.id, read.value);
  if (kept.outcome === 'refused') return badInput([kept.refused], read.typed);
  return redirectSaying(request, links.plan(programme.id), 'The line is in the plan.');
});

export default function NewLine() {
  const { programmeId, tags } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.plan(programmeId), words: 'Delivery plan' }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Add a plan line</Heading>
      <Form className="tl-form">
        <LineFields tags={tags} answer={answer} />
        <div className="govuk-button-group">
          <Button intent="save">Add the line to the plan</Button>
          <MoreRows />
        </div>
      </Form>
    </>
  );
}
