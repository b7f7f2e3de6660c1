import type { Action } from '#app/people/can.ts';
import { RECORD_FIELDS } from '#app/privacy/documents/fields.ts';

// Who may open and press what: written by hand, beside the guards that stand in the routes. `~` is
// `programmes.$programmeId`. A route below a programme that is not named under OPEN is read by all staff.

/** Whose it is besides: any member of staff, or a member of the panel. */
type Right = Action | 'staff' | 'member';

const OPEN_TEXT: Partial<Record<Right, string>> = {
  'people.manage': `
    authority.signing-in people.$personId`,
  'answers.enter': `
    outreach.pack.$batchId ~.needs.surveys.$surveyId.entry.$batchId.again.$entryId
    ~.needs.surveys.$surveyId.entry.$batchId.form
    ~.needs.surveys.$surveyId.entry.$batchId.forms.$entryId
    ~.needs.surveys.$surveyId.entry.$batchId.settle.$entryId ~.needs.surveys.$surveyId.entry.new
    ~.needs.surveys.$surveyId.outreach`,
  'answers.import': `
    ~.needs.surveys.$surveyId.import ~.needs.surveys.$surveyId.imports.$importId
    ~.needs.surveys.files.$fileId`,
  'survey.edit': `
    ~.needs.surveys.$surveyId.check ~.needs.surveys.$surveyId.edit
    ~.needs.surveys.$surveyId.languages.$language ~.needs.surveys.$surveyId.languages._index
    ~.needs.surveys.$surveyId.questions.add ~.needs.surveys.$surveyId.questions.bank
    ~.needs.surveys.$surveyId.questions.file ~.needs.surveys.$surveyId.questions.page
    ~.needs.surveys.$surveyId.questions.q.$name ~.needs.surveys.$surveyId.questions.when
    ~.needs.surveys.$surveyId.texts[.]csv ~.needs.surveys.import ~.needs.surveys.new`,
  'answers.read': `
    ~.needs.listening.export.$what ~.needs.surveys.$surveyId.marked.$cluster
    ~.needs.themes.compare.$themeId`,
  'conversations.import': `
    ~.panel.conversations.import`,
  'documents.arrange': `
    ~.plan.documents.$document.$section`,
  'governance.edit': `
    ~.panel.boards.$boardId.edit ~.panel.boards.$boardId.matters.$matterId
    ~.panel.boards.$boardId.members.$seatId ~.panel.boards.$boardId.members._index
    ~.panel.boards.new`,
  'listening.edit': `
    ~.needs.listening.$eventId.edit ~.needs.listening.$eventId.notes.$noteId
    ~.needs.listening.import ~.needs.listening.new`,
  'measures.enter': `
    ~.plan.outcomes.bring ~.plan.outcomes.change.$scoresId ~.plan.outcomes.change.new
    ~.plan.outcomes.reach.$quarter._index ~.plan.outcomes.reach.$quarter.reach[.]csv
    ~.plan.outcomes.reach.$quarter.site ~.plan.outcomes.template[.]csv
    ~.theory.measures.$measureId.values.$valueId ~.theory.measures.bring`,
  member: `
    panel._index panel.answers panel.consultations.$consultationId._index
    panel.consultations.$consultationId.assessment panel.consultations.$consultationId.propose
    panel.consultations.$consultationId.why panel.me._index panel.me.leave
    panel.meetings.$meetingId._index panel.meetings.$meetingId.minutes
    panel.meetings.$meetingId.take.$file panel.my-data._index panel.my-data.erase panel.my-data.file`,
  'member.erase': `
    ~.panel.members.$memberId.erase ~.panel.members.$memberId.held.$format`,
  'needs.edit': `
    ~.needs.areas.import ~.needs.areas.settings ~.needs.register.$needId.edit
    ~.needs.register.$needId.score ~.needs.register.import ~.needs.register.new
    ~.needs.registers.$register.import ~.needs.registers.$register.new ~.needs.tables.import`,
  'packs.edit': `
    ~.plan.packs.new`,
  'panel.manage': `
    ~.panel.calls.$callId.draw ~.panel.calls.$callId.edit ~.panel.calls.$callId.person
    ~.panel.calls.$callId.quotas ~.panel.calls.new ~.panel.consultations.$consultationId.edit
    ~.panel.consultations.$consultationId.formal.$part
    ~.panel.consultations.$consultationId.items.$itemId
    ~.panel.consultations.$consultationId.proposals ~.panel.consultations.new
    ~.panel.meetings.$meetingId.edit ~.panel.meetings.new ~.panel.members.$memberId.contact
    ~.panel.members.$memberId.edit ~.panel.members.$memberId.link ~.panel.members.import
    ~.panel.members.new ~.panel.messages.letters ~.panel.missing.$way ~.panel.payments.new
    ~.plan.reviews.new ~.theory.walks.new`,
  'panel.see': `
    ~.panel.calls.$callId._index ~.panel.calls._index ~.panel.members.$memberId._index
    ~.panel.members._index ~.panel.members.export ~.panel.members[.]csv ~.panel.messages.$messageId
    ~.panel.messages._index ~.panel.payments.$paymentId ~.panel.payments._index
    ~.panel.payments[.]csv ~.panel.return.$quarter._index ~.panel.return.$quarter.return[.]csv
    ~.panel.return._index`,
  'plan.edit': `
    ~.plan.communications.import ~.plan.communications.new ~.plan.lines.$lineId.progress
    ~.plan.lines.new ~.plan.money.$streamId._index ~.plan.money.avoided.$avoidedId
    ~.plan.money.costs.bring ~.plan.money.costs.new ~.plan.money.unit-costs.$unitId
    ~.plan.sharing.import ~.plan.sharing.new`,
  'programme.edit': `
    programmes.new ~.back.settings ~.edit ~.privacy._index ~.privacy.take.$format`,
  'replies.publish': `
    ~.back.$themeId._index ~.back.$themeId.in.$language`,
  'return.prepare': `
    ~.panel.return.$quarter.correct`,
  'safeguarding.contact': `
    ~.care.contact`,
  'safeguarding.flag': `
    ~.care.worry`,
  'safeguarding.see': `
    ~.care.log ~.care.worries.$flagId`,
  'answers.export': `
    ~.needs.surveys.$surveyId.take.$file ~.needs.themes.export.$what
    ~.panel.consultations.$consultationId.take.$file`,
  staff: `
    account._index account.codes consulting-time languages.$language languages._index people._index
    programmes._index words`,
  'audit.see': `
    history`,
  'authority.edit': `
    system authority._index`,
  'privacy.manage': `
    privacy.readings privacy.readings[.]csv privacy.record._index privacy.record.take.$format
    privacy.requests.$requestId privacy.requests._index privacy.staff.$personId._index
    privacy._index privacy.kept privacy.family privacy.requests.new
    privacy.staff.$personId.held.$format`,
  'themes.edit': `
    ~.needs.themes.agreement.$sampleId.code ~.needs.themes.code ~.needs.themes.import
    ~.needs.themes.list ~.needs.themes.redact ~.panel.themes.$themeId.edit
    ~.panel.themes.$themeId.gather ~.panel.themes.new`,
  'theory.edit': `
    ~.plan.across.file ~.theory.evidence.$pieceId ~.theory.evidence.add ~.theory.history.back
    ~.theory.history.name ~.theory.import ~.theory.measures.$measureId.change ~.theory.measures.add
    ~.theory.outline.add ~.theory.outline.boxes.$boxId ~.theory.outline.links.$linkId
    ~.theory.parts.$partId ~.theory.table.paste ~.theory.walks.$consultationId.take`,
  'weights.edit': `
    ~.needs.surveys.$surveyId.population.$question`,
  'words.moderate': `
    ~.care.hide`,
};

