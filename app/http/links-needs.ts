import { asQuery, programme } from './address.ts';

/** The addresses of needs: surveys, areas, registers, themes. */
export const needsLinks = {
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
};
