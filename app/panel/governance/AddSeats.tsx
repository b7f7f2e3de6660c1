import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { SeatFieldset } from './SeatFields.tsx';

/** One seat, or a whole list of them at once. */
export function AddSeats(props: {
  programmeId: string;
  board: { id: string; name: string };
  members: { id: string; name: string }[];
  answer: { problems: Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, board, members, answer } = props;
  const list = answer?.typed['list'] !== undefined;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.boards(programmeId), words: 'Boards and groups' },
          { href: links.board(programmeId, board.id), words: board.name },
        ]}
      />
      <div className="tl-reading">
        <ErrorSummary problems={answer?.problems} />
        <Heading>Add members</Heading>
        <h2 className="govuk-heading-m">One seat</h2>
        <Form>
          <SeatFieldset members={members} answer={list ? undefined : answer} />
          <Button intent="one">Add this seat</Button>
        </Form>
        <h2 className="govuk-heading-m">A list at once</h2>
        <Form>
          <TextArea
            name="list"
            label="Members, one a line"
            hint="Name, organisation, role, vote. Role and vote may be left out: “Ama Boateng, Health visiting” or “Ama Boateng, Health visiting, adviser, no”. It can be pasted from a spreadsheet."
            answer={list ? answer : undefined}
            rows={10}
          />
          <Button intent="list" kind="secondary">
            Add the list
          </Button>
        </Form>
      </div>
    </>
  );
}
