/** How long a colleague who asked for an account is shown, and kept. */
export const ASKING_DAYS = 30;
