import { areaSettingsOf, newestLinks, saveAreaSettings, type AreaSettings } from '#db/areas.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { isAreaCode, levelOf } from './area-headers.ts';

/** Two kilometres: half an hour’s walk with a pram. */
const USUAL_REACH = 2000;

export async function areaSettings({ authorityId }: Programme): Promise<{
  codes: string[];
  reachMetres: number;
}> {
  const found = await areaSettingsOf(theStore().read, authorityId);
  return { codes: found?.codes ?? [], reachMetres: found?.reachMetres ?? USUAL_REACH };
}

export type Settled = { ok: true; codes: string[] } | { ok: false; message: string };

/**
 * Sets which areas are the authority's own, and how near a hub should be. Names and codes that have been
 * replaced are resolved by a list of codes, where one was brought in.
 */
export async function settleAreas(
  by: Person,
  programme: Programme,
  typed: readonly string[],
  reachMetres: number,
): Promise<Settled> {
  allow(by, 'needs.edit', programme);
  const { authorityId } = programme;
  const list = await newestLinks(theStore().read, authorityId, programme.id, 'code-list');
  const codes: string[] = [];
  for (const word of typed) {
    const code = resolved(word, list?.links ?? []);
    if (code === null) {
      const hint = list
        ? 'Enter its name as in the list of codes, or its code, such as E06000006'
        : 'Enter its code, such as E06000006. Names are known once a list of codes is brought in';
      return { ok: false, message: `“${word}” is not known. ${hint}` };
    }
    if (!codes.includes(code)) codes.push(code);
  }
  const row: AreaSettings = {
    authorityId,
    codes,
    reachMetres,
    changedAt: new Date(),
    changedBy: by.id,
  };
  await theStore().write(`area-settings:${authorityId}`, async (tx) => {
    await saveAreaSettings(tx, row);
    const details = { codes: codes.join(', ') || 'none' };
    await record(tx, by, 'areas.settled', { kind: 'authority', id: authorityId }, details);
  });
  return { ok: true, codes };
}

function resolved(
  word: string,
  links: readonly { code: string; name: string; relation: string; toCode: string }[],
): string | null {
  const key = word.trim().toLowerCase();
  const current = links.filter(({ relation }) => relation === 'current code');
  const found =
    current.find(({ code }) => code.toLowerCase() === key) ??
    current.find(({ code, name, toCode }) => code === toCode && name.toLowerCase() === key) ??
    current.find(({ name }) => name.toLowerCase() === key);
  if (found) return found.toCode;
  const code = word.trim().toUpperCase();
  return isAreaCode(code) && levelOf(code) === 'local authorities' ? code : null;
}
