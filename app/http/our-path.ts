/**
 * A path of our own to go on to, or the one that is given otherwise: a link must not send somebody
 * elsewhere after signing in.
 */
export function pathOfOurs(next: string | null | undefined, otherwise = '/'): string {
  if (!next?.startsWith('/')) return otherwise;
  // Read as a browser reads it: it drops tabs and takes "\\" for "/", so "/\t/elsewhere" leads away.
  const here = 'http://ours.invalid';
  const to = URL.canParse(next, here) ? new URL(next, here) : null;
  const ours = to?.origin === here && !to.pathname.startsWith('//');
  return ours ? to.pathname + to.search : otherwise;
}
