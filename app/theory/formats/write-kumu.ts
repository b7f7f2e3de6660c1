import { typeName, type Theory } from '../graph.ts';
import { BOX_MORE, LINK_MORE, sayValue } from '../fields.ts';
import type { More } from '../graph.ts';

/**
 * A blueprint for Kumu: elements and connections by id, with types and further facts under the names
 * that the pages use. Evidence and measures have no place there.
 */
export function toKumu(theory: Theory): string {
  const blueprint = {
    name: theory.title,
    elements: theory.boxes.map(({ id, type, label, detail, more, position }) => ({
      id,
      label,
      type: typeName(theory, type).one,
      ...(detail === '' ? {} : { description: detail }),
      ...told(more, BOX_MORE[type]),
      position,
    })),
    connections: theory.links.map(({ id, source, target, reason, more, kind }) => ({
      id,
      from: source,
      to: target,
      direction: 'directed',
      type: more['sign'] === 'less' ? 'negative' : KINDS[kind],
      ...(reason === '' ? {} : { description: reason }),
      ...told(more, LINK_MORE),
    })),
  };
  return `${JSON.stringify(blueprint, null, 2)}\n`;
}

const KINDS: Readonly<Record<Theory['links'][number]['kind'], string>> = {
  leadsTo: 'leads to',
  addresses: 'addresses',
  explains: 'explains',
  assumes: 'has to hold for',
  threatens: 'threatens',
};

/** Facts under the names of the form; the keys that only this product knows are left out. */
function told(more: More, fields: (typeof BOX_MORE)['need']): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field): [string, string][] => {
      const value = more[field.key] ?? '';
      return value === '' || field.key === 'sign' ? [] : [[field.label, sayValue(field, value)]];
    }),
  );
}
