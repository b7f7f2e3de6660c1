import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices } from '#app/ui/Field.tsx';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import type { readableHeld } from './held.ts';

type Typing = { problems: readonly Problem[]; typed: Typed } | undefined;

/** Staff erase a member who asked for it. */
export function EraseMember(props: {
  programmeId: string;
  memberId: string;
  name: string;
  answer: Typing;
}) {
  const { programmeId, memberId, name, answer } = props;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.members(programmeId), words: 'Members' },
            { href: links.member(programmeId, memberId), words: name },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading>Erase {name}</Heading>
        <p className="govuk-body">
          For a member who asked for it. This cannot be undone. Before you do it, give them a copy
          of what is held, if they want one:{' '}
          <a className="govuk-link" href={links.heldOfMember(programmeId, memberId, 'html')}>
            to read
          </a>{' '}
          or{' '}
          <a className="govuk-link" href={links.heldOfMember(programmeId, memberId, 'json')}>
            as a file
          </a>
          .
        </p>
        <ul className="govuk-list govuk-list--bullet">
          <li>Name, contact details and needs are deleted, on every panel of the authority.</li>
          <li>Links and sessions end, and messages that wait are not sent.</li>
          <li>
            What they answered still counts, and so do payments. Sex, age band and ethnic group stay
            as figures, because returns have counted them.
          </li>
          <li>
            Documents that were exported, sent or published before are not changed. Look through
            minutes and files that you keep elsewhere.
          </li>
          <li>
            Words that somebody is looking at for somebody’s safety are kept until that is done.
          </li>
        </ul>
        <Form>
          <Choices
            kind="radios"
            name="words"
            label="What they wrote in their own words"
            options={[
              {
                value: 'stay',
                label: 'Stays, with nobody’s name',
                hint: 'Comments and statements that others read',
              },
              {
                value: 'words',
                label: 'Is deleted too',
                hint: 'Comments, statements that they proposed, and copies of them under themes',
              },
            ]}
            answer={answer}
          />
          <Button kind="warning">Erase this member</Button>
        </Form>
      </div>
    </div>
  );
}

/** A member sees what is held about them. */
export function MyData({ held }: { held: ReturnType<typeof readableHeld> }) {
  return (
    <>
      <h1 className="govuk-heading-l">What we hold about you</h1>
      <p className="govuk-body">
        This is all of it.{' '}
        <a className="govuk-link" href={links.myDataFile()}>
          Save it as a file
        </a>
        .
      </p>
      <p className="govuk-body">
        What somebody noted to keep a child or an adult safe is not on this page. You can ask for it
        in writing.
      </p>
      <ButtonLink href={links.eraseMyself()} secondary>
        Delete what you hold about me
      </ButtonLink>
      {held.map(({ what, rows }) => (
        <details className="govuk-details" key={what}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">{what}</span>
          </summary>
          <div className="govuk-details__text">
            {rows.map((row, at) => (
              <dl key={at}>
                {row.map(({ name, value }) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd dir="auto">
                      <strong>{value}</strong>
                    </dd>
                  </div>
                ))}
              </dl>
            ))}
          </div>
        </details>
      ))}
    </>
  );
}

/** A member deletes what is held about them: at once, and for good. */
export function EraseMyself({ answer }: { answer: Typing }) {
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <h1 className="govuk-heading-l">Delete what you hold about me</h1>
      <p className="govuk-body">
        Your name and how to reach you are deleted at once. You leave the panel, and your link ends.
        This cannot be undone.
      </p>
      <p className="govuk-body">
        What you answered still counts. Nobody can see that it was you. What was printed or sent
        before stays as it is.
      </p>
      <Form>
        <Choices
          kind="radios"
          name="words"
          label="What you wrote in your own words"
          options={[
            { value: 'stay', label: 'Keep it, without my name' },
            { value: 'words', label: 'Delete it too' },
          ]}
          answer={answer}
        />
        <Button kind="warning">Delete and leave</Button>
      </Form>
    </>
  );
}
