import { checksCase } from '../checks-of-a-theory.ts';

export default checksCase(500, 750, 150);
