import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { NumbersField, ThemeKey, type ListedTheme } from './ThemeChoices.tsx';

/** Twenty comments at a time, each with a field for numbers; rows left empty wait. */
export function CodeList(props: {
  programmeId: string;
  tree: readonly ListedTheme[];
  comments: readonly { key: string; words: string; where: string }[];
  progress: string;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, tree, comments, answer } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.coding(programmeId), words: 'What people wrote' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Code a list</Heading>
      <p className="govuk-body" role="status">
        {props.progress}
      </p>
      {tree.length === 0 ? (
        <ButtonLink href={links.newTheme(programmeId)}>Name a theme first</ButtonLink>
      ) : comments.length === 0 ? (
        <p className="govuk-body">Everything is coded.</p>
      ) : (
        <div className="tl-code-list">
          <aside aria-label="Themes and their numbers">
            <h2 className="govuk-heading-s">Themes</h2>
            <ThemeKey tree={tree} />
            <p className="govuk-body-s">0: none fits. A row left empty waits.</p>
          </aside>
          <Form>
            {comments.map((comment, at) => (
              <div className="tl-code-row" key={comment.key}>
                <p
                  className="govuk-body tl-lines govuk-!-margin-bottom-1"
                  dir="auto"
                  id={`words-${at}`}
                >
                  {comment.words.trim()}
                </p>
                <p className="govuk-body-s tl-reason govuk-!-margin-bottom-1">{comment.where}</p>
                <input type="hidden" name={`key-${at}`} value={comment.key} />
                <NumbersField
                  name={`numbers-${at}`}
                  label={`Numbers of the themes of comment ${at + 1}`}
                  hideLabel
                  autoFocus={at === 0}
                  value=""
                  answer={answer}
                />
              </div>
            ))}
            <Button>Save and show the next</Button>
          </Form>
        </div>
      )}
    </>
  );
}