const PRESS_TEXT: Partial<Record<Right, string>> = {
  'panel.manage': `
    ~.panel.calls.$callId._index ~.panel.calls.$callId.draw ~.panel.calls.$callId.edit
    ~.panel.calls.$callId.person ~.panel.calls.$callId.quotas ~.panel.calls.new
    ~.panel.consultations.$consultationId._index ~.panel.consultations.$consultationId.edit
    ~.panel.consultations.$consultationId.formal.$part
    ~.panel.consultations.$consultationId.items.$itemId ~.panel.consultations.$consultationId.poll
    ~.panel.consultations.$consultationId.proposals ~.panel.consultations.new
    ~.panel.meetings.$meetingId._index ~.panel.meetings.$meetingId.agenda
    ~.panel.meetings.$meetingId.attendance ~.panel.meetings.$meetingId.edit
    ~.panel.meetings.$meetingId.minutes ~.panel.meetings.$meetingId.notes ~.panel.meetings.actions
    ~.panel.meetings.new ~.panel.members.$memberId._index ~.panel.members.$memberId.edit
    ~.panel.members.$memberId.link ~.panel.members.import ~.panel.members.new ~.panel.members[.]csv
    ~.panel.messages.$messageId ~.panel.messages.letters ~.panel.messages.letters[.]pdf
    ~.panel.missing.$way ~.panel.payments.$paymentId ~.panel.payments.new ~.panel.terms
    ~.plan.reviews.new ~.theory.walks.$consultationId._index ~.theory.walks.new`,
  'answers.enter': `
    outreach.pack.$batchId ~.needs.surveys.$surveyId.entry.$batchId._index
    ~.needs.surveys.$surveyId.entry.$batchId.again.$entryId
    ~.needs.surveys.$surveyId.entry.$batchId.form
    ~.needs.surveys.$surveyId.entry.$batchId.forms.$entryId
    ~.needs.surveys.$surveyId.entry.$batchId.settle.$entryId ~.needs.surveys.$surveyId.entry.new
    ~.needs.surveys.$surveyId.outreach`,
  'answers.import': `
    ~.needs.surveys.$surveyId.import ~.needs.surveys.$surveyId.imports.$importId
    ~.needs.surveys.files.$fileId ~.needs.surveys.import`,
  'answers.review': `
    ~.needs.surveys.$surveyId.marked.$cluster ~.needs.surveys.$surveyId.marked._index`,
  'themes.edit': `
    ~.needs.themes._index ~.needs.themes.agreement.$sampleId._index
    ~.needs.themes.agreement.$sampleId.code ~.needs.themes.agreement._index ~.needs.themes.code
    ~.needs.themes.compare.$themeId ~.needs.themes.import ~.needs.themes.list ~.needs.themes.quotes
    ~.needs.themes.redact ~.panel.themes.$themeId._index ~.panel.themes.$themeId.edit
    ~.panel.themes.$themeId.gather ~.panel.themes.new`,
  'conversations.import': `
    ~.panel.conversations.$conversationId._index ~.panel.conversations.import`,
  'documents.arrange': `
    ~.plan.documents.$document.$section`,
  'governance.edit': `
    ~.panel.boards.$boardId._index ~.panel.boards.$boardId.edit
    ~.panel.boards.$boardId.matters.$matterId ~.panel.boards.$boardId.members.$seatId
    ~.panel.boards.$boardId.members._index ~.panel.boards.new`,
  'listening.edit': `
    ~.needs.listening.$eventId._index ~.needs.listening.$eventId.edit
    ~.needs.listening.$eventId.notes.$noteId ~.needs.listening._index ~.needs.listening.import
    ~.needs.listening.new`,
  'measures.enter': `
    ~.plan.outcomes.bring ~.plan.outcomes.change.$scoresId ~.plan.outcomes.change.new
    ~.plan.outcomes.measures.$measureId ~.plan.outcomes.reach.$quarter._index
    ~.plan.outcomes.reach.$quarter.site ~.theory.measures.$measureId._index
    ~.theory.measures.$measureId.values.$valueId ~.theory.measures.bring`,
  member: `
    panel.answers panel.consultations.$consultationId._index
    panel.consultations.$consultationId.propose panel.me._index panel.me.leave
    panel.meetings.$meetingId._index panel.my-data.erase`,
  'member.erase': `
    ~.panel.members.$memberId.erase`,
  'needs.edit': `
    ~.needs.areas.$fileId ~.needs.tables.$tableId ~.needs.areas.boundaries.$boundariesId
    ~.needs.areas.import ~.needs.areas.settings ~.needs.map.distance ~.needs.register.$needId._index
    ~.needs.register.$needId.edit ~.needs.register.$needId.score ~.needs.register._index
    ~.needs.register.import ~.needs.register.new ~.needs.register.priorities
    ~.needs.registers.$register._index ~.needs.registers.$register.import
    ~.needs.registers.$register.new ~.needs.registers.$register.rows.$rowId ~.needs.tables.import`,
  'packs.edit': `
    ~.plan.packs.$packId.$requirementId ~.plan.packs.$packId._index ~.plan.packs.new`,
  'panel.see': `
    ~.panel.return.$quarter._index`,
  'plan.edit': `
    ~.plan._index ~.plan.communications.$communicationId ~.plan.communications.import
    ~.plan.communications.new ~.plan.drift ~.plan.lines.$lineId._index ~.plan.lines.$lineId.progress
    ~.plan.lines.new ~.plan.money.$streamId._index ~.plan.money._index
    ~.plan.money.avoided.$avoidedId ~.plan.money.avoided._index ~.plan.money.benefit.$caseId
    ~.plan.money.benefit._index ~.plan.money.costs.$costId ~.plan.money.costs._index
    ~.plan.money.costs.bring ~.plan.money.costs.new ~.plan.money.unit-costs.$unitId
    ~.plan.money.unit-costs._index ~.plan.self-evaluation.$framework.$itemId
    ~.plan.self-evaluation._index ~.plan.sharing.$agreementId ~.plan.sharing.import
    ~.plan.sharing.new`,
  'programme.edit': `
    ~.back.settings ~.edit ~.privacy._index`,
  'replies.publish': `
    ~.back.$themeId._index ~.back.$themeId.in.$language`,
  'return.prepare': `
    ~.panel.return.$quarter.correct`,
  'safeguarding.contact': `
    ~.care.contact`,
  'safeguarding.flag': `
    ~.care.worry`,
  'safeguarding.see': `
    ~.care.worries.$flagId`,
  'plan.publish': `
    ~.plan.publish`,
  'survey.edit': `
    ~.needs.surveys.$surveyId.check ~.needs.surveys.$surveyId.edit
    ~.needs.surveys.$surveyId.languages.$language ~.needs.surveys.$surveyId.languages._index
    ~.needs.surveys.$surveyId.paper._index ~.needs.surveys.$surveyId.questions._index
    ~.needs.surveys.$surveyId.questions.add ~.needs.surveys.$surveyId.questions.bank
    ~.needs.surveys.$surveyId.questions.file ~.needs.surveys.$surveyId.questions.history
    ~.needs.surveys.$surveyId.questions.page ~.needs.surveys.$surveyId.questions.q.$name
    ~.needs.surveys.$surveyId.questions.when ~.needs.surveys.new`,
  'theory.edit': `
    ~.plan.across.take ~.plan.across._index ~.plan.across.file ~.theory.about ~.theory.checks
    ~.theory.evidence.$pieceId ~.theory.evidence.add ~.theory.history._index ~.theory.history.back
    ~.theory.history.name ~.theory.history.versions.$versionId ~.theory.import
    ~.theory.measures.$measureId.change ~.theory.measures.add ~.theory.operations
    ~.theory.outline._index ~.theory.outline.add ~.theory.outline.boxes.$boxId
    ~.theory.outline.links.$linkId ~.theory.parts.$partId ~.theory.parts._index ~.theory.start
    ~.theory.stress.$assumptionId ~.theory.table._index ~.theory.table.paste ~.theory.text
    ~.theory.walks.$consultationId.take`,
  'weights.edit': `
    ~.needs.surveys.$surveyId.population.$question ~.needs.surveys.$surveyId.population._index
    ~.needs.surveys.$surveyId.weights`,
  'languages.check': `
    languages.$language`,
  'people.manage': `
    authority.signing-in people.$personId people._index`,
  staff: `
    account._index account.codes`,
  'privacy.manage': `
    privacy.staff.$personId._index privacy.family`,
  'words.moderate': `
    ~.care.hide`,
};

