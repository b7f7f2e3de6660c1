import { checksCase } from '../checks-of-a-theory.ts';

export default checksCase(60, 84, 16);
