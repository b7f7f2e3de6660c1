/**
 * Keeps the tablet's page and exactly the files that it needs on the tablet, so that it opens without
 * a network: the whole set or nothing. The set before stays until the new one is complete.
 */

const PREFIX = 'throughline-outreach-';
const PAGE = '/outreach/tablet';
const WORKER = '/outreach-worker.js';

/** Whether this browser can do it: https (or this machine itself), and not a private window. */
export function canWorkOffLine(): boolean {
  return window.isSecureContext && 'serviceWorker' in navigator && 'caches' in window;
}

/**
 * @param version the name of this preparation: any text that was not used before
 * @throws when a file cannot be fetched or the tablet has no room for it
 */
export async function keepPage(version: string): Promise<void> {
  await navigator.serviceWorker.register(WORKER, { scope: '/outreach/' });
  await navigator.serviceWorker.ready;
  // Without cookies: what is kept names nobody and is signed in as nobody.
  const page = await fetch(PAGE, { credentials: 'omit', cache: 'no-store' });
  if (!page.ok) throw new Error(`The page could not be fetched: ${page.status}.`);
  const html = await page.clone().text();
  const named = [...html.matchAll(/["'](\/assets\/[^"'?#]+)["']/g)].map(([, path]) => path ?? '');
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
  const name = `${PREFIX}${version}`;
  const cache = await caches.open(name);
  try {
    await cache.addAll([...new Set([...named, ...loaded]), '/favicon.svg']);
    await cache.put(PAGE, page);
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  await forgetPages(name);
  // Asks the browser not to clear our storage when the tablet runs low; it may say no.
  await navigator.storage.persist();
}

/** Lets go of every page kept before, or of all but one. */
async function forgetPages(but?: string): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== but) await caches.delete(name);
  }
}

/** After the day: nothing of it stays on the tablet. */
export async function forgetWorker(): Promise<void> {
  await forgetPages();
  const found = await navigator.serviceWorker.getRegistration('/outreach/');
  await found?.unregister();
}
