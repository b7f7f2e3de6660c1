import { config } from '#app/config.server.ts';
import type { Carrier } from './carrier.ts';
import { notifyCarriers } from './notify.server.ts';
import { smtpCarrier } from './smtp.server.ts';

type Mail = Pick<typeof config.mail, 'smtp' | 'notify'>;

/**
 * The ways out of the house that are set up, one a channel: e-mail goes by the authority's own mail
 * server where there is one, otherwise by Notify.
 */
export function carriersOf({ smtp, notify }: Mail = config.mail): Carrier[] {
  const byNotify = notify === undefined ? [] : notifyCarriers(notify);
  if (smtp === undefined) return byNotify;
  return [smtpCarrier(smtp), ...byNotify.filter(({ channel }) => channel !== 'email')];
}

// Made once a process: a carrier may keep connections.
let kept: Carrier[] | undefined;

export function theCarriers(): readonly Carrier[] {
  return (kept ??= carriersOf());
}
