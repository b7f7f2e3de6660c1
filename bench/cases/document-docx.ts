import { documentFile } from '../large-plan.ts';

export default documentFile('docx', 1, 'the second within which the file of a large plan is there');
