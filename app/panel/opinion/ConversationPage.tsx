import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import type { Opinions } from './opinions.ts';
import { OpinionView } from './OpinionView.tsx';

interface Props {
  programmeId: string;
  conversation: {
    id: string;
    title: string;
    description: string;
    address: string;
    state: string;
    voters: number;
    votesCast: number;
  };
  /** Votes that were changed later by who had cast them. */
  changed: number;
  opinions: Opinions;
  cast: string[] | undefined;
  page: number;
  mayImport: Answer;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** A conversation that was held with another tool: looked at before it is kept, or kept. */
export function ConversationPage(props: Props) {
  const { programmeId, conversation, opinions, mayImport } = props;
  const { id, title } = conversation;
  const kept = conversation.state === 'kept';
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.conversations(programmeId), words: 'Conversations held elsewhere' },
        ]}
      />
      <div className="tl-reading">
        <ErrorSummary problems={props.answer?.problems} />
        <Heading caption={kept ? 'Held with another tool' : 'Not kept yet'}>
          <span dir="auto">{title}</span>
        </Heading>
        {conversation.description === '' ? null : (
          <p className="govuk-body tl-lines" dir="auto">
            {conversation.description}
          </p>
        )}
        <Counted {...props} />
        {kept ? (
          <ButtonLink href={links.conversationFile(programmeId, id)} secondary>
            Take the statements away as CSV
          </ButtonLink>
        ) : (
          <Keep {...props} />
        )}
      </div>
      <OpinionView
        opinions={opinions}
        page={props.page}
        href={(page) => `${links.conversation(programmeId, id)}?page=${page}`}
        {...(props.cast ? { cast: props.cast } : {})}
      />
      {kept && mayImport.yes ? <Change {...props} /> : null}
      {mayImport.yes ? null : <p className="govuk-body tl-reason">{mayImport.reason}</p>}
    </>
  );
}

function Counted({ conversation, changed, opinions, cast }: Props) {
  const statements = opinions.statements.length;
  return (
    <>
      <p className="govuk-body">
        {many(conversation.voters, 'person', 'people')} cast {many(conversation.votesCast, 'vote')}{' '}
        on {many(statements, 'statement')}
        {conversation.address === '' ? '' : ` at ${conversation.address}`}.
      </p>
      {changed > 0 ? (
        <p className="govuk-body">
          {many(changed, 'vote')} of these {changed === 1 ? 'was' : 'were'} changed later by the
          same person. Here people are counted by their last vote, so that the figures can be a
          little lower than those of the tool, which counts every vote cast
          {cast ? ' (in the column “Votes cast”: agree / disagree / pass)' : ''}.
        </p>
      ) : null}
    </>
  );
}

function Keep({ conversation, answer }: Props) {
  return (
    <>
      <p className="govuk-body">
        <strong>This is what the files hold.</strong> It is seen by nobody else until you keep it,
        and is dropped after a day.
      </p>
      <Form>
        <TextField name="title" label="Title" value={conversation.title} answer={answer} />
        <Button intent="keep">Keep this conversation</Button>
      </Form>
      <Form>
        <Button intent="drop" kind="secondary">
          Leave it
        </Button>
      </Form>
    </>
  );
}

function Change({ conversation, answer }: Props) {
  return (
    <details className="govuk-details" open={answer !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Change its title, or take it out</span>
      </summary>
      <div className="govuk-details__text">
        <Form>
          <TextField name="title" label="Title" value={conversation.title} answer={answer} />
          <Button intent="keep" kind="secondary">
            Change the title
          </Button>
        </Form>
        <Form>
          <Button intent="drop" kind="warning">
            Take this conversation out
          </Button>
        </Form>
      </div>
    </details>
  );
}
