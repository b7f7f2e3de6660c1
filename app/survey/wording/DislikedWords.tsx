import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';

/** The authority's own list of words that families dislike, and the list that is shipped. */
export function DislikedWords(props: {
  rows: { id: string; words: string; instead: string; saidBy: string }[];
  jargon: { about: string; words: { words: string; instead: string }[] };
  mayEdit: Answer;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}) {
  const { rows, jargon, mayEdit, answer } = props;
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <Heading>Words that families dislike</Heading>
      <p className="govuk-body">
        What families here told you about words. Every questionnaire is checked for them before it
        is published. In York, families disliked “Start for Life” and chose “Babies and Young
        Children”.
      </p>
      <Form>
        <input type="hidden" name="intent" value="remove" />
        <Table
          caption="Said by families here"
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Words', rowHeader: true, cell: ({ words }) => words },
            { header: 'Rather', cell: ({ instead }) => instead },
            { header: 'Who said so', cell: ({ saidBy }) => saidBy },
            {
              header: 'Take off',
              cell: ({ id, words }) =>
                mayEdit.yes ? (
                  <button type="submit" className="tl-link-button" name="id" value={id}>
                    Remove<span className="govuk-visually-hidden"> “{words}”</span>
                  </button>
                ) : null,
            },
          ]}
          empty={<p className="govuk-body">No words are on the list yet.</p>}
        />
      </Form>
      {mayEdit.yes ? (
        <Form>
          <h2 className="govuk-heading-m">Add words</h2>
          <input type="hidden" name="intent" value="add" />
          <TextField name="words" label="The words" width={30} answer={answer} />
          <TextField
            name="instead"
            label="What families would rather read"
            width={30}
            optional
            answer={answer}
          />
          <TextField
            name="saidBy"
            label="Who said so, where and when"
            hint="Such as: parents at the Brookside group, May 2026. No names"
            answer={answer}
          />
          <Button>Put them on the list</Button>
        </Form>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            Words of councils that every questionnaire is checked for ({jargon.words.length})
          </span>
        </summary>
        <div className="govuk-details__text">
          <p className="govuk-body">{jargon.about}</p>
          <Table
            caption="Words and plainer ones"
            captionSize="s"
            rows={jargon.words}
            rowKey={({ words }) => words}
            columns={[
              { header: 'Words', rowHeader: true, cell: ({ words }) => words },
              { header: 'Plainer', cell: ({ instead }) => instead },
            ]}
          />
        </div>
      </details>
    </>
  );
}
