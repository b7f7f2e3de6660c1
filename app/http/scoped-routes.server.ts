import type { ServerBuild } from '@remix-run/node';
import { AsyncResource } from 'node:async_hooks';
import { inRequest } from '#db/scope.server.ts';
import { readHere } from './read-here.server.ts';

type Route = NonNullable<ServerBuild['routes'][string]>;

/**
 * The same routes, where each loader and each action begins for nobody and learns by itself for which
 * authority it may read: those of one page run side by side, and one may be about whoever is signed
 * in while another is about the address that was asked for.
 */
export function inOwnScope(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).flatMap(([id, route]) =>
    route ? [[id, { ...route, module: scoped(route.module) }] as const] : [],
  );
  return { ...build, routes: Object.fromEntries(routes) };
}

function scoped(module: Route['module']): Route['module'] {
  const { loader, action } = module;
  return {
    ...module,
    ...(loader && {
      loader: async (args) => {
        const result = await inRequest(() => settled(loader(args)));
        return args.context.withoutScript ? readHere(result) : result;
      },
    }),
    ...(action && { action: (args) => inRequest(() => settled(action(args))) }),
  };
}

/** What is sent piece by piece is read when nobody is in the loader any more: still for the same authority. */
async function settled(came: unknown): Promise<unknown> {
  const result = await came;
  if (!(result instanceof Response) || result.body === null) return result;
  const { status, statusText, headers } = result;
  return new Response(bound(result.body), { status, statusText, headers });
}

function bound(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const read = AsyncResource.bind(() => reader.read());
  return new ReadableStream<Uint8Array>({
    async pull(to) {
      const { done, value } = await read();
      if (done) to.close();
      else to.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
