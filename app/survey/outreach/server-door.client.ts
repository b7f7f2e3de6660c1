import { DeliveryAnswer, type Delivery, type Pack } from './tablet.ts';

/** The few things that a tablet asks of the server. */

/** The server said no: the reason is for staff to read. */
export class Refused extends Error {
  override name = 'Refused';
  constructor(
    readonly status: number,
    reason: string,
  ) {
    super(reason);
  }
}

async function sound(response: Response): Promise<Response> {
  if (response.ok && !response.redirected) return response;
  const signIn = response.redirected || response.status === 401;
  const reason = signIn ? 'Sign in first, then prepare the tablet.' : await response.text();
  throw new Refused(signIn ? 401 : response.status, reason.slice(0, 300));
}

/** What the tablet would be prepared for, and the token of its form. */
export async function askAbout(
  batchId: string,
): Promise<{ csrf: string; title: string; place: string }> {
  const response = await sound(await fetch(packUrl(batchId), { cache: 'no-store' }));
  return (await response.json()) as { csrf: string; title: string; place: string };
}

/** Prepares the tablet; whoever was signed in on it is signed out by this. */
export async function fetchPack(batchId: string, csrf: string): Promise<Pack> {
  const response = await sound(
    await fetch(packUrl(batchId), { method: 'POST', body: formOf({ csrf }) }),
  );
  return (await response.json()) as Pack;
}

/** Sends a few sets of answers. */
export async function deliver(delivery: Delivery): Promise<DeliveryAnswer> {
  const door = await sound(await fetch('/outreach/send', { cache: 'no-store' }));
  const { csrf } = (await door.json()) as { csrf: string };
  const body = formOf({ csrf, delivery: JSON.stringify(delivery) });
  const response = await sound(await fetch('/outreach/send', { method: 'POST', body }));
  return DeliveryAnswer.parse(await response.json());
}

const packUrl = (batchId: string) => `/outreach/pack/${encodeURIComponent(batchId)}`;

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
