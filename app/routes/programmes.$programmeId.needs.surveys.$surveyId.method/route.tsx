import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DocumentBody } from '#app/documents/DocumentBody.tsx';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { readMethod } from '#app/needs/method/read-method.server.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { authority, programme } = await requireProgramme(request, params);
  const { survey, blocks } = await readMethod(
    programme,
    params['surveyId'] ?? '',
    dayOf(new Date()),
  );
  const { name, colour, isDemonstration } = authority;
  return {
    programmeId: programme.id,
    survey,
    model: {
      title: survey.title,
      subtitle: 'Method note',
      cover: [],
      authority: { name, colour, isDemonstration },
      language: 'en-GB' as const,
      sections: [{ id: 'method', title: survey.title, landscape: false, blocks }],
    },
  };
});

export const meta = () => titleOf('Method note');

export default function Method() {
  const { programmeId, survey, model } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.needs(programmeId), words: 'Needs' },
            { href: links.survey(programmeId, survey.id), words: survey.title },
          ]}
        />
        <Heading>Method note</Heading>
        <p className="govuk-body">
          Written from the settings that are really used and the answers as they are now. It goes
          into the needs assessment as it stands.
        </p>
        <DocumentBody model={model} />
      </div>
    </div>
  );
}