/** What any member of staff may send, because what is asked for decides who may: see BY_DEED. */
const BY_DEED_TEXT =
  'programmes.new privacy.requests.new words privacy.requests.$requestId privacy.record._index consulting-time authority._index ~.needs.surveys.$surveyId._index ~.needs.surveys.$surveyId.missing    ~.plan.across.taken ~.plan.coverage.$packId.$requirementId ~.plan.coverage.changes ~.plan.documents.$document._index ~.plan.money.printed ~.plan.sign-off.$versionId._index ~.plan.sign-off._index ~.plan.thread ~.theory.live ~_.needs.surveys.$surveyId.pages';

/** Open to whoever has the address, with or without a session: nobody's role is looked at. */
const PUBLIC_TEXT =
  'lost-link $ _index accessibility demonstration.$token help-now join.$code.done meeting.$token.take.$file p.$code.done p.$code.screen pictures.$pictureId.$size plans.$code._index plans.$code.take.$file s.$code schemas.theory[.]json sign-in.back.$authorityId sign-in.with.$authorityId signed-out theories.$code._index theories.$code.take.$file verify you-said.$programmeId invitation.$token join.$code._index join.$code.withdraw m.$token meeting.$token._index outreach.send p.$code._index s.$code._index s.$code.check s.$code.done s.$code.erase s.$code.q.$page s.$code.return s.$code.saved set-up sign-in._index sign-in.code sign-in.confirm sign-in.set-up-code sign-out stop.$token';

