import { createHash } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { redirect } from '@remix-run/node';
import { whyUnavailable } from '#db/faults.ts';
import { forgetPress, noteWhereItLed, whereItLed } from '#db/presses.ts';
import { duringPress, PressedBefore, thisPress, type Press } from '#db/press.server.ts';
import { actFor } from '#db/scope.server.ts';
import { theStore } from '#db/store.server.ts';
import { CSRF_FIELD } from './csrf.server.ts';
import { log, toldFault } from './log.server.ts';

/** The field that carries the number of the page that a form stood on. */
export const ONCE_FIELD = 'once';

/** How long the second press waits to learn where the first one led. */
const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 100;

/** Notes which form this is: the same page, address and contents are the same press. */
export function pressed(request: Request, form: FormData): void {
  const press = thisPress();
  const page = form.get(ONCE_FIELD);
  if (press === undefined || typeof page !== 'string' || page === '') return;
  const digest = createHash('sha256').update(`${page}\n${new URL(request.url).pathname}\n`);
  for (const [name, value] of form) {
    if (name === CSRF_FIELD) continue;
    const words = typeof value === 'string' ? value : `${value.name} ${value.size}`;
    digest.update(JSON.stringify([name, words]));
  }
  press.key = digest.digest('hex');
}

/** Notes whose form this is: staff and panel members are known by then. */
export function pressedBy(authorityId: string): void {
  actFor(authorityId);
  const press = thisPress();
  if (press) press.authorityId = authorityId;
}

/**
 * Answers a form once. A form that comes to nothing (something is wrong with it, or a fault) may be
 * sent again; one that changed something leads, each time, where it led first.
 */
export async function answeredOnce<T>(request: Request, work: () => Promise<T>): Promise<T> {
  const press: Press = { key: null, authorityId: null, kept: false };
  try {
    const result = await duringPress(press, work);
    await settle(press, result);
    return result;
  } catch (thrown) {
    if (thrown instanceof PressedBefore) {
      throw redirect(await whereTheFirstLed(thrown.press, new URL(request.url).pathname));
    }
    await settle(press, thrown);
    throw thrown;
  }
}

/**
 * What was changed is kept by now, and so is the press. Where only the note of where it led cannot be
 * written, the second press leads to this page.
 */
async function settle(press: Press, result: unknown): Promise<void> {
  const { key, authorityId, kept } = press;
  if (!kept || key === null || authorityId === null) return;
  const ledTo = result instanceof Response ? result.headers.get('Location') : null;
  try {
    await theStore().write(null, (tx) =>
      ledTo === null
        ? forgetPress(tx, authorityId, key)
        : noteWhereItLed(tx, authorityId, key, ledTo),
    );
  } catch (error) {
    if (whyUnavailable(error) === null) throw error;
    log.warn(toldFault(error), 'fault');
  }
}

async function whereTheFirstLed(
  { key, authorityId }: PressedBefore['press'],
  here: string,
): Promise<string> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    const ledTo = await whereItLed(theStore().read, authorityId, key);
    if (typeof ledTo === 'string') return ledTo;
    if (ledTo === undefined) break;
    await after(LOOK_EVERY_MS);
  }
  return here;
}
