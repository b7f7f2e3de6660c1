import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { STANDING_NAMES, standingOf } from '#app/panel/consultation.ts';
import { KIND_OF } from '#app/panel/kinds/kinds.ts';
import { readConsultation } from '#app/panel/kinds/read-consultation.server.ts';
import { WhatWeHeard } from '#app/panel/kinds/WhatWeHeard.tsx';
import { NotFound } from '#app/people/errors.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { dayOf, sayDay } from '#app/ui/words.ts';

export const meta = () => titleOf('What came of a consultation, to print');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const id = params.consultationId ?? '';
  const now = new Date();
  // Printed pages lie about: they show what may be published, whoever prints them.
  const anybody = { ...person, role: 'commissioner' } as const;
  const page = await readConsultation(anybody, programme, id, now);
  const mine = await readConsultation(person, programme, id, now);
  if (!mine.results && !mine.answers) throw new NotFound('results');
  return { ...page, early: !page.results && !page.answers, today: dayOf(now) };
});

export default function PrintedConsultation() {
  const page = useLoaderData<typeof loader>();
  const { programmeId, consultation, today, early } = page;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.consultations(programmeId), words: 'Consultations' },
          { href: links.consultation(programmeId, consultation.id), words: consultation.title },
        ]}
      />
      <p className="govuk-body tl-noprint">
        Print this page (Ctrl and P). Small numbers and comments are left out, whoever prints it.
      </p>
      <Heading
        caption={`${STANDING_NAMES[standingOf(consultation.standing)]}: ${KIND_OF[consultation.kind].name.toLowerCase()}`}
      >
        {consultation.title}
      </Heading>
      <p className="govuk-body tl-lines">{consultation.purpose}</p>
      <p className="govuk-body">
        {consultation.closesOn ? `Open to ${sayDay(consultation.closesOn)}. ` : ''}Printed on{' '}
        {sayDay(today)}.
      </p>
      {early ? (
        <p className="govuk-body">
          It is still open: what came of it can be printed when it has closed.
        </p>
      ) : (
        <WhatWeHeard {...page} />
      )}
    </>
  );
}
