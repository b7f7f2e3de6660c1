import { boxesById, column, typeName, type BoxType, type Theory } from '../graph.ts';
import { fieldValue } from '../history/field-names.ts';
import { sharing } from '../parts.ts';
import { factsOf, relationsOf, usedTypes } from '../words.ts';

/** A theory in words as everybody reads it: a heading a column, a part a box. */

export interface PublicBox {
  id: string;
  label: string;
  detail: string;
  facts: { label: string; value: string }[];
  leads: {
    says: string;
    label: string;
    id: string;
    reason: string;
    facts: { label: string; value: string }[];
  }[];
  evidence: string[];
  measures: string[];
  sharedBy: string[];
}

export interface PublicColumn {
  type: BoxType;
  title: string;
  boxes: PublicBox[];
}

const LINK_FACTS = [
  ['assumes', 'What has to hold'],
  ['mechanism', 'What happens in between'],
  ['delay', 'How long it takes'],
  ['confidence', 'How sure we are'],
] as const;

/** Every column that holds something, with what each box says, leads to and rests on. */
export function publicColumns(theory: Theory): PublicColumn[] {
  const byId = boxesById(theory);
  const shared = sharing(theory);
  const about = (kind: string, id: string) =>
    theory.pieces.filter((piece) => piece.kind === kind && piece.on === id);
  return usedTypes(theory).map((type) => ({
    type,
    title: typeName(theory, type).many,
    boxes: column(theory, type).map((box) => ({
      id: box.id,
      label: box.label,
      detail: box.detail,
      facts: factsOf(box),
      leads: relationsOf(theory, box.id, byId)
        .filter(({ outgoing }) => outgoing)
        .map(({ says, other, link }) => ({
          says,
          label: other.label,
          id: other.id,
          reason: link.reason,
          facts: [
            ...LINK_FACTS.flatMap(([key, label]) => {
              const value = fieldValue(theory, `more.${key}`, link.more[key] ?? '');
              return value === '' ? [] : [{ label, value }];
            }),
            ...about('evidence', link.id).map(({ more }) => ({
              label: evidenceKind(more),
              value: evidenceText(more),
            })),
          ],
        })),
      evidence: about('evidence', box.id).map(
        ({ more }) => `${evidenceKind(more)}: ${evidenceText(more)}`,
      ),
      measures: about('measure', box.id).map(({ more }) => measureText(more)),
      sharedBy: shared.get(box.id) ?? [],
    })),
  }));
}

const evidenceKind = (more: Readonly<Record<string, string>>) =>
  more['direction'] === 'against' ? 'Evidence against' : 'Evidence for';

function evidenceText(more: Readonly<Record<string, string>>): string {
  const from = [more['source'], more['year']].filter((each) => (each ?? '') !== '').join(', ');
  return `${more['what'] ?? ''}${from === '' ? '' : ` (${from})`}`;
}

function measureText(more: Readonly<Record<string, string>>): string {
  const said = [
    ['from', more['baseline']],
    ['to', more['target']],
  ].flatMap(([word, value]) => (value === undefined || value === '' ? [] : [`${word} ${value}`]));
  const unit = more['unit'] ?? '';
  const figures = said.length === 0 ? '' : `: ${said.join(' ')}${unit === '' ? '' : ` ${unit}`}`;
  return `${more['label'] ?? ''}${figures}`;
}
