/** What stands in place of the name of a colleague who was erased, with four signs after it. */
export const FORMER_COLLEAGUE = 'Former colleague';
