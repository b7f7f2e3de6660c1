import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { stopHearing, stopLinkWorks } from '#app/panel/answer/hear-back.server.ts';
import { LostLink } from '#app/panel/LostLink.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };
export const meta = () => titleOf('No more messages about answers');

/** Opening it changes nothing: programs that look into e-mails open every link in them. */
export const loader = answering(async ({ params }: LoaderFunctionArgs) => {
  const works = await stopLinkWorks(params['token'] ?? '');
  return data({ works }, { status: works ? 200 : 404 });
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  await checkedForm(request);
  return { stopped: await stopHearing(params['token'] ?? '') };
});

export default function Stop() {
  const { works } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PublicFrame>
      {answer?.stopped ? (
        <>
          <h1 className="govuk-heading-l">You get no more messages about answers</h1>
          <p className="govuk-body">
            What became of what you said still stands on your own page. You can ask for messages
            there again.
          </p>
        </>
      ) : works && answer === undefined ? (
        <>
          <h1 className="govuk-heading-l">Stop messages about answers?</h1>
          <p className="govuk-body">
            We write to you when something that you raised is answered. After this we no longer do.
            Other messages, such as invitations to meetings, still come.
          </p>
          <Form>
            <Button>Stop these messages</Button>
          </Form>
        </>
      ) : (
        <>
          <h1 className="govuk-heading-l">This link does not open anything any more</h1>
          <p className="govuk-body">
            It may have ended, or not be complete. You can stop these messages on your own page.
          </p>
          <LostLink />
        </>
      )}
    </PublicFrame>
  );
}
