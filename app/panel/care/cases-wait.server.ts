import { sayOpenCases } from '#app/care/care.ts';
import { openCases } from '#app/care/open-cases.server.ts';
import type { Look } from '../panel-waits.server.ts';
import { waitsAt } from '../wait-addresses.ts';

/** Cases that somebody should look at: how many, and nothing of what. */
export const casesWait: Look = async (by, programme) => {
  const open = await openCases(by, programme);
  if (open === 0) return [];
  return [{ words: sayOpenCases(open), href: waitsAt.care(programme.id), pressing: false }];
};
