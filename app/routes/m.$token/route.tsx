import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { startSession } from '#app/http/session.server.ts';
import { followPersonalLink, holderOfLink } from '#app/panel/follow-personal-link.server.ts';
import { LinkEnded } from '#app/panel/post/LinkEnded.tsx';
import { pageOf } from '#app/panel/post/page-of.ts';
import { Button, Form } from '#app/ui/Form.tsx';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';
import { authorityById } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

export { publicStyles as links };
export const meta = () => titleOf('Your personal link');

/**
 * Opening the address changes nothing: programs that look into e-mails open every link in them. A
 * link that is altered, used up, replaced or unknown gets one and the same answer.
 */
export async function loader({ params }: LoaderFunctionArgs) {
  const person = await holderOfLink(params.token ?? '');
  if (!person) return data({ works: false, authority: null }, { status: 404 });
  const authority = await authorityById(theStore().read, person.authorityId);
  const { name, colour, isDemonstration } = authority ?? {
    name: '',
    colour: '',
    isDemonstration: false,
  };
  return data({ works: true, authority: { name, colour, isDemonstration } });
}

export async function action({ request, params }: ActionFunctionArgs) {
  await checkedForm(request);
  const came = await followPersonalLink(params.token ?? '');
  if (!came) return data({ works: false }, { status: 404 });
  return redirect(pageOf(came.about), {
    headers: { 'Set-Cookie': await startSession(request, came.person, { way: 'link' }) },
  });
}

export default function PersonalLink() {
  const { works, authority } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PublicFrame authority={authority}>
      {works && answer === undefined ? (
        <>
          <h1 className="govuk-heading-l">Welcome to the parent carer panel</h1>
          <p className="govuk-body">
            This is your personal way in. On your page you can tell us what you think, and see what
            became of what you said.
          </p>
          <Form>
            <Button>Continue</Button>
          </Form>
        </>
      ) : (
        <LinkEnded />
      )}
    </PublicFrame>
  );
}
