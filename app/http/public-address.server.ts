import { config } from '#app/config.server.ts';

/**
 * The whole address of a path, for a letter, a poster or an e-mail: as PUBLIC_URL says, otherwise as
 * the request came.
 */
export function publicAddress(request: Request, path: string): string {
  return new URL(path, config.publicUrl ?? request.url).href;
}
