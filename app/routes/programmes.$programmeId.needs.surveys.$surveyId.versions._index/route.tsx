import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { EditorTrail } from '#app/survey/editor/EditorNav.tsx';
import { languageOf } from '#app/survey/languages/languages.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { Heading, titleOf } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayMoment } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';
import { versionsOf } from '#db/survey-edits.ts';

export const meta = () => titleOf('Versions');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const survey = await surveyOf(read, programme, params.surveyId ?? '');
  const versions = await versionsOf(read, programme.authorityId, survey.id);
  return {
    programmeId: programme.id,
    survey: { id: survey.id, title: survey.title },
    versions: versions.reverse().map(({ version, answers }) => ({
      number: version.number,
      when: sayMoment(version.publishedAt),
      who: version.publishedBy ?? '',
      languages: (version.languages ?? []).map((code) => languageOf(code).name).join(', '),
      answers,
    })),
  };
});

export default function Versions() {
  const { programmeId, survey, versions } = useLoaderData<typeof loader>();
  return (
    <>
      <EditorTrail programmeId={programmeId} survey={survey} />
      <Heading caption={survey.title}>Versions</Heading>
      <p className="govuk-body">
        A version never changes. Each answer is kept with the version it was given to.
      </p>
      <Table
        caption="Newest first"
        captionSize="s"
        rows={versions}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            header: 'Version',
            rowHeader: true,
            cell: ({ number }) => (
              <a className="govuk-link" href={links.surveyVersion(programmeId, survey.id, number)}>
                Version {number}
              </a>
            ),
          },
          { header: 'Published', cell: ({ when }) => when },
          { header: 'By', cell: ({ who }) => who },
          {
            header: 'Languages',
            cell: ({ languages }) => (languages === '' ? 'English' : `English, ${languages}`),
          },
          {
            header: 'Answers',
            numeric: true,
            cell: ({ answers }) => answers.toLocaleString('en-GB'),
          },
        ]}
        empty={<p className="govuk-body">Nothing was published yet.</p>}
      />
    </>
  );
}
