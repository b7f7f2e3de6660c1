import { theoryFile } from '../theory-files.ts';

export default theoryFile(
  'pptx',
  'How long a large theory takes as slides with every box a shape.',
);
