import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayMoment } from '#app/ui/words.ts';
import { CORRECTED_FIELDS, FIELD_NAMES, fieldOf, type CorrectedField } from './corrections.ts';
import { ItemFields } from './ItemFields.tsx';
import { GRADE_NAMES, isToBeConfirmed, KIND_NAMES, type Requirement } from './packs.ts';
import type { ItemModel } from './read-pack-pages.server.ts';
import { StateMark } from './StateMark.tsx';

interface Props {
  programmeId: string;
  page: ItemModel;
  mayEdit: Answer;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** One item of a pack that ships: as it ships, as it stands here, and how to put it right. */
export function ItemPage(props: Props) {
  const { programmeId, page, mayEdit, answer } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.packs(programmeId), words: 'Guidance packs' },
          { href: links.pack(programmeId, page.packId), words: page.packTitle },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={page.shipped.id}>{page.now.text}</Heading>
      {isToBeConfirmed(page.now) ? (
        <p className="govuk-inset-text">
          This item was recalled and not read. It is not given as guidance until somebody here has
          checked it in the official copy.
        </p>
      ) : null}
      <Fields page={page} />
      <Affected page={page} />
      {mayEdit.yes ? (
        <div className="tl-noprint">
          {isToBeConfirmed(page.now) ? <Confirm {...props} /> : null}
          <Correct {...props} />
          {page.now.corrected === undefined ? null : <Undo {...props} />}
        </div>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
      <History page={page} />
    </>
  );
}

/** A field in words: kinds and grades by their names. */
function inWords(field: CorrectedField, value: string): string {
  if (value === '') return '–';
  if (field === 'kind') return (KIND_NAMES as Record<string, string>)[value] ?? value;
  if (field === 'grade') {
    return `${value}: ${(GRADE_NAMES as Record<string, string>)[value] ?? ''}`;
  }
  return value;
}

const said = (field: CorrectedField, requirement: Requirement) =>
  inWords(field, fieldOf(requirement, field));

function Fields({ page: { shipped, now } }: Pick<Props, 'page'>) {
  const changed = now.corrected !== undefined;
  return (
    <Table
      caption="What it says"
      rows={CORRECTED_FIELDS}
      rowKey={(field) => field}
      columns={[
        { header: 'Field', rowHeader: true, cell: (field) => FIELD_NAMES[field] },
        ...(changed
          ? [{ header: 'As it ships', cell: (field: CorrectedField) => said(field, shipped) }]
          : []),
        {
          header: changed ? 'As it stands here' : 'As it ships',
          cell: (field) =>
            changed && fieldOf(shipped, field) !== fieldOf(now, field) ? (
              <strong>{said(field, now)}</strong>
            ) : (
              said(field, now)
            ),
        },
      ]}
    />
  );
}

function Affected({ page: { affected, packId, shipped } }: Pick<Props, 'page'>) {
  return (
    <Table
      caption={`Who is affected: ${many(affected.length, 'plan')}`}
      captionSize="s"
      rows={affected}
      rowKey={({ id }) => id}
      empty={<p className="govuk-body">No plan of this authority follows the pack.</p>}
      columns={[
        {
          header: 'Programme',
          rowHeader: true,
          cell: ({ id, title }) => (
            <a className="govuk-link" href={links.requirement(id, packId, shipped.id)}>
              {title}
            </a>
          ),
        },
        { header: 'In its plan', cell: ({ state }) => <StateMark state={state} /> },
      ]}
    />
  );
}

/** The answer belongs to the form that was sent; the others show what stands. */
const answerOf = ({ answer }: Props, intent: string) =>
  answer?.typed['intent'] === intent ? answer : undefined;

function Confirm(props: Props) {
  const answer = answerOf(props, 'confirm');
  return (
    <section>
      <h2 className="govuk-heading-m">We checked it in the official copy</h2>
      <Form className="tl-form">
        <input type="hidden" name="seen" value={props.page.seen} />
        <TextField name="checkedOn" label="Checked on" type="date" width={10} answer={answer} />
        <TextArea
          name="says"
          label="What does it say?"
          hint="In your own words, in a sentence or two"
          rows={3}
          answer={answer}
        />
        <TextField
          name="place"
          label="Where does it stand?"
          hint="Such as Annex F, item 7"
          answer={answer}
        />
        <Button intent="confirm">Record it as guidance</Button>
      </Form>
    </section>
  );
}

function Correct(props: Props) {
  const answer = answerOf(props, 'correct');
  return (
    <details className="govuk-details" open={answer !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Put this item right</span>
      </summary>
      <div className="govuk-details__text">
        <Form className="tl-form">
          <input type="hidden" name="seen" value={props.page.seen} />
          <ItemFields now={props.page.now} answer={answer} />
          <Button intent="correct">Save what is right</Button>
        </Form>
      </div>
    </details>
  );
}

function Undo(props: Props) {
  return (
    <details className="govuk-details" open={answerOf(props, 'undo') !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Go back to how it ships</span>
      </summary>
      <div className="govuk-details__text">
        <Form className="tl-form">
          <input type="hidden" name="seen" value={props.page.seen} />
          <TextArea name="undoWhy" label="Why?" rows={2} answer={answerOf(props, 'undo')} />
          <Button intent="undo" kind="warning">
            Take back what was put right
          </Button>
        </Form>
      </div>
    </details>
  );
}

function History({ page: { history } }: Pick<Props, 'page'>) {
  if (history.length === 0) return null;
  return (
    <Table
      caption="What was put right, the newest first"
      rows={history}
      rowKey={({ id }) => id}
      columns={[
        {
          header: 'When and who',
          rowHeader: true,
          cell: (one) => `${sayMoment(one.at)}, ${one.byName}`,
        },
        { header: 'Field', cell: ({ field }) => FIELD_NAMES[field] },
        { header: 'Was', cell: ({ field, was }) => inWords(field, was) },
        {
          header: 'Is',
          cell: ({ field, is, withdrawn }) =>
            withdrawn ? `As it ships again: ${inWords(field, is)}` : inWords(field, is),
        },
        { header: 'Why', cell: ({ why }) => why },
      ]}
    />
  );
}
