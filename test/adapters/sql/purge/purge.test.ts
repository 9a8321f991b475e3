import { purgeContract } from '../../../contracts/purge.contract.ts';
import { keepingOf } from '../../../support/keeping-of.ts';

purgeContract('embedded', () => keepingOf());
