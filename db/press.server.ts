import { AsyncLocalStorage } from 'node:async_hooks';

/** A form that somebody sent, while it is being answered. */
export interface Press {
  /** Null until the form has been read, and for forms that carry no number. */
  key: string | null;
  /** Null until it is known who sent it; what strangers send has keys of its own. */
  authorityId: string | null;
  /** Set by the first write, which keeps the press together with what it changes. */
  kept: boolean;
}

/** This form was sent before: what it asks for is done, or being done. */
export class PressedBefore extends Error {
  constructor(readonly press: { key: string; authorityId: string }) {
    super('This form was sent before.');
  }
}

const current = new AsyncLocalStorage<Press>();

/** The press that is being answered, if one is. */
export const thisPress = (): Press | undefined => current.getStore();

/** What is written beside a press, such as a count of tries: it is no part of what the press changes. */
export function besidePress<T>(work: () => T): T {
  return current.exit(work);
}

/** Answers a form: the writes of `work` know which press they belong to. */
export function duringPress<T>(press: Press, work: () => Promise<T>): Promise<T> {
  return current.run(press, work);
}
