/** There is no such thing here: also the answer for an id of another authority. */
export class NotFound extends Error {
  override name = 'NotFound';
  constructor(thing = 'page') {
    super(`There is no such ${thing} here.`);
  }
}

/** This person may not do this; the reason is a sentence for them to read. */
export class NotAllowed extends Error {
  override name = 'NotAllowed';
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** Somebody else changed the same thing first; the message says what changed and what to do. */
export class Conflict extends Error {
  override name = 'Conflict';
}
