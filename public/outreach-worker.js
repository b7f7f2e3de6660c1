// Serves the tablet's page from what was kept when the tablet was prepared, so that it opens without
// a network. It keeps nothing itself and sees no answer: the page fills the cache (keep-page.client.ts)
// and sends what families answered. Everything but that page and its files passes by.

const PAGE = '/outreach/tablet';

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname === PAGE) {
    // Being prepared: the newest page from the server, if there is a network.
    const fresh = url.searchParams.has('batch');
    event.respondWith(
      fresh ? fetch(request).catch(() => kept(PAGE)) : keptOrFetched(PAGE, request),
    );
  } else if (url.pathname.startsWith('/assets/') || url.pathname === '/favicon.svg') {
    event.respondWith(keptOrFetched(url.pathname, request));
  }
});

async function kept(path) {
  const found = await caches.match(path, { ignoreVary: true, ignoreSearch: true });
  return found ?? Response.error();
}

async function keptOrFetched(path, request) {
  const found = await caches.match(path, { ignoreVary: true, ignoreSearch: true });
  return found ?? fetch(request);
}
