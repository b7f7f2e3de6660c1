import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { sayChance, type ChanceLine } from './call-page.ts';

/** What a draw would do: whether the quotas can be met, and each person's chance. */
export function DrawPage(props: {
  programmeId: string;
  callId: string;
  title: string;
  size: number;
  waiting: number;
  drawnBefore: boolean;
  invitationsOut: number;
  lottery:
    | { possible: true; lines: readonly ChanceLine[]; least: number }
    | { possible: false; because: readonly string[] };
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, callId, lottery, answer } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.calls(programmeId), words: 'Open calls' },
          { href: links.call(programmeId, callId), words: props.title },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Draw the panel by lot</Heading>
      <p className="govuk-body">
        {many(props.waiting, 'person is', 'people are')} waiting, and{' '}
        {many(props.size, 'place is', 'places are')} to be filled. Whoever is on the panel already
        counts towards what you asked of it.
      </p>
      {props.invitationsOut > 0 ? (
        <p className="govuk-body tl-reason">
          {many(props.invitationsOut, 'person has', 'people have')} not answered their invitation
          yet. You can draw again when they have, or when their day has passed.
        </p>
      ) : null}
      {lottery.possible ? (
        <>
          <p className="govuk-body">
            Of all ways to draw that give the panel you asked for, this one gives the person with
            the smallest chance the largest chance that they can have. Every person of a group has
            the same chance.
          </p>
          <Table
            caption="Chances"
            rows={lottery.lines}
            rowKey={({ who }) => who}
            columns={[
              { header: 'Who', rowHeader: true, cell: ({ who }) => who },
              { header: 'Waiting', numeric: true, cell: ({ people }) => people },
              {
                header: 'Chance of each',
                numeric: true,
                cell: ({ chance }) => sayChance(chance),
              },
            ]}
          />
          <Form>
            {props.drawnBefore ? (
              <TextField
                name="reason"
                label="Why do you draw again?"
                hint="It is kept with the draw. Not liking who was drawn is no reason."
                answer={answer}
              />
            ) : null}
            <Button>{props.drawnBefore ? 'Draw again' : 'Draw the panel'}</Button>
          </Form>
        </>
      ) : (
        <>
          <h2 className="govuk-heading-m">This panel cannot be drawn yet</h2>
          <ul className="govuk-list govuk-list--bullet">
            {lottery.because.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className="govuk-body">
            Find more people of these groups, or{' '}
            <a className="govuk-link" href={links.quotas(programmeId, callId)}>
              change who shall be on the panel
            </a>
            .
          </p>
        </>
      )}
    </>
  );
}
