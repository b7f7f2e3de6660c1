/** Pages that are open to families without a personal link. */
const FOR_FAMILIES =
  /^\/($|s\/|join\/|p\/|m$|you-said|help-now|lost-link|plans\/|theories\/|verify|accessibility|sign-in|consulting-time)/;

export const isForFamilies = (path: string) => FOR_FAMILIES.test(path);

const AT_THE_DOOR =
  'nobody in the demonstration is asked for it: test/server/words-at-the-door.test.ts sends it';

/** Routes whose action answers nobody in the demonstration, each with its reason. */
export const NOT_ACTED: Readonly<Record<string, string>> = {
  '/programmes/:programmeId/needs/registers/:register':
    'puts back a row by its id, and no row was taken out: it reads no words',
  '/programmes/:programmeId/needs/surveys/:surveyId/imports/:importId':
    'takes back a file of answers by its id, and none was brought: it reads no words',
  '/set-up': AT_THE_DOOR,
  '/sign-in/code': AT_THE_DOOR,
  '/sign-in/set-up-code': AT_THE_DOOR,
};
