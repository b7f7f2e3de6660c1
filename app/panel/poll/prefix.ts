/** What stands before the names of a question's fields: "q1-". */
export const prefixOf = (number: number) => `q${number}-`;
