import { documentFile } from '../large-plan.ts';

export default documentFile(
  'pdf',
  2,
  'the two seconds within which the tagged PDF of a large plan is there',
);
