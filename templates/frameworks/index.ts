import { Pack } from '#app/plan/coverage/packs.ts';
import bsfh2026 from './bsfh-2026.json';
import bsfhMi2026 from './bsfh-mi-2026.json';
import fhnPrinciples from './fhn-principles.json';
import fhsl2025 from './fhsl-2025-26.json';
import goodPractice from './good-practice.json';
import laPractice from './la-practice.json';
import ncfhToolkit from './ncfh-toolkit.json';
import pcp2023 from './pcp-2023.json';
import sflOffer2023 from './sfl-offer-2023.json';
import tocQuality from './toc-quality.json';

/** In the order in which a programme is offered them: what applies now first. */
const FILES: readonly [file: string, content: unknown][] = [
  ['bsfh-2026.json', bsfh2026],
  ['bsfh-mi-2026.json', bsfhMi2026],
  ['fhsl-2025-26.json', fhsl2025],
  ['pcp-2023.json', pcp2023],
  ['sfl-offer-2023.json', sflOffer2023],
  ['good-practice.json', goodPractice],
  ['ncfh-toolkit.json', ncfhToolkit],
  ['fhn-principles.json', fhnPrinciples],
  ['toc-quality.json', tocQuality],
  ['la-practice.json', laPractice],
];

/**
 * Reads one pack. Throws with the file and the path inside it when it does not validate: a wrong
 * template stops the start, and fails a test long before that.
 */
export function readPack(file: string, content: unknown): Pack {
  const read = Pack.safeParse(content);
  if (read.success) return read.data;
  const wrong = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`templates/frameworks/${file} cannot be used:\n${wrong.join('\n')}`);
}

let shelf: readonly Pack[] | undefined;

/** Every requirement pack that ships, read and validated once. */
export function packs(): readonly Pack[] {
  shelf ??= FILES.map(([file, content]) => readPack(file, content));
  return shelf;
}

export function packById(id: string): Pack | undefined {
  return packs().find((pack) => pack.id === id);
}
