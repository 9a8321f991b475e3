import { account } from './en/account.ts';
import { caseView } from './en/case-view.ts';
import { cases } from './en/cases.ts';
import { document } from './en/document.ts';
import { operator } from './en/operator.ts';
import { people } from './en/people.ts';
import { review } from './en/review.ts';
import { shell } from './en/shell.ts';
import { translations } from './en/translations.ts';
import { upload } from './en/upload.ts';

export const english = { account, caseView, cases, document, operator, people, review, shell, translations, upload };
