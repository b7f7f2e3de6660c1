import type { Mark } from '../drawing/marks.ts';
import type { Piece, Theory } from '../graph.ts';
import { overlayOf, type Overlay, type Said } from './overlay.ts';

type Balance = 'for' | 'against' | 'both' | 'none';

/** Each has its own colour, dashes and words, so that nothing is said by colour alone. */
const LOOKS: Readonly<Record<Balance, Omit<Mark, 'words' | 'name'>>> = {
  for: {
    colour: '#00703c',
    dashes: '',
    width: 3,
    fill: '#eaf5ee',
    meaning: 'evidence for it',
    sample: 'for',
  },
  against: {
    colour: '#b10e1e',
    dashes: '3 4',
    width: 3,
    fill: '#fbeeee',
    meaning: 'evidence against it',
    sample: 'against',
  },
  both: {
    colour: '#6a2c91',
    dashes: '12 4',
    width: 3,
    fill: '#f3eef7',
    meaning: 'for and against',
    sample: 'both',
  },
  none: { colour: '#505a5f', dashes: '1 5', width: 1.6, meaning: 'no evidence yet', sample: '?' },
};

const STRENGTHS = ['weak', 'moderate', 'strong'];

/** What speaks for and against each box and link, by its strongest; links without any say so. */
export function evidenceOverlay(theory: Theory): Overlay {
  const pieces = theory.pieces.filter(({ kind }) => kind === 'evidence');
  const on = (id: string) => pieces.filter((piece) => piece.on === id);
  const said = [
    ...theory.boxes.flatMap(({ id }) => (on(id).length === 0 ? [] : [saidOf(id, on(id))])),
    ...theory.links.flatMap(({ id, kind }) =>
      on(id).length === 0 && kind !== 'leadsTo' ? [] : [saidOf(id, on(id))],
    ),
  ];
  return overlayOf(theory, 'evidence', said);
}

function saidOf(id: string, pieces: readonly Piece[]): Said {
  const against = pieces.filter(({ more }) => more['direction'] === 'against');
  const speaking = pieces.filter((piece) => !against.includes(piece));
  const balance: Balance =
    pieces.length === 0
      ? 'none'
      : against.length === 0
        ? 'for'
        : speaking.length === 0
          ? 'against'
          : 'both';
  const words = [
    speaking.length === 0 ? '' : `for: ${strongest(speaking)}`,
    against.length === 0 ? '' : `against: ${strongest(against)}`,
  ].filter((each) => each !== '');
  const name = words.length === 0 ? 'No evidence yet' : `Evidence ${words.join(', ')}`;
  return {
    id,
    words: words.length === 0 ? 'no evidence yet' : words.join(', '),
    because: pieces.map(sentence).join('; '),
    mark: { ...LOOKS[balance], words: words.length === 0 ? '?' : words.join(', '), name },
  };
}

function strongest(pieces: readonly Piece[]): string {
  const at = Math.max(...pieces.map(({ more }) => STRENGTHS.indexOf(more['strength'] ?? '')));
  return STRENGTHS[at] ?? 'not judged';
}

function sentence({ more }: Piece): string {
  const { what = '', source = '', year = '' } = more;
  const from = [source, year].filter((each) => each !== '').join(', ');
  const said = what === '' ? 'Tied to the golden thread' : what;
  return from === '' ? said : `${said} (${from})`;
}
