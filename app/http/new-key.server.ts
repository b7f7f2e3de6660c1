import { codesAddress, inFours, newKey } from '#app/people/codes.server.ts';
import { qrOutline } from '#app/ui/qr.server.ts';
import { keepNewKey, newKeyOf } from './steps.server.ts';

/** What a page shows on which somebody sets up one-time codes, and the cookie that keeps its key. */
export function keyToShow(
  request: Request,
  person: { id: string; name: string },
  authorityName: string,
): { shown: { key4: string; qr: { size: number; path: string } }; cookie: string } {
  const key = newKeyOf(request, person.id) ?? newKey();
  const shown = {
    key4: inFours(key),
    qr: qrOutline(codesAddress(key, authorityName, person.name)),
  };
  return { shown, cookie: keepNewKey(request, person.id, key) };
}
