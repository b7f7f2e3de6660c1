import { asQuery, programme } from './address.ts';

/** The addresses of the panel: members, meetings, consultations, boards, care. */
export const panelLinks = {
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
};
