/** Which row of a table is begun with: the same in each run, though ids are made anew and say only the millisecond. */
const FIRST = {
  consultation_pictures: 'alt',
  consultations: 'created_at desc, title',
  entry_batches: 'opened_at desc, place',
  people: 'name',
  safeguarding_flags: 'raised_at, words',
  theories: 'title',
} as const;

/**
 * Where following links begins. Besides the first page of each role: what no link of the demonstration leads
 * to, because it waits for something that is not there, or is asked for by script.
 */
export function startsIn(
  role: string,
  programmeId: string,
  authorityId: string,
  id: (query: string) => string,
): string[] {
  if (role === 'panel-member') return ['/panel', '/panel/me', '/panel/answers', '/panel/my-data'];
  const at = (path: string) => `/programmes/${programmeId}/${path}`;
  const of = (table: keyof typeof FIRST, and = '') =>
    id(`select id from ${table} where authority_id = ? ${and} order by ${FIRST[table]}, id`);
  if (role === 'lead')
    return [
      at('care'),
      at('care/log'),
      at(`care/worries/${of('safeguarding_flags')}`),
      at('privacy'),
    ];
  if (role !== 'administrator') return [`/programmes/${programmeId}`];
  const survey = id(
    'select survey_id as id from entry_batches where authority_id = ? order by opened_at, place, entry_batches.id',
  );
  const again = (column: string) =>
    id(
      `select ${column} as id from second_entries s join batch_entries b on b.id = s.entry_id where b.authority_id = ? order by b.number desc, b.id`,
    );
  const batch = `needs/surveys/${survey}/entry/${again('b.batch_id')}`;
  const entry = again('s.entry_id');
  const asked = (status: string) => of('consultations', `and status = '${status}'`);
  const told = of('consultations', "and status = 'closed' and kind = 'statements'");
  const clerk = of('people', "and role = 'administrator'");
  const theory = of('theories', `and programme_id = '${programmeId}'`);
  const record = id(
    'select c.id from formal_records join consultations c on c.id = consultation_id where c.authority_id = ? order by c.created_at, c.title, c.id',
  );
  return [
    `/programmes/${programmeId}`,
    '/people',
    '/account',
    '/history',
    '/authority',
    '/languages',
    '/words',
    '/programmes',
    '/consulting-time',
    `/you-said/${programmeId}`,
    at(batch),
    at(`${batch}/form`),
    at(`${batch}/again/${entry}`),
    at(`${batch}/forms/${entry}`),
    at(`${batch}/settle/${entry}`),
    at(`panel/consultations/${asked('draft')}/edit`),
    at(`panel/consultations/${record}/formal/record/docx`),
    at(`panel/consultations/${record}/formal/file`),
    at(`panel/consultations/${record}/opinion`),
    at(`panel/consultations/${told}/print`),
    at(`panel/consultations/${told}/take/counts.csv`),
    at(`theory/operations?theory=${theory}&since=0`),
    at('theory/overlay/coverage'),
    `/pictures/${of('consultation_pictures')}/small`,
    at('theory/start'),
    at('privacy'),
    `/privacy/staff/${clerk}`,
    `/privacy/staff/${clerk}/held/json`,
    `/outreach/pack/${of('entry_batches', "and status = 'open'")}`,
    at(`needs/surveys/${survey}/languages/pl`),
    at(`needs/surveys/${survey}/texts.csv?language=pl`),
    at(`needs/surveys/${survey}/questions/history`),
  ];
}

/** Routes that are not asked for with ids of theirs, each with why. */
const TOKEN = 'the token in its address is the right itself; it is found by its hash alone';
const CODE = 'open to everybody: the code in its address names one survey, poll or call';
const LAYOUT = 'has the address of its first page, which is tried';
const NOTHING =
  'its address names nothing but the programme, which test/journeys/isolation.test.ts turns';
/** Left open: a way to them in the demonstration is still to be found; the programme’s id is turned for those below one. */
const NOT_OPENED = 'following links from the demonstration does not open it';
export const NOT_ATTACKED: Readonly<Record<string, string>> = {
  $: 'every address that is no page',
  'demonstration.$token': TOKEN,
  'invitation.$token': TOKEN,
  'm.$token': TOKEN,
  'meeting.$token._index': TOKEN,
  'meeting.$token.take.$file': TOKEN,
  'stop.$token': TOKEN,
  'join.$code.done': CODE,
  'p.$code._index': CODE,
  'p.$code.done': CODE,
  'p.$code.screen': CODE,
  's.$code': CODE,
  's.$code._index': CODE,
  's.$code.check': CODE,
  's.$code.done': CODE,
  's.$code.erase': CODE,
  's.$code.q.$page': CODE,
  's.$code.return': CODE,
  's.$code.saved': CODE,
  'programmes.$programmeId._index': LAYOUT,
  'programmes.$programmeId.panel.messages.letters[.]pdf': NOTHING,
  'programmes.$programmeId.theory.start': NOTHING,
  'programmes.$programmeId.theory.overlay.$overlay': NOTHING,
  'panel.consultations.$consultationId.assessment': NOT_OPENED,
  'panel.consultations.$consultationId.why': NOT_OPENED,
  'privacy.requests.$requestId': NOT_OPENED,
  'programmes.$programmeId.theory.live': NOT_OPENED,
  'sign-in.back.$authorityId': NOT_OPENED,
  'sign-in.with.$authorityId': NOT_OPENED,
  'programmes.$programmeId.needs.surveys.files.$fileId': NOT_OPENED,
  'programmes.$programmeId.theory.measures.$measureId.values.$valueId': 'opened in some runs only',
  'programmes.$programmeId.needs.surveys.$surveyId.imports.$importId': NOT_OPENED,
  'programmes.$programmeId.needs.themes.agreement.$sampleId.code': NOT_OPENED,
  'programmes.$programmeId.panel.consultations.$consultationId.edit': NOT_OPENED,
  'programmes.$programmeId.panel.consultations.$consultationId.formal.file': NOT_OPENED,
  'programmes.$programmeId.panel.consultations.$consultationId.poll': NOT_OPENED,
  'programmes.$programmeId.panel.consultations.$consultationId.poster[.]pdf': NOT_OPENED,
  'programmes.$programmeId.plan.outcomes.reach.$quarter.site': NOT_OPENED,
  'programmes.$programmeId.theory.history.compare.$file': NOT_OPENED,
  'programmes.$programmeId.needs.surveys.$surveyId.compare.$format': NOT_OPENED,
  'programmes.$programmeId.panel.consultations.$consultationId.items.$itemId': NOT_OPENED,
  'programmes.$programmeId.needs.surveys.$surveyId.entry.$batchId.again.$entryId': NOT_OPENED,
  'programmes.$programmeId.needs.surveys.$surveyId.entry.$batchId.settle.$entryId': NOT_OPENED,
};
