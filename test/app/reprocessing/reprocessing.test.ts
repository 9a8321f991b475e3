import { filesAgainContract } from '../../contracts/reprocessing/files-again.contract.ts';
import { reprocessingContract } from '../../contracts/reprocessing/reprocessing.contract.ts';
import { keepingOf } from '../../support/keeping-of.ts';

reprocessingContract('embedded', () => keepingOf());
filesAgainContract('embedded', () => keepingOf());
