import type { Question } from '#app/survey/definition.ts';
import { OTHER_WORDS } from '#app/survey/import/places.ts';
import { codesOf } from '#app/survey/option-codes.ts';
import { hasOther } from '#app/survey/options.ts';

/** What SPSS keeps for itself. */
const RESERVED = new Set('all and by eq ge gt le lt ne not or to with'.split(' '));
const LONGEST = 64;

/**
 * A name for each column that SPSS, R, Stata and SAS all take: letters, digits and underscores, from a
 * letter, at most 64 long, none twice however the case. The key is the heading of the export for
 * analysis: a question's name, or `name/value` for one option of it.
 */
export function variableNames(questions: readonly Question[]): Map<string, string> {
  const taken = new Set(['answered_on', 'channel']);
  const names = new Map<string, string>();
  const give = (key: string, stem: string, ending = '') => {
    let name = '';
    for (let i = 1; name === '' || taken.has(name.toLowerCase()); i += 1) {
      const tail = `${ending}${i === 1 ? '' : `_${i}`}`;
      name = `${stem.slice(0, LONGEST - tail.length)}${tail}`;
    }
    taken.add(name.toLowerCase());
    names.set(key, name);
  };
  for (const question of questions) {
    const stem = stemOf(question.name);
    if (question.type === 'checkbox') {
      for (const { value, code } of codesOf(question).options) {
        give(`${question.name}/${value}`, stem, `_${code}`);
      }
    } else give(question.name, stem);
    if (hasOther(question)) give(`${question.name}/${OTHER_WORDS}`, stem, '_other');
  }
  return names;
}

function stemOf(name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9]+/g, '_').replace(/_$/, '');
  return RESERVED.has(plain.toLowerCase()) ? `${plain}_` : plain;
}
