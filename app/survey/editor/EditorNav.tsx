import { links } from '#app/http/links.ts';
import { LinkList } from '#app/ui/LinkList.tsx';
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
    { href: links.surveyPages(id, surveyId), words: 'See it as a family does' },
    { href: links.surveyPreview(id, surveyId), words: 'See it in SurveyJS' },
    { href: links.surveyLanguages(id, surveyId), words: translated },
    { href: links.surveyVersions(id, surveyId), words: 'Versions' },
    { href: links.surveyFile(id, surveyId), words: 'Take away or bring in a file' },
    { href: links.checkSurvey(id, surveyId), words: 'Check and publish' },
  ] as const;
  return (
    <nav aria-label="The questionnaire">
      <LinkList className="tl-editor-nav" items={all} />
    </nav>
  );
}
