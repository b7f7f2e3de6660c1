import { data, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { inEvenTime } from '#app/http/even-time.server.ts';
import { parseForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { mayAskForLink, mayBeSentLink } from '#app/http/limits.server.ts';
import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { askForNewLink } from '#app/panel/post/ask-for-new-link.server.ts';
import { keyOfReach, ReachForm } from '#app/panel/post/reach.ts';
import { ReachField } from '#app/panel/post/ReachField.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };
export const meta = () => titleOf('Get a new link');

/** Much longer than looking somebody up takes: what was found cannot be told from the time. */
const STEP_MS = 400;

/** Whoever types whatever address gets the same page after the same time. */
export const action = answering(async ({ request, context }: ActionFunctionArgs) => {
  const read = await parseForm(request, ReachForm);
  if (!read.ok) return again(read.problems, read.typed);
  const { reach } = read.value;
  if (!(await mayAskForLink(context.network ?? ''))) {
    const message = 'Too many links were asked for from here. Wait 15 minutes, then try again';
    return again([{ field: 'reach', message }], read.typed);
  }
  await inEvenTime(STEP_MS, async () => {
    if (await mayBeSentLink(keyOfReach(reach))) await askForNewLink(reach);
  });
  return data({ problems: [] as Problem[], typed: {}, asked: true });
});

const again = (problems: Problem[], typed: Typed) =>
  data({ problems, typed, asked: false }, { status: 422 });

export default function GetNewLink() {
  const answer = useActionData<typeof action>();
  if (answer?.asked) {
    return (
      <PublicFrame>
        <h1 className="govuk-heading-l">Look for a message from us</h1>
        <p className="govuk-body">
          If we know this address or number, we send a new link to it. It can take some minutes.
          Look into your junk mail too.
        </p>
        <p className="govuk-body">
          Nothing came? We may know you by another address or number.{' '}
          <a className="govuk-link" href={links.lostLink()}>
            Try another one
          </a>
          , or ask the person who runs your panel.
        </p>
        <p className="govuk-body">
          To keep your answers safe, this page says the same to everybody. It never tells whether
          somebody is on a panel.
        </p>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame>
      <ErrorSummary problems={answer?.problems} />
      <h1 className="govuk-heading-l">Get a new link</h1>
      <p className="govuk-body">
        Your link may have ended or got lost. We send you a new one. Nothing that you said is lost.
      </p>
      <Form>
        <ReachField answer={answer} />
        <Button>Send me a new link</Button>
      </Form>
    </PublicFrame>
  );
}
