import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { nearRoutes, type Near } from './near-routes.ts';

type Handle = ReturnType<typeof createRequestHandler>;

/**
 * Remix's own handler, given for each address only the routes that may be its own: of four hundred
 * routes a family's question has four to look through. While developing, routes come and go, and there
 * is one handler for all of them.
 */
export function nearestHandler(build: ServerBuild | (() => Promise<ServerBuild>)): Handle {
  if (typeof build === 'function') return createRequestHandler(build);
  const routes = Object.values(build.routes).filter((route) => route !== undefined);
  const near = nearRoutes(routes);
  const handlers = new Map<string, Handle>();
  return (request, context) => {
    const found = near(new URL(request.url).pathname);
    let handle = handlers.get(found.key);
    if (handle === undefined) {
      handle = createRequestHandler(onlyNear(build, found));
      handlers.set(found.key, handle);
    }
    return handle(request, context);
  };
}

/**
 * The build with some of its routes. A browser is told of fewer routes beside that of its page than of all; it
 * needs none of them, because every link of ours loads a page.
 */
function onlyNear(build: ServerBuild, near: Near): ServerBuild {
  const left = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => near.has(id)));
  return {
    ...build,
    routes: left(build.routes),
    assets: { ...build.assets, routes: left(build.assets.routes) },
  };
}
