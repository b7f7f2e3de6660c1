import { HEADINGS } from '#app/plan/coverage/own-pack.ts';
import { csv, type Brought } from './brought-needs.ts';

/** Files of the panel, the theory and the plan. */
export const OF_PLANS: readonly Brought[] = [
  {
    at: /\/conversations\/import$/,
    field: /^comments$/,
    ending: 'csv',
    made: (word) =>
      csv([
        [
          'timestamp',
          'datetime',
          'comment-id',
          'author-id',
          'agrees',
          'disagrees',
          'moderated',
          'comment-body',
        ],
        ['1', 'Mon', '0', '9', '2', '1', '1', word('statement')],
        ['3', 'Mon', '1', '9', '1', '1', '1', word('statement')],
      ]),
  },
  {
    at: /\/conversations\/import$/,
    field: /^votes$/,
    ending: 'csv',
    made: () =>
      'timestamp,datetime,comment-id,voter-id,vote\n10,Mon,0,a,1\n11,Mon,0,b,-1\n30,Mon,0,b,1\n12,Mon,1,a,-1\n20,Mon,1,b,1\n13,Mon,1,c,0\n',
  },
  { at: /\/conversations\/import$/, field: /^participants$/, ending: 'csv', made: () => '' },
  {
    at: /\/conversations\/import$/,
    field: /^summary$/,
    ending: 'csv',
    made: (word) =>
      csv([
        ['topic', word('topic')],
        ['url', 'https://pol.is/tlx'],
        ['conversation-description', word('description')],
      ]),
  },
  {
    at: /\/panel\/members\/import$/,
    ending: 'csv',
    made: (word) =>
      csv([
        [
          'Name',
          'E-mail',
          'Telephone',
          'Kind',
          'Language',
          'Lives in',
          'Anything else',
          word('heading'),
        ],
        [
          word('member'),
          'hostile@example.org',
          '',
          'Parent or carer',
          '',
          word('lives in'),
          word('helps'),
          word('cell'),
        ],
      ]),
  },
  {
    at: /\/plan\/communications\/import$/,
    ending: 'csv',
    made: (word) =>
      csv([
        ['What it is called', word('heading')],
        [word('communication'), word('cell')],
      ]),
  },
  {
    at: /\/plan\/sharing\/import$/,
    ending: 'csv',
    made: (word) =>
      csv([
        ['Name of the agreement', word('heading')],
        [word('agreement'), word('cell')],
      ]),
  },
  {
    at: /\/plan\/money\/costs\/bring$/,
    ending: 'csv',
    made: (word) =>
      csv([
        ['Plan line', 'What is paid for', 'Cost in pounds', 'Financial year', 'Note'],
        ['', word('cost'), '1200.00', '2026-27', word('note')],
        [word('line'), word('cost'), '10', '2026-27', ''],
      ]),
  },
  {
    at: /\/plan\/outcomes\/bring$/,
    ending: 'csv',
    made: (word) =>
      csv([
        ['Site', 'What', 'Breakdown', 'Group', 'Count', 'Code'],
        [word('site'), 'Families reached', '', '', '20', ''],
        ['All sites together', word('what'), word('breakdown'), word('group'), '30', ''],
      ]),
  },
  {
    at: /\/theory\/measures\/bring$/,
    ending: 'csv',
    made: (word) =>
      csv([
        ['Measure', 'Period', 'Value', 'Note'],
        [word('measure'), '2026', '12', word('note')],
      ]),
  },
  {
    at: /\/plan\/packs\/new$/,
    ending: 'csv',
    made: (word) =>
      csv([
        [...HEADINGS],
        [
          'TLX-1',
          word('section'),
          '',
          word('asks'),
          '',
          word('source'),
          word('whose'),
          '',
          '',
          word('counts'),
        ],
      ]),
  },
  {
    at: /\/theory\/import$/,
    field: /^second$/,
    ending: 'csv',
    made: () => '',
  },
  {
    at: /\/theory\/import$/,
    ending: 'json',
    made: (word) =>
      JSON.stringify({
        nodes: [
          { id: 'a', type: 'activity', label: word('box') },
          { id: 'b', type: 'outcome', label: word('box') },
        ],
        links: [{ source: 'a', target: 'b', label: word('link') }],
      }),
  },
  {
    at: /\/formal\/\w+$/,
    ending: 'pdf',
    made: (word) => `%PDF-1.4\n% ${word('document')}\n%%EOF\n`,
  },
];
