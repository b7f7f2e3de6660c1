import { theoryFile } from '../theory-files.ts';

export default theoryFile('svg', 'How long the picture of a large theory takes to be drawn.');
