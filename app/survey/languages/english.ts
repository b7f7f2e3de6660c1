/**
 * Every word of ours that a respondent sees, around the questions that the author wrote. Plain
 * English: short words, no jargon, nothing that a tired parent has to read twice. `{name}` is filled
 * in. A language that lacks one of these texts is a type error; a test holds the names in braces.
 */
export const ENGLISH = {
  // The frame of every page
  skip: 'Skip to main content',
  accessibility: 'Accessibility',
  demonstration: 'Demonstration.',
  fictional: '{authority} is a fictional place: its families, figures and plans are made up.',
  done: 'Done',
  problem: 'There is a problem',
  error: 'Error',
  back: 'Back',
  language: 'Language',
  changeLanguage: 'Change the language',
  unchecked:
    'Nobody who speaks this language has checked our words yet. If something is not clear, choose English or ask at a family hub.',
  partlyEnglish: 'Parts of this survey are in English: they have not been translated yet.',

  // The first page
  takes: 'It takes about {minutes} minutes. You do not need an account.',
  takesOne: 'It takes about a minute. You do not need an account.',
  closesOn: 'You can answer until the end of {day}.',
  anonymous:
    'It is anonymous. That means we do not ask who you are, and nobody can tell from your answers.',
  startNow: 'Start now',
  begun: 'You have begun to answer on this phone or computer. What you answered is saved.',
  carryOn: 'Carry on where you left off',
  startAgain: 'Start again',
  answeredBefore:
    'Somebody has already sent answers from this phone or computer. If you are another person, go on: your view counts too. If it was you, you need not answer again.',
  yourAnswers: 'Your answers and your privacy',
  havePhrase: 'I saved my answers before and have a phrase',
  wantErase: 'Delete answers that I have sent',
  notOpenHeading: 'This survey is not open yet',
  notOpen: 'You can answer “{title}” from {day}. Come back to this address then.',
  closedHeading: 'This survey is not open now',
  closedOn: '“{title}” closed at the end of {day}. Thank you for coming to have your say.',
  closed: '“{title}” is closed. Thank you for coming to have your say.',
  tellUs:
    'You can still tell the council what your family needs: ask at a family hub, or phone the council.',

  // A question
  optional: 'optional',
  or: 'or',
  continue: 'Continue',
  saveForLater: 'Save and come back later',
  choose: 'Choose an answer',
  inYourWords: 'In your own words',
  inYourWordsFor: 'If “{option}”: in your own words',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  questionOf: 'Question {number} of about {about}',
  room: 'You can write up to {characters} characters.',
  yes: 'Yes',
  no: 'No',
  somethingElse: 'Something else',
  noneOfThese: 'None of these',
  doNotKnow: 'I do not know',
  preferNotToSay: 'Prefer not to say',

  // What to do when an answer is not right
  mustEnter: 'Enter an answer to “{title}”',
  mustSelect: 'Select an answer to “{title}”',
  mustSelectSome: 'Select at least one answer to “{title}”',
  mustExplain: 'Say what you mean by “{option}”',
  selectYesOrNo: 'Select yes or no',
  selectShown: 'Select one of the answers shown',
  selectSomeShown: 'Select one or more of the answers shown',
  selectOnce: 'Select each answer once',
  selectAlone: 'Select “{option}” on its own, or take it out and keep the others',
  selectAtMost: 'Select {count} or fewer',
  selectAtLeast: 'Select at least {count}',
  enterWords: 'Enter your answer in words',
  tooLong: 'Your answer must be {characters} characters or fewer',
  tooShort: 'Your answer must be {characters} characters or more',
  noDigits: 'Enter your answer without numbers',
  oneLine: 'Enter your answer on one line',
  enterEmail: 'Enter an e-mail address in the form name@example.com',
  enterPhone: 'Enter a phone number, such as 01632 960 001',
  enterNumber: 'Enter a number, such as 4',
  numberFrom: 'Enter a number that is {number} or more',
  numberTo: 'Enter a number that is {number} or less',
  enterDate: 'Enter a real date, such as 27 3 2025',
  dateFrom: 'Enter a date on or after {day}',
  dateTo: 'Enter a date on or before {day}',
  checkAnswer: 'Check your answer to “{title}”',

  // Check your answers
  checkHeading: 'Check your answers',
  checkLead: 'You can change anything before you send it.',
  notAnswered: 'Not answered',
  change: 'Change',
  sendLead: 'Your answers count only once you have sent them.',
  send: 'Send my answers',

  // After sending
  sentHeading: 'Thank you. Your answers have arrived',
  reference: 'Your reference',
  whatNext: 'What happens next',
  willRead:
    'Everything that families write is read. When the survey has closed, we say in public what families told us and what will come of it.',
  keepReference:
    'Write the reference down if you may want to delete your answers one day. With it you can do so yourself, and nobody needs to know who you are. Otherwise you do not need it.',
  another: 'Someone else in your family can answer too: each person’s view counts.',
  sharedDevice: 'If somebody else uses this phone or computer',
  clear: 'Clear this page',

  // Saved for later
  savedHeading: 'Your answers are saved. They have not been sent yet',
  phraseLead: 'With these four words you can carry on, on this or any other phone or computer:',
  phraseNumbers: 'The same in numbers, if that is easier to type:',
  phraseKeep: 'Write the words down or take a photo. We keep no name that we could find you by.',
  keptUntil: 'We keep what you saved until the end of {day}. Then we delete it.',
  carryOnAt: 'To carry on, come back to this address:',
  savedHere: 'On this phone or computer you do not need the words.',
  takeOff: 'Take my answers off this phone or computer',
  takeOffHint: 'Then only somebody with the four words can carry on.',
  takenOff:
    'Your answers are no longer on this phone or computer. You can carry on with the four words.',
  goOnNow: 'Carry on now',

  // Carry on with a phrase
  phraseHeading: 'Carry on with saved answers',
  phraseLabel: 'Your four words',
  phraseHint: 'Such as {words}, or the four numbers',
  findSaved: 'Find my answers',
  phraseEmpty: 'Enter your four words',
  phraseFour: 'Enter four words or four numbers, with spaces between them',
  phraseWord: '“{word}” is not one of our words: check how it is written',
  phraseUnknown:
    'We have no answers saved with these words. Check each word. What was saved is deleted after {days} days.',
  tooManyTries: 'There were too many tries. Wait 15 minutes, then try again',

  // Delete what was sent
  eraseHeading: 'Delete answers that you have sent',
  eraseLead: 'You need the reference from the page that you saw after sending.',
  eraseHint: 'Such as {reference}',
  referenceEmpty: 'Enter your reference',
  referenceUnknown:
    'No answers to this survey have this reference. Check each letter and number. They may have been deleted already.',
  eraseSureHeading: 'Do you want to delete these answers?',
  eraseSure:
    'There are answers with the reference {reference}. If you delete them, they are gone for good and no longer count.',
  eraseNow: 'Delete my answers',
  eraseNot: 'No, keep them',
  erasedHeading: 'Your answers are deleted',
  erased: 'Nobody can read them any more, and they no longer count.',

  // When something cannot be shown
  unknownHeading: 'We cannot find this survey',
  unknown:
    'Look at the address again on the poster, letter or message. Its last part has six letters and numbers; it never has the letters O, I or L or the numbers 0 and 1. If it is right and still does not work, tell the council.',
  failedHeading: 'Sorry, this did not work',
  failed: 'The fault is ours. What you saved is safe. Go back and try again in a minute.',
  downHeading: 'Sorry, this does not work at the moment',
  downWait: 'What you saved is safe. Wait a minute, then try again.',
  downKept:
    'What you wrote is on this page and has not arrived yet. Leave the page open, wait a minute, then press the button. However often you press it, it counts once.',
  downAgain: 'Try again',
  staleHeading: 'This page was open for too long',
  stale: 'Go back, load the page again and send it once more.',

  // On paper
  paperHow: 'How to fill in this form',
  paperTick: 'Put a cross or a tick in the box. If you make a mistake, cross it out clearly.',
  paperSkip: 'You can leave out any question that you do not want to answer.',
  paperOnline: 'You can answer on a phone or computer instead:',
  paperReturn: 'Send or bring the form back to:',
  paperReturnBy: 'Please send it back by {day}.',
  paperOne: 'Tick one box',
  paperSome: 'Tick all that apply',
  paperSomeUpTo: 'Tick up to {count}',
  paperWrite: 'Write your answer',
  paperDate: 'Day, month and year',
  paperNumber: 'Write a number',
  paperGoTo: 'If you ticked {options}: go to question {number}',
  paperGoToEnd: 'If you ticked {options}: go to the end',
  paperOnly: 'Answer this only if: {condition}',
  paperOfQuestion: 'question {number}: {options}',
  paperNot: 'not',
  paperAnd: 'and',
  paperOrElse: 'or',
  paperAnyAnswer: 'you answered it',
  paperNoAnswer: 'you left it empty',
  paperLastPage: 'That was the last question. Thank you.',
  paperOffice: 'For the council: batch and form number',
  page: 'Page {number} of {total}',

  // Read out by an interviewer
  sayHello:
    'Hello. I am asking families some questions for {authority}. It is called “{title}” and takes about {minutes} minutes.',
  sayFree:
    'You do not have to take part. You can leave out any question and stop at any time. I do not write down your name.',
  sayMayWe: 'May I begin?',
  sayThanks: 'Thank you. Your reference is the following. With it you can delete your answers.',
} as const satisfies Readonly<Record<string, string>>;

export type WordName = keyof typeof ENGLISH;
/** Our words in one language: each of them, or it does not compile. */
export type RespondentWords = Readonly<Record<WordName, string>>;
