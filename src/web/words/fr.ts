import { account } from './fr/account.ts';
import { caseView } from './fr/case-view.ts';
import { cases } from './fr/cases.ts';
import { document } from './fr/document.ts';
import { operator } from './fr/operator.ts';
import { people } from './fr/people.ts';
import { review } from './fr/review.ts';
import { shell } from './fr/shell.ts';
import { translations } from './fr/translations.ts';
import { upload } from './fr/upload.ts';

/** All the words of the page in French, by area. English has the same keys or does not compile. */
export const french = { account, caseView, cases, document, operator, people, review, shell, translations, upload };
