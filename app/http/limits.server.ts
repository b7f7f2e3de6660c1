import type { NextFunction, Request, Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * Limits on what one network may send, generous because a library, a school or a hub is one network
 * with many families behind it. They stop a flood, not a queue of tablets.
 */
const changes = new RateLimiterMemory({ points: 600, duration: 60 });

/**
 * Twenty people at one theory in one room: each saves every second while typing, and says every few
 * seconds where they are. Those addresses answer nobody who is not signed in.
 */
const workshop = new RateLimiterMemory({ points: 4_000, duration: 60 });
const WORKSHOP = /\/theory\/(operations|live)(\.data)?$/;

/** Wrong passwords for one account, whatever network they come from; then a wait of 15 minutes. */
const wrongPasswords = new RateLimiterMemory({ points: 10, duration: 15 * 60 });

/**
 * Published theories that one network may read and take in a minute: each may be drawn for it. A room
 * of people with one address in their hands is well below it.
 */
const drawings = new RateLimiterMemory({ points: 240, duration: 60 });
const DRAWN = /^\/theories\//;

/** Posts are limited by network, and what is drawn for anybody; reading pages is not. */
export async function limitRequests(
  request: Request,
  response: Response,
  next: NextFunction,
): Promise<void> {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (reads && !DRAWN.test(request.path)) return next();
  const limit = reads ? drawings : WORKSHOP.test(request.path) ? workshop : changes;
  if (await counted(limit, request.ip ?? 'unknown')) return next();
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

/** Whether this account may try a password now. */
export async function mayTryPassword(email: string): Promise<boolean> {
  const used = await wrongPasswords.get(email);
  return used === null || used.remainingPoints > 0;
}

export async function countWrongPassword(email: string): Promise<void> {
  await wrongPasswords.penalty(email);
}

export async function forgetWrongPasswords(email: string): Promise<void> {
  await wrongPasswords.delete(email);
}

/** Phrases and references that nobody has, tried from one network: then a wait of 15 minutes. */
const wrongGuesses = new RateLimiterMemory({ points: 20, duration: 15 * 60 });

/** Whether this network may try another phrase or reference now. */
export async function mayGuess(network: string): Promise<boolean> {
  const used = await wrongGuesses.get(network);
  return used === null || used.remainingPoints > 0;
}

export async function countWrongGuess(network: string): Promise<void> {
  await wrongGuesses.penalty(network);
}

/** New links asked for from one network, and for one address: letter by letter nobody needs more. */
const linksOfNetwork = new RateLimiterMemory({ points: 20, duration: 15 * 60 });
const linksOfAddress = new RateLimiterMemory({ points: 3, duration: 60 * 60 });

/** Whether this network may ask for another new link now; it counts this asking. */
export async function mayAskForLink(network: string): Promise<boolean> {
  return counted(linksOfNetwork, network);
}

/** Whether a new link may go to this address now, whether anybody knows it or not; counted. */
export async function mayBeSentLink(address: string): Promise<boolean> {
  return counted(linksOfAddress, address);
}

async function counted(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch {
    return false;
  }
}
