/**
 * Every address of the application, one typed function a page. The list of them all is held by a
 * test, so that a changed address is a visible difference.
 */
const programme = (id: string) => `/programmes/${id}`;

/** What is asked for after the question mark; what is empty is left out. */
function asQuery(asked: Readonly<Record<string, string>>): string {
  const given = Object.entries(asked).filter(([, value]) => value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

/**
 * What somebody looks at in a theory: a part of it, a point of its history (a sequence), the box or
 * the link that is selected. Every way from one view to another keeps it.
 */
export interface TheoryLook {
  readonly part?: string | undefined;
  readonly at?: string | undefined;
  readonly box?: string | undefined;
  readonly link?: string | undefined;
}

/** Where each view of a theory stands below its programme. */
const THEORY_VIEWS = {
  canvas: '/theory',
  outline: '/theory/outline',
  table: '/theory/table',
  text: '/theory/text',
  picture: '/theory/picture',
} as const;

export type TheoryViewName = keyof typeof THEORY_VIEWS;

/** The place on a page of a theory where the selected box or link stands. */
function placeOf(view: TheoryViewName, { box = '', link = '' }: TheoryLook): string {
  if (view === 'canvas' || view === 'picture' || box + link === '') return '';
  if (view === 'text') return '#text';
  return box === '' ? `#link-${encodeURIComponent(link)}` : `#box-${encodeURIComponent(box)}`;
}

export const links = {
  // The front door
  front: () => '/',
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  signOut: () => '/sign-out',
  setUp: () => '/set-up',
  accessibility: () => '/accessibility',

  // The authority
  programmes: () => '/programmes',
  newProgramme: () => '/programmes/new',
  people: () => '/people',
  person: (personId: string) => `/people/${personId}`,
  history: (page = 0) => (page > 0 ? `/history?page=${page}` : '/history'),
  authority: () => '/authority',
  languages: () => '/languages',
  languageWords: (code: string, name = '') =>
    `/languages/${code}${name === '' ? '' : `?change=${name}`}`,
  dislikedWords: () => '/words',
  consultingTime: () => '/consulting-time',
  account: () => '/account',

  // A programme
  programme,
  editProgramme: (id: string) => `${programme(id)}/edit`,

  // Needs
  needs: (id: string) => `${programme(id)}/needs`,
  allQuestions: (id: string) => `${programme(id)}/needs/bank`,
  surveys: (id: string) => `${programme(id)}/needs/surveys`,
  newSurvey: (id: string) => `${programme(id)}/needs/surveys/new`,
  survey: (id: string, surveyId: string) => `${programme(id)}/needs/surveys/${surveyId}`,
  editSurvey: (id: string, surveyId: string) => `${programme(id)}/needs/surveys/${surveyId}/edit`,
  // The questions of a survey, as staff write them
  surveyQuestions: (id: string, surveyId: string, at = '') =>
    `${programme(id)}/needs/surveys/${surveyId}/questions${at === '' ? '' : `?at=${encodeURIComponent(at)}`}`,
  surveyQuestion: (id: string, surveyId: string, name: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/questions/q/${encodeURIComponent(name)}`,
  surveyQuestionPage: (id: string, surveyId: string, page: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/questions/page?name=${encodeURIComponent(page)}`,
  askWhen: (id: string, surveyId: string, of: 'element' | 'page', name: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/questions/when?of=${of}&name=${encodeURIComponent(name)}`,
  addQuestion: (id: string, surveyId: string, page: string, after = '') =>
    `${programme(id)}/needs/surveys/${surveyId}/questions/add?page=${encodeURIComponent(page)}${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`,
  questionBank: (id: string, surveyId: string, page: string, after = '') =>
    `${programme(id)}/needs/surveys/${surveyId}/questions/bank?page=${encodeURIComponent(page)}${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`,
  surveyEdits: (id: string, surveyId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/questions/history`,
  surveyFile: (id: string, surveyId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/questions/file`,
  questionnaireFile: (id: string, surveyId: string, version = '') =>
    `${programme(id)}/needs/surveys/${surveyId}/questionnaire.json${version === '' ? '' : `?version=${version}`}`,
  surveyLanguages: (id: string, surveyId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/languages`,
  translateSurvey: (id: string, surveyId: string, code: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/languages/${code}`,
  surveyTexts: (id: string, surveyId: string, code: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/texts.csv?language=${code}`,
  surveyPages: (id: string, surveyId: string, page = '', language = '') =>
    `${programme(id)}/needs/surveys/${surveyId}/pages${asQuery({ page, lang: language })}`,
  checkSurvey: (id: string, surveyId: string) => `${programme(id)}/needs/surveys/${surveyId}/check`,
  surveyVersions: (id: string, surveyId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/versions`,
  surveyVersion: (id: string, surveyId: string, number: number | string) =>
    `${programme(id)}/needs/surveys/${surveyId}/versions/${number}`,
  surveyPreview: (id: string, surveyId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/preview`,
  surveyPaper: (id: string, surveyId: string) => `${programme(id)}/needs/surveys/${surveyId}/paper`,
  surveyPaperFile: (id: string, surveyId: string, language: string, size: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/paper/${language}-${size}.pdf`,
  surveyScript: (id: string, surveyId: string, language = '') =>
    `${programme(id)}/needs/surveys/${surveyId}/script${language === '' ? '' : `?language=${language}`}`,
  surveyPoster: (id: string, surveyId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/poster`,
  surveyResults: (id: string, surveyId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/results`,
  crosstab: (id: string, surveyId: string, query = '') =>
    `${programme(id)}/needs/surveys/${surveyId}/compare${query === '' ? '' : `?${query}`}`,
  crosstabFile: (id: string, surveyId: string, format: string, query = '') =>
    `${programme(id)}/needs/surveys/${surveyId}/compare/${format}?${query}`,
  toldTables: (id: string, surveyId: string, page = 0) =>
    `${programme(id)}/needs/surveys/${surveyId}/told${page > 0 ? `?page=${page}` : ''}`,
  missing: (id: string, surveyId: string) => `${programme(id)}/needs/surveys/${surveyId}/missing`,
  population: (id: string, surveyId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/population`,
  populationBy: (id: string, surveyId: string, question: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/population/${encodeURIComponent(question)}`,
  populationFile: (id: string, surveyId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/population.csv`,
  surveyWeights: (id: string, surveyId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/weights`,
  markedAnswers: (id: string, surveyId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/marked`,
  markedCluster: (id: string, surveyId: string, cluster: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/marked/${encodeURIComponent(cluster)}`,
  surveyMethod: (id: string, surveyId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/method`,
  importAnswers: (id: string, surveyId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/import`,
  surveyFromFile: (id: string) => `${programme(id)}/needs/surveys/import`,
  answerFile: (id: string, fileId: string) => `${programme(id)}/needs/surveys/files/${fileId}`,
  undoImport: (id: string, surveyId: string, importId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/imports/${importId}`,
  takeAnswers: (id: string, surveyId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/export`,
  codebook: (id: string, surveyId: string) => `${programme(id)}/needs/surveys/${surveyId}/codebook`,
  /** A file of answers: answers.csv, answers.xlsx, words.csv, codebook.csv, answers.sps, answers.R. */
  answersAs: (id: string, surveyId: string, file: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/take/${file}`,
  // Answers that staff enter by hand
  batches: (id: string, surveyId: string) => `${programme(id)}/needs/surveys/${surveyId}/entry`,
  newBatch: (id: string, surveyId: string, channel = '') =>
    `${programme(id)}/needs/surveys/${surveyId}/entry/new${channel === '' ? '' : `?channel=${channel}`}`,
  batch: (id: string, surveyId: string, batchId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/entry/${batchId}`,
  enterForm: (id: string, surveyId: string, batchId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/entry/${batchId}/form`,
  enteredForm: (id: string, surveyId: string, batchId: string, entryId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/entry/${batchId}/forms/${entryId}`,
  enterAgain: (id: string, surveyId: string, batchId: string, entryId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/entry/${batchId}/again/${entryId}`,
  settleForm: (id: string, surveyId: string, batchId: string, entryId: string) =>
    `${programme(id)}/needs/surveys/${surveyId}/entry/${batchId}/settle/${entryId}`,
  // A tablet that works off line
  outreach: (id: string, surveyId: string) => `${programme(id)}/needs/surveys/${surveyId}/outreach`,
  tablet: (batchId = '') => `/outreach/tablet${batchId === '' ? '' : `?batch=${batchId}`}`,
  tabletPack: (batchId: string) => `/outreach/pack/${batchId}`,
  tabletSend: () => '/outreach/send',
  // Listening exercises
  listening: (id: string) => `${programme(id)}/needs/listening`,
  newListening: (id: string) => `${programme(id)}/needs/listening/new`,
  listeningEvent: (id: string, eventId: string) => `${programme(id)}/needs/listening/${eventId}`,
  editListening: (id: string, eventId: string) =>
    `${programme(id)}/needs/listening/${eventId}/edit`,
  note: (id: string, eventId: string, noteId: string) =>
    `${programme(id)}/needs/listening/${eventId}/notes/${noteId}`,
  importListening: (id: string) => `${programme(id)}/needs/listening/import`,
  exportListening: (id: string, what: 'exercises' | 'notes') =>
    `${programme(id)}/needs/listening/export/${what}.csv`,
  areaFiles: (id: string) => `${programme(id)}/needs/areas`,
  importAreaFile: (id: string) => `${programme(id)}/needs/areas/import`,
  areaFile: (id: string, fileId: string) => `${programme(id)}/needs/areas/${fileId}`,
  areaSettings: (id: string) => `${programme(id)}/needs/areas/settings`,
  areaBoundaries: (id: string, boundariesId: string) =>
    `${programme(id)}/needs/areas/boundaries/${boundariesId}`,
  areaMap: (id: string, query = '') =>
    `${programme(id)}/needs/map${query === '' ? '' : `?${query}`}`,
  areaReach: (id: string, query = '') =>
    `${programme(id)}/needs/map/reach${query === '' ? '' : `?${query}`}`,
  areaDistance: (id: string, query = '') =>
    `${programme(id)}/needs/map/distance${query === '' ? '' : `?${query}`}`,
  placeRegister: (id: string, register: string, query = '') =>
    `${programme(id)}/needs/registers/${register}${query === '' ? '' : `?${query}`}`,
  newPlaceRow: (id: string, register: string) => `${programme(id)}/needs/registers/${register}/new`,
  placeRow: (id: string, register: string, rowId: string) =>
    `${programme(id)}/needs/registers/${register}/rows/${rowId}`,
  importPlaceRegister: (id: string, register: string) =>
    `${programme(id)}/needs/registers/${register}/import`,
  exportPlaceRegister: (id: string, register: string, format: string) =>
    `${programme(id)}/needs/registers/${register}/export/${format}`,
  printedTables: (id: string) => `${programme(id)}/needs/tables`,
  importPrintedTable: (id: string) => `${programme(id)}/needs/tables/import`,
  printedTable: (id: string, tableId: string) => `${programme(id)}/needs/tables/${tableId}`,
  register: (id: string) => `${programme(id)}/needs/register`,
  newNeed: (id: string) => `${programme(id)}/needs/register/new`,
  /** A need that a finding suggests; the query says where the finding is looked up. */
  newNeedFrom: (id: string, finding: string) => `${programme(id)}/needs/register/new?${finding}`,
  need: (id: string, needId: string) => `${programme(id)}/needs/register/${needId}`,
  editNeed: (id: string, needId: string) => `${programme(id)}/needs/register/${needId}/edit`,
  scoreNeed: (id: string, needId: string) => `${programme(id)}/needs/register/${needId}/score`,
  priorities: (id: string) => `${programme(id)}/needs/register/priorities`,
  importNeeds: (id: string) => `${programme(id)}/needs/register/import`,
  exportNeeds: (id: string, format: string) => `${programme(id)}/needs/register/export/${format}`,
  // What people wrote, coded
  coding: (id: string) => `${programme(id)}/needs/themes`,
  codeNext: (id: string, at = '') =>
    `${programme(id)}/needs/themes/code${at === '' ? '' : `?at=${encodeURIComponent(at)}`}`,
  codeList: (id: string) => `${programme(id)}/needs/themes/list`,
  compareTheme: (id: string, themeId: string) => `${programme(id)}/needs/themes/compare/${themeId}`,
  themeCounts: (id: string) => `${programme(id)}/needs/themes/counts`,
  secondCoding: (id: string) => `${programme(id)}/needs/themes/agreement`,
  secondSample: (id: string, sampleId: string) =>
    `${programme(id)}/needs/themes/agreement/${sampleId}`,
  codeSecond: (id: string, sampleId: string) =>
    `${programme(id)}/needs/themes/agreement/${sampleId}/code`,
  redact: (id: string, at: string) =>
    `${programme(id)}/needs/themes/redact?at=${encodeURIComponent(at)}`,
  quotes: (id: string) => `${programme(id)}/needs/themes/quotes`,
  importCodebook: (id: string) => `${programme(id)}/needs/themes/import`,
  exportThemes: (id: string, what: 'codings' | 'codebook') =>
    `${programme(id)}/needs/themes/export/${what}.csv`,
  // The whole of it as a document
  assessment: (id: string) => `${programme(id)}/needs/assessment`,
  exportedAssessment: (id: string, format: string) => `${programme(id)}/needs/assessment/${format}`,

  // Panel
  panel: (id: string) => `${programme(id)}/panel`,
  calls: (id: string) => `${programme(id)}/panel/calls`,
  newCall: (id: string) => `${programme(id)}/panel/calls/new`,
  call: (id: string, callId: string) => `${programme(id)}/panel/calls/${callId}`,
  editCall: (id: string, callId: string) => `${programme(id)}/panel/calls/${callId}/edit`,
  quotas: (id: string, callId: string) => `${programme(id)}/panel/calls/${callId}/quotas`,
  drawPanel: (id: string, callId: string) => `${programme(id)}/panel/calls/${callId}/draw`,
  typedInterest: (id: string, callId: string) => `${programme(id)}/panel/calls/${callId}/person`,
  members: (id: string) => `${programme(id)}/panel/members`,
  newMember: (id: string) => `${programme(id)}/panel/members/new`,
  member: (id: string, memberId: string) => `${programme(id)}/panel/members/${memberId}`,
  editMember: (id: string, memberId: string) => `${programme(id)}/panel/members/${memberId}/edit`,
  memberLink: (id: string, memberId: string) => `${programme(id)}/panel/members/${memberId}/link`,
  outbox: (id: string, query = '') =>
    `${programme(id)}/panel/messages${query === '' ? '' : `?${query}`}`,
  message: (id: string, messageId: string) => `${programme(id)}/panel/messages/${messageId}`,
  letters: (id: string) => `${programme(id)}/panel/messages/letters`,
  letterFile: (id: string) => `${programme(id)}/panel/messages/letters.pdf`,
  memberContact: (id: string, memberId: string) =>
    `${programme(id)}/panel/members/${memberId}/contact`,
  memberTerm: (id: string, memberId: string) => `${programme(id)}/panel/members/${memberId}/term`,
  importMembers: (id: string) => `${programme(id)}/panel/members/import`,
  exportMembers: (id: string) => `${programme(id)}/panel/members/export`,
  membersFile: (id: string) => `${programme(id)}/panel/members.csv`,
  payments: (id: string) => `${programme(id)}/panel/payments`,
  newPayment: (id: string) => `${programme(id)}/panel/payments/new`,
  newPaymentTo: (id: string, memberId: string) =>
    `${programme(id)}/panel/payments/new?member=${memberId}`,
  payment: (id: string, paymentId: string) => `${programme(id)}/panel/payments/${paymentId}`,
  paymentsFile: (id: string) => `${programme(id)}/panel/payments.csv`,
  panelMissing: (id: string) => `${programme(id)}/panel/missing`,
  panelPopulation: (id: string, way: string) => `${programme(id)}/panel/missing/${way}`,
  panelRules: (id: string) => `${programme(id)}/panel/terms`,
  consultations: (id: string) => `${programme(id)}/panel/consultations`,
  newConsultation: (id: string) => `${programme(id)}/panel/consultations/new`,
  consultation: (id: string, consultationId: string) =>
    `${programme(id)}/panel/consultations/${consultationId}`,
  newItem: (id: string, consultationId: string, type: string) =>
    `${programme(id)}/panel/consultations/${consultationId}/items/new?type=${type}`,
  item: (id: string, consultationId: string, itemId: string) =>
    `${programme(id)}/panel/consultations/${consultationId}/items/${itemId}`,
  proposals: (id: string, consultationId: string) =>
    `${programme(id)}/panel/consultations/${consultationId}/proposals`,
  takeConsultation: (id: string, consultationId: string, file: string) =>
    `${programme(id)}/panel/consultations/${consultationId}/take/${file}`,
  printConsultation: (id: string, consultationId: string) =>
    `${programme(id)}/panel/consultations/${consultationId}/print`,
  poll: (id: string, consultationId: string) =>
    `${programme(id)}/panel/consultations/${consultationId}/poll`,
  pollPoster: (id: string, consultationId: string) =>
    `${programme(id)}/panel/consultations/${consultationId}/poster.pdf`,
  editConsultation: (id: string, consultationId: string) =>
    `${programme(id)}/panel/consultations/${consultationId}/edit`,
  consultationOpinion: (id: string, consultationId: string) =>
    `${programme(id)}/panel/consultations/${consultationId}/opinion`,
  // Conversations that were held with another tool
  conversations: (id: string) => `${programme(id)}/panel/conversations`,
  importConversation: (id: string) => `${programme(id)}/panel/conversations/import`,
  conversation: (id: string, conversationId: string) =>
    `${programme(id)}/panel/conversations/${conversationId}`,
  conversationFile: (id: string, conversationId: string) =>
    `${programme(id)}/panel/conversations/${conversationId}/statements.csv`,
  // The participation return
  participation: (id: string) => `${programme(id)}/panel/return`,
  participationReturn: (id: string, quarter: string, number = '') =>
    `${programme(id)}/panel/return/${quarter}${number === '' ? '' : `?number=${number}`}`,
  participationFile: (id: string, quarter: string, number: number) =>
    `${programme(id)}/panel/return/${quarter}/return.csv?number=${number}`,
  correctReturn: (id: string, quarter: string, line: string) =>
    `${programme(id)}/panel/return/${quarter}/correct?line=${encodeURIComponent(line)}`,
  // Governance
  boards: (id: string) => `${programme(id)}/panel/boards`,
  newBoard: (id: string) => `${programme(id)}/panel/boards/new`,
  board: (id: string, boardId: string, page = 0) =>
    `${programme(id)}/panel/boards/${boardId}${page > 0 ? `?page=${page}` : ''}`,
  editBoard: (id: string, boardId: string) => `${programme(id)}/panel/boards/${boardId}/edit`,
  boardSeats: (id: string, boardId: string) => `${programme(id)}/panel/boards/${boardId}/members`,
  boardSeat: (id: string, boardId: string, seatId: string) =>
    `${programme(id)}/panel/boards/${boardId}/members/${seatId}`,
  boardMatter: (id: string, boardId: string, matterId: string) =>
    `${programme(id)}/panel/boards/${boardId}/matters/${matterId}`,
  boardFile: (id: string) => `${programme(id)}/panel/boards/register.csv`,
  formal: (id: string, consultationId: string) =>
    `${programme(id)}/panel/consultations/${consultationId}/formal`,
  formalPart: (id: string, consultationId: string, part: string) =>
    `${programme(id)}/panel/consultations/${consultationId}/formal/${part}`,
  formalOption: (id: string, consultationId: string, optionId: string) =>
    `${programme(id)}/panel/consultations/${consultationId}/formal/options?option=${optionId}`,
  formalFile: (id: string, consultationId: string) =>
    `${programme(id)}/panel/consultations/${consultationId}/formal/file`,
  decisionRecord: (id: string, consultationId: string, format: string) =>
    `${programme(id)}/panel/consultations/${consultationId}/formal/record/${format}`,
  themes: (id: string) => `${programme(id)}/panel/themes`,
  newTheme: (id: string) => `${programme(id)}/panel/themes/new`,
  theme: (id: string, themeId: string) => `${programme(id)}/panel/themes/${themeId}`,
  editTheme: (id: string, themeId: string) => `${programme(id)}/panel/themes/${themeId}/edit`,
  gatherComments: (id: string, themeId: string) =>
    `${programme(id)}/panel/themes/${themeId}/gather`,
  // Meetings of the panel and of boards
  meetings: (id: string) => `${programme(id)}/panel/meetings`,
  newMeeting: (id: string, groupId = '') =>
    `${programme(id)}/panel/meetings/new${asQuery({ group: groupId })}`,
  meeting: (id: string, meetingId: string) => `${programme(id)}/panel/meetings/${meetingId}`,
  editMeeting: (id: string, meetingId: string) =>
    `${programme(id)}/panel/meetings/${meetingId}/edit`,
  meetingAgenda: (id: string, meetingId: string, change = '') =>
    `${programme(id)}/panel/meetings/${meetingId}/agenda${asQuery({ change })}`,
  meetingAttendance: (id: string, meetingId: string) =>
    `${programme(id)}/panel/meetings/${meetingId}/attendance`,
  meetingNotes: (id: string, meetingId: string) =>
    `${programme(id)}/panel/meetings/${meetingId}/notes`,
  meetingMinutes: (id: string, meetingId: string) =>
    `${programme(id)}/panel/meetings/${meetingId}/minutes`,
  /** A file of a meeting: minutes.docx, minutes.pdf, minutes.html, papers.pdf, papers-large.pdf, meeting.ics. */
  meetingFile: (id: string, meetingId: string, file: string) =>
    `${programme(id)}/panel/meetings/${meetingId}/take/${file}`,
  meetingActions: (id: string) => `${programme(id)}/panel/meetings/actions`,

  // Safeguarding and care
  care: (id: string) => `${programme(id)}/care`,
  dutyContact: (id: string) => `${programme(id)}/care/contact`,
  raiseWorry: (id: string, at: string) =>
    `${programme(id)}/care/worry?at=${encodeURIComponent(at)}`,
  worry: (id: string, flagId: string) => `${programme(id)}/care/worries/${flagId}`,
  careLog: (id: string) => `${programme(id)}/care/log`,
  hideWords: (id: string, at: string) => `${programme(id)}/care/hide?at=${encodeURIComponent(at)}`,
  eraseMember: (id: string, memberId: string) => `${programme(id)}/panel/members/${memberId}/erase`,
  heldOfMember: (id: string, memberId: string, format: 'json' | 'html') =>
    `${programme(id)}/panel/members/${memberId}/held/${format}`,

  // Theory
  theory: (id: string) => `${programme(id)}/theory`,
  /** A view of the theory with what is looked at: `theoryView(id, 'outline', { box })`. */
  theoryView: (id: string, view: TheoryViewName, look: TheoryLook = {}) => {
    const { part = '', at = '', box = '', link = '' } = look;
    const asked = asQuery({ part, at, box, link });
    return `${programme(id)}${THEORY_VIEWS[view]}${asked}${placeOf(view, look)}`;
  },
  // Its parts, and its picture with something laid over it
  theoryParts: (id: string) => `${programme(id)}/theory/parts`,
  theoryPart: (id: string, partId: string) =>
    `${programme(id)}/theory/parts/${encodeURIComponent(partId)}`,
  theoryOverlay: (id: string, overlay: string, part = '') =>
    `${programme(id)}/theory/picture${asQuery({ part, overlay })}`,
  theoryOverlayData: (id: string, overlay: string) => `${programme(id)}/theory/overlay/${overlay}`,
  // What the theory was, who changed it, and what everybody may see of it
  theoryHistory: (id: string, asked: { box?: string; by?: string; page?: number } = {}) =>
    `${programme(id)}/theory/history${asQuery({ box: asked.box ?? '', by: asked.by ?? '', page: asked.page ? String(asked.page) : '' })}`,
  nameTheory: (id: string, at = '') => `${programme(id)}/theory/history/name${asQuery({ at })}`,
  compareTheory: (id: string, from = '', to = '') =>
    `${programme(id)}/theory/history/compare${asQuery({ from, to })}`,
  comparedTheory: (id: string, file: string, from: string, to: string) =>
    `${programme(id)}/theory/history/compare/${file}${asQuery({ from, to })}`,
  theoryGoBack: (id: string, to: string) =>
    `${programme(id)}/theory/history/back${asQuery({ to })}`,
  theoryVersion: (id: string, versionId: string) =>
    `${programme(id)}/theory/history/versions/${versionId}`,
  startTheory: (id: string) => `${programme(id)}/theory/start`,
  theoryOutline: (id: string) => `${programme(id)}/theory/outline`,
  addToTheory: (id: string, type = '') =>
    `${programme(id)}/theory/outline/add${type === '' ? '' : `?type=${type}`}`,
  /** The page of a box; `back` is the view to which saving leads, where it is not the outline. */
  theoryBox: (id: string, boxId: string, back: '' | 'table' | 'canvas' = '') =>
    `${programme(id)}/theory/outline/boxes/${encodeURIComponent(boxId)}${asQuery({ back })}`,
  theoryLink: (id: string, linkId: string, back: '' | 'table' | 'canvas' = '') =>
    `${programme(id)}/theory/outline/links/${encodeURIComponent(linkId)}${asQuery({ back })}`,
  theoryTable: (id: string) => `${programme(id)}/theory/table`,
  /** Rows of a spreadsheet, pasted into the table. */
  pasteTheory: (id: string) => `${programme(id)}/theory/table/paste`,
  walks: (id: string) => `${programme(id)}/theory/walks`,
  newWalk: (id: string) => `${programme(id)}/theory/walks/new`,
  walk: (id: string, consultationId: string) => `${programme(id)}/theory/walks/${consultationId}`,
  takeWords: (id: string, consultationId: string, voteId: string, from: string) =>
    `${programme(id)}/theory/walks/${consultationId}/take?vote=${voteId}&from=${from}`,
  /** Everything that the checks say; `accept` is the finding to let stand. */
  theoryChecks: (id: string, accept = '') => `${programme(id)}/theory/checks${asQuery({ accept })}`,
  theoryEvidenceList: (id: string) => `${programme(id)}/theory/evidence`,
  theoryEvidence: (id: string, pieceId: string) =>
    `${programme(id)}/theory/evidence/${encodeURIComponent(pieceId)}`,
  /** New evidence, about a box or a link. */
  addTheoryEvidence: (id: string, on = '') =>
    `${programme(id)}/theory/evidence/add${asQuery({ on })}`,
  measures: (id: string) => `${programme(id)}/theory/measures`,
  measure: (id: string, pieceId: string) =>
    `${programme(id)}/theory/measures/${encodeURIComponent(pieceId)}`,
  changeMeasure: (id: string, pieceId: string) =>
    `${programme(id)}/theory/measures/${encodeURIComponent(pieceId)}/change`,
  /** A figure to put right or to take out. */
  measureValue: (id: string, pieceId: string, valueId: string) =>
    `${programme(id)}/theory/measures/${encodeURIComponent(pieceId)}/values/${valueId}`,
  /** A new measure of a box or link, from the library or in own words. */
  addMeasure: (id: string, on = '', from = '') =>
    `${programme(id)}/theory/measures/add${asQuery({ on, from })}`,
  bringFigures: (id: string, measure = '') =>
    `${programme(id)}/theory/measures/bring${asQuery({ measure })}`,
  exportMeasures: (id: string, measure = '') =>
    `${programme(id)}/theory/measures/export${asQuery({ measure })}`,
  aboutTheory: (id: string) => `${programme(id)}/theory/about`,
  stressTest: (id: string) => `${programme(id)}/theory/stress`,
  /** One assumption of the stress test, by the box or the link that holds it. */
  stressOf: (id: string, assumptionId: string) =>
    `${programme(id)}/theory/stress/${encodeURIComponent(assumptionId)}`,
  whatIf: (id: string, box = '') => `${programme(id)}/theory/what-if${asQuery({ box })}`,
  twoStories: (id: string) => `${programme(id)}/theory/two-stories`,
  theoryText: (id: string) => `${programme(id)}/theory/text`,
  theoryPicture: (id: string) => `${programme(id)}/theory/picture`,
  theoryOperations: (id: string) => `${programme(id)}/theory/operations`,
  theoryLive: (id: string) => `${programme(id)}/theory/live`,
  importTheory: (id: string) => `${programme(id)}/theory/import`,
  /** The ways to take a theory out, and into which files. */
  theoryFiles: (id: string, { part = '', at = '' }: TheoryLook = {}) =>
    `${programme(id)}/theory/export${asQuery({ part, at })}`,
  exportTheory: (id: string, format: string, { part = '', at = '' }: TheoryLook = {}) =>
    `${programme(id)}/theory/export/${format}${asQuery({ part, at })}`,
  theorySchema: () => '/schemas/theory.json',

  // Plan
  plan: (id: string) => `${programme(id)}/plan`,
  newPlanLine: (id: string) => `${programme(id)}/plan/lines/new`,
  planLine: (id: string, lineId: string) => `${programme(id)}/plan/lines/${lineId}`,
  reviewLine: (id: string, lineId: string) => `${programme(id)}/plan/reviews/new?line=${lineId}`,
  money: (id: string) => `${programme(id)}/plan/money`,
  fundingStream: (id: string, streamId: string) => `${programme(id)}/plan/money/${streamId}`,
  signOff: (id: string) => `${programme(id)}/plan/sign-off`,
  settleComment: (id: string, commentId: string) =>
    `${programme(id)}/plan/sign-off?settle=${commentId}#comments`,
  planVersion: (id: string, versionId: string) => `${programme(id)}/plan/sign-off/${versionId}`,
  frozenPlan: (id: string, versionId: string, format: string) =>
    `${programme(id)}/plan/sign-off/${versionId}/${format}`,
  checkSeal: (seal = '') => `/verify${asQuery({ seal })}`,
  packChanges: (id: string, from: string | null, to: string | null) =>
    `${programme(id)}/plan/coverage/changes${asQuery({ from: from ?? '', to: to ?? '' })}`,
  coverage: (id: string, packId?: string) =>
    `${programme(id)}/plan/coverage${packId ? `?pack=${packId}` : ''}`,
  requirement: (id: string, packId: string, requirementId: string) =>
    `${programme(id)}/plan/coverage/${packId}/${requirementId}`,
  exportPlan: (id: string) => `${programme(id)}/plan/export`,
  exportedPlan: (id: string, format: string) => `${programme(id)}/plan/export/${format}`,

  // Back to families
  back: (id: string) => `${programme(id)}/back`,
  reply: (id: string, themeId: string) => `${programme(id)}/back/${themeId}`,
  replyIn: (id: string, themeId: string, language: string) =>
    `${programme(id)}/back/${themeId}/in/${language}`,
  answerSettings: (id: string) => `${programme(id)}/back/settings`,
  exportAnswers: (id: string, format: string) => `${programme(id)}/back/export/${format}`,
  answersPoster: (id: string, size: 'a4' | 'large', language = 'en') =>
    `${programme(id)}/back/poster/${language}-${size}.pdf`,

  // The golden thread
  thread: (id: string, kind: string, objectId: string) =>
    `${programme(id)}/thread/${kind}/${encodeURIComponent(objectId)}`,

  // Where families come: no account, no script
  respond: (code: string) => `/s/${code}`,
  respondQuestion: (code: string, page: string) => `/s/${code}/q/${page}`,
  respondCheck: (code: string) => `/s/${code}/check`,
  respondDone: (code: string) => `/s/${code}/done`,
  respondSaved: (code: string) => `/s/${code}/saved`,
  respondReturn: (code: string) => `/s/${code}/return`,
  respondErase: (code: string) => `/s/${code}/erase`,
  personalLink: (token: string) => `/m/${token}`,
  personalLinkHelp: () => '/m',
  lostLink: () => '/lost-link',
  join: (code: string) => `/join/${code}`,
  joined: (code: string) => `/join/${code}/done`,
  leaveCall: (code: string) => `/join/${code}/withdraw`,
  invitation: (token: string) => `/invitation/${token}`,
  pollDoor: (code: string) => `/p/${code}`,
  pollDone: (code: string) => `/p/${code}/done`,
  pollScreen: (code: string) => `/p/${code}/screen`,
  /** Where help is; after words were sent, with the page to go on to. */
  helpNow: (to = '') => (to === '' ? '/help-now' : `/help-now?sent&to=${encodeURIComponent(to)}`),
  myData: () => '/panel/my-data',
  myDataFile: () => '/panel/my-data/file',
  erased: () => '/erased',
  eraseMyself: () => '/panel/my-data/erase',
  memberHome: () => '/panel',
  myDetails: () => '/panel/me',
  panelLeft: () => '/panel/left',
  leavePanel: (memberId: string) => `/panel/me/leave?panel=${memberId}`,
  memberConsultation: (consultationId: string) => `/panel/consultations/${consultationId}`,
  picture: (pictureId: string, size: 'small' | 'large') => `/pictures/${pictureId}/${size}`,
  memberProposal: (consultationId: string) => `/panel/consultations/${consultationId}/propose`,
  memberReasons: (consultationId: string) => `/panel/consultations/${consultationId}/why`,
  memberAssessment: (consultationId: string) => `/panel/consultations/${consultationId}/assessment`,
  memberStatement: (consultationId: string, number: number | string) =>
    `/panel/consultations/${consultationId}?statement=${number}`,
  memberMeeting: (meetingId: string) => `/panel/meetings/${meetingId}`,
  memberMinutes: (meetingId: string) => `/panel/meetings/${meetingId}/minutes`,
  memberMeetingFile: (meetingId: string, file: string) =>
    `/panel/meetings/${meetingId}/take/${file}`,
  meetingByLink: (token: string) => `/meeting/${token}`,
  meetingFileByLink: (token: string, file: string) => `/meeting/${token}/take/${file}`,
  memberAnswers: () => '/panel/answers',
  stopHearing: (token: string) => `/stop/${token}`,
  publicTheory: (code: string, version = '', part = '') =>
    `/theories/${code}${asQuery({ version, part })}`,
  publicTheoryFile: (code: string, file: string, version = '') =>
    `/theories/${code}/take/${file}${asQuery({ version })}`,
  youSaid: (programmeId: string, asked: { show?: string; lang?: string } = {}) =>
    `/you-said/${programmeId}${asQuery({ show: asked.show ?? '', lang: asked.lang ?? '' })}`,
} as const;
