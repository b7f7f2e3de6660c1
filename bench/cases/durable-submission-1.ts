import { durableSubmissions } from '../submissions.ts';

export default durableSubmissions(1);
