import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many, sayMoment } from '#app/ui/words.ts';
import type { ReplyToWrite } from './answer/read-reply.server.ts';
import { REPLY_NAMES, replyStatusOf } from './reply.ts';
import { ReplyFields } from './ReplyFields.tsx';

interface ReplyPageProps extends ReplyToWrite {
  programmeId: string;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** The answer to one theme, to be written and published. */
export function ReplyPage(props: ReplyPageProps) {
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
      <RestsOn {...props} />
      <Form>
        <ReplyFields answer={answer} reply={reply} lines={lines} />
        <PlainEnglish check={props.check} />
        <div className="govuk-button-group">
          <Button intent="publish">
            {state === 'published' ? 'Publish the change' : 'Publish to families'}
          </Button>
          <Button intent="save" kind="secondary">
            {state === 'published' ? 'Take it down, keep as a draft' : 'Save as a draft'}
          </Button>
        </div>
      </Form>
      <p className="govuk-body tl-reason">
        Panel members who raised this and asked to hear are told when it is published, and when a
        promise is kept, put off or taken back. Families who answered a survey gave no name and
        cannot be reached: for them it stands on the public page and on the poster.
      </p>
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
      {state === 'none' ? null : <OtherLanguages {...props} />}
      <History {...props} />
    </div>
  );
}

/** Who raised it, where, and who was told of the answer. */
function RestsOn({ programmeId, theme, voices, places, notices }: ReplyPageProps) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      <li>{voices === '' ? 'No comments are gathered under it yet' : voices}</li>
      {places.length === 0 ? null : (
        <li>Said in: {[...new Set(places.map(({ place }) => place))].join('; ')}</li>
      )}
      {notices.queued === 0 ? null : (
        <li>
          {many(notices.queued, 'notice')} to members who asked to hear, {notices.sent} sent
        </li>
      )}
      <li>
        <a className="govuk-link" href={links.thread(programmeId, 'theme', theme.id)}>
          Everything that it rests on, and what came of it
        </a>
      </li>
    </ul>
  );
}

/** How plain the saved words are. It never stops anybody. */
function PlainEnglish({ check }: Pick<ReplyPageProps, 'check'>) {
  if (check === null) return null;
  return (
    <div className="govuk-inset-text">
      <h2 className="govuk-heading-s">Plain English, as it was last saved</h2>
      <p className="govuk-body">
        {check.age === null
          ? `${many(check.words, 'word')}: too few for a reading age, so look at the sentences.`
          : `Reading age about ${check.age}. Aim for 11 or younger.`}
      </p>
      {check.notes.length === 0 ? (
        <p className="govuk-body">No long sentence, no word of services.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {check.notes.map((note) => (
            <li key={note}>{note}.</li>
          ))}
        </ul>
      )}
    </div>
  );
}

const WRITTEN = {
  yes: 'written',
  old: 'the English has changed since: families see the English',
  no: 'not written',
} as const;

function OtherLanguages({ programmeId, theme, languages }: ReplyPageProps) {
  const some = languages.filter(({ written }) => written !== 'no').length;
  return (
    <details className="govuk-details" open={some > 0}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">In other languages ({some})</span>
      </summary>
      <div className="govuk-details__text">
        <ul className="govuk-list">
          {languages.map(({ code, name, written }) => (
            <li key={code}>
              <a className="govuk-link" href={links.replyIn(programmeId, theme.id, code)}>
                {name}
              </a>
              : {WRITTEN[written]}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function History({ steps }: ReplyPageProps) {
  if (steps.length < 2) return null;
  return (
    <>
      <h2 className="govuk-heading-m">What it said so far</h2>
      <ol className="govuk-list">
        {steps.map((step) => (
          <li key={step.id} className="govuk-!-margin-bottom-3">
            <span className="tl-reason">
              {sayMoment(step.at)}, {step.by}, {step.isPublic ? 'public' : 'not public'}
            </span>
            <br />
            <strong>{step.what}:</strong> <span className="tl-lines">{step.words}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
