import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Pages } from '#app/ui/Pages.tsx';
import { many } from '#app/ui/words.ts';
import { fromOf } from './theme-lists.ts';
import { sourceKey, type Comment, type Search } from '#app/themes/comments.ts';
import { VOTE_NAMES } from './tally.ts';

/** The comments that may belong under a theme, to be read and ticked. */
export function GatherPage(props: {
  programmeId: string;
  theme: { id: string; name: string; definition: string };
  search: Search;
  /** Every consultation and survey in which something was said. */
  wheres: readonly string[];
  comments: readonly (Comment & { under: string[] })[];
  found: number;
  page: number;
  pages: number;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, theme, search, wheres, comments, found, answer } = props;
  const here = links.gatherComments(programmeId, theme.id);
  const query = (page: number) =>
    `${here}?${new URLSearchParams({ words: search.words, where: search.where, page: String(page) }).toString()}`;
  const problem = answer?.problems[0]?.message;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.themes(programmeId), words: 'Themes' },
          { href: links.theme(programmeId, theme.id), words: theme.name },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption="Gather comments">{theme.name}</Heading>
      <p className="govuk-body tl-reading">{theme.definition}</p>
      <form method="get" action={here} className="tl-search" role="search">
        <TextField name="words" label="With the words" width={20} value={search.words} />
        <Select
          name="where"
          label="From"
          value={search.where}
          options={[
            { value: '', label: 'All consultations and surveys' },
            ...wheres.map((where) => ({ value: where, label: where })),
          ]}
        />
        <Button kind="secondary">Find comments</Button>
      </form>
      <p className="govuk-body">
        {many(found, 'comment')} not gathered here yet
        {search.words === '' && search.where === '' ? '.' : ', of those that match.'}{' '}
        <a className="govuk-link" href={links.theme(programmeId, theme.id)}>
          See what is gathered here
        </a>
      </p>
      {comments.length === 0 ? null : (
        <Form>
          <div className={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}>
            <fieldset className="govuk-fieldset">
              <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
                Which belong under “{theme.name}”?
              </legend>
              {problem ? (
                <p className="govuk-error-message">
                  <span className="govuk-visually-hidden">Error:</span> {problem}
                </p>
              ) : null}
              <div className="govuk-checkboxes govuk-checkboxes--small">
                {comments.map((comment, at) => (
                  <OneComment key={sourceKey(comment.source)} comment={comment} at={at} />
                ))}
              </div>
            </fieldset>
          </div>
          <Button>Gather those ticked</Button>
        </Form>
      )}
      <Pages page={props.page} pages={props.pages} href={query} />
    </>
  );
}

function OneComment({ comment, at }: { comment: Comment & { under: string[] }; at: number }) {
  const id = at === 0 ? 'comment' : `comment-${at}`;
  const context = [
    fromOf(comment),
    comment.vote === null ? '' : VOTE_NAMES[comment.vote],
    comment.under.length === 0 ? '' : `already under: ${comment.under.join(', ')}`,
    comment.flag === '' ? '' : 'may not come from a family',
  ].filter((part) => part !== '');
  return (
    <div className="govuk-checkboxes__item">
      <input
        className="govuk-checkboxes__input"
        id={id}
        name="comment"
        type="checkbox"
        value={sourceKey(comment.source)}
        aria-describedby={`${id}-context`}
      />
      <label className="govuk-label govuk-checkboxes__label tl-lines" htmlFor={id}>
        {comment.words.trim()}
      </label>
      <div id={`${id}-context`} className="govuk-hint govuk-checkboxes__hint">
        {context.join(' · ')}
      </div>
    </div>
  );
}
