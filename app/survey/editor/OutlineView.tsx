import { links } from '#app/http/links.ts';
import { Button, ButtonLink, Form } from '#app/ui/Form.tsx';
import type { OutlinePage, OutlineRow } from './outline.ts';

export interface OutlineProps {
  programmeId: string;
  surveyId: string;
  pages: OutlinePage[];
  seen: number;
  mayEdit: boolean;
  /** The button that takes the focus: the one just pressed, so that it can be pressed again. */
  focus: string;
}

/** Every page and question with its buttons: one form, so that each is a single press. */
export function OutlineView(props: OutlineProps) {
  return (
    <Form>
      <input type="hidden" name="seen" value={props.seen} />
      {props.pages.map((page, at) => (
        <PageSection key={page.name} {...props} page={page} at={at} />
      ))}
      {props.mayEdit ? (
        <button
          type="submit"
          name="do"
          value={`add-page ${props.pages.at(-1)?.name ?? ''}`}
          className="govuk-button govuk-button--secondary"
        >
          Add a page
        </button>
      ) : null}
    </Form>
  );
}

function PageSection(props: OutlineProps & { page: OutlinePage; at: number }) {
  const { page, at, programmeId, surveyId, mayEdit, pages } = props;
  const called = page.title === '' ? `Page ${at + 1}` : page.title;
  const last = page.rows.filter(({ inGroup }) => !inGroup).at(-1)?.name ?? '';
  return (
    <section className="tl-outline-page" aria-labelledby={`page-${at}`}>
      <h2 className="govuk-heading-m tl-outline-page__title" id={`page-${at}`}>
        {called}
      </h2>
      {page.description === '' ? null : <p className="govuk-body">{page.description}</p>}
      {page.when === '' ? null : (
        <p className="govuk-body-s">
          <strong>Asked only when</strong> {page.when}.
        </p>
      )}
      {mayEdit ? (
        <p className="tl-outline-actions">
          <a
            className="govuk-link"
            href={links.surveyQuestionPage(programmeId, surveyId, page.name)}
          >
            Change<span className="govuk-visually-hidden"> the page “{called}”</span>
          </a>
          <a className="govuk-link" href={links.askWhen(programmeId, surveyId, 'page', page.name)}>
            Who is asked<span className="govuk-visually-hidden"> the page “{called}”</span>
          </a>
          {at > 0 ? (
            <Do {...props} does="page-up" name={page.name} label="Move up" of={called} />
          ) : null}
          {at < pages.length - 1 ? (
            <Do {...props} does="page-down" name={page.name} label="Move down" of={called} />
          ) : null}
          {pages.length > 1 ? (
            <Do {...props} does="remove-page" name={page.name} label="Remove" of={called} />
          ) : null}
        </p>
      ) : null}
      {page.rows.length === 0 ? (
        <p className="govuk-body tl-reason">Nothing stands on this page yet.</p>
      ) : (
        <ol className="tl-outline">
          {page.rows.map((row) => (
            <Row key={row.name} {...props} row={row} />
          ))}
        </ol>
      )}
      {mayEdit ? (
        <div className="govuk-button-group">
          <ButtonLink secondary href={links.addQuestion(programmeId, surveyId, page.name, last)}>
            Add a question<span className="govuk-visually-hidden"> to “{called}”</span>
          </ButtonLink>
          <a
            className="govuk-link"
            href={links.questionBank(programmeId, surveyId, page.name, last)}
          >
            From the question bank<span className="govuk-visually-hidden">, to “{called}”</span>
          </a>
        </div>
      ) : null}
    </section>
  );
}

function Row(props: OutlineProps & { row: OutlineRow }) {
  const { row } = props;
  const called = row.title === '' ? row.name : row.title;
  return (
    <li className={`tl-outline__row${row.inGroup ? ' tl-outline__row--in' : ''}`} id={row.name}>
      <p className="govuk-body govuk-!-margin-bottom-1 tl-outline__title">
        {row.number === null ? null : `${row.number}. `}
        <strong>{row.group && row.title === '' ? 'Together on one page' : called}</strong>
        {row.optional ? ' (optional)' : null}
      </p>
      <p className="govuk-hint govuk-!-margin-bottom-1">
        {row.kind}
        {row.options.length === 0 ? null : `: ${row.options.join(' · ')}`}
      </p>
      {row.when === '' ? null : (
        <p className="govuk-body-s govuk-!-margin-bottom-1">
          <strong>Asked only when</strong> {row.when}.
        </p>
      )}
      {props.mayEdit ? <RowActions {...props} called={called} /> : null}
    </li>
  );
}

function RowActions(props: OutlineProps & { row: OutlineRow; called: string }) {
  const { row, called, programmeId, surveyId } = props;
  const { name } = row;
  return (
    <p className="tl-outline-actions">
      <a
        className="govuk-link"
        href={links.surveyQuestion(programmeId, surveyId, name)}
        autoFocus={props.focus === `change ${name}`}
      >
        Change<span className="govuk-visually-hidden"> “{called}”</span>
      </a>
      <a className="govuk-link" href={links.askWhen(programmeId, surveyId, 'element', name)}>
        Who is asked<span className="govuk-visually-hidden"> “{called}”</span>
      </a>
      <Do {...props} does="up" name={name} label="Move up" of={called} />
      <Do {...props} does="down" name={name} label="Move down" of={called} />
      {row.mayJoin ? (
        <Do {...props} does="join" name={name} label="On one page with the one above" of={called} />
      ) : null}
      {row.inGroup ? (
        <Do {...props} does="part" name={name} label="On a page of its own" of={called} />
      ) : null}
      <Do {...props} does="remove" name={name} label="Remove" of={called} />
    </p>
  );
}

/** A button that does one edit. Its name says to what, for who hears it read out. */
function Do(props: { does: string; name: string; label: string; of: string; focus: string }) {
  const value = `${props.does} ${props.name}`;
  return (
    <button
      type="submit"
      name="do"
      value={value}
      className="tl-link-button"
      autoFocus={props.focus === value}
    >
      {props.label}
      <span className="govuk-visually-hidden"> “{props.of}”</span>
    </button>
  );
}

/** What was changed last, and the button that takes it back. */
export function LastChange(props: {
  seen: number;
  last: { who: string; what: string; when: string } | null;
  mayUndo: boolean;
  historyHref: string;
}) {
  if (!props.last) return null;
  const { who, what, when } = props.last;
  return (
    <Form className="tl-last-change">
      <input type="hidden" name="seen" value={props.seen} />
      <p className="govuk-body govuk-!-margin-bottom-2">
        Last change: {who} {what}, {when}.{' '}
        <a className="govuk-link" href={props.historyHref}>
          All changes
        </a>
      </p>
      {props.mayUndo ? (
        <Button kind="secondary" name="do" value="undo">
          Undo the last change
        </Button>
      ) : null}
    </Form>
  );
}
