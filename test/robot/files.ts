import { hostile } from '../hostile-words.ts';
import { OF_NEEDS } from './brought-needs.ts';
import { OF_PLANS } from './brought-plans.ts';
import type { FileFor } from './filling.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const FILES = [...OF_NEEDS, ...OF_PLANS];

/** A hostile name for a file: a folder above, a device of Windows, an element. */
const NAMES = ['..\\..\\CON"><tl-x#>', '../../etc/tlx#q', 'aux"><img src=x onerror=a()><tl-x#>'];

/** A picture of one grey point. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

/**
 * The hostile files that the page of an import is given.
 *
 * @param typed is told of each hostile value that stands in a file
 */
export function filesAt(typed: (number: number, where: string) => void): (path: string) => FileFor {
  return (path) => (field, next) => {
    const at = path.split('?')[0] ?? '';
    const nameOf = (ending: string) => {
      const number = next();
      return `${(NAMES[number % NAMES.length] ?? '').replaceAll('#', String(number))}.${ending}`;
    };
    if (field.accept.includes('image/')) {
      return new File([PICTURE], nameOf('png'), { type: 'image/png' });
    }
    const found = FILES.find((one) => one.at.test(at) && (one.field?.test(field.name) ?? true));
    if (!found) return undefined;
    const made = found.made((where) => {
      const number = next();
      typed(number, `${at} · ${where}`);
      // As a spreadsheet would have it: no NUL and no half letters, which no file of theirs holds.
      return hostile(number).short;
    });
    return made === '' ? new File([], '') : new File([bytesOf(made)], nameOf(found.ending));
  };
}
