/**
 * Everything that is written to the audit trail, and the one place where it is turned into a
 * sentence. `{name}` stands for a detail of the row. Details hold names of things and counts: never
 * an answer, a comment or contact details.
 */
const SENTENCES = {
  'authority.created': 'set up {name}',
  'authority.changed': 'changed the authority’s name or colour',
  'person.added': 'added {name} as {role}',
  'person.changed': 'changed the role of {name} to {role}',
  'person.closed': 'closed the account of {name}',
  'person.password-set': 'set a password',
  'person.signed-out-everywhere': 'signed out everywhere',
  'programme.created': 'started the programme “{title}”',
  'programme.changed': 'changed the programme “{title}”',
  'programme.stage': 'moved “{title}” to the stage {stage}',
  'survey.started': 'drafted the survey “{title}”',
  'survey.changed': 'changed the survey “{title}”',
  'survey.opened': 'opened the survey “{title}”',
  'survey.closed': 'closed the survey “{title}”',
  'answers.imported': 'brought {rows} answers into “{title}”',
  'answers.expired': 'deleted {rows} answers to “{title}”, as promised to families',
  'answers.exported': 'exported the answers to “{title}”',
  'answers.erased': 'deleted one family’s answers to “{title}”, as that family asked',
  'batch.opened': 'opened a batch of answers to “{title}” to enter by hand',
  'batch.changed': 'changed a batch of answers to “{title}”',
  'batch.sampled': 'drew {forms} forms of a batch of “{title}” to be entered a second time',
  'batch.closed': 'closed a batch of {forms} forms of “{title}”',
  'batch.reopened': 'opened a batch of answers to “{title}” again',
  'batch.removed': 'removed an empty batch of “{title}”',
  'entry.corrected': 'corrected form {number} of a batch of “{title}”',
  'entry.withdrawn': 'took form {number} out of a batch of “{title}”: {reason}',
  'entry.settled': 'settled where two readings of form {number} of “{title}” differ',
  'outreach.begun': 'took “{title}” off line on a tablet',
  'listening.added': 'recorded the listening exercise “{title}”',
  'listening.changed': 'changed the listening exercise “{title}”',
  'listening.removed': 'took out the listening exercise “{title}”',
  'listening.put-back': 'put back the listening exercise “{title}”',
  'listening.imported': 'brought in {count} listening exercises',
  'listening.exported': 'exported the listening exercises',
  'notes.added': 'noted {count} things said at “{title}”',
  'notes.changed': 'changed a note of “{title}”',
  'notes.removed': 'took out a note of “{title}”',
  'notes.put-back': 'put back a note of “{title}”',
  'notes.expired': 'deleted {count} notes of listening exercises, as promised',
  'area-file.imported': 'brought in {title}: {areas} areas',
  'area-file.removed': 'took out {title}',
  'table.imported': 'brought in the table “{title}” with {problems} figures that do not add up',
  'table.removed': 'took out the table “{title}”',
  'evidence.taken': 'took a finding as evidence',
  'need.added': 'added a need to the register',
  'need.changed': 'changed a need in the register',
  'need.set-aside': 'put a need aside, with the reason',
  'need.taken-up': 'took a need up again',
  'need.removed': 'took a need out of the register',
  'member.added': 'added a member to the panel',
  'member.changed': 'changed a panel member’s details',
  'member.left': 'recorded that a member left the panel',
  'member.link-made': 'made a personal link for a panel member',
  'consultation.started': 'drafted the consultation “{title}”',
  'consultation.changed': 'changed the consultation “{title}”',
  'consultation.opened': 'opened the consultation “{title}”',
  'consultation.closed': 'closed the consultation “{title}”',
  'consultation.answered': 'answered the consultation “{title}”',
  'theme.added': 'named the theme “{name}”',
  'theme.changed': 'changed the theme “{name}”',
  'theme.gathered': 'gathered {count} comments under “{name}”',
  'theme.let-go': 'took a comment out of “{name}”',
  'theme.removed': 'removed the theme “{name}”',
  'reply.written': 'wrote what became of “{name}”',
  'reply.published': 'published what became of “{name}”',
  'reply.taken-down': 'took down what became of “{name}”',
  'theory.started': 'started the theory of change “{title}”',
  'theory.changed': 'made {count} changes to the theory of change “{title}”',
  'theory.imported': 'brought in the theory of change “{title}”: {boxes} boxes',
  'plan.lines-made': 'made {count} plan lines from activities',
  'plan-line.added': 'added the plan line “{title}”',
  'plan-line.changed': 'changed the plan line “{title}”',
  'plan-line.removed': 'removed the plan line “{title}”',
  'stream.added': 'added the funding stream “{name}”',
  'stream.changed': 'changed the funding stream “{name}”',
  'stream.removed': 'removed the funding stream “{name}”',
  'coverage.judged': 'decided that requirement {requirement} is {state}',
  'coverage.unjudged': 'withdrew the decision on requirement {requirement}',
  'thread.tied': 'tied a {from} to a {to}',
  'thread.untied': 'untied a {from} from a {to}',
  'plan.exported': 'exported the delivery plan as {format}',
} as const;

export type AuditAction = keyof typeof SENTENCES;

export interface AuditRow {
  personName: string;
  action: string;
  details: Record<string, string | number>;
}

/** An audit row as a sentence: "Priya Shah opened the survey “What families need”". */
export function sentenceOf(row: AuditRow): string {
  const pattern = (SENTENCES as Record<string, string | undefined>)[row.action] ?? row.action;
  const filled = pattern.replace(/\{(\w+)\}/g, (_, key: string) => String(row.details[key] ?? '…'));
  return `${row.personName} ${filled}`;
}
