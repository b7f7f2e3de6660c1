import { theoryFile } from '../theory-files.ts';

export default theoryFile('png', 'How long the picture of a large theory takes as PNG.');
