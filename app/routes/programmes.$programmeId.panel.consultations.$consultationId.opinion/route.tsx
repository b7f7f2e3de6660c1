import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { stateOf } from '#app/panel/consultation.ts';
import { opinionsOfConsultation } from '#app/panel/opinion/read-consultation.server.ts';
import { OpinionView } from '#app/panel/opinion/OpinionView.tsx';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { dayOf, many } from '#app/ui/words.ts';
import { consultationById } from '#db/consultations.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('What unites and what divides');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const id = params['consultationId'] ?? '';
  const consultation = await consultationById(read, programme.authorityId, programme.id, id);
  const closely = can(person, 'answers.read', programme).yes;
  const state = consultation && stateOf(consultation, dayOf(new Date()));
  // Counts that grow by one tell who has just voted: others see them when it is over.
  if (
    consultation?.kind !== 'statements' ||
    !(state === 'closed' || (state === 'open' && closely))
  ) {
    throw new NotFound('results of this consultation');
  }
  return {
    programmeId: programme.id,
    id,
    title: consultation.title,
    opinions: await opinionsOfConsultation(read, programme, id, closely),
    page: Number(new URL(request.url).searchParams.get('page')) || 0,
  };
});

export default function ConsultationOpinion() {
  const { programmeId, id, title, opinions, page } = useLoaderData<typeof loader>();
  const href = links.consultationOpinion(programmeId, id);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.consultations(programmeId), words: 'Consultations' },
          { href: links.consultation(programmeId, id), words: title },
        ]}
      />
      <Heading caption={title}>What unites and what divides</Heading>
      <p className="govuk-body">
        {many(opinions.voters, 'parent or carer has', 'parents and carers have')} answered.
        Practitioners are not counted with them.
      </p>
      <OpinionView opinions={opinions} page={page} href={(to) => `${href}?page=${to}`} />
    </>
  );
}
