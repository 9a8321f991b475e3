import { reprocessingContract } from '../../contracts/reprocessing.contract.ts';
import { keepingOf } from '../../support/keeping-of.ts';

reprocessingContract('embedded', () => keepingOf());
