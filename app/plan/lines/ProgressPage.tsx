import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import {
  LINE_STATUSES,
  STANDING_NAMES,
  STANDINGS,
  STATUS_NAMES,
  type PlanLine,
} from '#app/plan/plan.ts';
import { Choices, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Reports } from './LineStanding.tsx';
import type { Report } from './progress.ts';

export interface ProgressModel {
  programmeId: string;
  line: Pick<PlanLine, 'id' | 'title' | 'status' | 'progress'>;
  reports: readonly Report[];
  today: string;
}

/** How a line goes, as it is told before a board: on track or not, and why. */
export function ProgressPage({
  page,
  answer,
}: {
  page: ProgressModel;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, line, reports, today } = page;
  const lineHere = links.planLine(programmeId, line.id);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.plan(programmeId), words: 'Delivery plan' },
          { href: lineHere, words: line.title },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={line.title}>Report how it goes</Heading>
      <Form className="tl-form">
        <Choices
          name="standing"
          kind="radios"
          label="Is it on track?"
          options={STANDINGS.map((one) => ({ value: one, label: STANDING_NAMES[one] }))}
          values={line.progress === null ? [] : [line.progress.standing]}
          {...{ answer }}
        />
        <Choices
          name="status"
          kind="radios"
          label="How far it is"
          inline
          small
          options={LINE_STATUSES.map((one) => ({ value: one, label: STATUS_NAMES[one] }))}
          values={[line.status]}
          {...{ answer }}
        />
        <TextArea
          name="note"
          label="What to say about it"
          hint="A sentence or two for the board. Say why where it is not on track"
          rows={3}
          {...{ answer }}
        />
        <TextField name="on" type="date" label="As it stood on" {...{ answer, value: today }} />
        <Button>Save the report</Button>
      </Form>
      {reports.length === 0 ? null : <Reports reports={reports} />}
    </>
  );
}
