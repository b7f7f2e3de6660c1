import { asQuery, programme } from './address.ts';

/** The addresses of the delivery plan. */
export const planLinks = {
  plan: (id: string) => `${programme(id)}/plan`,
  newPlanLine: (id: string) => `${programme(id)}/plan/lines/new`,
  planLine: (id: string, lineId: string) => `${programme(id)}/plan/lines/${lineId}`,
  lineProgress: (id: string, lineId: string) => `${programme(id)}/plan/lines/${lineId}/progress`,
  timeline: (id: string) => `${programme(id)}/plan/timeline`,
  planDrift: (id: string) => `${programme(id)}/plan/drift`,
  letDriftStand: (id: string, key: string) =>
    `${programme(id)}/plan/drift${asQuery({ stand: key })}#stand`,
  reviewLine: (id: string, lineId: string) => `${programme(id)}/plan/reviews/new?line=${lineId}`,
  money: (id: string) => `${programme(id)}/plan/money`,
  fundingStream: (id: string, streamId: string) => `${programme(id)}/plan/money/${streamId}`,
  /** The costs of the plan, cut two ways. */
  moneyCut: (id: string, rows: string, columns: string) =>
    `${programme(id)}/plan/money${asQuery({ rows, columns })}#costs`,
  costs: (id: string, query = '') => `${programme(id)}/plan/money/costs${query}`,
  newCost: (id: string, lineId = '') =>
    `${programme(id)}/plan/money/costs/new${asQuery({ line: lineId })}`,
  cost: (id: string, costId: string) => `${programme(id)}/plan/money/costs/${costId}`,
  bringCosts: (id: string) => `${programme(id)}/plan/money/costs/bring`,
  costsFile: (id: string) => `${programme(id)}/plan/money/costs/costs.csv`,
  costsTemplate: (id: string) => `${programme(id)}/plan/money/costs/template.csv`,
  streamEnds: (id: string, streamId: string) => `${programme(id)}/plan/money/${streamId}/ends`,
  unitCosts: (id: string) => `${programme(id)}/plan/money/unit-costs`,
  unitCost: (id: string, unitId: string) => `${programme(id)}/plan/money/unit-costs/${unitId}`,
  benefit: (id: string) => `${programme(id)}/plan/money/benefit`,
  benefitCase: (id: string, caseId: string) => `${programme(id)}/plan/money/benefit/${caseId}`,
  avoidedCosts: (id: string) => `${programme(id)}/plan/money/avoided`,
  avoidedCost: (id: string, avoidedId: string) =>
    `${programme(id)}/plan/money/avoided/${avoidedId}`,
  printedMoney: (id: string) => `${programme(id)}/plan/money/printed`,
  /** What families asked for and what the plan does about it, side by side. */
  planThread: (id: string, at = '') => `${programme(id)}/plan/thread${at === '' ? '' : `#${at}`}`,
  /** The same, with the forms open that put one line or one need right. */
  fixLine: (id: string, line: string) => `${programme(id)}/plan/thread${asQuery({ line })}#fix`,
  fixNeed: (id: string, need: string) => `${programme(id)}/plan/thread${asQuery({ need })}#fix`,
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
  governance: (id: string) => `${programme(id)}/plan/governance`,
  sharing: (id: string, query = '') => `${programme(id)}/plan/sharing${query}`,
  newAgreement: (id: string) => `${programme(id)}/plan/sharing/new`,
  agreement: (id: string, agreementId: string) => `${programme(id)}/plan/sharing/${agreementId}`,
  bringAgreements: (id: string) => `${programme(id)}/plan/sharing/import`,
  agreementsFile: (id: string) => `${programme(id)}/plan/sharing/register.csv`,
  communications: (id: string, query = '') => `${programme(id)}/plan/communications${query}`,
  newCommunication: (id: string) => `${programme(id)}/plan/communications/new`,
  communication: (id: string, communicationId: string) =>
    `${programme(id)}/plan/communications/${communicationId}`,
  bringCommunications: (id: string) => `${programme(id)}/plan/communications/import`,
  communicationsFile: (id: string) => `${programme(id)}/plan/communications/register.csv`,
  selfEvaluation: (id: string, query = '') => `${programme(id)}/plan/self-evaluation${query}`,
  selfEvaluationItem: (id: string, framework: string, itemId: string) =>
    `${programme(id)}/plan/self-evaluation/${framework}/${itemId}`,
  /** Guidance packs that the authority can follow, and what it put right in them. */
  packs: (id: string) => `${programme(id)}/plan/packs`,
  newPack: (id: string) => `${programme(id)}/plan/packs/new`,
  packTemplate: (id: string, format: string) => `${programme(id)}/plan/packs/template/${format}`,
  pack: (id: string, packId: string) => `${programme(id)}/plan/packs/${packId}`,
  packFile: (id: string, packId: string) => `${programme(id)}/plan/packs/${packId}/file`,
  packItem: (id: string, packId: string, requirementId: string) =>
    `${programme(id)}/plan/packs/${packId}/${requirementId}`,
  hubs: (id: string) => `${programme(id)}/plan/hubs`,
  duties: (id: string) => `${programme(id)}/plan/duties`,
  readiness: (id: string) => `${programme(id)}/plan/readiness`,
  documents: (id: string) => `${programme(id)}/plan/documents`,
  document: (id: string, document: string) => `${programme(id)}/plan/documents/${document}`,
  /** @param section its id, or `new` for one of the authority's own */
  documentSection: (id: string, document: string, section: string) =>
    `${programme(id)}/plan/documents/${document}/${section}`,
  /** @param changes with marks of what changed since the last version */
  documentFile: (id: string, document: string, format: string, changes = false) =>
    `${programme(id)}/plan/documents/${document}/take/${format}${changes ? '?changes=yes' : ''}`,
  /** A version that was kept, as it stood. */
  documentVersion: (id: string, document: string, format: string, number: number) =>
    `${programme(id)}/plan/documents/${document}/take/${format}?version=${number}`,
  exportPlan: (id: string) => `${programme(id)}/plan/export`,
  exportedPlan: (id: string, format: string) => `${programme(id)}/plan/export/${format}`,
  outcomes: (id: string) => `${programme(id)}/plan/outcomes`,
  outcomesBoard: (id: string) => `${programme(id)}/plan/outcomes/board`,
  outcomesFile: (id: string) => `${programme(id)}/plan/outcomes/outcomes.csv`,
  outcome: (id: string, measureId: string) =>
    `${programme(id)}/plan/outcomes/measures/${measureId}`,
  /** The page of an outcome with the figure of an area of an imported file in its form. */
  benchmarkFrom: (id: string, measureId: string, asked: { from: string; area: string }) =>
    `${programme(id)}/plan/outcomes/measures/${measureId}${asQuery(asked)}#others`,
  reach: (id: string) => `${programme(id)}/plan/outcomes/reach`,
  reachReturn: (id: string, quarter: string, number = '') =>
    `${programme(id)}/plan/outcomes/reach/${quarter}${asQuery({ number })}`,
  /** @param site its id, or `all` for all sites together */
  reachSite: (id: string, quarter: string, site: string) =>
    `${programme(id)}/plan/outcomes/reach/${quarter}/site${asQuery({ site })}`,
  reachFile: (id: string, quarter: string, number = '') =>
    `${programme(id)}/plan/outcomes/reach/${quarter}/reach.csv${asQuery({ number })}`,
  bringReach: (id: string, quarter = '') =>
    `${programme(id)}/plan/outcomes/bring${asQuery({ quarter })}`,
  reachTemplate: (id: string, quarter: string) =>
    `${programme(id)}/plan/outcomes/template.csv${asQuery({ quarter })}`,
  change: (id: string) => `${programme(id)}/plan/outcomes/change`,
  newScores: (id: string) => `${programme(id)}/plan/outcomes/change/new`,
  toolScores: (id: string, scoresId: string) => `${programme(id)}/plan/outcomes/change/${scoresId}`,
  publicPlan: (code: string, version = '') => `/plans/${code}${asQuery({ version })}`,
  publicPlanFile: (code: string, file: string, version = '') =>
    `/plans/${code}/take/${file}${asQuery({ version })}`,
  publishPlan: (id: string, version = '') => `${programme(id)}/plan/publish${asQuery({ version })}`,
  across: (id: string, code = '') => `${programme(id)}/plan/across${asQuery({ with: code })}`,
  acrossFile: (id: string) => `${programme(id)}/plan/across/file`,
  /**
   * @param what the kind and the id there, such as `outcome:ID` or `plan-line:ID`
   * @param onto the outcome of ours that is the same
   */
  takeFragment: (id: string, code: string, what: string, onto = '') =>
    `${programme(id)}/plan/across/take${asQuery({ from: code, what, onto })}`,
  takenFragments: (id: string) => `${programme(id)}/plan/across/taken`,
};
