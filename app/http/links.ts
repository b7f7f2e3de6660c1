import { asQuery, programme } from './address.ts';
import { needsLinks } from './links-needs.ts';
import { panelLinks } from './links-panel.ts';
import { planLinks } from './links-plan.ts';
import { privacyLinks } from './links-privacy.ts';
import { theoryLinks } from './links-theory.ts';

export type { TheoryLook, TheoryViewName } from './links-theory.ts';

/**
 * Every address of the application, one typed function a page. The list of them all is held by a
 * test, so that a changed address is a visible difference.
 */
export const links = {
  // The front door
  front: () => '/',
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  /** The same page, about to go on to the accounts of one authority. */
  signInOf: (authorityId: string, next: string) => `/sign-in${asQuery({ of: authorityId, next })}`,
  signInCode: () => '/sign-in/code',
  signInSetUpCode: () => '/sign-in/set-up-code',
  /** Where somebody proves that it is still them, and comes back. */
  confirm: (next: string) => `/sign-in/confirm${asQuery({ next })}`,
  signInWith: (
    authorityId: string,
    asked: { next?: string; invited?: string; for?: string } = {},
  ) =>
    `/sign-in/with/${authorityId}${asQuery({ next: asked.next ?? '', invited: asked.invited ?? '', for: asked.for ?? '' })}`,
  /** Where the authority's directory sends people back: given to whoever runs it. */
  signInBack: (authorityId: string) => `/sign-in/back/${authorityId}`,
  signOut: () => '/sign-out',
  signedOut: (authorityId = '') => `/signed-out${asQuery({ of: authorityId })}`,
  setUp: () => '/set-up',
  accessibility: () => '/accessibility',

  // The authority
  programmes: () => '/programmes',
  newProgramme: () => '/programmes/new',
  people: () => '/people',
  person: (personId: string) => `/people/${personId}`,
  history: (page = 0) => (page > 0 ? `/history?page=${page}` : '/history'),
  authority: () => '/authority',
  system: () => '/system',
  languages: () => '/languages',
  languageWords: (code: string, name = '') =>
    `/languages/${code}${name === '' ? '' : `?change=${name}`}`,
  dislikedWords: () => '/words',
  consultingTime: () => '/consulting-time',
  account: () => '/account',
  myCodes: () => '/account/codes',
  signingIn: () => '/authority/signing-in',
  ...privacyLinks,

  // A programme
  programme,
  editProgramme: (id: string) => `${programme(id)}/edit`,

  ...needsLinks,
  ...panelLinks,
  ...theoryLinks,
  ...planLinks,

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
  printedThread: (id: string, format: string, kind: string, objectId: string) =>
    `${programme(id)}/thread/print/${format}/${kind}/${encodeURIComponent(objectId)}`,
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
