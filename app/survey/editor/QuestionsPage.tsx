import { links } from '#app/http/links.ts';
import type { Problem } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { ButtonLink, ErrorSummary } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { EditorNav, EditorTrail } from './EditorNav.tsx';
import type { OutlinePage } from './outline.ts';
import { LastChange, OutlineView } from './OutlineView.tsx';

interface Props {
  programmeId: string;
  survey: { id: string; title: string };
  pages: OutlinePage[];
  seen: number;
  last: { who: string; what: string; when: string } | null;
  mayUndo: boolean;
  published: { number: number; differs: boolean } | null;
  languages: number;
  missing: number;
  mayEdit: Answer;
  focus: string;
  problems: Problem[] | undefined;
}

/** All questions of a survey, to be changed one small step at a time. */
export function QuestionsPage(props: Props) {
  const { programmeId, survey, mayEdit } = props;
  return (
    <>
      <EditorTrail programmeId={programmeId} survey={survey} />
      <div id="questions">
        <ErrorSummary problems={props.problems} />
      </div>
      <Heading caption={survey.title}>Questions</Heading>
      <Standing {...props} />
      <EditorNav
        programmeId={programmeId}
        surveyId={survey.id}
        missing={props.missing}
        languages={props.languages}
      />
      {mayEdit.yes ? null : <p className="govuk-body tl-reason">{mayEdit.reason}</p>}
      <LastChange
        seen={props.seen}
        last={props.last}
        mayUndo={props.mayUndo && mayEdit.yes}
        historyHref={links.surveyEdits(programmeId, survey.id)}
      />
      <OutlineView
        programmeId={programmeId}
        surveyId={survey.id}
        pages={props.pages}
        seen={props.seen}
        mayEdit={mayEdit.yes}
        focus={props.focus}
      />
    </>
  );
}

/** What families are asked now, against what stands here. */
function Standing({ programmeId, survey, published, mayEdit }: Props) {
  if (!published) {
    return (
      <p className="govuk-body">
        Nobody has been asked yet. Each change is saved at once and can be taken back.
      </p>
    );
  }
  if (!published.differs) {
    return (
      <p className="govuk-body">
        Families are asked exactly this: it is version {published.number}. When you change
        something, they go on with version {published.number} until you publish the next one; every
        answer stays with the version it was given to.
      </p>
    );
  }
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">
        Families are asked version {published.number}. What you changed since is not published yet.
      </p>
      {mayEdit.yes ? (
        <ButtonLink href={links.checkSurvey(programmeId, survey.id)}>
          Check and publish version {published.number + 1}
        </ButtonLink>
      ) : null}
    </div>
  );
}
