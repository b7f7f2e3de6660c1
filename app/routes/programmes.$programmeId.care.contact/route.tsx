import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ContactForm } from '#app/care/care.ts';
import { DutyContactPage } from '#app/care/CarePages.tsx';
import { changeDutyContact, dutyContact } from '#app/care/keep-duty-contact.server.ts';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Whom to tell about safeguarding');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'safeguarding.contact');
  return { programmeId: programme.id, contact: (await dutyContact(person)) ?? null };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'safeguarding.contact');
  const read = await parseForm(request, ContactForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  await changeDutyContact(person, programme, read.value);
  return redirectSaying(request, links.care(programme.id), 'Everybody sees now whom to tell.');
});

export default function Contact() {
  const answer = useActionData<typeof action>();
  return <DutyContactPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
