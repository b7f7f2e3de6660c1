/**
 * The words around the questions on families' pages, in one place so that they can be put into other
 * languages. Plain English: short words, no jargon, nothing that a tired parent has to read twice.
 */
export const RESPONDENT_WORDS = {
  optional: 'optional',
  or: 'or',
  back: 'Back',
  continue: 'Continue',
  saveForLater: 'Save and come back later',
  choose: 'Choose an answer',
  otherLabel: 'In your own words',
  otherLabelFor: (option: string) => `If “${option}”: in your own words`,
  day: 'Day',
  month: 'Month',
  year: 'Year',
  questionOf: (number: number, about: number) => `Question ${number} of about ${about}`,
  room: (characters: string) => `You can write up to ${characters} characters.`,
  startNow: 'Start now',
  carryOn: 'Carry on where you left off',
  startAgain: 'Start again',
  begun: 'You have begun to answer on this phone or computer. What you answered is saved.',
  takes: (minutes: string) => `It takes about ${minutes}. You do not need an account.`,
  closesOn: (day: string) => `You can answer until the end of ${day}.`,
  anonymous:
    'It is anonymous. That means we do not ask who you are, and nobody can tell from your answers.',
  yourAnswers: 'Your answers and your privacy',
  checkHeading: 'Check your answers',
  checkLead: 'You can change anything before you send it.',
  notAnswered: 'Not answered',
  change: 'Change',
  send: 'Send my answers',
  sendLead: 'Your answers count only once you have sent them.',
  sentHeading: 'Thank you. Your answers have arrived',
  reference: 'Your reference',
  whatNext: 'What happens next',
  keepReference:
    'Write the reference down if you may want us to delete your answers one day: tell us the reference, and we can find them without knowing who you are. Otherwise you do not need it.',
  willRead:
    'Everything that families write is read. When the survey has closed, we say in public what families told us and what will come of it.',
  sharedDevice: 'If somebody else uses this phone or computer',
  clear: 'Clear this page',
  another: 'Someone else in your family can answer too: each person’s view counts.',
} as const;
export type RespondentWords = typeof RESPONDENT_WORDS;

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ku', 'ps', 'ur', 'yi'];

/** The `lang` and `dir` of a questionnaire's pages. */
export function writingOf(locale: string | undefined): { lang: string; dir: 'ltr' | 'rtl' } {
  const lang = locale ?? 'en-GB';
  const first = lang.split('-')[0] ?? '';
  return { lang, dir: RIGHT_TO_LEFT.includes(first) ? 'rtl' : 'ltr' };
}