const namesIn = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .map((name) => name.replace('~', 'programmes.$programmeId'));

const byRoute = (texts: Partial<Record<Right, string>>): ReadonlyMap<string, Right> =>
  new Map(
    (Object.entries(texts) as [Right, string][]).flatMap(([right, text]) =>
      namesIn(text).map((name): [string, Right] => [name, right]),
    ),
  );

/** Who may open a route, by its name. */
export const OPENS = byRoute(OPEN_TEXT);
/** Who may send its form. */
export const PRESSES = byRoute(PRESS_TEXT);
export const BY_DEED: ReadonlySet<string> = new Set(namesIn(BY_DEED_TEXT));
export const PUBLIC: ReadonlySet<string> = new Set(namesIn(PUBLIC_TEXT));

/** A form whose deed decides, with enough in it to come so far. */
export interface FormOfDeed {
  route: string;
  right: Action;
  fields: Record<string, string>;
  params?: Record<string, string>;
}

const own = (route: string, right: Action, fields: Record<string, string>): FormOfDeed => ({
  route,
  right,
  fields,
});
const below = (
  route: string,
  right: Action,
  fields: Record<string, string>,
  params: Record<string, string> = {},
): FormOfDeed => ({ route: `programmes.$programmeId.${route}`, right, fields, params });

