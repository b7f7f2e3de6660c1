import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { REPLY_NAMES, replyStatusOf, type AnswerState } from './reply.ts';
import { ReplyFields } from './ReplyFields.tsx';

/** The answer to one theme, to be written and published. */
export function ReplyPage(props: {
  programmeId: string;
  theme: { id: string; name: string; definition: string };
  state: AnswerState;
  reply: Parameters<typeof ReplyFields>[0]['reply'];
  lines: readonly { id: string; title: string }[];
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, theme, state, reply, lines, answer } = props;
  // Somebody else wrote meanwhile: what they wrote stands beside what was typed.
  const clash = answer !== undefined && !('version' in answer.typed) && reply.version > 0;
  return (
    <div className="tl-reading">
      <Breadcrumbs
        trail={[
          { href: links.back(programmeId), words: 'Back to families' },
          { href: links.theme(programmeId, theme.id), words: theme.name },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption="Answer families">{theme.name}</Heading>
      <p className="govuk-body tl-lines">{theme.definition}</p>
      <Form>
        <ReplyFields answer={answer} reply={reply} lines={lines} />
        <div className="govuk-button-group">
          <Button intent="publish">
            {state === 'published' ? 'Publish the change' : 'Publish to families'}
          </Button>
          <Button intent="save" kind="secondary">
            {state === 'published' ? 'Take it down, keep as a draft' : 'Save as a draft'}
          </Button>
        </div>
      </Form>
      {clash ? (
        <div className="govuk-inset-text">
          <h2 className="govuk-heading-s">What somebody else saved</h2>
          <p className="govuk-body tl-lines">You said: {reply.youSaid}</p>
          <p className="govuk-body tl-lines">
            {REPLY_NAMES[replyStatusOf(reply.status)]}: {reply.words}
          </p>
          {reply.because === '' ? null : (
            <p className="govuk-body tl-lines">Because: {reply.because}</p>
          )}
        </div>
      ) : null}
    </div>
  );
}
