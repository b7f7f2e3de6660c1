import { ANYBODY, missingKinds, PLACE } from '#templates/missing/index.ts';

/** The question of the shipped surveys whose answers are the places of the programme. */
const PLACE_QUESTION = 'area';

/**
 * The kind of families that a group is, by the words of its label and the codes of its answers: it
 * decides which advice is shown, nothing else. The kind with the most words in it wins.
 */
export function kindOfGroup(
  question: string,
  group: { label: string; options: readonly string[] },
): string {
  if (question === PLACE_QUESTION) return PLACE;
  const text = ` ${[group.label, ...group.options].map(plain).join(' ')} `;
  let best = { kind: ANYBODY, hits: 0 };
  for (const { kind, words } of missingKinds) {
    const hits = words.filter((word) => text.includes(` ${plain(word)} `)).length;
    if (hits > best.hits) best = { kind, hits };
  }
  return best.kind;
}

/** Only words with single blanks between, so that "under-18" and "Under 18" are the same. */
const plain = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
