import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { Register } from '#app/needs/register/Register.tsx';
import { registerOf } from '#app/needs/register/register.server.ts';
import { inOrder } from '#app/needs/register/need-order.ts';
import { can } from '#app/people/can.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const lines = await registerOf(programme);
  return {
    programmeId: programme.id,
    ...inOrder(lines),
    mayEdit: can(person, 'needs.edit', programme),
  };
});

export const meta = () => titleOf('Register of needs');

export default function RegisterPage() {
  const { programmeId, inPlay, notNow, mayEdit } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.needs(programmeId), words: 'Needs' }]} />
      <Heading>Register of needs</Heading>
      {mayEdit.yes ? (
        <ButtonLink href={links.newNeed(programmeId)}>Add a need</ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
      <Register programmeId={programmeId} inPlay={inPlay} notNow={notNow} />
    </>
  );
}
