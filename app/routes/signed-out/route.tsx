import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { signOutAddress } from '#app/people/ask-directory.server.ts';
import { directoryOf } from '#app/people/directories.server.ts';
import { DirectoryTrouble } from '#app/people/directory-trouble.server.ts';
import { Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { authorityById } from '#db/people.ts';
import { actFor } from '#db/scope.server.ts';
import { theStore } from '#db/store.server.ts';

export { staffStyles as links };
export const meta = () => titleOf('You are signed out');

/** Signed out here; of the directory by a link, where it offers that: others use this computer too. */
export async function loader({ request }: LoaderFunctionArgs) {
  const authorityId = new URL(request.url).searchParams.get('of') ?? '';
  const { read } = theStore();
  actFor(authorityId);
  const directory = await directoryOf(read, authorityId);
  const authority = directory && (await authorityById(read, authorityId));
  if (!directory || !authority) return { name: null, there: null };
  const back = publicAddress(request, links.signedOut());
  return { name: authority.name, there: await addressOf(signOutAddress(directory, back)) };
}

/** Nobody is kept from signing out by a directory that does not answer. */
async function addressOf(address: Promise<string | null>): Promise<string | null> {
  try {
    return await address;
  } catch (error) {
    if (error instanceof DirectoryTrouble) return null;
    throw error;
  }
}

export default function SignedOut() {
  const { name, there } = useLoaderData<typeof loader>();
  return (
    <StaffFrame>
      <Heading>You are signed out</Heading>
      {name === null ? null : (
        <p className="govuk-body">
          This browser is still signed in with your {name} account.{' '}
          {there === null ? (
            'If others use this computer, sign out of that too.'
          ) : (
            <a className="govuk-link" href={there}>
              Sign out of it too
            </a>
          )}
        </p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={links.signIn()}>
          Sign in again
        </a>
      </p>
    </StaffFrame>
  );
}
