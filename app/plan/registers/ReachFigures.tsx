import type { Problem, Typed } from '#app/http/problems.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayShortDay } from '#app/ui/words.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import type { SeenReach } from './communication.ts';

/** How many a communication reached so far, its picture with its table, and the form for a new figure. */
export function ReachFigures(props: {
  reach: readonly SeenReach[];
  svg: string | null;
  says: string;
  mayEdit: boolean;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { reach, svg, says, mayEdit, answer } = props;
  return (
    <section>
      <h2 className="govuk-heading-m">How many it reached</h2>
      {svg === null ? null : (
        <div className="tl-scroll" role="region" aria-label="Picture of reach" tabIndex={0}>
          <div role="img" aria-label={says} dangerouslySetInnerHTML={{ __html: svg }} />
        </div>
      )}
      <Table
        caption="Reached by a day"
        captionSize="s"
        rows={reach}
        rowKey={(row) => row.id}
        empty={<p className="govuk-body">No figure yet.</p>}
        columns={[
          { header: 'On', rowHeader: true, cell: (row) => sayShortDay(row.on) },
          {
            header: 'Reached',
            numeric: true,
            cell: (row) =>
              row.reached === HIDDEN ? 'fewer than 5' : row.reached.toLocaleString('en-GB'),
          },
          { header: 'Where it comes from', cell: (row) => row.source || '–' },
          ...(mayEdit
            ? [
                {
                  header: 'Change',
                  cell: (row: SeenReach) => (
                    <Form>
                      <input type="hidden" name="reach" value={row.id} />
                      <Button intent="drop-reach" kind="secondary">
                        Take out
                        <span className="govuk-visually-hidden">
                          {' '}
                          the figure of {sayShortDay(row.on)}
                        </span>
                      </Button>
                    </Form>
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayEdit ? (
        <Form className="tl-pick">
          <TextField name="on" label="Day" type="date" width={20} answer={answer} />
          <TextField
            name="reached"
            label="How many"
            inputMode="numeric"
            width={10}
            answer={answer}
          />
          <TextField name="source" label="Where it comes from" optional answer={answer} />
          <div className="govuk-form-group">
            <Button intent="reach" kind="secondary">
              Record this figure
            </Button>
          </div>
        </Form>
      ) : null}
    </section>
  );
}
