import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { PublicFrame } from '#app/ui/Page.tsx';
import { sayDay } from '#app/ui/words.ts';
import { InterestFields } from './InterestFields.tsx';

/** The public page of an open call: what it means, what happens with it, and the form. */
export function JoinPage(props: {
  authority: { name: string; colour: string; isDemonstration: boolean };
  call: {
    title: string;
    invitation: string;
    closesOn: string;
    keepUntil: string;
    code: string;
    open: boolean;
  };
  places: readonly string[];
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { authority, call, places, answer } = props;
  return (
    <PublicFrame authority={authority}>
      <ErrorSummary problems={answer?.problems} />
      <h1 className="govuk-heading-l">{call.title}</h1>
      {call.invitation.split(/\n{2,}/).map((words) => (
        <p className="govuk-body tl-lines" key={words}>
          {words}
        </p>
      ))}
      {call.open ? (
        <>
          <p className="govuk-body">
            Tell us by <strong>{sayDay(call.closesOn)}</strong> that you are interested. It takes
            about 3 minutes.
          </p>
          <h2 className="govuk-heading-m">What happens with what you tell us</h2>
          <p className="govuk-body">
            Only the people who run the panel see your name and how to reach you. Nobody else does,
            and there is no public list. If you are not chosen, we delete all of it after{' '}
            {sayDay(call.keepUntil)}. You can{' '}
            <a className="govuk-link" href={links.leaveCall(call.code)}>
              take it back
            </a>{' '}
            at any time. Saying no, or nothing, changes nothing about the help that you get.
          </p>
          <Form>
            <InterestFields answer={answer} places={places} />
            <Button>I would like to be on the panel</Button>
          </Form>
        </>
      ) : (
        <p className="govuk-body">
          <strong>This call closed on {sayDay(call.closesOn)}.</strong> Ask at your family hub when
          the next one opens. If you came forward, you can{' '}
          <a className="govuk-link" href={links.leaveCall(call.code)}>
            take back what you sent
          </a>
          .
        </p>
      )}
    </PublicFrame>
  );
}
