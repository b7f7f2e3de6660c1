/** What everybody reads in place of words that somebody is looking at. */
export const LOOKED_AT = '[somebody is looking at these words]';
/** What everybody reads in place of words that moderation took out. */
export const NOT_SHOWN = '[these words are not shown]';
