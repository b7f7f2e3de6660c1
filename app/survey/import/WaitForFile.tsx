import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { ImportProblem } from './imported-answers.ts';

const DOING = {
  reading: 'Reading the file',
  checking: 'Checking every row',
  storing: 'Bringing the answers in',
} as const;
export type Doing = keyof typeof DOING;

/** How far the work on a file is. The page asks again by itself every two seconds. */
export function WaitForFile(props: {
  doing: Doing;
  fileName: string;
  share: number;
  still: boolean;
}) {
  const percent = Math.round(props.share * 100);
  return (
    <>
      <h2 className="govuk-heading-m" id="doing">
        {DOING[props.doing]}
      </h2>
      <p className="govuk-body">
        “{props.fileName}”: {percent}% done.
      </p>
      <progress className="tl-progress" max={100} value={percent} aria-labelledby="doing">
        {percent}%
      </progress>
      <p className="govuk-body">
        {props.doing === 'storing'
          ? 'No answer is among the others before the last one is read. You may leave this page: the work goes on.'
          : 'Nothing is stored. You may leave this page and come back.'}
      </p>
      <p className="govuk-body">
        {props.still ? (
          <a className="govuk-link" href="?">
            Look again, and go on by itself
          </a>
        ) : (
          <>
            This page looks again every two seconds.{' '}
            <a className="govuk-link" href="?still=1">
              Do not look again by itself
            </a>
          </>
        )}
      </p>
      {props.doing === 'storing' ? null : <LeaveFile words="Stop, and leave the file" />}
    </>
  );
}

/** The way out: nothing of the file is kept. */
function LeaveFile({ words }: { words: string }) {
  return (
    <Form>
      <Button intent="leave" kind="secondary">
        {words}
      </Button>
    </Form>
  );
}

/** Why nothing of a file came in. */
export function FileRefusedPage(props: { fileName: string; problems: readonly ImportProblem[] }) {
  return (
    <>
      <ErrorSummary
        problems={[{ field: 'refused', message: `Nothing of “${props.fileName}” was stored` }]}
      />
      <div id="refused" tabIndex={-1}>
        <ProblemTable problems={props.problems} />
      </div>
      <LeaveFile words="Choose another file" />
    </>
  );
}

export function ProblemTable({ problems }: { problems: readonly ImportProblem[] }) {
  return (
    <Table
      caption="What is not understood"
      rows={problems}
      rowKey={({ line, column, message }) => `${line} ${column} ${message}`}
      columns={[
        {
          header: 'Line',
          numeric: true,
          cell: ({ line }) => (line === 0 ? '–' : line.toLocaleString('en-GB')),
        },
        { header: 'Column', cell: ({ column }) => column || '–' },
        { header: 'What is wrong', cell: ({ message }) => message },
      ]}
    />
  );
}

/** The server was stopped in the middle of the work. */
export function WorkStopped({ fileName, canGoOn }: { fileName: string; canGoOn: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-m">The work on this file was cut off</h2>
      <p className="govuk-body">
        Throughline was stopped or met a fault while it worked on “{fileName}”. Nothing of it was
        stored.
      </p>
      {canGoOn ? (
        <Form>
          <Button intent="back">Go on from the columns</Button>
        </Form>
      ) : null}
      <LeaveFile words="Leave the file and choose it again" />
    </>
  );
}

/** All of it came in. */
export function FileCameIn(props: { fileName: string; rows: number; surveyHref: string }) {
  return (
    <div className="govuk-panel govuk-panel--confirmation">
      <h2 className="govuk-panel__title">{many(props.rows, 'answer')} came in</h2>
      <div className="govuk-panel__body">
        From “{props.fileName}”, which is not kept.
        <br />
        <a className="govuk-link govuk-link--inverse" href={props.surveyHref}>
          Go to the survey
        </a>
      </div>
    </div>
  );
}
