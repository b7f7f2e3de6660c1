import { links } from '#app/http/links.ts';
import { Breadcrumbs } from '#app/ui/Page.tsx';

/** The way up from every page of the editor. */
export function EditorTrail(props: {
  programmeId: string;
  survey: { id: string; title: string };
  inside?: boolean;
}) {
  const { programmeId, survey } = props;
  return (
    <Breadcrumbs
      trail={[
        { href: links.surveys(programmeId), words: 'Surveys' },
        { href: links.survey(programmeId, survey.id), words: survey.title },
        ...(props.inside
          ? [{ href: links.surveyQuestions(programmeId, survey.id), words: 'Questions' }]
          : []),
      ]}
    />
  );
}

/** What else can be done with the questions. */
export function EditorNav(props: {
  programmeId: string;
  surveyId: string;
  missing: number;
  languages: number;
}) {
  const { programmeId: id, surveyId } = props;
  const translated =
    props.languages === 0
      ? 'Languages: English only'
      : `Languages: ${props.languages} besides English${props.missing === 0 ? '' : `, ${props.missing} texts missing`}`;
  const all = [
    [links.surveyPages(id, surveyId), 'See it as a family does'],
    [links.surveyPreview(id, surveyId), 'See it in SurveyJS'],
    [links.surveyLanguages(id, surveyId), translated],
    [links.surveyVersions(id, surveyId), 'Versions'],
    [links.surveyFile(id, surveyId), 'Take away or bring in a file'],
    [links.checkSurvey(id, surveyId), 'Check and publish'],
  ] as const;
  return (
    <nav aria-label="The questionnaire">
      <ul className="tl-editor-nav">
        {all.map(([href, words]) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
