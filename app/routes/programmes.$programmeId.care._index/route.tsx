import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CareHome } from '#app/care/CarePages.tsx';
import { dutyContact } from '#app/care/keep-duty-contact.server.ts';
import { seeWorries } from '#app/care/worries.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { can } from '#app/people/can.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Words that worried somebody');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const maySee = can(person, 'safeguarding.see', programme);
  return {
    programmeId: programme.id,
    contact: (await dutyContact(person)) ?? null,
    cases: maySee.yes ? await seeWorries(person, programme) : null,
    maySee,
    mayChange: can(person, 'safeguarding.contact', programme),
  };
});

export default function Care() {
  return <CareHome {...useLoaderData<typeof loader>()} />;
}
