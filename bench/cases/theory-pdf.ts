import { theoryFile } from '../theory-files.ts';

export default theoryFile(
  'pdf',
  'How long a large theory takes as a tagged PDF, with its picture and its tables.',
);
