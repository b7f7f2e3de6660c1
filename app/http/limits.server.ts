import type { NextFunction, Request, Response } from 'express';
import { networkOf } from './network.ts';
import { SharedLimit } from './shared-limit.server.ts';

/**
 * Limits on what one network may send, generous because a library, a school or a hub is one network
 * with many families behind it. They stop a flood, not a queue of tablets.
 */
const changes = new SharedLimit('changes', 600, 60);

/**
 * Twenty people at one theory in one room: each saves every second while typing, and says every few
 * seconds where they are. Those addresses answer nobody who is not signed in.
 */
const workshop = new SharedLimit('workshop', 4_000, 60);
const WORKSHOP = /\/theory\/(operations|live)(\.data)?$/i;

/**
 * Published theories and plans that one network may read and take in a minute: each may be drawn for
 * it. A room of people with one address in their hands is well below it.
 */
const drawings = new SharedLimit('drawings', 240, 60);
const DRAWN = /^\/(?:theories|plans)\//i;

/** Posts are limited by network, and what is drawn for anybody; reading pages is not. */
export async function limitRequests(
  request: Request,
  response: Response,
  next: NextFunction,
): Promise<void> {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (reads && !DRAWN.test(request.path)) return next();
  const limit = reads ? drawings : WORKSHOP.test(request.path) ? workshop : changes;
  if (await limit.take(networkOf(request.ip))) return next();
  response
    .status(429)
    .set('Retry-After', '60')
    .type('text')
    .send(
      reads
        ? 'This network asked for too many pages at once. Wait a minute, then open it again.'
        : 'Too many answers came from this network at once. Wait a minute, then send it again.',
    );
}

/** Passwords tried for one account from one network; then a wait of 15 minutes there. */
const triesOfNetwork = new SharedLimit('password tries of a network', 10, 15 * 60);
/**
 * The same from all networks together. Much higher: who has one network, and an address that is no secret,
 * must not keep somebody out who comes from another.
 */
const triesOfAccount = new SharedLimit('password tries of an account', 100, 15 * 60);

/**
 * Whether this network may try a password for this account now. It counts the try before the password is
 * looked at: of many that are sent at once, each counts.
 */
export async function takePasswordTry(email: string, network: string): Promise<boolean> {
  return (await triesOfNetwork.take(`${email} ${network}`)) && (await triesOfAccount.take(email));
}

export async function forgetPasswordTries(email: string, network: string): Promise<void> {
  await triesOfNetwork.forget(`${email} ${network}`);
}

/** One-time codes tried for one person: six figures are few, so guesses are fewer. */
const wrongCodes = new SharedLimit('codes', 5, 15 * 60);

/** Whether a one-time code may be tried for this person now; the try counts before it is looked at. */
export async function takeCodeTry(personId: string): Promise<boolean> {
  return wrongCodes.take(personId);
}

export async function forgetCodeTries(personId: string): Promise<void> {
  await wrongCodes.forget(personId);
}

/** Phrases and references that nobody has, tried from one network: then a wait of 15 minutes. */
const wrongGuesses = new SharedLimit('guesses', 20, 15 * 60);

/**
 * Whether this network may try another phrase or reference now. It counts the guess before anybody looks:
 * of many that are sent at once, each counts.
 */
export async function takeGuess(network: string): Promise<boolean> {
  return wrongGuesses.take(network);
}

/** What was guessed was right: it is not counted. */
export async function giveGuessBack(network: string): Promise<void> {
  await wrongGuesses.giveBack(network);
}

/** New links asked for from one network, and for one address: letter by letter nobody needs more. */
const linksOfNetwork = new SharedLimit('links of a network', 20, 15 * 60);
const linksOfAddress = new SharedLimit('links of an address', 3, 60 * 60);

/** Whether this network may ask for another new link now; it counts this asking. */
export async function mayAskForLink(network: string): Promise<boolean> {
  return linksOfNetwork.take(network);
}

/** Whether a new link may go to this address now, whether anybody knows it or not; counted. */
export async function mayBeSentLink(address: string): Promise<boolean> {
  return linksOfAddress.take(address);
}
