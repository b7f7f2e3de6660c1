import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { NotFound } from '#app/people/errors.ts';
import { Definition } from '#app/survey/definition.ts';
import { differenceOf } from '#app/survey/editor/difference.ts';
import { DifferenceList } from '#app/survey/editor/DifferenceList.tsx';
import { EditorTrail } from '#app/survey/editor/EditorNav.tsx';
import { QuestionList } from '#app/survey/QuestionList.tsx';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { Heading, titleOf } from '#app/ui/Page.tsx';
import { sayMoment } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';
import { versionsOf } from '#db/survey-edits.ts';

export const meta = () => titleOf('A version');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const survey = await surveyOf(read, programme, params.surveyId ?? '');
  const versions = await versionsOf(read, programme.authorityId, survey.id);
  const at = versions.findIndex(({ version }) => String(version.number) === params.number);
  const [one, before] = [versions[at], versions[at - 1]];
  if (!one) throw new NotFound('version');
  const definition = Definition.parse(one.version.definition);
  return {
    programmeId: programme.id,
    survey: { id: survey.id, title: survey.title },
    number: one.version.number,
    when: sayMoment(one.version.publishedAt),
    who: one.version.publishedBy,
    answers: one.answers,
    accepted: one.version.accepted ?? [],
    definition,
    difference: before
      ? differenceOf(Definition.parse(before.version.definition), definition)
      : null,
  };
});

export default function Version() {
  const { programmeId, survey, number, ...version } = useLoaderData<typeof loader>();
  return (
    <>
      <EditorTrail programmeId={programmeId} survey={survey} />
      <Heading caption={survey.title}>Version {number}</Heading>
      <p className="govuk-body">
        Published {version.when}
        {version.who === null ? '' : ` by ${version.who}`}. Answers to it:{' '}
        {version.answers.toLocaleString('en-GB')}.{' '}
        <a
          className="govuk-link"
          href={links.questionnaireFile(programmeId, survey.id, String(number))}
          download
        >
          Take it away as SurveyJS JSON
        </a>
        .
      </p>
      {version.difference === null ? null : (
        <>
          <h2 className="govuk-heading-m">What changed since version {number - 1}</h2>
          <DifferenceList differences={version.difference} />
        </>
      )}
      {version.accepted.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Published in spite of</h2>
          <ul className="govuk-list govuk-list--bullet">
            {version.accepted.map((said, at) => (
              <li key={at} className="tl-address">
                {said}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="govuk-heading-m">What was asked</h2>
      <QuestionList definition={version.definition} origins={{}} />
    </>
  );
}
