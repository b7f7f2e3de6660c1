import { theoryFile } from '../theory-files.ts';

export default theoryFile(
  'docx',
  'How long a large theory takes as a Word file, with its picture and its tables.',
);
