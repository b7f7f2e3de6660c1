import { redirect } from '@remix-run/node';
import { programmeById, type Authority, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { can, type Action, type Person } from '#app/people/can.ts';
import { Conflict, NotAllowed, NotFound } from '#app/people/errors.ts';
import { links } from './links.ts';
import { answeredOnce, pressedBy } from './press.server.ts';
import { signedIn } from './session.server.ts';

/**
 * Wraps a loader or an action: what a deed throws becomes the page that a person gets. The one place
 * where our errors turn into responses.
 */
export function answering<Args extends { request: Request }, Result>(
  work: (args: Args) => Promise<Result>,
) {
  return async (args: Args): Promise<Result> => {
    try {
      if (args.request.method !== 'POST') return await work(args);
      return await answeredOnce(args.request, () => work(args));
    } catch (error) {
      throw asResponse(error);
    }
  };
}

/** Our errors as responses (shown by the nearest ErrorBoundary); anything else as it came. */
function asResponse(error: unknown): unknown {
  if (error instanceof NotFound) return new Response(error.message, { status: 404 });
  if (error instanceof NotAllowed) return new Response(error.reason, { status: 403 });
  if (error instanceof Conflict) return new Response(error.message, { status: 409 });
  return error;
}

/** The member of staff who is asking; anybody else is sent to sign in, and back here afterwards. */
export async function requireStaff(
  request: Request,
): Promise<{ person: Person; authority: Authority }> {
  const found = await signedIn(request);
  if (!found || found.person.role === 'panel-member') {
    const { pathname, search } = new URL(request.url);
    throw redirect(links.signIn(request.method === 'GET' ? pathname + search : undefined));
  }
  pressedBy(found.person.authorityId);
  return { person: found.person, authority: found.authority };
}

/** The panel member who is asking; anybody else learns how to get a new personal link. */
export async function requireMember(
  request: Request,
): Promise<{ person: Person; authority: Authority }> {
  const found = await signedIn(request);
  if (found?.person.role !== 'panel-member') {
    throw redirect(links.personalLinkHelp());
  }
  pressedBy(found.person.authorityId);
  return { person: found.person, authority: found.authority };
}

/**
 * Who is asking and the programme of the URL. A programme of another authority is not found; a role
 * that may not do `action` gets the reason.
 */
export async function requireProgramme(
  request: Request,
  params: { programmeId?: string | undefined },
  action: Action = 'programme.see',
): Promise<{ person: Person; authority: Authority; programme: Programme }> {
  const { person, authority } = await requireStaff(request);
  const programme = await programmeById(
    theStore().read,
    person.authorityId,
    params.programmeId ?? '',
  );
  if (!programme) throw new NotFound('programme');
  const answer = can(person, action, programme);
  if (!answer.yes) throw new NotAllowed(answer.reason);
  return { person, authority, programme };
}
