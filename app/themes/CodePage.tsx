import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Select } from '#app/ui/Field.tsx';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { NumbersField, ThemeBoxes, type ListedTheme } from './ThemeChoices.tsx';

export interface CodePageProps {
  programmeId: string;
  tree: readonly ListedTheme[];
  comment: {
    key: string;
    words: string;
    where: string;
    state: 'new' | 'read' | 'changed';
    themes: string[];
    redacted: boolean;
    flagged: boolean;
  } | null;
  before: string | null;
  progress: string;
  wheres: readonly string[];
  where: string;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** One comment with the list of themes: numbers, Enter, the next one. */
export function CodePage(props: CodePageProps) {
  const { programmeId, tree, comment, where } = props;
  const query = where === '' ? '' : `?where=${encodeURIComponent(where)}`;
  const here = links.codeNext(programmeId) + query;
  return (
    <div className="tl-reading">
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.coding(programmeId), words: 'What people wrote' },
        ]}
      />
      <ErrorSummary problems={props.answer?.problems} />
      <Heading>Code a comment</Heading>
      <p className="govuk-body" role="status">
        {props.progress}
      </p>
      {tree.length === 0 ? (
        <>
          <p className="govuk-body">There is no theme yet to put a comment under.</p>
          <ButtonLink href={links.newTheme(programmeId)}>Name a theme</ButtonLink>
        </>
      ) : comment === null ? (
        <Finished {...props} />
      ) : (
        <One {...props} comment={comment} here={here} />
      )}
      <form method="get" action={links.codeNext(programmeId)} className="tl-search">
        <Select
          name="where"
          label="Only what was said to"
          value={where}
          options={[
            { value: '', label: 'All questions' },
            ...props.wheres.map((one) => ({ value: one, label: one })),
          ]}
        />
        <Button kind="secondary">Show the next of these</Button>
      </form>
    </div>
  );
}

function Finished({ programmeId }: CodePageProps) {
  return (
    <>
      <p className="govuk-body">Everything here is coded.</p>
      <ButtonLink href={links.coding(programmeId)}>See the themes</ButtonLink>
    </>
  );
}

function One(
  props: CodePageProps & { comment: NonNullable<CodePageProps['comment']>; here: string },
) {
  const { programmeId, tree, comment, answer } = props;
  const numbers = tree.filter(({ id }) => comment.themes.includes(id)).map(({ number }) => number);
  return (
    <>
      <blockquote className="tl-quote">
        <p className="govuk-body-l tl-lines govuk-!-margin-bottom-1" dir="auto">
          {comment.words.trim()}
        </p>
        <footer className="govuk-body-s tl-reason">
          {comment.where}
          {comment.redacted ? ' · something was taken out' : ''}
          {comment.flagged ? ' · may not come from a family' : ''}
        </footer>
      </blockquote>
      {comment.state === 'changed' ? (
        <p className="govuk-body">
          <strong>Changed since it was coded:</strong> read it again.
        </p>
      ) : null}
      <Form action={props.here}>
        <input type="hidden" name="key" value={comment.key} />
        <NumbersField
          name="numbers"
          label="Numbers of the themes"
          hint="Parted by spaces, such as “1.2 4”. 0 where none fits. Enter saves and shows the next."
          autoFocus
          value={comment.state === 'read' ? numbers.join(' ') || '0' : ''}
          answer={answer}
        />
        <div className="govuk-button-group">
          <Button>Save and next</Button>
          {props.before === null ? null : (
            <a className="govuk-link" href={links.codeNext(programmeId, props.before)}>
              Back to the one before
            </a>
          )}
          <a className="govuk-link" href={links.redact(programmeId, comment.key)}>
            Take something out of it
          </a>
          <a className="govuk-link" href={links.hideWords(programmeId, comment.key)}>
            Do not show it to others
          </a>
          <a className="govuk-link" href={links.raiseWorry(programmeId, comment.key)}>
            This worries me
          </a>
        </div>
        <ThemeBoxes tree={tree} ticked={[]} answer={answer} />
        <Button kind="secondary">Save and next</Button>
      </Form>
    </>
  );
}
