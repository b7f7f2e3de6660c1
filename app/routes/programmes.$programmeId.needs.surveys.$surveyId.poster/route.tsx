import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { Poster } from '#app/survey/Poster.tsx';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { Breadcrumbs, titleOf } from '#app/ui/Page.tsx';
import { qrOutline } from '#app/ui/qr.server.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Poster');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme, authority } = await requireProgramme(request, params);
  const survey = await surveyOf(theStore().read, programme, params.surveyId ?? '');
  const address = publicAddress(request, links.respond(survey.code));
  const { id, title, minutes, closesOn } = survey;
  return {
    programmeId: programme.id,
    surveyId: id,
    poster: {
      title,
      minutes,
      closesOn,
      address,
      authority: authority.name,
      qr: qrOutline(address),
    },
  };
});

export default function PosterPage() {
  const { programmeId, surveyId, poster } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.surveys(programmeId), words: 'Surveys' },
          { href: links.survey(programmeId, surveyId), words: poster.title },
        ]}
      />
      <p className="govuk-body tl-noprint">
        Print this page (Ctrl and P): only the poster is printed. It fits A4 and A3.
      </p>
      <Poster {...poster} />
    </>
  );
}