const someDay = { startsOn: '2026-04-01', endsOn: '2029-03-31' };
const person = { kind: 'access', about: 'staff', who: 'Case 7', receivedOn: '2026-05-01' };
const record = {
  ...Object.fromEntries(RECORD_FIELDS.map(({ name }) => [name, 'As agreed'])),
  version: '0',
};
const settled = { extendedBy: '0', extendedBecause: '', answeredOn: '', note: '', version: '1' };

export const FORMS_OF_DEEDS: readonly FormOfDeed[] = [
  own('authority._index', 'authority.edit', { name: 'Ourborough', colour: '#0b5cad' }),
  own('consulting-time', 'authority.edit', { leastDays: '42', why: 'So we agreed', version: '0' }),
  own('privacy.record._index', 'privacy.manage', record),
  own('privacy.requests.new', 'privacy.manage', person),
  own('privacy.requests.$requestId', 'privacy.manage', { ...settled, outcome: 'open' }),
  own('programmes.new', 'programme.edit', { title: 'Another', ...someDay }),
  own('words', 'needs.edit', { intent: 'remove', id: 'nothing' }),
  below('needs.surveys.$surveyId._index', 'survey.edit', { intent: 'open' }),
  below('needs.surveys.$surveyId._index', 'survey.edit', { intent: 'close' }),
  below('needs.surveys.$surveyId._index', 'survey.edit', {
    intent: 'erase',
    reference: 'K7QM-4RXD',
  }),
  below('needs.surveys.$surveyId.missing', 'needs.edit', { intent: 'drop-note', id: 'nothing' }),
  below('needs.surveys.$surveyId.missing', 'needs.edit', { intent: 'drop-words', id: 'nothing' }),
  below('plan.coverage.$packId.$requirementId', 'coverage.judge', { intent: 'withdraw' }),
  below('plan.coverage.changes', 'plan.edit', { carry: 'nothing' }),
  below(
    'plan.documents.$document._index',
    'documents.arrange',
    { intent: 'hide', section: 'nothing' },
    { document: 'delivery-plan' },
  ),
  below(
    'plan.documents.$document._index',
    'documents.arrange',
    { intent: 'keep-version', name: 'For the board' },
    { document: 'delivery-plan' },
  ),
  below('plan.money.printed', 'needs.edit', {
    intent: 'keep',
    title: 'Costs',
    text: 'What,2026 to 2027\nRent,10\nStaff,20\n',
  }),
  below('plan.sign-off.$versionId._index', 'plan.approve', { intent: 'approve' }),
  below('plan.sign-off.$versionId._index', 'plan.approve', { intent: 'return', why: 'The costs' }),
  below('plan.sign-off.$versionId._index', 'plan.edit', { intent: 'withdraw' }),
  below('plan.sign-off._index', 'plan.edit', { intent: 'put-up', name: 'For the board' }),
  below('plan.sign-off._index', 'plan.comment', {
    intent: 'comment',
    lineId: '',
    words: 'Why?',
    back: '',
  }),
  below('plan.sign-off._index', 'plan.edit', {
    intent: 'settle',
    commentId: 'nothing',
    answer: 'Done',
  }),
  below('plan.thread', 'plan.edit', { intent: 'ask-again', line: 'nothing' }),
  below('theory.live', 'programme.see', {
    theoryId: 'nothing',
    visit: 'nothing',
    at: '',
    typing: '',
  }),
];

/** Forms without one here, each with why. */
export const NO_FORM: Readonly<Record<string, string>> = {
  'programmes.$programmeId_.needs.surveys.$surveyId.pages': 'trying a survey changes nothing',
  'programmes.$programmeId.plan.across.taken':
    'the kind of what was taken decides, once it is found: needs, theory or plan',
};

/** Names in addresses without which it is not looked who asks. */
export const PARAMS: Readonly<Record<string, Record<string, string>>> = {
  'languages.$language': { language: 'pl' },
  'privacy.record.take.$format': { format: 'docx' },
  'privacy.staff.$personId.held.$format': { format: 'json' },
  'programmes.$programmeId.needs.surveys.$surveyId.take.$file': { file: 'answers.csv' },
  'programmes.$programmeId.needs.themes.export.$what': { what: 'codings.csv' },
  'programmes.$programmeId.panel.consultations.$consultationId.take.$file': { file: 'answers.csv' },
};
