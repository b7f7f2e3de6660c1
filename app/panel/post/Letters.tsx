import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import { Choices } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

/** Letters: printing those that wait, and writing new ones with a personal link. */
export function Letters(props: {
  programmeId: string;
  waiting: readonly { id: string; kind: string; name: string }[];
  members: readonly { id: string; name: string }[];
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, waiting, members, answer } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.outbox(programmeId), words: 'Messages' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading size="xl">Letters with personal links</Heading>
      <Waiting waiting={waiting} programmeId={programmeId} />
      <h2 className="govuk-heading-l">Write letters</h2>
      {members.length === 0 ? (
        <p className="govuk-body">Nobody is on the panel yet.</p>
      ) : (
        <Form>
          <Choices
            kind="checkboxes"
            name="members"
            label="Who gets a letter with a new personal link?"
            hint="The link works for 90 days. Earlier links end when the new one is first used."
            options={members.map(({ id, name }) => ({ value: id, label: name }))}
            answer={answer}
          />
          <Button intent="write">Write these letters</Button>
        </Form>
      )}
    </>
  );
}

function Waiting(props: {
  waiting: readonly { id: string; kind: string; name: string }[];
  programmeId: string;
}) {
  const { waiting, programmeId } = props;
  if (waiting.length === 0) {
    return <p className="govuk-body">No letter waits to be printed.</p>;
  }
  return (
    <>
      <h2 className="govuk-heading-l">{many(waiting.length, 'letter')} to print and post</h2>
      <ul className="govuk-list govuk-list--bullet">
        {waiting.map(({ id, kind, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>: {kind}
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        They come as one file to print, a page each, with the name where the window of a long
        envelope is. Addresses are not kept here: write them by hand or use labels. Each time that
        you make the file, the letters carry new links.
      </p>
      <div className="govuk-button-group">
        <Form action={links.letterFile(programmeId)}>
          <Button>Make the letters (PDF)</Button>
        </Form>
        <Form>
          {waiting.map(({ id }) => (
            <input key={id} type="hidden" name="letters" value={id} />
          ))}
          <Button intent="posted" kind="secondary">
            They are posted
          </Button>
        </Form>
      </div>
    </>
  );
}
