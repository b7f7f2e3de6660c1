import { redirect } from '@remix-run/node';
import { programmeById, type Authority, type Programme } from '#db/people.ts';
import { readingOnce, readOnce } from '#db/read-once.server.ts';
import { theStore } from '#db/store.server.ts';
import { can, type Action, type Person } from '#app/people/can.ts';
import { duringReading, keepReading, noteRight } from '#app/people/note-reading.server.ts';
import { Conflict, NotAllowed, NotFound } from '#app/people/errors.ts';
import { isRecent } from '#app/people/sessions.ts';
import { links } from './links.ts';
import { answeredOnce, pressedBy } from './press.server.ts';
import { signedIn } from './session.server.ts';

/**
 * Wraps a loader or an action: what a deed throws becomes the page that a person gets, and what somebody
 * read of what people told us is written down before they are given it. The one place where our errors
 * turn into responses.
 */
export function answering<Args extends { request: Request }, Result>(
  work: (args: Args) => Promise<Result>,
) {
  return async (args: Args): Promise<Result> => {
    try {
      if (args.request.method === 'POST') {
        return await answeredOnce(args.request, () => readAndKept(args.request, () => work(args)));
      }
      return await readingOnce(() => readAndKept(args.request, () => work(args)));
    } catch (error) {
      throw asResponse(error);
    }
  };
}

/** A form that leads on to a page shows nothing by itself, whatever its sender may read. */
async function readAndKept<Result>(request: Request, work: () => Promise<Result>): Promise<Result> {
  const { result, noted } = await duringReading(work);
  const isFile = result instanceof Response && result.status === 200;
  const isPage = !(result instanceof Response) && request.method !== 'POST';
  if (isFile || isPage || noted.said) {
    await keepReading(noted, new URL(request.url).pathname, isFile);
  }
  return result;
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
  const { authorityId } = person;
  const programmeId = params.programmeId ?? '';
  const programme = await readOnce(['programme', authorityId, programmeId], () =>
    programmeById(theStore().read, authorityId, programmeId),
  );
  if (!programme) throw new NotFound('programme');
  const answer = can(person, action, programme);
  if (!answer.yes) throw new NotAllowed(answer.reason);
  noteRight(person, action);
  return { person, authority, programme };
}

/**
 * Whoever takes answers away, or changes who may come in, has proved within the last quarter of an hour
 * that it is still them; anybody else confirms it first and comes back. Call it once it is known that
 * they may do it: nobody is asked for a password in vain.
 *
 * @param backTo where to go on afterwards; this address where it is left out
 */
export async function requireRecentSignIn(request: Request, backTo?: string): Promise<void> {
  if (await isRecentSignIn(request)) return;
  const { pathname, search } = new URL(request.url);
  throw redirect(links.confirm(backTo ?? pathname + search));
}

/** Whether somebody proved within the last quarter of an hour that it is still them. */
export async function isRecentSignIn(request: Request): Promise<boolean> {
  const found = await signedIn(request);
  return found !== null && isRecent(found.confirmedAt, new Date());
}
