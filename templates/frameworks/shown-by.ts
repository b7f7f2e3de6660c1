import { faultsInRules, ShownBy } from '#app/plan/coverage/shown-by.ts';
import { packs } from './index.ts';
import content from './records/shown-by.json';

/** Reads the rules. Throws with the file and the path when they are wrong. */
export function readShownBy(read: unknown): ShownBy {
  const named = 'templates/frameworks/records/shown-by.json cannot be used:';
  const parsed = ShownBy.safeParse(read);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error([named, ...wrong].join('\n'));
  }
  const faults = faultsInRules(parsed.data, packs());
  if (faults.length > 0) throw new Error([named, ...faults.map((one) => `  ${one}`)].join('\n'));
  return parsed.data;
}

/** Which records show something about a requirement: read when the program starts, packs and all. */
export const shownBy: ShownBy = readShownBy(content);
