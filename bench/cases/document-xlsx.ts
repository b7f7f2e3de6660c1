import { documentFile } from '../large-plan.ts';

export default documentFile('xlsx', 1, 'the second within which the file of a large plan is there');
